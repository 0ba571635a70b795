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
  for (let token = 0; token < length; token++) {
    const first = token * templates;
    for (let label = 0; label < labels; label++) {
      let sum = 0;
      for (let id = first; id < first + templates; id++) sum += weights[ids[id]! * labels + label]!;
      scores[token * labels + label] = sum * scale;
    }
  }
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
}

/**
 * The forward–backward algorithm, scaled token by token (Rabiner 1989, section V.A).
 *
 * @param taken where given, the expected number of times that each transition is taken is added to it
 */
export function believe(
  { labels, transitions }: Chain,
  scores: Float64Array,
  taken: Float64Array | null = null,
): Beliefs {
  const length = scores.length / labels;
  const step = Float64Array.from(transitions, Math.exp);
  const emitted = new Float64Array(scores.length);
  const forward = new Float64Array(scores.length);
  const scales = new Float64Array(length);
  let logZ = 0;
  for (let token = 0; token < length; token++) {
    const row = token * labels;
    let top = scores[row]!;
    for (let label = 1; label < labels; label++) top = Math.max(top, scores[row + label]!);
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const emission = Math.exp(scores[row + label]! - top);
      let reached = 0;
      if (token === 0) reached = step[labels * labels + label]!;
      else
        for (let before = 0; before < labels; before++)
          reached += forward[row - labels + before]! * step[before * labels + label]!;
      emitted[row + label] = emission;
      forward[row + label] = reached * emission;
      sum += reached * emission;
    }
    scales[token] = sum;
    for (let label = 0; label < labels; label++) forward[row + label]! /= sum;
    logZ += Math.log(sum) + top;
  }

  const marginals = new Float64Array(scores.length);
  let backward = new Float64Array(labels).fill(1);
  let earlier = new Float64Array(labels);
  const ahead = new Float64Array(labels);
  for (let token = length - 1; token >= 0; token--) {
    const row = token * labels;
    for (let label = 0; label < labels; label++)
      marginals[row + label] = forward[row + label]! * backward[label]!;
    if (token === 0) break;
    const scale = scales[token]!;
    for (let label = 0; label < labels; label++)
      ahead[label] = (emitted[row + label]! * backward[label]!) / scale;
    for (let before = 0; before < labels; before++) {
      let sum = 0;
      for (let label = 0; label < labels; label++) sum += step[before * labels + label]! * ahead[label]!;
      earlier[before] = sum;
      if (taken)
        for (let label = 0; label < labels; label++)
          taken[before * labels + label]! +=
            forward[row - labels + before]! * step[before * labels + label]! * ahead[label]!;
    }
    [backward, earlier] = [earlier, backward];
  }
  if (taken && length > 0)
    for (let label = 0; label < labels; label++) taken[labels * labels + label]! += marginals[label]!;
  return { logZ, marginals };
}
