import fc from 'fast-check';
import { model } from '../../../src/analysis/terms/compromise';
import { assertSameTerms } from '../../analysis/compromise';
import { anyCharacter } from '../../characters';

const sample = (words: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => words[Math.floor((index * words.length) / count)]!);

/** Some of every list that a step looks words up in, so that no step is left untried. */
const listed = [
  ...sample(Object.keys(model.one.lexicon), 400),
  ...sample(
    Object.keys(model.one.lexicon).filter(phrase => phrase.includes(' ')),
    200,
  ),
  ...sample(Object.keys(model.two.switches), 300),
  ...Object.values(model.two.clues).flatMap(({ beforeWords = {}, afterWords = {} }) =>
    sample([...Object.keys(beforeWords), ...Object.keys(afterWords)], 20),
  ),
  ...sample(Object.keys(model.two.orgWords), 60),
  ...sample(Object.keys(model.two.placeWords), 60),
  ...Object.values(model.two.neighbours).flatMap(table => table.map(([word]) => word)),
  ...[...model.two.suffixPatterns, ...model.two.prefixPatterns].flatMap(table =>
    sample(Object.keys(table ?? {}), 20).flatMap(affix => [`zo${affix}`, `${affix}zova`]),
  ),
];
const contractions =
  "can't won't ain't aint cannot dunno they'd he'd how'd I'd there's it's she's mayor's Marsh's the-quay's let's who's that's workers' we're I'll you've d'Arc l'été j'aime 5-9pm 1990-1995 4km 12kg 555-2938 'twas rock'n'roll o'clock what'd John's".split(
    ' ',
  );
const shapes =
  "XVII IV DC US us NY UN NATO's MPs UFOs F.B.I. a.m. J. I A 1999 1066 2023 3rd 20% $5m #harbour @quay a@b.org www.quay.org 7:30 half-built re-elected and/or he/she Mr. Dr. — - ... & of like may May June Monday also been it’s “No ”Yes ’s".split(
    ' ',
  );
const written = (word: string): string[] => [
  word,
  word.charAt(0).toUpperCase() + word.slice(1),
  word.toUpperCase(),
  `${word}'s`,
];
const word = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...listed.flatMap(written)) },
      { weight: 2, arbitrary: fc.constantFrom(...contractions.flatMap(written)) },
      { weight: 2, arbitrary: fc.constantFrom(...shapes) },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 6 }) },
    ),
    fc.constantFrom(' ', ' ', ' ', ' ', ', ', ': ', '; ', '-', ' - ', '. ', '?” ', '\n'),
  )
  .map(([text, behind]) => text + behind);
const text = fc.array(word, { maxLength: 30 }).map(words => words.join(''));

describe('readTerms', () => {
  it('tags each word of the lists alone as compromise does', () => {
    assertSameTerms(listed.flatMap(written).join('\n'));
  }).timeout(60_000);

  it('tags any words in any order as compromise does, the first time and when it knows them', () => {
    fc.assert(
      fc.property(text, each => {
        assertSameTerms(each);
        assertSameTerms(each);
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);
});
