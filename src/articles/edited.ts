import type { Span } from '../analysis/contract';
import { editBetween } from './delta';
import type { TextEdit } from './shift';
import { withSurroundings } from './surroundings';

/** Where to look at once after an edit. */
export interface EditedPlace {
  readonly edit: TextEdit;
  /** The paragraphs that the edit touched. */
  readonly within: Span;
  /** With what stands around them, which tells who “he” is and which quotation goes on. */
  readonly around: Span;
}

/** More than an author types between two pauses; that is left to the whole analysis. */
const LONGEST = 12_000;

/** @returns null where the texts are the same, or more was edited than can be looked at at once */
export function editedPlace(before: string, after: string): EditedPlace | null {
  if (before === after) return null;
  const edit = editBetween(before, after);
  const { start, inserted } = edit;
  const within = toBlankLines(after, { start, end: start + inserted });
  const around = toBlankLines(after, withSurroundings(within));
  return around.end - around.start > LONGEST ? null : { edit, within, around };
}

/** The span, and from there in both directions to the next blank line, or as far as would be too long anyway. */
function toBlankLines(text: string, span: Span): Span {
  const [start, end] = [Math.max(0, span.start), Math.min(text.length, span.end)];
  const from = Math.max(0, start - LONGEST);
  const before = text.slice(from, start);
  const behind = text.slice(end, end + LONGEST);
  const after = BLANK_LINES.map(blank => behind.indexOf(blank)).filter(found => found >= 0);
  return {
    start: from + Math.max(...BLANK_LINES.map(blank => endOf(before.lastIndexOf(blank), blank))),
    end: end + Math.min(behind.length, ...after),
  };
}

/** As they end lines of either kind. */
const BLANK_LINES = ['\n\n', '\n\r\n'] as const;

function endOf(found: number, words: string): number {
  return found < 0 ? 0 : found + words.length;
}
