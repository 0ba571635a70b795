import assert from 'node:assert/strict';
import { analyze } from '../../../src/analysis/analyze';
import { withoutMarkdown } from '../../../src/analysis/markdown';
import { splitParagraphs } from '../../../src/analysis/paragraphs';
import { findQuotations, joinQuotations } from '../../../src/analysis/quotations';
import { assertSpansWithin } from '../../analysis/spansIn';

describe('analyze', () => {
  for (const [what, text] of [
    ['one long run of letters', 'a'.repeat(300_000)],
    ['a long run of quotation marks', '“'.repeat(20_000)],
  ] as const)
    it(`takes ${what}`, () => {
      assertSpansWithin(text, analyze(text));
    });
});

describe('findQuotations', () => {
  it('takes long paragraphs and long runs of marks', () => {
    const long = '“It is late,” she said of the ‘old’ bridge. '.repeat(2_000);
    assert.equal(findQuotations(long).length, 4_000);
    for (const mark of [
      '"',
      '“',
      '”',
      "'",
      "''",
      '"\'',
      '" ',
      '“ ',
      '”a ',
      ' “a',
      '» ',
      '<a ',
      ' *"* ',
      '5\'10" ',
      '\n\n',
    ]) {
      findQuotations(mark.repeat(10_000));
    }
  });
});

describe('joinQuotations', () => {
  it('takes a long paragraph full of strays', () => {
    const text = 'If “it is “late,” she said, we go. '.repeat(2_000);
    const joined = joinQuotations([{ start: 0, text, quotations: findQuotations(text) }]);
    assert.equal(joined.length, 2_000);
    assert.ok(joined.every(({ balanced }) => !balanced));
  });
});

describe('withoutMarkdown', () => {
  it('takes long runs of marks', () => {
    for (const mark of ['*', '**a', '[', '](', '[a](', '_a ', '\n>', '[a](b) '])
      assert.ok(withoutMarkdown(mark.repeat(100_000)).text.length <= 100_000 * mark.length);
  });
});

describe('splitParagraphs', () => {
  it('takes a megabyte of one line and as many newlines', () => {
    const line = 'word '.repeat(200_000);
    assert.deepEqual(splitParagraphs(line), [{ start: 0, end: line.length - 1 }]);
    assert.deepEqual(splitParagraphs('\n'.repeat(1_000_000)), []);
    assert.equal(splitParagraphs('a\n'.repeat(200_000)).length > 0, true);
    assert.deepEqual(splitParagraphs(' '.repeat(1_000_000)), []);
    assert.equal(splitParagraphs('> '.repeat(100_000)).length <= 1, true);
  });
});
