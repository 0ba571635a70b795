import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Span } from '../../../src/analysis/contract';
import { spansOf } from '../../../src/articles/flatSpans';
import { MARK_KINDS, marksBy, type Marks } from '../../../src/articles/marks';
import { inOrder, ShownPages } from '../../articles/shownPages';

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));
const distinct = (spans: readonly Span[]) =>
  inOrder([...new Map(spans.map(it => [`${it.start}-${it.end}`, it])).values()]);
const marks = fc
  .array(fc.tuple(fc.constantFrom(...MARK_KINDS), span))
  .map((list): Marks => marksBy(kind => distinct(list.filter(([of]) => of === kind).map(([, it]) => it))));
const edit = fc
  .record({ start: fc.nat(50), removed: fc.nat(6), inserted: fc.nat(6) })
  .map(({ start, removed, inserted }) => ({ start, end: start + removed, inserted }));

describe('the pages of marks', () => {
  it('show what was found last, whatever was found and edited before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(marks, fc.array(edit, { maxLength: 2 }))), marks, (before, last) => {
        const shown = new ShownPages();
        for (const [found, edits] of before) {
          shown.pages.replace(found);
          for (const it of edits) {
            shown.edit(it);
            if (it.inserted % 2) shown.flush();
          }
        }
        shown.pages.replace(last);
        shown.flush();
        assert.deepEqual(shown.marks, last);
      }),
    );
  });

  it('show of one place what was found there, and elsewhere what was found before', () => {
    fc.assert(
      fc.property(marks, marks, span, (before, found, within) => {
        const shown = new ShownPages();
        shown.pages.replace(before);
        shown.pages.replace(found, within);
        shown.flush();
        const isWithin = ({ start }: Span) => within.start <= start && start < within.end;
        assert.deepEqual(
          shown.marks,
          marksBy(kind => {
            const stays = spansOf(before[kind]).filter(it => !isWithin(it));
            return distinct([...stays, ...spansOf(found[kind]).filter(isWithin)]);
          }),
        );
      }),
    );
  });
});
