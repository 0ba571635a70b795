/** Labels of either stage; fixed, so that the loop over a token's features can be written out. */
export const labels = 5;

/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed binary features. */
export interface Chain {
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
export function scoreTokens({ weights, scale }: Chain, ids: Int32Array, templates: number): Float64Array {
  const length = ids.length / templates;
  const scores = new Float64Array(length * labels);
  for (let token = 0, id = 0; token < length; token++) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    for (const end = id + templates; id < end; id++) {
      const at = ids[id]! * labels;
      s0 += weights[at]!;
      s1 += weights[at + 1]!;
      s2 += weights[at + 2]!;
      s3 += weights[at + 3]!;
      s4 += weights[at + 4]!;
    }
    const row = token * labels;
    scores[row] = s0 * scale;
    scores[row + 1] = s1 * scale;
    scores[row + 2] = s2 * scale;
    scores[row + 3] = s3 * scale;
    scores[row + 4] = s4 * scale;
  }
  return scores;
}

/** The likeliest sequence of labels (Viterbi 1967). */
export function decode({ transitions }: Chain, scores: Float64Array): Uint8Array {
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
  { transitions }: Chain,
  scores: Float64Array,
  taken: Float64Array | null = null,
): Beliefs {
  const length = scores.length / labels;
  const step = new Float64Array(transitions.length);
  for (let at = 0; at < step.length; at++) step[at] = Math.exp(transitions[at]!);
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
