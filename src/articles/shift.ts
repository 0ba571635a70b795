import type { Analysis, Span } from '../analysis/contract';
import type { TextChange } from './keptText';

/** `[start, end)` of the text before gave way to `inserted` code units. */
export interface TextEdit extends Span {
  readonly inserted: number;
}

export function editOf({ start, end, text }: TextChange): TextEdit {
  return { start, end, inserted: text.length };
}

/** What becomes of the spans of an analysis, and of the ids that its parts know each other by. */
export interface Move {
  readonly span: (span: Span) => Span;
  readonly id: (id: string) => string;
}

/**
 * Where a span lies after an edit. Text typed at either edge stays outside, as with VS Code's own decorations;
 * a span whose text is gone becomes empty.
 */
export function shiftSpan(span: Span, edit: TextEdit): Span {
  return shiftThrough(span, [edit]);
}

/** The same of edits that were made one after the other. */
export function shiftThrough(span: Span, edits: readonly TextEdit[]): Span {
  let { start, end } = span;
  for (const edit of edits) {
    start = startAfter(start, edit);
    end = Math.max(start, endAfter(end, edit));
  }
  return start === span.start && end === span.end ? span : { start, end };
}

/** Where the start of a span lies after an edit. */
export function startAfter(start: number, edit: TextEdit): number {
  if (start >= edit.end) return start + edit.inserted - (edit.end - edit.start);
  return start > edit.start ? edit.start + edit.inserted : start;
}

/** Where its end lies, unless the start has come to lie behind that. */
export function endAfter(end: number, edit: TextEdit): number {
  if (end <= edit.start) return end;
  return end >= edit.end ? end + edit.inserted - (edit.end - edit.start) : edit.start;
}

/** The analysis with every span where the edits, made one after the other, have moved it. */
export function shiftAnalysis(analysis: Analysis, edits: readonly TextEdit[]): Analysis {
  if (edits.length === 0) return analysis;
  return moved(analysis, moveBy(edits));
}

/** What the edits, made one after the other, make of spans. */
export function moveBy(edits: readonly TextEdit[]): Move {
  return { span: span => shiftThrough(span, edits), id: id => id };
}

/** Adds an edit to those before it: letters typed one behind the other are one edit. */
export function addEdit(edits: readonly TextEdit[], edit: TextEdit): TextEdit[] {
  const last = edits.at(-1);
  const isTyped = ({ start, end }: TextEdit) => start === end;
  const follows = last && isTyped(last) && isTyped(edit) && edit.start === last.start + last.inserted;
  return follows
    ? [...edits.slice(0, -1), { ...last, inserted: last.inserted + edit.inserted }]
    : [...edits, edit];
}

/** How far the edits can have moved anything. */
export function reachOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { start, end, inserted }) => sum + (end - start) + inserted, 0);
}

/** Any part of an analysis, moved; the same object where nothing in it moves, and with its keys in the same order. */
export function moved<T>(value: T, move: Move): T {
  return movedValue(value, move) as T;
}

function movedValue(value: unknown, move: Move): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return movedList(value, move);
  if (isSpan(value)) {
    const { start, end } = move.span(value);
    // Some spans say what they are as well: the kind of an excluded part.
    return start === value.start && end === value.end ? value : { ...value, start, end };
  }
  return movedRecord(value as Record<string, unknown>, move);
}

function movedList(list: readonly unknown[], move: Move): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = movedValue(list[index], move);
    if (item !== list[index]) (copy ??= [...list])[index] = item;
  }
  return copy ?? list;
}

function movedRecord(record: Record<string, unknown>, move: Move): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined;
  for (const key in record) {
    const value = record[key];
    const item =
      typeof value === 'string' ? (isReference(key) ? move.id(value) : value) : movedValue(value, move);
    if (item !== value) (copy ??= { ...record })[key] = item;
  }
  return copy ?? record;
}

function isReference(key: string): boolean {
  return key === 'id' || key === 'actor' || key === 'attribution';
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value;
}
