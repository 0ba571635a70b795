import type { Span } from './contract';
import { partitionPoint } from './partitionPoint';
import { matches } from './matches';

/** A text without its Markdown marks, and the way back. */
export interface Unmarked {
  readonly text: string;
  /** A span of the unmarked text in the text with its marks. */
  readonly toMarked: (span: Span) => Span;
}

/** `[words](address "title")` and `[words][reference]`; the lengths are bounded so that the time stays linear. */
const link =
  /\[([^[\]\n]{1,300})\](?:\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?: "[^"\n]{0,200}")?\)|\[[\w-]{1,40}\])/gu;
const emphasis = /\*{1,3}|_{1,3}/gu;
const quoteMarker = /\n[ \t]*(?:>[ \t]?)+/gu;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Takes out the marks of Markdown that are no part of the prose: of emphasis, of links with their addresses, and the
 * `>` of a block quote's further lines. What only looks like a mark (`5 * 3`, `f***`, `snake_case`) stays.
 */
export function withoutMarkdown(marked: string): Unmarked {
  const marks = [...linkMarks(marked), ...emphasisMarks(marked), ...quoteMarkers(marked)].sort(
    (a, b) => a.start - b.start,
  );
  if (marks.length === 0) return { text: marked, toMarked: span => span };
  let text = '';
  let from = 0;
  /** Where each kept piece begins, in both texts. */
  const pieces: { readonly unmarked: number; readonly marked: number }[] = [];
  for (const { start, end } of marks) {
    if (start > from) {
      pieces.push({ unmarked: text.length, marked: from });
      text += marked.slice(from, start);
    }
    from = Math.max(from, end);
  }
  if (from < marked.length || pieces.length === 0) {
    pieces.push({ unmarked: text.length, marked: from });
    text += marked.slice(from);
  }
  const at = (offset: number): number => {
    const begun = partitionPoint(pieces, ({ unmarked }) => unmarked <= offset);
    const piece = pieces[Math.max(begun, 1) - 1];
    return piece ? piece.marked + offset - piece.unmarked : offset;
  };
  return {
    text,
    toMarked: ({ start, end }) => ({ start: at(start), end: end > start ? at(end - 1) + 1 : at(start) }),
  };
}

/** The words of a span that may begin within a link: "Ann Lee](https://x.example)’s office". */
export function wordsWithoutMarkdown(words: string): string {
  const link = words.indexOf('](');
  const opened = words.indexOf('[');
  return withoutMarkdown(link >= 0 && (opened < 0 || opened > link) ? `[${words}` : words).text;
}

function linkMarks(text: string): Span[] {
  if (!text.includes('](') && !text.includes('][')) return [];
  return matches(text, link).flatMap(({ index, 0: whole, 1: words = '' }) => [
    { start: index, end: index + 1 },
    { start: index + 1 + words.length, end: index + whole.length },
  ]);
}

/** Pairs of the same run of `*` or `_`, the first before a word or mark and the second behind one. */
function emphasisMarks(text: string): Span[] {
  if (!text.includes('*') && !text.includes('_')) return [];
  const open: Span[] = [];
  const pairs: Span[] = [];
  for (const { index, 0: run } of matches(text, emphasis)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + run.length);
    const mark = { start: index, end: index + run.length };
    const closes = /\S/u.test(before) && !wordCharacter.test(after);
    const opens = /\S/u.test(after) && !wordCharacter.test(before);
    const partner = closes ? open.findLastIndex(({ start, end }) => text.slice(start, end) === run) : -1;
    const begun = open[partner];
    if (begun) {
      pairs.push(begun, mark);
      open.length = partner;
    } else if (opens) {
      open.push(mark);
      if (open.length > maxOpen) open.shift();
    }
  }
  return pairs;
}

/** More runs than this are not open at a time in prose. */
const maxOpen = 8;

function quoteMarkers(text: string): Span[] {
  if (!text.startsWith('>')) return [];
  return matches(text, quoteMarker).map(({ index, 0: whole }) => ({
    start: index + 1,
    end: index + whole.length,
  }));
}
