import type { Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { endAfter, startAfter, type TextEdit } from './shift';

/**
 * Spans in one array: the start of the first, its end, the start of the second. A long article has ten thousand marks; as
 * objects they would hold the editor's thread with collecting them after each analysis, and a call for each takes ten
 * times as long as a loop until V8 has compiled it.
 */
export type FlatSpans = Int32Array;

export const NO_SPANS: FlatSpans = new Int32Array();

export function flatSpans(spans: readonly Span[]): FlatSpans {
  const flat = new Int32Array(2 * spans.length);
  for (const [nth, { start, end }] of spans.entries()) {
    flat[2 * nth] = start;
    flat[2 * nth + 1] = end;
  }
  return flat;
}

export function spansOf(flat: FlatSpans): Span[] {
  return Array.from({ length: flat.length / 2 }, (_, nth) => ({
    start: flat[2 * nth]!,
    end: flat[2 * nth + 1]!,
  }));
}

/** Where the spans lie after edits that were made one after the other. */
export function movedSpans(flat: FlatSpans, edits: readonly TextEdit[]): FlatSpans {
  if (edits.length === 0) return flat;
  const moved = flat.slice();
  for (const edit of edits)
    for (let at = 0; at < moved.length; at += 2) {
      const start = startAfter(moved[at]!, edit);
      moved[at] = start;
      moved[at + 1] = Math.max(start, endAfter(moved[at + 1]!, edit));
    }
  return moved;
}

/** Those of spans in order that begin from one offset on and before another. */
export function beginningBetween(flat: FlatSpans, from: number, to: number): FlatSpans {
  const indexOf = (offset: number) =>
    2 * partitionPoint({ length: flat.length / 2 }, (_, nth) => flat[2 * nth]! < offset);
  return flat.subarray(indexOf(from), indexOf(to));
}

export function joined(...parts: readonly FlatSpans[]): FlatSpans {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function areSame(one: FlatSpans, other: FlatSpans): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
