import type { Span } from '../../analysis/contract';

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** Where the words of a text begin: turns places in it, in UTF-16 code units, into numbers of words. */
export class WordCount {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = Array.from(text.matchAll(WORD), ({ index }) => index);
  }

  get total(): number {
    return this.#starts.length;
  }

  /** How many words begin before a place. */
  before(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  within({ start, end }: Span): number {
    return Math.max(0, this.before(end) - this.before(start));
  }
}
