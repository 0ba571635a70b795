import type { Span } from './contract';
import type { Token, TokenRange } from './paragraph';

/** The same span in a text that begins so many code units earlier. */
export const shiftSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** From the first to the last token of a range that is not empty. */
export const spanOfTokens = (tokens: readonly Token[], { from, to }: TokenRange): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});
