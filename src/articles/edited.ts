import type { Span } from '../analysis/contract';
import { editBetween } from './delta';

/** Where to look at once after an edit. */
export interface EditedPlace {
  /** The paragraphs that the edit touched. */
  readonly within: Span;
  /** With what stands around them, which tells who “he” is and which quotation goes on. */
  readonly around: Span;
}

/** How much around the paragraphs is looked at with them, in UTF-16 code units. */
const AROUND = 3000;
/** More than an author types between two pauses; that is left to the whole analysis. */
const LONGEST = 8000;

/** @returns null where the texts are the same, or more was edited than can be looked at at once */
export function editedPlace(before: string, after: string): EditedPlace | null {
  if (before === after) return null;
  const { start, inserted } = editBetween(before, after);
  const within = toBlankLines(after, { start, end: start + inserted });
  const around = toBlankLines(after, { start: within.start - AROUND, end: within.end + AROUND });
  return around.end - around.start > LONGEST + 2 * AROUND ? null : { within, around };
}

/** The span, and from there in both directions to the next blank line or an end of the text. */
function toBlankLines(text: string, { start, end }: Span): Span {
  const before = Math.max(
    ...BLANK_LINES.map(blank => endOf(text.lastIndexOf(blank, start - blank.length), blank)),
  );
  const after = BLANK_LINES.map(blank => text.indexOf(blank, end)).filter(found => found >= 0);
  return { start: Math.max(0, Math.min(start, before)), end: Math.min(text.length, ...after) };
}

/** As they end lines of either kind. */
const BLANK_LINES = ['\n\n', '\n\r\n'] as const;

function endOf(found: number, words: string): number {
  return found < 0 ? 0 : found + words.length;
}
