/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed binary features. */
export interface Chain {
  readonly labels: number;
  /** Row `bucket`, column `label`. */
  readonly weights: Float32Array | Int8Array;
  /** What one unit of a weight is worth. */
  readonly scale: number;
  /** Row `from`, column `to`; one more row for the start of the sequence. */
  readonly transitions: Float32Array;
}

/**
 * Adds up the weights of each token's features.
 *
 * @param ids buckets, the same number for each token
 * @param templates how many for each
 * @returns a score for each token and label
 */
export function scoreTokens(
  { labels, weights, scale }: Chain,
  ids: Int32Array,
  templates: number,
): Float64Array {
  const length = ids.length / templates;
  const scores = new Float64Array(length * labels);
  for (let token = 0, id = 0; token < length; token++) {
    const row = token * labels;
    for (let template = 0; template < templates; template++) {
      const weight = ids[id++]! * labels;
      for (let label = 0; label < labels; label++) scores[row + label]! += weights[weight + label]!;
    }
  }
  if (scale !== 1) for (let at = 0; at < scores.length; at++) scores[at]! *= scale;
  return scores;
}

/** The likeliest sequence of labels (Viterbi 1967). */
export function decode({ labels, transitions }: Chain, scores: Float64Array): Uint8Array {
  const length = scores.length / labels;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * labels);
  let best = new Float64Array(labels);
  let next = new Float64Array(labels);
  for (let label = 0; label < labels; label++)
    best[label] = scores[label]! + transitions[labels * labels + label]!;
  for (let token = 1; token < length; token++) {
    for (let label = 0; label < labels; label++) {
      let top = -Infinity;
      let from = 0;
      for (let before = 0; before < labels; before++) {
        const score = best[before]! + transitions[before * labels + label]!;
        if (score > top) {
          top = score;
          from = before;
        }
      }
      next[label] = top + scores[token * labels + label]!;
      back[token * labels + label] = from;
    }
    [best, next] = [next, best];
  }
  let last = 0;
  for (let label = 1; label < labels; label++) if (best[label]! > best[last]!) last = label;
  for (let token = length - 1; token >= 0; token--) {
    path[token] = last;
    last = back[token * labels + last]!;
  }
  return path;
}

/** What the chain believes of each token. */
export interface Beliefs {
  /** Logarithm of the sum over all sequences. */
  readonly logZ: number;
  /** Probability of each label at each token. */
  readonly marginals: Float64Array;
  /** Forward and backward scores in logarithms, for what needs pairs of labels. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/** The forward–backward algorithm, in logarithms. */
export function believe({ labels, transitions }: Chain, scores: Float64Array): Beliefs {
  const length = scores.length / labels;
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let label = 0; label < labels; label++)
    forward[label] = scores[label]! + transitions[labels * labels + label]!;
  for (let token = 1; token < length; token++)
    for (let label = 0; label < labels; label++) {
      for (let before = 0; before < labels; before++)
        terms[before] = forward[(token - 1) * labels + before]! + transitions[before * labels + label]!;
      forward[token * labels + label] = logSum(terms) + scores[token * labels + label]!;
    }
  for (let token = length - 2; token >= 0; token--)
    for (let label = 0; label < labels; label++) {
      for (let after = 0; after < labels; after++)
        terms[after] =
          transitions[label * labels + after]! +
          scores[(token + 1) * labels + after]! +
          backward[(token + 1) * labels + after]!;
      backward[token * labels + label] = logSum(terms);
    }
  for (let label = 0; label < labels; label++) terms[label] = forward[(length - 1) * labels + label]!;
  const logZ = length > 0 ? logSum(terms) : 0;
  const marginals = new Float64Array(length * labels);
  for (let at = 0; at < marginals.length; at++) marginals[at] = Math.exp(forward[at]! + backward[at]! - logZ);
  return { logZ, marginals, forward, backward };
}

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (const term of terms) if (term > top) top = term;
  if (top === -Infinity) return top;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
