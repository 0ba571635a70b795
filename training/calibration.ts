import { confidenceInputs, confidenceInputsOf, confidenceOf } from '../src/analysis/tagger/confidence';
import { findCues } from '../src/analysis/tagger/cues';
import { encode } from '../src/analysis/tagger/encoded';
import { findSpans, neighbours, type Candidate } from '../src/analysis/tagger/spans';
import type { Chain } from '../src/analysis/tagger/chain';
import type { TokenRange } from '../src/analysis/paragraph';
import type { Example, GoldAttribution } from './examples';

/** A candidate of an article that the chains had not seen. */
export interface Judgement {
  readonly inputs: Float64Array;
  /** Its content is that of an attribution. */
  readonly right: boolean;
  /** And so is its source. */
  readonly withSource: boolean;
}

/** What the chains find in examples, judged by the annotators' attributions: content right at Dice ≥ 0.5, one to one. */
export function judge(examples: readonly Example[], cues: Chain, spans: Chain): Judgement[] {
  return examples.flatMap(example => {
    const encoded = encode(example.syntax, example.quotations);
    const candidates = findSpans(encoded, findCues(encoded, cues), spans);
    const free = new Set(example.attributions);
    const isWord = example.syntax.tokens.map(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const right = new Map<Candidate, GoldAttribution>();
    const pairs = candidates
      .flatMap(candidate =>
        example.attributions.map(gold => ({
          candidate,
          gold,
          dice: dice(candidate.content, gold.content, isWord),
        })),
      )
      .filter(pair => pair.dice >= 0.5)
      .sort((a, b) => b.dice - a.dice);
    for (const { candidate, gold } of pairs)
      if (free.has(gold) && !right.has(candidate)) {
        free.delete(gold);
        right.set(candidate, gold);
      }
    return candidates.map((candidate, index) => {
      const gold = right.get(candidate);
      return {
        inputs: confidenceInputsOf(encoded, candidate, neighbours(candidates, index)),
        right: gold !== undefined,
        withSource: gold !== undefined && sameSource(candidate, gold, isWord),
      };
    });
  });
}

function sameSource({ source }: Candidate, gold: GoldAttribution, isWord: readonly boolean[]): boolean {
  if (gold.source.length === 0) return source === null;
  return source !== null && dice([source], gold.source, isWord) >= 1 / 3;
}

/** Dice's coefficient over words. */
function dice(found: readonly TokenRange[], gold: readonly number[], isWord: readonly boolean[]): number {
  const words = new Set(gold.filter(token => isWord[token]));
  let size = 0;
  let common = 0;
  for (const { from, to } of found)
    for (let token = from; token < to; token++) {
      if (!isWord[token]) continue;
      size++;
      if (words.has(token)) common++;
    }
  return size + words.size === 0 ? 0 : (2 * common) / (size + words.size);
}

/** Fits the logistic regression by Newton's method with a weak L2 prior. */
export function fitConfidence(judgements: readonly Judgement[]): Float32Array {
  const size = confidenceInputs;
  const weights = new Float32Array(size);
  for (let round = 0; round < 12; round++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, (_, row) => {
      const values = new Float64Array(size);
      values[row] = 1;
      return values;
    });
    for (const { inputs, right } of judgements) {
      const belief = confidenceOf(weights, inputs);
      for (let row = 0; row < size; row++) {
        gradient[row]! += ((right ? 1 : 0) - belief) * inputs[row]!;
        for (let column = 0; column < size; column++)
          hessian[row]![column]! += belief * (1 - belief) * inputs[row]! * inputs[column]!;
      }
    }
    for (let row = 0; row < size; row++) gradient[row]! -= weights[row]!;
    const step = solve(hessian, gradient);
    for (let row = 0; row < size; row++) weights[row]! += step[row]!;
  }
  return weights;
}

/** Solves a linear system by Gaussian elimination with pivoting. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let row = column; row < rows.length; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < rows.length; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= rows.length; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  return Float64Array.from(rows, (row, index) => row[rows.length]! / row[index]!);
}

/** The confidence from which on a candidate is worth keeping: where F1 of content and source is highest. */
export function bestThreshold(
  judgements: readonly Judgement[],
  weights: Float32Array,
  gold: number,
): { readonly threshold: number; readonly f1: number } {
  const ranked = judgements
    .map(({ inputs, withSource }) => ({ confidence: confidenceOf(weights, inputs), withSource }))
    .sort((a, b) => b.confidence - a.confidence);
  let best = { threshold: 1, f1: 0 };
  let hits = 0;
  ranked.forEach(({ confidence, withSource }, index) => {
    if (withSource) hits++;
    const f1 = (2 * hits) / (index + 1 + gold);
    if (f1 > best.f1) best = { threshold: confidence, f1 };
  });
  return best;
}
