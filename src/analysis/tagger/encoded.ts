import { lowerCase } from '../characters';
import type { ParagraphQuotation, Syntax, Token } from '../paragraph';
import { Tag } from '../paragraph';
import { remembered } from '../remembered';
import { cueVerbs } from '../attributions/lexicon';

/**
 * What the tagger sees of a paragraph: attributes of its tokens as integers, a column each, with a padding of
 * {@link pad} tokens on either side. Any change in it needs new weights.
 */
export interface Encoded {
  readonly length: number;
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly pos: Int32Array;
  readonly shape: Int32Array;
  /** {@link QuoteState}; in a title or scare quotation three more. */
  readonly quote: Int32Array;
  readonly cueClass: Int32Array;
  /** Index of the token's sentence. */
  readonly sentence: Int32Array;
  /** Index of the speech quotation a token stands in, or -1. */
  readonly quotation: Int32Array;
}

/** Where a token stands to a quotation of speech. */
export const QuoteState = { Outside: 0, Opening: 1, Inside: 2, Closing: 3 } as const;

/** Tokens of padding on either side of an encoded paragraph. */
export const pad = 4;

export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

const posOrder: readonly (readonly [bits: number, pos: number])[] = [
  [Tag.Punctuation, 1],
  [Tag.Negative, 2],
  [Tag.Modal, 3],
  [Tag.Copula, 4],
  [Tag.Auxiliary, 5],
  [Tag.Date, 6],
  [Tag.Value, 7],
  [Tag.Person, 8],
  [Tag.Organization, 9],
  [Tag.Place, 10],
  [Tag.Pronoun, 11],
  [Tag.Gerund, 12],
  [Tag.Participle, 13],
  [Tag.PastTense, 14],
  [Tag.Infinitive, 15],
  [Tag.PresentTense, 16],
  [Tag.Verb, 17],
  [Tag.ProperNoun, 18],
  [Tag.Determiner, 19],
  [Tag.Preposition, 20],
  [Tag.Conjunction, 21],
  [Tag.Adverb, 22],
  [Tag.Adjective, 23],
  [Tag.Plural, 24],
  [Tag.Noun, 25],
  [Tag.Possessive, 26],
];

function posOf(token: Token): number {
  for (const [bits, pos] of posOrder)
    if (token.tags & bits) return pos === 1 ? punctuationPos(token.text) : pos;
  return 27;
}

function punctuationPos(text: string): number {
  switch (text.charAt(0)) {
    case ',':
      return 30;
    case ':':
      return 31;
    case ';':
      return 32;
    case '.':
      return 33;
    case '?':
    case '!':
      return 34;
    case '(':
    case '[':
      return 35;
    case ')':
    case ']':
      return 36;
    case '-':
    case '–':
    case '—':
      return 37;
    default:
      return 1;
  }
}

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return 1;
  const upper = text.toUpperCase();
  const lower = text.toLowerCase();
  if (upper === lower) return 2;
  if (text === lower) return 3;
  if (text === upper) return text.length > 1 ? 4 : 5;
  return text.startsWith(upper.charAt(0)) ? 6 : 7;
}

/** A crude stem: enough to bring the forms of a regular verb together. */
function stemOf(lower: string): string {
  if (lower.length < 5) return lower;
  return lower.replace(/(?:ing|ed|es|s|e)$/u, '');
}

/** What the tagger sees of a word wherever it stands. */
const wordOf = remembered((text: string) => {
  const lower = lowerCase(text);
  const digits = lower.replace(/\d/gu, '0');
  const verb = cueVerbs.get(lower);
  return {
    word: hashString(digits),
    stem: hashString(stemOf(digits)),
    suffix: hashString(lower.slice(-3)),
    shape: shapeOf(text),
    cueClass: verb
      ? (verb.kind === 'speech' ? 1 : 4) + ['clause', 'addressee', 'object'].indexOf(verb.frame)
      : 0,
  };
});

export function encode({ tokens, sentences }: Syntax, quotations: readonly ParagraphQuotation[]): Encoded {
  const length = tokens.length;
  const size = length + 2 * pad;
  const make = columnsOf(size, 9);
  const encoded: Encoded = {
    length,
    word: make(),
    stem: make(),
    suffix: make(),
    pos: make(),
    shape: make(),
    quote: make(),
    cueClass: make(),
    sentence: make(),
    quotation: make().fill(-1),
  };
  tokens.forEach((token, index) => {
    const at = index + pad;
    const word = wordOf(token.text);
    encoded.word[at] = word.word;
    encoded.stem[at] = word.stem;
    encoded.suffix[at] = word.suffix;
    encoded.pos[at] = posOf(token);
    encoded.shape[at] = word.shape;
    encoded.cueClass[at] = word.cueClass;
  });
  sentences.forEach(({ from, to }, index) => encoded.sentence.fill(index + 1, from + pad, to + pad));
  let at = 0;
  let count = 0;
  for (const { span, inner, role, depth } of quotations) {
    if (depth > 0) continue;
    while (at < length && tokens[at]!.end <= span.start) at++;
    const base = role === 'speech' ? 0 : 3;
    for (; at < length && tokens[at]!.start < span.end; at++) {
      const token = tokens[at]!;
      const mark = token.end <= inner.start ? 1 : token.start >= inner.end ? 3 : 2;
      encoded.quote[at + pad] = base + mark;
      encoded.quotation[at + pad] = count;
    }
    count++;
  }
  return encoded;
}

/**
 * Columns of zeros, which share a buffer: a typed array of its own takes longer to make than to fill.
 *
 * @returns gives one column after the other, `count` of them
 */
export function columnsOf(length: number, count: number): () => Int32Array {
  const buffer = new Int32Array(length * count);
  let end = 0;
  return () => buffer.subarray(end, (end += length));
}

/** A column of attributes as seen from each token: those of the tokens so many places on, at most {@link pad}. */
export function shifted(column: Int32Array, by: number): Int32Array {
  return column.subarray(pad + by, column.length - pad + by);
}

/**
 * The same, from so many places before to as many behind.
 *
 * @param reach how far the tokens are from it that are asked for; at most {@link pad}
 * @returns the attributes of the tokens so many places on
 */
export function shifts(column: Int32Array, reach: number): (by: number) => Int32Array {
  const views: Int32Array[] = [];
  for (let by = -reach; by <= reach; by++) views.push(shifted(column, by));
  return by => views[by + reach]!;
}

export const isNominal = (pos: number): boolean =>
  (pos >= 8 && pos <= 11) || pos === 18 || pos === 24 || pos === 25 || pos === 7;
export const isVerbal = (pos: number): boolean => pos >= 12 && pos <= 17;

/** The token that names the cue: its last verb, or else its last word. */
export function cueHead(
  { pos }: Encoded,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  for (let token = to - 1; token >= from; token--) if (isVerbal(pos[token + pad]!)) return token;
  return to - 1;
}
