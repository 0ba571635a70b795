import search from 'approx-string-match';
import { diffArrays } from 'diff';
import type { Span } from '../analysis/contract';
import type { Article } from './article';

/**
 * `exact`: every word, in this order; `near`: most of them, see the changes; `absent`: not there. Capitals,
 * punctuation, the form of quotation marks and apostrophes and white space are not compared: a transcript has its own.
 * Where the quote leaves words out (…) or explains them ([the mayor]), the file may have others.
 */
export type QuoteVerdict = 'exact' | 'near' | 'absent';

/** A run of words that are in both, in the quote alone, or in the file alone. */
export interface QuoteChange {
  readonly where: 'both' | 'quote' | 'file';
  readonly words: string;
}

export interface QuoteResult {
  readonly verdict: QuoteVerdict;
  /** Where it stands in the file, in UTF-16 code units; null where it is absent. */
  readonly span: Span | null;
  /** Empty where it is absent. */
  readonly changes: readonly QuoteChange[];
}

/** So many words may have been left out at one place of a quote. */
const LEFT_OUT = 400;

/** One word of so many may differ; a piece with fewer words has to be there as it is. */
const ERROR_EVERY = 3;
const SHORTEST_NEAR = 4;

/** How many words are read between two pauses. */
const READ_AT_ONCE = 4000;

/** A line that is shown side by side with another one breaks behind so many characters. */
const LINE_LENGTH = 70;

interface Word extends Span {
  /** As it is compared. */
  readonly key: string;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** What somebody is quoted as saying, quotation marks included, in the order of the text. */
export function quotesOf({ analysis, text }: Article): { readonly span: Span; readonly words: string }[] {
  return analysis.quotations
    .filter(({ role }) => role === 'speech')
    .map(({ span }) => ({ span, words: text.slice(span.start, span.end) }))
    .sort((a, b) => a.span.start - b.span.start);
}

/**
 * Looks quotes up in a file. Yields null every now and then, so that the caller can give way to others, and a result
 * for each quote, in their order; the time grows with the words of the file times the quotes.
 */
export function* checkQuotes(
  quotes: readonly string[],
  file: string,
): Generator<QuoteResult | null, void, undefined> {
  const inFile: Word[] = [];
  for (const word of wordsOf(file)) {
    inFile.push(word);
    if (inFile.length % READ_AT_ONCE === 0) yield null;
  }
  const pieces = quotes.map(quote => ({ quote, pieces: piecesOf(quote) }));
  const codes = new Map<string, string>();
  for (const { pieces: ofQuote } of pieces) {
    for (const { key } of ofQuote.flat()) codes.set(key, codes.get(key) ?? charOf(codes.size + 1));
  }
  // A word is a character for the search, so that what it counts are words that differ.
  const encoded = (words: readonly Word[]) => words.map(({ key }) => codes.get(key) ?? charOf(0)).join('');
  const fileCode = encoded(inFile);
  for (const { quote, pieces: ofQuote } of pieces) {
    yield checkQuote(quote, ofQuote, ofQuote.map(encoded), { text: file, words: inFile, code: fileCode });
  }
}

/** The words of a quote and of a file in lines that lie side by side: both break where both say the same. */
export function sideBySide(changes: readonly QuoteChange[]): {
  readonly quote: string;
  readonly file: string;
} {
  const lines = { quote: [[]] as string[][], file: [[]] as string[][] };
  const isFull = (side: string[][]) => (side.at(-1)?.join(' ').length ?? 0) >= LINE_LENGTH;
  for (const { where, words } of changes) {
    for (const word of words.split(' ')) {
      if (where === 'both' && (isFull(lines.quote) || isFull(lines.file))) {
        lines.quote.push([]);
        lines.file.push([]);
      }
      if (where !== 'file') lines.quote.at(-1)?.push(word);
      if (where !== 'quote') lines.file.at(-1)?.push(word);
    }
  }
  const written = (side: string[][]) => side.map(line => `${line.join(' ')}\n`).join('');
  return { quote: written(lines.quote), file: written(lines.file) };
}

function charOf(code: number): string {
  return String.fromCharCode(code);
}

function checkQuote(
  quote: string,
  pieces: readonly (readonly Word[])[],
  codes: readonly string[],
  file: { readonly text: string; readonly words: readonly Word[]; readonly code: string },
): QuoteResult {
  const matches = matchPieces(codes, file.code);
  const first = matches?.[0] && file.words[matches[0].start];
  const last = matches && file.words[(matches.at(-1)?.end ?? 0) - 1];
  if (!matches || !first || !last) return { verdict: 'absent', span: null, changes: [] };
  const changes = pieces.flatMap((piece, at) => {
    const match = matches[at];
    const there = match ? file.words.slice(match.start, match.end) : [];
    const gap: QuoteChange[] = at > 0 ? [{ where: 'both', words: '…' }] : [];
    return [...gap, ...changesBetween(piece, quote, there, file.text)];
  });
  return {
    verdict: matches.every(({ errors }) => errors === 0) ? 'exact' : 'near',
    span: { start: first.start, end: last.end },
    changes,
  };
}

/** The longest piece is looked for everywhere, the others before and behind it. */
function matchPieces(pieces: readonly string[], file: string): Match[] | null {
  const lengths = pieces.map(({ length }) => length);
  const anchor = lengths.indexOf(Math.max(...lengths));
  let best: { readonly matches: Match[]; readonly errors: number } | null = null;
  for (const found of find(pieces[anchor] ?? '', file)) {
    const matches = [found];
    for (let at = anchor + 1, from = found.end; at < pieces.length; at++) {
      const match = find(pieces[at] ?? '', file, from, from + LEFT_OUT)[0];
      if (match) matches.push(match);
      from = match?.end ?? from;
    }
    for (let at = anchor - 1, to = found.start; at >= 0; at--) {
      const match = find(pieces[at] ?? '', file, Math.max(0, to - LEFT_OUT), to).at(-1);
      if (match) matches.unshift(match);
      to = match?.start ?? to;
    }
    const errors = matches.reduce((sum, match) => sum + match.errors, 0);
    if (matches.length === pieces.length && (!best || errors < best.errors)) best = { matches, errors };
    if (best?.errors === 0) break;
  }
  return best?.matches ?? null;
}

/** Where a piece is, with the fewest errors that there are. */
function find(piece: string, file: string, from = 0, to = file.length): Match[] {
  const most = piece.length < SHORTEST_NEAR ? 0 : Math.floor(piece.length / ERROR_EVERY);
  if (piece === '') return [];
  const found: Match[] = [];
  for (const { start, end, errors } of search(file.slice(from, to), piece, most)) {
    const match = { start: start + from, end: end + from, errors };
    // At one place, the last words may count as missing or as more than there are: the latter says more.
    const before = found.at(-1);
    if (!before || before.end <= match.start) found.push(match);
    else if (match.end - match.start > before.end - before.start) found[found.length - 1] = match;
  }
  return found;
}

function changesBetween(
  quoted: readonly Word[],
  quote: string,
  there: readonly Word[],
  file: string,
): QuoteChange[] {
  const written = (words: readonly Word[], text: string) =>
    words.map(({ start, end }) => text.slice(start, end)).join(' ');
  return diffArrays([...quoted], [...there], { comparator: (a, b) => a.key === b.key }).map(
    ({ added, removed, value }): QuoteChange =>
      added
        ? { where: 'file', words: written(value, file) }
        : { where: removed ? 'quote' : 'both', words: written(value, removed ? quote : file) },
  );
}

/** What the quote has between the places where it leaves out or explains words. */
function piecesOf(quote: string): Word[][] {
  const pieces: Word[][] = [];
  let end = 0;
  for (const gap of [...quote.matchAll(GAP), null]) {
    const piece = [...wordsOf(quote.slice(0, gap?.index), end)];
    if (piece.length > 0) pieces.push(piece);
    if (gap) end = gap.index + gap[0].length;
  }
  return pieces;
}

/** An ellipsis, or words in brackets that are no part of a word. */
const GAP = /…|\.(?:\s?\.){2,}|(?<![\p{L}\p{N}])\[[^\]]{0,300}\](?![\p{L}\p{N}])/gu;

/** With the letters in brackets that "[W]e" or "walk[ed]" has, and the marks within "don’t" and "1,200.5". */
const WORD =
  /(?:[\p{L}\p{M}\p{N}]|\[\p{L}+\](?=\p{L})|(?<=\p{L})\[\p{L}+\]|(?<=\p{L})['’ʼ](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))+/gu;

function* wordsOf(text: string, from = 0): Generator<Word> {
  const words = new RegExp(WORD);
  words.lastIndex = from;
  for (let found = words.exec(text); found; found = words.exec(text)) {
    const [written] = found;
    yield { key: keyOf(written), start: found.index, end: found.index + written.length };
  }
}

function keyOf(written: string): string {
  return written
    .replace(/[['’ʼ,\]]/g, '')
    .toLowerCase()
    .normalize('NFC');
}
