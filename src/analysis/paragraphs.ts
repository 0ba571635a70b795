import { isSpace } from './characters';
import type { Span } from './contract';

/** Widths at which people and programs wrap lines; a longer line was never wrapped. */
const MIN_WRAP_WIDTH = 40;
const MAX_WRAP_WIDTH = 120;
/** A line shorter than this share of the wrap width was ended on purpose. */
const SHORT_LINE = 0.6;

/** Searched for as a whole: by far the fastest way over a long text. */
const lineBreak = /[\n-\r\x85\u2028\u2029]/g;

/** What a mark of Markdown or a number begins with; most lines begin with a word or a quotation mark. */
const markers = /[-*_=~>#+•‣◦▪\d]/;

type LineKind = 'prose' | 'heading' | 'item' | 'quote';

/** A line with text on it; `start` and `end` leave out white space and Markdown markers of headings and lists. */
interface Line extends Span {
  readonly kind: LineKind;
  /** White space before the first character. */
  readonly indent: number;
  /** A blank line, a rule or the start of the text comes before. */
  readonly first: boolean;
  readonly number: number | null;
}

/**
 * Splits an article into its paragraphs.
 *
 * Blank lines part paragraphs. Lines that follow each other directly are one paragraph where the text is
 * hard-wrapped, and a paragraph each where it holds a line per paragraph. A Markdown heading or list item is a
 * paragraph without its marker; the lines of a block quote are one paragraph and keep their `>`.
 *
 * @returns in the order of the text, trimmed of white space, never empty; linear time
 */
export function splitParagraphs(text: string): Span[] {
  const lines = readLines(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Span[] = [];
  let open: { start: number; end: number } | null = null;
  let previous: Line | null = null;
  for (const line of lines) {
    if (open && previous && !line.first && continues(text, previous, line, width)) {
      open.end = line.end;
      // What stands under a list item is measured against the item.
      previous = previous.kind === 'item' ? { ...line, kind: 'item', indent: previous.indent } : line;
    } else {
      open = { start: line.start, end: line.end };
      paragraphs.push(open);
      previous = line;
    }
  }
  return paragraphs;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let first = true;
  lineBreak.lastIndex = 0;
  for (let at = 0; at < text.length;) {
    const end = lineBreak.test(text) ? lineBreak.lastIndex - 1 : text.length;
    const line = readLine(text, at, end, first);
    if (line) lines.push(line);
    // U+2029 and the form feed part paragraphs by themselves; the \n of \r\n must not count as a blank line.
    first = line === null || text.charCodeAt(end) === 0x2029 || text.charCodeAt(end) === 0x0c;
    if (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a) lineBreak.lastIndex++;
    at = end === text.length ? end : lineBreak.lastIndex;
  }
  return lines;
}

/** Null for a line without text: blank, a Markdown rule, or the underline of a heading. */
function readLine(text: string, from: number, to: number, first: boolean): Line | null {
  const { start, end } = trim(text, from, to);
  if (start === end) return null;
  if (!markers.test(text.charAt(start)))
    return { start, end, kind: 'prose', indent: start - from, first, number: null };
  const head = text.slice(start, Math.min(end, start + 120));
  if (/^(?:[-*_=~>]\s*)+$/.test(head) && (end - start > 2 || head.startsWith('>'))) return null;

  const marker = /^(?:(#{1,6})|([-*+•‣◦▪])|(\d{1,3})[.)])\s+(?=\S)/.exec(head);
  const line = { indent: start - from, first, number: marker?.[3] ? Number(marker[3]) : null };
  if (head.startsWith('>')) return { ...line, kind: 'quote', start, end };
  if (!marker) return { ...line, kind: 'prose', start, end };
  if (!marker[1]) return { ...line, kind: 'item', ...trim(text, start + marker[0].length, end) };
  let last = end;
  while (text[last - 1] === '#') last--;
  return {
    ...line,
    kind: 'heading',
    ...trim(text, start + marker[0].length, Math.max(last, start + marker[0].length + 1)),
  };
}

/** Whether `line`, which stands right under `previous`, goes on with its paragraph. */
function continues(text: string, previous: Line, line: Line, width: number | null): boolean {
  if (line.kind === 'heading' || previous.kind === 'heading') return false;
  if (line.kind === 'quote' || previous.kind === 'quote') return line.kind === previous.kind;
  const midSentence = !endsSentence(text, previous);
  const runsOn = midSentence && startsLowerCase(text, line);
  if (line.kind === 'item') {
    // A dash or a number at the start of a wrapped line ("in May\n12. Then") makes no list.
    const belongs = runsOn || (midSentence && line.number !== null && line.number !== 1);
    return previous.kind === 'prose' && belongs;
  }
  if (runsOn) return true;
  if (previous.kind === 'item') return line.indent > previous.indent;
  if (width === null || line.indent > previous.indent + 1) return false;
  const length = previous.end - previous.start;
  const wouldHaveFit = length + 1 + firstWordLength(text, line) <= width;
  return !wouldHaveFit || (!endsSentence(text, previous) && length >= SHORT_LINE * width);
}

/** The width to which the text is hard-wrapped; null for a text with a line per paragraph. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let longest = 0;
  let followed = 0;
  let sentences = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || next.first || line.kind !== 'prose' || next.kind !== 'prose') continue;
    followed++;
    if (endsSentence(text, line)) sentences++;
    longest = Math.max(longest, line.end - line.start);
  }
  const wrapped = longest >= MIN_WRAP_WIDTH && longest <= MAX_WRAP_WIDTH && sentences * 2 < followed;
  return wrapped ? longest : null;
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?…:]["”“’'»)\]*_]*$/.test(text.slice(Math.max(line.start, line.end - 6), line.end));
}

function startsLowerCase(text: string, line: Line): boolean {
  return /^["“‘'(\[*_]*\p{Ll}/u.test(text.slice(line.start, line.start + 6));
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && at - line.start < MAX_WRAP_WIDTH && !isSpace(text.charCodeAt(at))) at++;
  return at - line.start;
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
