import type { Span } from '../../analysis/contract';
import { partitionPoint } from '../../analysis/partitionPoint';

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
    return partitionPoint(this.#starts, start => start < offset);
  }

  within({ start, end }: Span): number {
    return Math.max(0, this.before(end) - this.before(start));
  }
}
