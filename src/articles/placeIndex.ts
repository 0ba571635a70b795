import type { Span } from '../analysis/contract';

interface Place<T> {
  readonly start: number;
  readonly end: number;
  /** Number of the words that it is a piece of. */
  readonly words: number;
  /** Which of their pieces. */
  readonly piece: number;
  readonly item: T;
}

/** Finds what stands at one place of a text, at a cost that hardly grows with the text. */
export class PlaceIndex<T> {
  /** By their starts. */
  readonly #places: readonly Place<T>[];
  /** The farthest end of each place and those before it. */
  readonly #ends: Uint32Array;

  /** @param words in the order that decides between places of the same length; of their spans, the first counts */
  constructor(words: readonly { readonly item: T; readonly spans: readonly Span[] }[]) {
    this.#places = words
      .flatMap(({ item, spans }, index) =>
        spans
          .map(({ start, end }, piece): Place<T> => ({ start, end, words: index, piece, item }))
          .filter(({ start, end }) => start < end),
      )
      .sort((a, b) => a.start - b.start);
    this.#ends = new Uint32Array(this.#places.length);
    let farthest = 0;
    for (const [index, { end }] of this.#places.entries())
      this.#ends[index] = farthest = Math.max(farthest, end);
  }

  /** What stands around an offset, the innermost first; a word's end counts as inside, as it does for a cursor. */
  at(offset: number): T[] {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found: Place<T>[] = [];
    for (let index = low - 1; index >= 0 && (this.#ends[index] ?? 0) >= offset; index--) {
      const place = this.#places[index];
      if (place && place.end >= offset) found.push(place);
    }
    found.sort((a, b) => a.words - b.words || a.piece - b.piece);
    return [
      ...new Set(
        firstOfEach(found)
          .sort(byLength)
          .map(({ item }) => item),
      ),
    ];
  }
}

function firstOfEach<T>(places: readonly Place<T>[]): Place<T>[] {
  return places.filter(({ words }, index) => words !== places[index - 1]?.words);
}

function byLength(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start);
}
