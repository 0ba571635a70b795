import type { Span } from '../src/analysis/contract';

/** What every score is made of: sets of words, their likeness, and counts that add up over articles. */

/** A word, with the hyphens, points and apostrophes inside it. */
const WORD = /[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*/gu;

export type WordSet = ReadonlySet<number>;

export function wordsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Indices of the words that the spans touch. */
export function wordsIn(words: readonly Span[], spans: readonly Span[]): WordSet {
  const touched = new Set<number>();
  for (const span of spans) {
    for (let index = firstEndingAfter(words, span.start); index < words.length; index++) {
      if (words[index]!.start >= span.end) break;
      touched.add(index);
    }
  }
  return touched;
}

function firstEndingAfter(words: readonly Span[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}

/** Likeness of two sets (Dice 1945), 0 to 1; 0 where both are empty. */
export function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return ratio(2 * common(a, b), a.size + b.size);
}

/** Numbers by name that add up over articles. */
export class Counts {
  private readonly values = new Map<string, number>();

  add(name: string, amount = 1): void {
    this.values.set(name, this.get(name) + amount);
  }

  addAll(other: Counts): this {
    for (const [name, amount] of other.values) this.add(name, amount);
    return this;
  }

  get(name: string): number {
    return this.values.get(name) ?? 0;
  }

  names(): string[] {
    return [...this.values.keys()];
  }
}

export const total = (counts: readonly Counts[]): Counts =>
  counts.reduce((sum, one) => sum.addAll(one), new Counts());

export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function precisionRecall(hits: number, predicted: number, gold: number): PrecisionRecall {
  const [precision, recall] = [ratio(hits, predicted), ratio(hits, gold)];
  return { precision, recall, f1: harmonicMean(precision, recall) };
}

export const harmonicMean = (a: number, b: number): number => ratio(2 * a * b, a + b);

/** 0 where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
