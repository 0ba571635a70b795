import { assertSameTerms } from './compromise';

describe('readTerms', () => {
  const cases = [
    'Breaking: the Marsh Institute was closed in 1999, and it’s a pity.',
    'WE HAVE A NEW HARBOUR AND HE’S GLAD THEY’D DONE IT',
    'Mayor Roe Says He’s Glad There’s Been No Delay, Isn’t Sorry',
    'Place tea bags beside the Marsh River Bridge; the mayor’s walking home.',
    'It was the constructor, not toString or __proto__.',
  ];
  for (const each of cases)
    it(`tags “${each}” as compromise does`, () => {
      assertSameTerms(each);
    });
});
