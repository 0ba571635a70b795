import { article, readsEach } from './cases';

describe('British quotation marks', () => {
  readsEach([
    [
      'an apostrophe within',
      '‘The port isn’t closed,’ Ann Lee said.',
      ['‘The port isn’t closed,’', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'straight marks, two pieces',
      "'The port isn't closed,' said the mayor. 'It's only resting.'",
      ["'The port isn't closed,' … 'It's only resting.'", 'the mayor', 'the mayor'],
    ],
    ['behind a colon', "Lee told the Courier: 'We can't go on.'", ["'We can't go on.'", 'Lee', 'Lee']],
    [
      'a quotation within',
      '‘He called it “a shame”,’ said Ann Lee.',
      ['‘He called it “a shame”,’', 'Ann Lee', 'Ann Lee'],
    ],
  ]);
});

describe('translated English', () => {
  readsEach([
    [
      'low and high marks',
      '„The port is open“, said the mayor.',
      ['„The port is open“', 'the mayor', 'the mayor'],
    ],
    [
      'guillemets',
      '«The port is open», the mayor declared.',
      ['«The port is open»', 'the mayor', 'the mayor'],
    ],
    [
      'the comma behind the mark',
      '"The port is open", stated the mayor.',
      ['"The port is open"', 'the mayor', 'the mayor'],
    ],
    [
      'as the minister emphasised',
      'As the minister emphasised, “the port remains open”.',
      ['“the port remains open”', 'the minister', 'the minister'],
    ],
    [
      'informed that',
      'The ministry informed on Tuesday that the port remains open.',
      ['that the port remains open', 'The ministry', 'The ministry'],
    ],
  ]);
});

describe('the style of a wiki', () => {
  readsEach([
    [
      'a statement to the paper itself',
      'In an interview with Wikinews, Ann Lee said the port "would not" close.',
      ['the port "would not" close', 'Ann Lee', 'Ann Lee'],
    ],
    [
      'a source with a link, and one in the next paragraph',
      article(
        '"The storm took two roofs," [Ann Lee](https://x.example/lee) of the harbour office said.',
        'According to [Radio Verrin](https://x.example/verrin), the ferry was late.',
      ),
      ['"The storm took two roofs,"', 'Ann Lee](https://x.example/lee) of the harbour office', 'Ann Lee'],
      ['the ferry was late', 'Radio Verrin', 'Radio Verrin'],
    ],
  ]);
});
