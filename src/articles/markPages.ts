import type { Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { MARK_KINDS, type MarkKind, type Marks } from './marks';
import { addEdit, shiftThrough, type TextEdit } from './shift';

/** So many marks are set again where one of them changes; well within the time for which the thread may be held. */
const MARKS_PER_PAGE = 1000;

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
  #pages: Page[] = [{ number: 0, start: 0, marks: noMarks(), stale: new Set() }];
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
        const stays = page.marks[kind].filter(span => !beginsIn(span, within));
        const comes = beginningBetween(found[kind], Math.max(start, within.start), Math.min(end, within.end));
        return stays.length === 0 ? comes : [...stays, ...comes].sort(inOrder);
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
    return { page: page.number, kind, spans: page.marks[kind].filter(({ start, end }) => start < end) };
  }

  #turned(page: Page, marks: Marks): Page[] {
    const [first, ...rest] = inPages(marks, page.start);
    if (!first) return [];
    for (const kind of MARK_KINDS) if (!isSame(page.marks[kind], first.marks[kind])) page.stale.add(kind);
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
    const moved = (span: Span) => shiftThrough(span, edits);
    for (const page of this.#pages) {
      page.start = moved({ start: page.start, end: page.start }).start;
      page.marks = marksBy(kind => page.marks[kind].map(moved));
    }
  }
}

/** Parts marks where no mark runs over, so that what lies across another is set with it. */
function inPages(marks: Marks, from: number): Pick<Page, 'start' | 'marks'>[] {
  const all = MARK_KINDS.flatMap(kind => marks[kind].map(span => ({ kind, span })));
  if (all.length <= 2 * MARKS_PER_PAGE) return [{ start: from, marks }];
  all.sort((a, b) => inOrder(a.span, b.span));
  const pages: { start: number; marks: Record<MarkKind, Span[]> }[] = [];
  let count = MARKS_PER_PAGE;
  let end = 0;
  for (const { kind, span } of all) {
    if (count >= MARKS_PER_PAGE && span.start >= end) {
      pages.push({ start: pages.length === 0 ? from : span.start, marks: noMarks() });
      count = 0;
    }
    pages.at(-1)?.marks[kind].push(span);
    count++;
    end = Math.max(end, span.end);
  }
  return pages;
}

export function noMarks(): Record<MarkKind, Span[]> {
  return marksBy(() => []);
}

export function marksBy(of: (kind: MarkKind) => Span[]): Record<MarkKind, Span[]> {
  return Object.fromEntries(MARK_KINDS.map(kind => [kind, of(kind)])) as Record<MarkKind, Span[]>;
}

/** @param spans in order */
function beginningBetween(spans: readonly Span[], start: number, end: number): Span[] {
  return spans.slice(
    partitionPoint(spans, span => span.start < start),
    partitionPoint(spans, span => span.start < end),
  );
}

function beginsIn({ start }: Span, within: Span): boolean {
  return within.start <= start && start < within.end;
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return one.length === other.length && one.every((span, index) => inOrder(span, other[index] ?? span) === 0);
}
