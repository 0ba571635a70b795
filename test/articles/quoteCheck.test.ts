import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Article } from '../../src/articles/article';
import { checkQuotes, quotesOf, sideBySide, type QuoteResult } from '../../src/articles/quoteCheck';
import { analysisWith, spanOf } from './fixture';

const NOTES =
  'Q: And the pier? A: Well, we have waited long enough, all of us. It is, frankly, rotten to the last plank. ' +
  "I don't know who signed for it — the company, maybe — but 1,200 people were on that pier in June.";

/** What the notes say of each quote: verdict, then the words; `[-…-]` is the quote’s, `{+…+}` the file’s alone. */
const CASES: readonly (readonly [quote: string, expected: string])[] = [
  ['“We have waited long enough,”', 'exact: we have waited long enough'],
  ['“we\u00a0have  waited\nlong enough”', 'exact: we have waited long enough'],
  ['"I don\'t know who signed for it"', "exact: I don't know who signed for it"],
  ['“I don’t know who signed for it.”', "exact: I don't know who signed for it"],
  ['“[W]e have waited … all of us”', 'exact: we have waited … all of us'],
  ['“we have waited . . . all of us”', 'exact: we have waited … all of us'],
  ['“It [the pier] is, frankly, rotten”', 'exact: It … is frankly rotten'],
  ['“1200 people were on that pier”', 'exact: 1,200 people were on that pier'],
  ['“rotten”', 'exact: rotten'],
  ['“It is rotten to the last plank,”', 'near: It is {+frankly+} rotten to the last plank'],
  ['“frankly, rotten to the plank,”', 'near: frankly rotten to the {+last+} plank'],
  ['“We have all waited long enough,”', 'near: we have [-all-] waited long enough'],
  ['“1,300 people were on that pier”', 'near: [-1,300-] {+1,200+} people were on that pier'],
  ['“all of us … we have waited long enough”', 'absent'],
  ['“We never waited for anybody,”', 'absent'],
  ['“rotting”', 'absent'],
  ['“the plank”', 'absent'],
  ['“…”', 'absent'],
];

describe('checking quotes against a file', () => {
  for (const [quote, expected] of CASES) {
    it(`finds ${quote} to be ${expected}`, () => {
      const [result] = results([quote], NOTES);
      assert.ok(result);
      assert.equal(inBrief(result), expected);
    });
  }

  it('tells where in the file a quote stands', () => {
    const [result] = results(['“waited … us”'], NOTES);
    assert.ok(result?.span);
    assert.equal(NOTES.slice(result.span.start, result.span.end), 'waited long enough, all of us');
  });

  it('has a result for each quote, in their order', () => {
    const quotes = CASES.map(([quote]) => quote);
    assert.deepEqual(
      results(quotes, NOTES).map(inBrief),
      CASES.map(([, expected]) => expected),
    );
    assert.deepEqual(results([], NOTES), []);
    assert.deepEqual(results(['“rotten”'], '').map(inBrief), ['absent']);
  });

  it('takes the place that agrees best, where words stand several times', () => {
    const file = 'We will sail in May. He said so. We will not sail in April, we will sail in June.';
    const [result] = results(['“We will not sail in April … we will sail”'], file);
    assert.equal(result && inBrief(result), 'exact: We will not sail in April … we will sail');
  });

  it('lays both side by side, in lines that break at the same words', () => {
    const same = 'all of us have waited for the ferry to sail again in the spring of this';
    assert.deepEqual(
      sideBySide([
        { where: 'both', words: `${same} year and` },
        { where: 'quote', words: 'never' },
        { where: 'file', words: 'not ever' },
        { where: 'both', words: 'again' },
      ]),
      { quote: `${same}\nyear and never again\n`, file: `${same}\nyear and not ever again\n` },
    );
  });

  it('finds any run of words of a file, whatever is between them', () => {
    const word = fc.stringMatching(/^[a-zé]{1,8}$/);
    const mark = fc.constantFrom(' ', ', ', ' — ', '. ', ' “', '”\n', '  ');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, mark, mark), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (words, from, to) => {
          const start = from % words.length;
          const taken = words.slice(start, start + 1 + (to % (words.length - start)));
          const file = words.map(([it, there]) => it + there).join('');
          const quote = taken.map(([it, , here]) => it.toUpperCase() + here).join('');
          assert.equal(results([quote], file)[0]?.verdict, 'exact');
        },
      ),
    );
  });

  it('is about what is quoted as speech, in the order of the text', () => {
    const text =
      'The “so-called pier” is “rotten,” and “we waited,” she said, citing “The Tides of Low Island”.';
    const quotation = (words: string, role: 'speech' | 'title' | 'scare') => ({
      span: spanOf(text, words),
      role,
      balanced: true,
      attribution: null,
    });
    const article = new Article(
      text,
      analysisWith({
        quotations: [
          quotation('“we waited,”', 'speech'),
          quotation('“so-called pier”', 'scare'),
          quotation('“rotten,”', 'speech'),
          quotation('“The Tides of Low Island”', 'title'),
        ],
      }),
    );
    assert.deepEqual(
      quotesOf(article).map(({ words }) => words),
      ['“rotten,”', '“we waited,”'],
    );
  });
});

function results(quotes: readonly string[], file: string): QuoteResult[] {
  return [...checkQuotes(quotes, file)].filter(result => result !== null);
}

function inBrief({ verdict, changes }: QuoteResult): string {
  const words = changes.map(change =>
    change.where === 'both'
      ? change.words
      : change.where === 'quote'
        ? `[-${change.words}-]`
        : `{+${change.words}+}`,
  );
  return words.length > 0 ? `${verdict}: ${words.join(' ')}` : verdict;
}
