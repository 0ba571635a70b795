import assert from 'node:assert/strict';
import { flatSpans, spansOf } from '../../src/articles/flatSpans';
import { NO_MARKS, type Marks } from '../../src/articles/marks';
import { ShownPages } from './shownPages';

/** Three thousand marks of each of two kinds. */
const many = (shift = 0): Marks => {
  const marks = (from: number) =>
    flatSpans(Array.from({ length: 3000 }, (_, n) => ({ start: from + 10 * n, end: from + 10 * n + 4 })));
  return { ...NO_MARKS, cue: marks(shift), directQuote: marks(shift + 5) };
};

describe('the pages of marks', () => {
  it('are set again only where something else is found', () => {
    const shown = new ShownPages();
    shown.pages.replace(many());
    shown.flush();
    assert.ok(shown.sets > 6, 'there are several pages');
    shown.sets = 0;
    shown.edit({ start: 0, end: 0, inserted: 7 });
    shown.pages.replace(many(7));
    shown.flush();
    assert.equal(shown.sets, 0);
    const other = { ...many(7), cue: flatSpans(spansOf(many(7).cue).toSpliced(1500, 1)) };
    shown.pages.replace(other);
    shown.flush();
    assert.equal(shown.sets, 1);
    assert.deepEqual(shown.marks, other);
  });

  it('come in parts, first those that are near', () => {
    const { pages } = new ShownPages();
    pages.replace(many());
    const first = pages.next(20_000);
    assert.ok(first?.spans.some(({ start }) => start === 20_000 || start === 20_005));
    assert.ok(first && first.spans.length <= 1000);
  });
});
