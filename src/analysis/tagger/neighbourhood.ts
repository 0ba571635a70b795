import { columnsOf, hashString, isNominal, isVerbal, pad, QuoteState, type Encoded } from './encoded';

/** What the tokens on either side of each token are, a column each. */
export interface Adjacent {
  /** The quote states of the two next to it, of the two beyond those, … */
  readonly quotes: Int32Array;
  readonly fartherQuotes: Int32Array;
  readonly shapes: Int32Array;
  readonly cueClasses: Int32Array;
  /** 1 where the token is the first or the last of its sentence, else 0. */
  readonly beginsSentence: Int32Array;
  readonly endsSentence: Int32Array;
}

export function adjacentTo({ length, shape, quote, cueClass, sentence }: Encoded): Adjacent {
  const make = columnsOf(length, 6);
  const columns = {
    quotes: make(),
    fartherQuotes: make(),
    shapes: make(),
    cueClasses: make(),
    beginsSentence: make(),
    endsSentence: make(),
  };
  for (let token = 0, at = pad; token < length; token++, at++) {
    columns.quotes[token] = quote[at - 1]! * 7 + quote[at + 1]!;
    columns.fartherQuotes[token] = quote[at - 2]! * 7 + quote[at + 2]!;
    columns.shapes[token] = shape[at - 1]! * 8 + shape[at + 1]!;
    columns.cueClasses[token] = cueClass[at - 1]! * 7 + cueClass[at + 1]!;
    columns.beginsSentence[token] = sentence[at] === sentence[at - 1] ? 0 : 1;
    columns.endsSentence[token] = sentence[at] === sentence[at + 1] ? 0 : 1;
  }
  return columns;
}

/** What stands nearest to each token in its sentence, a column each; distances are {@link distanceBucket}s. */
export interface Nearest {
  readonly nounWord: Int32Array;
  readonly nounPos: Int32Array;
  readonly nounDistance: Int32Array;
  readonly verbStem: Int32Array;
  readonly verbClass: Int32Array;
  readonly closedDistance: Int32Array;
  readonly openedDistance: Int32Array;
  readonly isThatAhead: Int32Array;
  readonly thatDistance: Int32Array;
  readonly nextVerbPos: Int32Array;
  readonly nextNounStem: Int32Array;
}

/** The distance to what is not there. */
const nowhere = 40;
/** The class of a verb that is not there. */
const noVerb = 7;
const thatHash = hashString('that');

export function nearestTo({ length, word, stem, pos, quote, cueClass, sentence }: Encoded): Nearest {
  const make = columnsOf(length, 11);
  const columns = {
    nounWord: make(),
    nounPos: make(),
    nounDistance: make(),
    verbStem: make(),
    verbClass: make(),
    closedDistance: make(),
    openedDistance: make(),
    isThatAhead: make(),
    thatDistance: make(),
    nextVerbPos: make(),
    nextNounStem: make(),
  };
  // Where the nearest one is, as an index into the padded attributes; 0 where there is none.
  let noun = 0;
  let verb = 0;
  let mark = 0;
  let that = 0;
  for (let token = 0, at = pad; token < length; token++, at++) {
    if (sentence[at] !== sentence[at - 1]) noun = verb = mark = 0;
    columns.nounWord[token] = noun ? word[noun]! : 0;
    columns.nounPos[token] = noun ? pos[noun]! : 0;
    columns.nounDistance[token] = distanceBucket(noun ? at - noun : nowhere);
    columns.verbStem[token] = verb ? stem[verb]! : 0;
    columns.verbClass[token] = verb ? cueClass[verb]! : noVerb;
    columns.closedDistance[token] = distanceBucket(mark ? at - mark : nowhere);
    if (isNominal(pos[at]!)) noun = at;
    if (isVerbal(pos[at]!)) verb = at;
    if (quote[at] === QuoteState.Closing) mark = at;
  }
  noun = verb = mark = 0;
  for (let token = length - 1, at = length - 1 + pad; token >= 0; token--, at--) {
    if (sentence[at] !== sentence[at + 1]) noun = verb = mark = that = 0;
    columns.openedDistance[token] = distanceBucket(mark ? mark - at : nowhere);
    columns.isThatAhead[token] = that ? 1 : 0;
    columns.thatDistance[token] = distanceBucket(that ? that - at : nowhere);
    columns.nextVerbPos[token] = verb ? pos[verb]! : 0;
    columns.nextNounStem[token] = noun ? stem[noun]! : 0;
    if (isNominal(pos[at]!)) noun = at;
    if (isVerbal(pos[at]!)) verb = at;
    if (quote[at] === QuoteState.Opening) mark = at;
    if (word[at] === thatHash) that = at;
  }
  return columns;
}

/** A distance in tokens, coarser the farther; its sign is kept. */
export function distanceBucket(distance: number): number {
  const far = Math.abs(distance);
  const bucket = far < 5 ? far : far < 8 ? 5 : far < 12 ? 6 : far < 20 ? 7 : far < 35 ? 8 : 9;
  return distance < 0 ? -bucket : bucket;
}
