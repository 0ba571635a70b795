import { random } from './random';
import { believe, labels, scoreTokens, type Chain } from '../src/analysis/tagger/chain';

/** A sequence to learn from: buckets for each token, and its right label. */
export interface Sequence {
  readonly ids: Int32Array;
  readonly labels: Uint8Array;
}

export interface TrainingOptions {
  readonly templates: number;
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L2 prior. */
  readonly decay: number;
  readonly seed: number;
}

export interface Gradient {
  readonly likelihood: number;
  /** Of each token's score for each label. */
  readonly scores: Float64Array;
  /** Of the transitions, in the chain's order. */
  readonly transitions: Float64Array;
}

/** The gradient of one sequence's log-likelihood. */
export function gradientOf(chain: Chain, { ids, labels: gold }: Sequence, templates: number): Gradient {
  const { transitions } = chain;
  const length = gold.length;
  const scores = scoreTokens(chain, ids, templates);
  const taken = new Float64Array(transitions.length);
  const { logZ, marginals } = believe(chain, scores, taken);
  const ofScores = marginals.map(belief => -belief);
  const ofTransitions = taken.map(expected => -expected);
  let likelihood = -logZ;
  for (let token = 0; token < length; token++) {
    const right = gold[token]!;
    const transition = (token === 0 ? labels : gold[token - 1]!) * labels + right;
    likelihood += scores[token * labels + right]! + transitions[transition]!;
    ofScores[token * labels + right]! += 1;
    ofTransitions[transition]! += 1;
  }
  return { likelihood, scores: ofScores, transitions: ofTransitions };
}

/** A token whose gradients are all smaller than this teaches nothing. */
const smallest = 1e-3;

/**
 * Trains a chain by stochastic gradient ascent with a falling rate and an L2 prior, and returns the average of the
 * weights over the last two thirds of the epochs: single iterates jump.
 */
export function trainChain(
  sequences: readonly Sequence[],
  { templates, buckets, epochs, rate, decay, seed }: TrainingOptions,
  report: (epoch: number, likelihood: number) => void = () => undefined,
): Chain {
  const weights = new Float32Array(buckets * labels);
  const transitions = new Float32Array((labels + 1) * labels);
  const chain: Chain = { weights, scale: 1, transitions };
  const sum = new Float32Array(weights.length);
  const transitionSum = new Float64Array(transitions.length);
  let summed = 0;
  const next = random(seed);
  const order = sequences.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    let likelihood = 0;
    const step = rate / (1 + epoch);
    order.forEach((index, count) => {
      const sequence = sequences[index]!;
      if (sequence.labels.length === 0) return;
      const gradient = gradientOf(chain, sequence, templates);
      likelihood += gradient.likelihood;
      const { ids } = sequence;
      for (let token = 0, id = 0; token < sequence.labels.length; token++) {
        const row = token * labels;
        let largest = 0;
        for (let label = 0; label < labels; label++)
          largest = Math.max(largest, Math.abs(gradient.scores[row + label]!));
        if (largest < smallest) {
          id += templates;
          continue;
        }
        for (let template = 0; template < templates; template++) {
          const bucket = ids[id++]! * labels;
          for (let label = 0; label < labels; label++) {
            const at = bucket + label;
            weights[at]! += step * (gradient.scores[row + label]! - decay * weights[at]!);
          }
        }
      }
      for (let at = 0; at < transitions.length; at++) {
        transitions[at]! += step * gradient.transitions[at]!;
      }
      const quarter = Math.ceil(order.length / 4);
      if (epoch * 3 >= epochs && (count + 1) % quarter === 0) {
        summed++;
        for (let at = 0; at < sum.length; at++) sum[at]! += weights[at]!;
        for (let at = 0; at < transitionSum.length; at++) transitionSum[at]! += transitions[at]!;
      }
    });
    report(epoch, likelihood);
  }
  for (let at = 0; at < sum.length; at++) weights[at] = sum[at]! / summed;
  for (let at = 0; at < transitions.length; at++) transitions[at] = transitionSum[at]! / summed;
  return chain;
}
