import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../src/analysis/contract';
import { shiftAnalysis, shiftSpan } from '../../src/articles/shift';
import { analysisWith, ferryAnalysis, ferryText } from './fixture';

describe('shifting spans with edits', () => {
  // `[` and `]` bound the span, `<` and `>` the replaced text.
  const cases: [name: string, before: string, inserted: string, after: string][] = [
    ['moves with text typed before it', 'ab<>cd[ef]gh', 'xy', 'abxycd[ef]gh'],
    ['moves with text removed before it', 'a<bc>d[ef]gh', '', 'ad[ef]gh'],
    ['stays when text behind it changes', '[ab]c<d>e', 'xyz', '[ab]cxyze'],
    ['grows with text typed inside', 'a[b<>c]d', 'x', 'a[bxc]d'],
    ['shrinks with text removed inside', 'a[b<cd>e]f', '', 'a[be]f'],
    ['leaves out what is typed at its start', 'a<>[bc]d', 'x', 'ax[bc]d'],
    ['leaves out what is typed at its end', 'a[bc]<>d', 'x', 'a[bc]xd'],
    ['loses a replaced beginning', 'a<b[c>d]e', 'xy', 'axy[d]e'],
    ['loses a replaced end', 'a[b<c]d>e', 'xy', 'a[b]xye'],
    ['keeps all of a replacement of its own words', 'a<[bc]>d', 'x', 'a[x]d'],
    ['is empty when it was replaced with its surroundings', 'a<b[c]d>e', 'x', 'ax[]e'],
  ];
  for (const [name, before, inserted, after] of cases) {
    it(name, () => {
      assert.deepEqual(
        shiftSpan(find(before, '[', ']'), { ...find(before, '<', '>'), inserted: inserted.length }),
        find(after, '[', ']'),
      );
    });
  }

  it('moves every span of an analysis, and nothing else', () => {
    const moved = shiftAnalysis(ferryAnalysis, [{ start: 0, end: 0, inserted: 3 }]);
    assert.deepEqual(
      JSON.parse(JSON.stringify(moved), (key, value: unknown) =>
        (key === 'start' || key === 'end') && typeof value === 'number' ? value - 3 : value,
      ),
      ferryAnalysis,
    );
  });

  it('keeps what else a span says, such as its kind', () => {
    const { article } = analysisWith({});
    const captioned = { ...article, excluded: [{ start: 4, end: 9, kind: 'caption' as const }] };
    const moved = shiftAnalysis(analysisWith({ article: captioned }), [{ start: 0, end: 0, inserted: 3 }]);
    assert.deepEqual(moved.article.excluded, [{ start: 7, end: 12, kind: 'caption' }]);
  });

  it('keeps spans inside the text, whatever the edits', () => {
    const edit = fc.record({ at: fc.nat(300), removed: fc.nat(40), inserted: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), requests => {
        let length = ferryText.length;
        const edits = requests.map(({ at, removed, inserted }) => {
          const start = Math.min(at, length);
          const end = Math.min(start + removed, length);
          length += inserted - (end - start);
          return { start, end, inserted };
        });
        for (const { content } of shiftAnalysis(ferryAnalysis, edits).attributions) {
          for (const { start, end } of content) assert.ok(0 <= start && start <= end && end <= length);
        }
      }),
    );
  });
});

/** Offsets of a pair of marks, not counting any mark. */
function find(marked: string, open: string, close: string): Span {
  const offset = (mark: string) =>
    [...marked.slice(0, marked.indexOf(mark))].filter(c => !'[]<>'.includes(c)).length;
  return { start: offset(open), end: offset(close) };
}
