import { lowerCase } from '../characters';
import type { ParagraphQuotation, Syntax, Token } from '../paragraph';
import { Tag } from '../paragraph';
import { remembered } from '../remembered';
import { cueVerbs } from '../attributions/lexicon';

/**
 * What the tagger sees of a paragraph, as integers: a feature is the hash of its template and values, taken modulo
 * the number of buckets. Training and run time share this file; any change in it needs new weights.
 */

/** Feature buckets of each stage; a power of two. */
export const bucketBits = 17;
const mask = (1 << bucketBits) - 1;

/** Attributes of the tokens of one paragraph, one array each; padding of {@link pad} tokens on either side. */
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

/** Mixes a value into a hash (the finaliser of MurmurHash3, shortened). */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
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
  const make = (): Int32Array => new Int32Array(size);
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

/** One seed for each template, so that equal values of two templates fall into different buckets. */
const seeds = Int32Array.from({ length: 256 }, (_, template) => mix(0x9e3779b9, template));

/** Writes the buckets of one token after the other, a template after the other. */
class FeatureRows {
  #at = 0;
  #template = 0;

  constructor(
    readonly ids: Int32Array,
    readonly firstTemplate: number,
  ) {}

  begin(): void {
    this.#template = this.firstTemplate;
  }

  put1(a: number): void {
    this.ids[this.#at++] = mix(seeds[this.#template++]!, a) & mask;
  }

  put2(a: number, b: number): void {
    this.ids[this.#at++] = mix(mix(seeds[this.#template++]!, a), b) & mask;
  }

  put3(a: number, b: number, c: number): void {
    this.ids[this.#at++] = mix(mix(mix(seeds[this.#template++]!, a), b), c) & mask;
  }
}

/** Templates of the cue stage. */
export const cueTemplates = 60;

const isNominal = (pos: number): boolean =>
  (pos >= 8 && pos <= 11) || pos === 18 || pos === 24 || pos === 25 || pos === 7;
const isVerbal = (pos: number): boolean => pos >= 12 && pos <= 17;

const distanceBucket = (distance: number): number => {
  const far = Math.abs(distance);
  const bucket = far < 5 ? far : far < 8 ? 5 : far < 12 ? 6 : far < 20 ? 7 : far < 35 ? 8 : 9;
  return distance < 0 ? -bucket : bucket;
};

/**
 * Features of the cue stage.
 *
 * @returns {@link cueTemplates} bucket numbers for each token
 */
export function cueFeatures(encoded: Encoded): Int32Array {
  const { length, word, stem, suffix, pos, shape, quote, cueClass, sentence } = encoded;
  const ids = new Int32Array(length * cueTemplates);
  const left = nearest(encoded, -1);
  const right = nearest(encoded, 1);
  const row = new FeatureRows(ids, 0);
  for (let at = pad; at < length + pad; at++) {
    row.begin();
    const w = word[at]!;
    const s = stem[at]!;
    const p = pos[at]!;
    for (let by = -3; by <= 3; by++) row.put1(word[at + by]!);
    for (let by = -4; by <= 4; by++) row.put1(pos[at + by]!);
    row.put2(word[at - 1]!, w);
    row.put2(w, word[at + 1]!);
    row.put2(word[at - 2]!, word[at - 1]!);
    row.put2(word[at + 1]!, word[at + 2]!);
    row.put2(word[at - 1]!, word[at + 1]!);
    row.put3(word[at - 1]!, w, word[at + 1]!);
    row.put1(s);
    row.put1(stem[at - 1]!);
    row.put1(stem[at + 1]!);
    row.put2(s, stem[at + 1]!);
    row.put2(stem[at - 1]!, s);
    row.put1(suffix[at]!);
    row.put2(suffix[at]!, p);
    row.put2(suffix[at - 1]!, p);
    row.put2(suffix[at + 1]!, p);
    row.put2(pos[at - 1]!, p);
    row.put2(p, pos[at + 1]!);
    row.put3(pos[at - 1]!, p, pos[at + 1]!);
    row.put3(pos[at - 2]!, pos[at - 1]!, p);
    row.put3(p, pos[at + 1]!, pos[at + 2]!);
    row.put2(s, pos[at - 1]!);
    row.put2(s, pos[at + 1]!);
    row.put3(s, pos[at - 1]!, pos[at + 1]!);
    row.put2(s, quote[at]!);
    row.put2(quote[at - 1]! * 7 + quote[at + 1]!, quote[at]!);
    row.put2(quote[at - 2]! * 7 + quote[at + 2]!, quote[at]!);
    row.put2(s, quote[at - 1]! * 7 + quote[at + 1]!);
    row.put2(shape[at]!, shape[at - 1]! * 8 + shape[at + 1]!);
    row.put2(cueClass[at]!, p);
    row.put3(cueClass[at]!, pos[at - 1]!, pos[at + 1]!);
    row.put3(cueClass[at - 1]! * 7 + cueClass[at + 1]!, cueClass[at]!, p);
    const noun = left.noun[at]!;
    const closed = left.quote[at]!;
    const opened = right.quote[at]!;
    const that = right.that[at]!;
    row.put2(s, noun ? pos[noun]! : 0);
    row.put3(p, noun ? pos[noun]! : 0, distanceBucket(noun ? at - noun : 40));
    row.put2(noun ? word[noun]! : 0, p);
    row.put3(s, distanceBucket(closed ? at - closed : 40), distanceBucket(opened ? opened - at : 40));
    row.put3(p, distanceBucket(closed ? at - closed : 40), distanceBucket(opened ? opened - at : 40));
    row.put3(
      cueClass[at]!,
      distanceBucket(closed ? at - closed : 40),
      distanceBucket(opened ? opened - at : 40),
    );
    row.put2(s, that ? 1 : 0);
    row.put3(p, distanceBucket(that ? that - at : 40), quote[at]!);
    const verb = left.verb[at]!;
    row.put2(verb ? stem[verb]! : 0, p);
    row.put3(verb ? cueClass[verb]! : 7, cueClass[at]!, quote[at]!);
    const next = right.verb[at]!;
    row.put2(s, next ? pos[next]! : 0);
    row.put3(p, sentence[at] === sentence[at - 1] ? 0 : 1, sentence[at] === sentence[at + 1] ? 0 : 1);
    row.put2(right.nounStem[at]!, s);
  }
  return ids;
}

interface Nearest {
  /** Padded index of the nearest token of a kind in the same sentence, or 0. */
  readonly noun: Int32Array;
  readonly verb: Int32Array;
  readonly quote: Int32Array;
  readonly that: Int32Array;
  readonly nounStem: Int32Array;
}

const thatHash = hashString('that');

function nearest({ length, word, stem, pos, quote, sentence }: Encoded, step: -1 | 1): Nearest {
  const size = length + 2 * pad;
  const found: Nearest = {
    noun: new Int32Array(size),
    verb: new Int32Array(size),
    quote: new Int32Array(size),
    that: new Int32Array(size),
    nounStem: new Int32Array(size),
  };
  let noun = 0;
  let verb = 0;
  let mark = 0;
  let that = 0;
  const first = step === -1 ? pad : length + pad - 1;
  const last = step === -1 ? length + pad : pad - 1;
  for (let at = first; at !== last; at -= step) {
    if (sentence[at] !== sentence[at + step]) noun = verb = mark = that = 0;
    found.noun[at] = noun;
    found.verb[at] = verb;
    found.quote[at] = mark;
    found.that[at] = that;
    found.nounStem[at] = noun ? stem[noun]! : 0;
    if (isNominal(pos[at]!)) noun = at;
    if (isVerbal(pos[at]!)) verb = at;
    if (quote[at] === (step === -1 ? 3 : 1)) mark = at;
    if (word[at] === thatHash) that = at;
  }
  return found;
}

/** Templates of the span stage that are the same for every cue of a paragraph, and those that look at the cue. */
export const sharedTemplates = 34;
export const relativeTemplates = 30;

/** @returns {@link sharedTemplates} bucket numbers for each token */
export function sharedFeatures(encoded: Encoded): Int32Array {
  const { length, word, stem, pos, shape, quote, cueClass, sentence } = encoded;
  const ids = new Int32Array(length * sharedTemplates);
  const row = new FeatureRows(ids, cueTemplates);
  for (let at = pad; at < length + pad; at++) {
    row.begin();
    const p = pos[at]!;
    for (let by = -2; by <= 2; by++) row.put1(word[at + by]!);
    for (let by = -3; by <= 3; by++) row.put1(pos[at + by]!);
    row.put2(word[at - 1]!, word[at]!);
    row.put2(word[at]!, word[at + 1]!);
    row.put2(pos[at - 1]!, p);
    row.put2(p, pos[at + 1]!);
    row.put3(pos[at - 1]!, p, pos[at + 1]!);
    row.put3(pos[at - 2]!, pos[at - 1]!, p);
    row.put3(p, pos[at + 1]!, pos[at + 2]!);
    row.put2(stem[at]!, p);
    row.put2(shape[at]!, shape[at - 1]! * 8 + shape[at + 1]!);
    for (let by = -1; by <= 1; by++) row.put1(quote[at + by]!);
    row.put2(quote[at - 1]! * 7 + quote[at + 1]!, quote[at]!);
    row.put2(quote[at]!, p);
    row.put2(cueClass[at]!, p);
    row.put2(cueClass[at - 1]! * 7 + cueClass[at + 1]!, p);
    row.put2(sentence[at] === sentence[at - 1] ? 0 : 1, sentence[at] === sentence[at + 1] ? 0 : 1);
    row.put3(word[at - 1]!, pos[at + 1]!, p);
    row.put3(pos[at - 1]!, word[at + 1]!, p);
    row.put2(word[at - 1]!, p);
    row.put2(p, word[at + 1]!);
    row.put2(word[at + 1]!, word[at + 2]!);
  }
  return ids;
}

/** What stands where in a paragraph, as running counts: differences tell what lies between a token and the cue. */
export interface Landmarks {
  readonly commas: Int32Array;
  readonly nouns: Int32Array;
  readonly verbs: Int32Array;
  readonly cues: Int32Array;
  readonly stops: Int32Array;
  readonly quotes: Int32Array;
}

/** @param cues for each token 0, or 1 where it belongs to a cue, or 2 where a cue begins */
export function landmarksOf({ length, pos, quote }: Encoded, cues: Uint8Array): Landmarks {
  const make = (): Int32Array => new Int32Array(length + 1);
  const marks: Landmarks = {
    commas: make(),
    nouns: make(),
    verbs: make(),
    cues: make(),
    stops: make(),
    quotes: make(),
  };
  for (let token = 0; token < length; token++) {
    const at = token + pad;
    const p = pos[at]!;
    marks.commas[token + 1] = marks.commas[token]! + (p === 30 ? 1 : 0);
    marks.nouns[token + 1] = marks.nouns[token]! + (isNominal(p) && !isNominal(pos[at + 1]!) ? 1 : 0);
    marks.verbs[token + 1] = marks.verbs[token]! + (isVerbal(p) || p === 4 ? 1 : 0);
    marks.cues[token + 1] = marks.cues[token]! + (cues[token] === 2 ? 1 : 0);
    marks.stops[token + 1] = marks.stops[token]! + (p >= 31 && p <= 37 ? 1 : 0);
    marks.quotes[token + 1] = marks.quotes[token]! + (quote[at] === 1 || quote[at] === 3 ? 1 : 0);
  }
  return marks;
}

/**
 * Features that look at one cue.
 *
 * @param cue its tokens
 * @param window tokens for which features are wanted
 * @returns {@link relativeTemplates} bucket numbers for each token of the window
 */
export function relativeFeatures(
  encoded: Encoded,
  landmarks: Landmarks,
  cues: Uint8Array,
  cue: { readonly from: number; readonly to: number },
  window: { readonly from: number; readonly to: number },
): Int32Array {
  const { word, stem, pos, quote, cueClass, sentence, quotation } = encoded;
  const ids = new Int32Array((window.to - window.from) * relativeTemplates);
  const row = new FeatureRows(ids, cueTemplates + sharedTemplates);
  const head = cueHead(encoded, cue);
  const cueStem = stem[head + pad]!;
  const cueWord = word[head + pad]!;
  const cuePos = pos[head + pad]!;
  const kind = cueClass[head + pad]!;
  const before = pos[cue.from - 1 + pad]! * 64 + quote[cue.from - 1 + pad]!;
  const after = pos[cue.to + pad]! * 64 + quote[cue.to + pad]!;
  const afterWord = word[cue.to + pad]!;
  const cueSentence = sentence[cue.from + pad]!;
  const cueQuote = quotation[cue.from + pad]!;
  const clip = (value: number, most: number): number => Math.min(value, most);
  for (let token = window.from; token < window.to; token++) {
    row.begin();
    const at = token + pad;
    const p = pos[at]!;
    const inside = token >= cue.from && token < cue.to;
    const side = inside ? 0 : token < cue.from ? 1 : 2;
    const distance = inside ? 0 : token < cue.from ? token - cue.from : token - cue.to + 1;
    const far = distanceBucket(distance);
    const from = side === 1 ? token + 1 : cue.to;
    const to = side === 1 ? cue.from : token;
    const between = (counts: Int32Array): number => (side === 0 ? 0 : counts[to]! - counts[from]!);
    const commas = clip(between(landmarks.commas), 3);
    const nouns = clip(between(landmarks.nouns), 3);
    const verbs = clip(between(landmarks.verbs), 3);
    const others = clip(between(landmarks.cues), 2);
    const stops = clip(between(landmarks.stops), 2);
    const quotes = clip(between(landmarks.quotes), 4);
    const sentences = Math.max(-2, Math.min(2, sentence[at]! - cueSentence));
    const q = quote[at]!;
    const where = side * 8 + q;
    const sameQuote = quotation[at]! >= 0 && quotation[at] === cueQuote ? 1 : 0;
    row.put2(far, p);
    row.put2(far, q);
    row.put1(far);
    row.put3(cueStem, side, q);
    row.put3(cueStem, side * 4 + verbs, p);
    row.put2(cueStem, far);
    row.put3(cueStem, side, commas);
    row.put3(cueStem, side, p);
    row.put3(cueWord, side, word[at]!);
    row.put3(kind, far, q);
    row.put3(kind, side * 4 + nouns, p);
    row.put3(where, commas, verbs);
    row.put3(where, nouns, p);
    row.put3(where, others, stops);
    row.put3(where, quotes, sentences);
    row.put3(where, quotes, sameQuote);
    row.put3(side, nouns * 4 + verbs, commas * 4 + stops);
    row.put3(side, others, p);
    row.put3(side * 4 + stops, sentences, p);
    row.put3(before, side, p);
    row.put3(after, side, p);
    row.put3(before, after, far);
    row.put3(before, after, where);
    row.put3(cuePos, side, nouns * 4 + commas);
    row.put3(afterWord, side, far);
    row.put3(afterWord, cueStem, where);
    row.put3(cues[token]!, side, p);
    row.put3(cues[token + 1] ?? 0, others, where);
    row.put3(side === 0 ? 0 : pos[(side === 1 ? token + 1 : token - 1) + pad]!, far, p);
    row.put3(sameQuote, sentences, quotes * 16 + commas);
  }
  return ids;
}

/** The token that names the cue: its last verb, or else its last word. */
export function cueHead(
  { pos }: Encoded,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  for (let token = to - 1; token >= from; token--) if (isVerbal(pos[token + pad]!)) return token;
  return to - 1;
}
