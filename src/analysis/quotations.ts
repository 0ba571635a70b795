import { isSpace } from './characters';
import type { Span } from './contract';
import { withoutMarkdown } from './markdown';
import type { ParagraphQuotation } from './paragraph';
import { readMarks, type Mark, type Marks } from './quotations/marks';
import { pairMarks, type Pair } from './quotations/pairing';
import { roleOf } from './quotations/role';
import { matches } from './matches';

export { joinQuotations, type JoinedQuotation, type QuotationPiece } from './quotations/joining';

/** How deep quotations in marks of one family may nest; deeper ones are slips. */
const DEPTH: Readonly<Record<keyof Marks, number>> = { double: 3, guillemet: 2, single: 1 };

/** — Ann Lee, on the last line of a block quote or behind its last sentence. */
const signature = /(?:\n\s*|(?<=[.!?…]["”’']?)\s+)(?:[—–―]|--?)\s*\p{Lu}[^\n]{0,100}$/u;

/** A quotation before its role and depth are known. */
type Shape = Pick<ParagraphQuotation, 'span' | 'inner' | 'marks'>;

/**
 * Finds the quotations of one paragraph, whatever marks they stand in, and judges what each is for.
 *
 * An opening mark without a partner runs to the end of the paragraph (or to the next quotation that begins a
 * sentence), a closing one from the start of the paragraph or sentence; `marks` tells. A Markdown block quote is a
 * quotation without marks. Any string is accepted; the time is linear in its length.
 *
 * @returns outer before inner, in the order of the text; a nested quotation lies within the marks of the outer one
 */
export function findQuotations(marked: string): ParagraphQuotation[] {
  const { text, toMarked } = withoutMarkdown(marked);
  return readQuotations(text).map(({ span, inner, marks, ...rest }) => ({
    ...rest,
    marks,
    span: toMarked(span),
    // emphasis that begins or ends with the quotation stands within its marks
    inner: {
      start: marks.open ? toMarked({ start: span.start, end: inner.start }).end : toMarked(inner).start,
      end: marks.close ? toMarked({ start: inner.end, end: span.end }).start : toMarked(inner).end,
    },
  }));
}

function readQuotations(text: string): ParagraphQuotation[] {
  const marks = readMarks(text);
  let shapes: Shape[] = [];
  for (const family of ['double', 'guillemet', 'single'] as const) {
    // Marks pair only within the same surrounding quotation, so that quotations never cross.
    const found = groupByContainer(marks[family], shapes).flatMap(group => pairMarks(group, DEPTH[family]));
    shapes = nestingOnly([...shapes, ...shapesOf(text, found)]);
  }
  const blockQuote = blockQuoteOf(text, shapes);
  if (blockQuote) shapes = [blockQuote, ...shapes];

  const ends: number[] = [];
  return shapes.map(shape => {
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= shape.span.start) ends.pop();
    ends.push(shape.span.end);
    return { ...shape, role: roleOf(text, shape), depth: ends.length - 1 };
  });
}

function shapesOf(text: string, pairs: readonly Pair[]): Shape[] {
  const inOrder = [...pairs].sort((a, b) => anchor(a) - anchor(b));
  const shapes: Shape[] = [];
  let latestEnd = 0;
  for (const { open, close, limit } of inOrder) {
    const from = open ? open.start : unopenedStart(text, latestEnd, close?.start ?? 0);
    const to = close ? close.end : trimEnd(text, from, limit ?? text.length);
    const inner = { start: open ? open.end : from, end: close ? close.start : to };
    if (open && close) latestEnd = Math.max(latestEnd, close.end);
    else latestEnd = Math.max(latestEnd, to);
    if (isBlank(text, inner)) continue;
    shapes.push({ span: { start: from, end: to }, inner, marks: { open: !!open, close: !!close } });
  }
  return shapes;
}

function anchor({ open, close }: Pair): number {
  return (open ?? close)?.start ?? 0;
}

/** Where a quotation begins whose opening mark is missing: with the paragraph, or else with its sentence. */
function unopenedStart(text: string, from: number, close: number): number {
  let start = from;
  if (from > 0) {
    for (const { index, 0: end } of matches(text.slice(from, close), /[.!?…]["”’')]?\s+(?=\S)/g)) {
      start = from + index + end.length;
    }
  }
  while (start < close && isSpace(text.charCodeAt(start))) start++;
  return start;
}

/** Drops what crosses a quotation found earlier, and orders outer before inner. */
function nestingOnly(shapes: readonly Shape[]): Shape[] {
  const inOrder = [...shapes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const open: Shape[] = [];
  return inOrder.filter(shape => {
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= shape.span.start) open.pop();
    const outer = open.at(-1);
    if (outer && (shape.span.end > outer.inner.end || shape.span.start < outer.inner.start)) return false;
    open.push(shape);
    return true;
  });
}

function groupByContainer(marks: readonly Mark[], shapes: readonly Shape[]): Mark[][] {
  const outside: Mark[] = [];
  const groups = new Map<Shape, Mark[]>();
  const open: Shape[] = [];
  let next = 0;
  for (const mark of marks) {
    for (let shape = shapes[next]; shape && shape.span.start <= mark.start; shape = shapes[++next]) {
      while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= shape.span.start) open.pop();
      open.push(shape);
    }
    while (open.length > 0 && (open.at(-1)?.span.end ?? 0) <= mark.start) open.pop();
    const container = open.at(-1);
    if (!container) {
      outside.push(mark);
      continue;
    }
    const group = groups.get(container);
    if (group) group.push(mark);
    else groups.set(container, [mark]);
  }
  return [outside, ...groups.values()];
}

/** A paragraph behind Markdown's `>`, unless it is narration with quotations of its own. */
function blockQuoteOf(text: string, shapes: readonly Shape[]): Shape | null {
  const marker = /^(?:>[ \t]*)+/.exec(text);
  if (!marker) return null;
  const end = signature.exec(text)?.index ?? text.length;
  const span = { start: 0, end };
  const inner = { start: marker[0].length, end };
  const leads = shapes.some(({ span }) => span.start <= inner.start + 1);
  if (leads || isBlank(text, inner)) return null;
  return { span, inner, marks: { open: false, close: false } };
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isBlank(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
