import type { Span } from '../analysis/contract';
import { areSame, beginningBetween, joined, spansOf } from './flatSpans';
import { MARK_KINDS, marksBy, movedMarks, NO_MARKS, type MarkKind, type Marks } from './marks';
import { addEdit, startAfter, type TextEdit } from './shift';

/** So many marks are set again where one of them changes; well within the time for which the thread may be held. */
const MARKS_PER_PAGE = 500;

interface Page {
  /** Tells the pages apart, in whatever order they come. */
  readonly number: number;
  /** Where it begins; it goes on to the next one's start. */
  start: number;
  marks: Marks;
  /** What is still to be set in the editor. */
  readonly stale: Set<MarkKind>;
}

/** What is to be set in an editor: all marks of a kind on a page. */
export interface PageOfMarks {
  readonly page: number;
  readonly kind: MarkKind;
  readonly spans: readonly Span[];
}

/**
 * The marks that an editor shows, in pages of the text: the editor moves its marks along with edits by itself, so what
 * is to be set again are the pages in which others are found.
 */
export class MarkPages {
  #pages: Page[] = [{ number: 0, start: 0, marks: NO_MARKS, stale: new Set() }];
  #edits: readonly TextEdit[] = [];
  #numbers = 1;

  edited(edits: readonly TextEdit[]): void {
    for (const edit of edits) this.#edits = addEdit(this.#edits, edit);
  }

  /**
   * Takes over what was found in the text as it is now.
   *
   * @param within where that was looked for: marks that begin elsewhere stay
   */
  replace(found: Marks, within: Span = { start: 0, end: Infinity }): void {
    this.#move();
    this.#pages = this.#pages.flatMap((page, index) => {
      const start = index === 0 ? 0 : page.start;
      const end = this.#pages[index + 1]?.start ?? Infinity;
      if (end <= within.start || start >= within.end) return [page];
      const marks = marksBy(kind => {
        const comes = beginningBetween(found[kind], Math.max(start, within.start), Math.min(end, within.end));
        if (within.start <= start && end <= within.end) return comes;
        const before = beginningBetween(page.marks[kind], start, within.start);
        const behind = beginningBetween(page.marks[kind], within.end, Infinity);
        return joined(before, comes, behind);
      });
      return this.#turned(page, marks);
    });
  }

  /** Takes out what is to be set next, of the pages nearest to a place; undefined when nothing is left. */
  next(near: number): PageOfMarks | undefined {
    const stale = this.#pages.filter(page => page.stale.size > 0);
    if (stale.length === 0) return undefined;
    this.#move();
    const shown = this.#pages.findLast(page => page.start <= near);
    const page = shown && shown.stale.size > 0 ? shown : stale[0];
    const [kind] = page?.stale ?? [];
    if (!page || kind === undefined) return undefined;
    page.stale.delete(kind);
    return {
      page: page.number,
      kind,
      spans: spansOf(page.marks[kind]).filter(({ start, end }) => start < end),
    };
  }

  #turned(page: Page, marks: Marks): Page[] {
    const [first, ...rest] = inPages(marks, page.start);
    if (!first) return [];
    for (const kind of MARK_KINDS) if (!areSame(page.marks[kind], first.marks[kind])) page.stale.add(kind);
    page.marks = first.marks;
    return [
      page,
      ...rest.map(part => ({
        ...part,
        number: this.#numbers++,
        stale: new Set(MARK_KINDS.filter(kind => part.marks[kind].length > 0)),
      })),
    ];
  }

  #move(): void {
    const edits = this.#edits;
    if (edits.length === 0) return;
    this.#edits = [];
    for (const page of this.#pages) {
      page.start = edits.reduce(startAfter, page.start);
      page.marks = movedMarks(page.marks, edits);
    }
  }
}

/** Parts marks where no mark runs over, so that what lies across another is set with it. */
function inPages(marks: Marks, from: number): Pick<Page, 'start' | 'marks'>[] {
  const all = MARK_KINDS.reduce((sum, kind) => sum + marks[kind].length / 2, 0);
  const starts = all > 2 * MARKS_PER_PAGE ? pageStarts(marks, from) : [from];
  return starts.map((start, index) => {
    const [begin, end] = [index === 0 ? 0 : start, starts[index + 1] ?? Infinity];
    return { start, marks: marksBy(kind => beginningBetween(marks[kind], begin, end)) };
  });
}

function pageStarts(marks: Marks, from: number): number[] {
  const all = joined(...MARK_KINDS.map(kind => marks[kind]));
  const begins = new Int32Array(all.length / 2);
  const ends = new Int32Array(all.length / 2);
  for (let nth = 0; nth < begins.length; nth++) {
    begins[nth] = all[2 * nth]!;
    ends[nth] = all[2 * nth + 1]!;
  }
  begins.sort();
  ends.sort();
  const starts = [from];
  let last = 0;
  for (let nth = MARKS_PER_PAGE; nth < begins.length; nth++) {
    // As many have ended before this one as have begun.
    if (nth - last < MARKS_PER_PAGE || ends[nth - 1]! > begins[nth]!) continue;
    starts.push(begins[nth]!);
    last = nth;
  }
  return starts;
}
