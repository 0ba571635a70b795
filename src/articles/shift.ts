import type { Analysis, Span } from '../analysis/contract';

/** `[start, end)` of the text before gave way to `inserted` code units. */
export interface TextEdit extends Span {
  readonly inserted: number;
}

/**
 * Where a span lies after an edit. Text typed at either edge stays outside, as with VS Code's own decorations;
 * a span whose text is gone becomes empty.
 */
export function shiftSpan(span: Span, edit: TextEdit): Span {
  if (edit.start >= span.end && edit.end > span.start) return span;
  const delta = edit.inserted - (edit.end - edit.start);
  const start =
    edit.end <= span.start
      ? span.start + delta
      : span.start <= edit.start
        ? span.start
        : edit.start + edit.inserted;
  const end = span.end <= edit.start ? span.end : edit.end <= span.end ? span.end + delta : edit.start;
  return { start, end: Math.max(start, end) };
}

/** The analysis with every span where the edits, made one after the other, have moved it. */
export function shiftAnalysis(analysis: Analysis, edits: readonly TextEdit[]): Analysis {
  if (edits.length === 0) return analysis;
  return mapSpans(analysis, span => edits.reduce(shiftSpan, span));
}

function mapSpans<T>(value: T, move: (span: Span) => Span): T {
  if (Array.isArray(value)) return value.map(item => mapSpans(item as unknown, move)) as T;
  if (typeof value !== 'object' || value === null) return value;
  // Some spans say what they are as well: the kind of an excluded part.
  if (isSpan(value)) return { ...value, ...move(value) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapSpans(item, move)])) as T;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value;
}
