import { cueTemplates } from './cueFeatures';
import {
  columnsOf,
  cueHead,
  isNominal,
  isVerbal,
  pad,
  QuoteState,
  shifted,
  shifts,
  type Encoded,
} from './encoded';
import { FeatureRows } from './featureRows';
import { adjacentTo, distanceBucket } from './neighbourhood';
import type { TokenRange } from '../paragraph';

/** Templates of the span stage that are the same for every cue of a paragraph, and those that look at the cue. */
export const sharedTemplates = 34;
export const relativeTemplates = 30;

/** @returns {@link sharedTemplates} bucket numbers for each token */
export function sharedFeatures(encoded: Encoded): Int32Array {
  const rows = new FeatureRows(encoded.length, sharedTemplates, cueTemplates);
  const word = shifts(encoded.word, 2);
  const pos = shifts(encoded.pos, 3);
  const quote = shifts(encoded.quote, 1);
  const stem = shifted(encoded.stem, 0);
  const shape = shifted(encoded.shape, 0);
  const cueClass = shifted(encoded.cueClass, 0);
  const w = word(0);
  const p = pos(0);
  const q = quote(0);
  const adjacent = adjacentTo(encoded);

  for (let by = -2; by <= 2; by++) rows.put1(word(by));
  for (let by = -3; by <= 3; by++) rows.put1(pos(by));
  rows.put2(word(-1), w);
  rows.put2(w, word(1));
  rows.put2(pos(-1), p);
  rows.put2(p, pos(1));
  rows.put3(pos(-1), p, pos(1));
  rows.put3(pos(-2), pos(-1), p);
  rows.put3(p, pos(1), pos(2));
  rows.put2(stem, p);
  rows.put2(shape, adjacent.shapes);
  for (let by = -1; by <= 1; by++) rows.put1(quote(by));
  rows.put2(adjacent.quotes, q);
  rows.put2(q, p);
  rows.put2(cueClass, p);
  rows.put2(adjacent.cueClasses, p);
  rows.put2(adjacent.beginsSentence, adjacent.endsSentence);
  rows.put3(word(-1), pos(1), p);
  rows.put3(pos(-1), word(1), p);
  rows.put2(word(-1), p);
  rows.put2(p, word(1));
  rows.put2(word(1), word(2));
  return rows.ids;
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
  const make = columnsOf(length + 1, 6);
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
    marks.quotes[token + 1] =
      marks.quotes[token]! + (quote[at] === QuoteState.Opening || quote[at] === QuoteState.Closing ? 1 : 0);
  }
  return marks;
}

/**
 * Features that look at one cue.
 *
 * @param cues as for {@link landmarksOf}
 * @param cue its tokens
 * @param window tokens for which features are wanted
 * @returns {@link relativeTemplates} bucket numbers for each token of the window
 */
export function relativeFeatures(
  encoded: Encoded,
  landmarks: Landmarks,
  cues: Uint8Array,
  cue: TokenRange,
  window: TokenRange,
): Int32Array {
  const { word, stem, pos, quote, cueClass } = encoded;
  const rows = new FeatureRows(window.to - window.from, relativeTemplates, cueTemplates + sharedTemplates);
  const ofWindow = (column: Int32Array): Int32Array => column.subarray(window.from + pad, window.to + pad);
  const head = cueHead(encoded, cue) + pad;
  const before = cue.from - 1 + pad;
  const after = cue.to + pad;
  const cueStem = stem[head]!;
  const cueKind = cueClass[head]!;
  const beforeCue = pos[before]! * 64 + quote[before]!;
  const afterCue = pos[after]! * 64 + quote[after]!;
  const wordAfter = word[after]!;
  const w = ofWindow(word);
  const p = ofWindow(pos);
  const q = ofWindow(quote);
  const view = seenFrom(cue, window, encoded, landmarks, cues);
  const { side, far, where, commas, nouns, verbs, others, stops, quotes, sentences } = view;

  rows.put2(far, p);
  rows.put2(far, q);
  rows.put1(far);
  rows.given(cueStem).put2(side, q);
  rows.given(cueStem).put2(view.sideVerbs, p);
  rows.given(cueStem).put1(far);
  rows.given(cueStem).put2(side, commas);
  rows.given(cueStem).put2(side, p);
  rows.given(word[head]!).put2(side, w);
  rows.given(cueKind).put2(far, q);
  rows.given(cueKind).put2(view.sideNouns, p);
  rows.put3(where, commas, verbs);
  rows.put3(where, nouns, p);
  rows.put3(where, others, stops);
  rows.put3(where, quotes, sentences);
  rows.put3(where, quotes, view.inCuesQuotation);
  rows.put3(side, view.nounsVerbs, view.commasStops);
  rows.put3(side, others, p);
  rows.put3(view.sideStops, sentences, p);
  rows.given(beforeCue).put2(side, p);
  rows.given(afterCue).put2(side, p);
  rows.given(beforeCue).given(afterCue).put1(far);
  rows.given(beforeCue).given(afterCue).put1(where);
  rows.given(pos[head]!).put2(side, view.nounsCommas);
  rows.given(wordAfter).put2(side, far);
  rows.given(wordAfter).given(cueStem).put1(where);
  rows.put3(view.cueHere, side, p);
  rows.put3(view.cueNext, others, where);
  rows.put3(view.posTowardsCue, far, p);
  rows.put3(view.inCuesQuotation, sentences, view.quotesCommas);
  return rows.ids;
}

/** How each token of a window stands to a cue, a column each. */
interface SeenFrom {
  /** 0 within the cue, 1 before it, 2 behind it. */
  readonly side: Int32Array;
  /** The {@link distanceBucket}. */
  readonly far: Int32Array;
  /** The side and the quote state. */
  readonly where: Int32Array;
  /** How many of each lie between it and the cue, up to a limit. */
  readonly commas: Int32Array;
  readonly nouns: Int32Array;
  readonly verbs: Int32Array;
  readonly others: Int32Array;
  readonly stops: Int32Array;
  readonly quotes: Int32Array;
  /** How many sentences farther on it is, from -2 to 2. */
  readonly sentences: Int32Array;
  /** 1 where it stands in the same quotation as the cue, else 0. */
  readonly inCuesQuotation: Int32Array;
  /** As in {@link landmarksOf}: of the token, and of the one behind it. */
  readonly cueHere: Int32Array;
  readonly cueNext: Int32Array;
  /** The word class of the token next to it on the cue's side. */
  readonly posTowardsCue: Int32Array;
  /** Two of the above in one number. */
  readonly sideVerbs: Int32Array;
  readonly sideNouns: Int32Array;
  readonly sideStops: Int32Array;
  readonly nounsVerbs: Int32Array;
  readonly commasStops: Int32Array;
  readonly nounsCommas: Int32Array;
  readonly quotesCommas: Int32Array;
}

function seenFrom(
  cue: TokenRange,
  window: TokenRange,
  { pos, quote, sentence, quotation }: Encoded,
  landmarks: Landmarks,
  cues: Uint8Array,
): SeenFrom {
  const make = columnsOf(window.to - window.from, 21);
  const columns = {
    side: make(),
    far: make(),
    where: make(),
    commas: make(),
    nouns: make(),
    verbs: make(),
    others: make(),
    stops: make(),
    quotes: make(),
    sentences: make(),
    inCuesQuotation: make(),
    cueHere: make(),
    cueNext: make(),
    posTowardsCue: make(),
    sideVerbs: make(),
    sideNouns: make(),
    sideStops: make(),
    nounsVerbs: make(),
    commasStops: make(),
    nounsCommas: make(),
    quotesCommas: make(),
  };
  const cueSentence = sentence[cue.from + pad]!;
  const cueQuotation = quotation[cue.from + pad]!;
  for (let token = window.from, row = 0; token < window.to; token++, row++) {
    const at = token + pad;
    const side = token < cue.from ? 1 : token < cue.to ? 0 : 2;
    // Within the cue nothing lies between.
    const from = side === 1 ? token + 1 : side === 2 ? cue.to : token;
    const to = side === 1 ? cue.from : token;
    const commas = Math.min(3, landmarks.commas[to]! - landmarks.commas[from]!);
    const nouns = Math.min(3, landmarks.nouns[to]! - landmarks.nouns[from]!);
    const verbs = Math.min(3, landmarks.verbs[to]! - landmarks.verbs[from]!);
    const stops = Math.min(2, landmarks.stops[to]! - landmarks.stops[from]!);
    const quotes = Math.min(4, landmarks.quotes[to]! - landmarks.quotes[from]!);
    columns.side[row] = side;
    columns.far[row] = distanceBucket(side === 0 ? 0 : side === 1 ? token - cue.from : token - cue.to + 1);
    columns.where[row] = side * 8 + quote[at]!;
    columns.commas[row] = commas;
    columns.nouns[row] = nouns;
    columns.verbs[row] = verbs;
    columns.others[row] = Math.min(2, landmarks.cues[to]! - landmarks.cues[from]!);
    columns.stops[row] = stops;
    columns.quotes[row] = quotes;
    columns.sentences[row] = Math.max(-2, Math.min(2, sentence[at]! - cueSentence));
    columns.inCuesQuotation[row] = quotation[at]! >= 0 && quotation[at] === cueQuotation ? 1 : 0;
    columns.cueHere[row] = cues[token]!;
    columns.cueNext[row] = cues[token + 1] ?? 0;
    columns.posTowardsCue[row] = side === 0 ? 0 : pos[side === 1 ? at + 1 : at - 1]!;
    columns.sideVerbs[row] = side * 4 + verbs;
    columns.sideNouns[row] = side * 4 + nouns;
    columns.sideStops[row] = side * 4 + stops;
    columns.nounsVerbs[row] = nouns * 4 + verbs;
    columns.commasStops[row] = commas * 4 + stops;
    columns.nounsCommas[row] = nouns * 4 + commas;
    columns.quotesCommas[row] = quotes * 16 + commas;
  }
  return columns;
}
