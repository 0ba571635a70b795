import type { Span } from '../analysis/contract';

/** In UTF-16 code units: what stands before a part of a text tells who “he” is there, */
const BEFORE = 2000;
/** and what stands behind it, how a quotation goes on. */
const BEHIND = 500;

/** A part of a text with as much around it as is analysed with it, where it is analysed before the rest. */
export function withSurroundings({ start, end }: Span): Span {
  return { start: start - BEFORE, end: end + BEHIND };
}
