import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Span } from '../../src/analysis/contract';
import { flatSpans, spansOf } from '../../src/articles/flatSpans';
import { MarkPages } from '../../src/articles/markPages';
import { MARK_KINDS, marksBy, NO_MARKS, type Marks } from '../../src/articles/marks';
import { shiftSpan, type TextEdit } from '../../src/articles/shift';

/** What an editor shows that sets what it is told to, and moves it along with edits. */
class Shown {
  readonly pages = new MarkPages();
  readonly #set = new Map<string, readonly Span[]>();
  sets = 0;

  edit(edit: TextEdit): void {
    this.pages.edited([edit]);
    for (const [key, spans] of this.#set)
      this.#set.set(
        key,
        spans.map(span => shiftSpan(span, edit)),
      );
  }

  flush(near = 0): void {
    for (let next = this.pages.next(near); next; next = this.pages.next(near)) {
      this.#set.set(`${next.kind}/${next.page}`, next.spans);
      this.sets++;
    }
  }

  get marks(): Marks {
    return marksBy(kind =>
      inOrder(
        [...this.#set]
          .flatMap(([key, spans]) => (key.startsWith(`${kind}/`) ? spans : []))
          .filter(({ start, end }) => start < end),
      ),
    );
  }
}

const inOrder = (spans: Span[]) => flatSpans(spans.sort((a, b) => a.start - b.start || a.end - b.end));

/** Three thousand marks of each of two kinds. */
const many = (shift = 0): Marks => {
  const marks = (from: number) =>
    flatSpans(Array.from({ length: 3000 }, (_, n) => ({ start: from + 10 * n, end: from + 10 * n + 4 })));
  return { ...NO_MARKS, cue: marks(shift), directQuote: marks(shift + 5) };
};

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
        const shown = new Shown();
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
        const shown = new Shown();
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

  it('are set again only where something else is found', () => {
    const shown = new Shown();
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
    const { pages } = new Shown();
    pages.replace(many());
    const first = pages.next(20_000);
    assert.ok(first?.spans.some(({ start }) => start === 20_000 || start === 20_005));
    assert.ok(first && first.spans.length <= 1000);
  });
});
