/** Labels of either stage; fixed, so that the inner loops over them can be written out. */
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
  const best = new Float64Array(labels);
  for (let label = 0; label < labels; label++)
    best[label] = scores[label]! + transitions[labels * labels + label]!;
  for (let token = 1; token < length; token++) {
    const b0 = best[0]!;
    const b1 = best[1]!;
    const b2 = best[2]!;
    const b3 = best[3]!;
    const b4 = best[4]!;
    for (let label = 0, row = token * labels; label < labels; label++, row++) {
      let top = b0 + transitions[label]!;
      let from = 0;
      const s1 = b1 + transitions[label + labels]!;
      if (s1 > top) {
        top = s1;
        from = 1;
      }
      const s2 = b2 + transitions[label + 2 * labels]!;
      if (s2 > top) {
        top = s2;
        from = 2;
      }
      const s3 = b3 + transitions[label + 3 * labels]!;
      if (s3 > top) {
        top = s3;
        from = 3;
      }
      const s4 = b4 + transitions[label + 4 * labels]!;
      if (s4 > top) {
        top = s4;
        from = 4;
      }
      best[label] = top + scores[row]!;
      back[row] = from;
    }
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
  let f0 = 0;
  let f1 = 0;
  let f2 = 0;
  let f3 = 0;
  let f4 = 0;
  for (let token = 0; token < length; token++) {
    const row = token * labels;
    let top = scores[row]!;
    for (let label = 1; label < labels; label++) top = Math.max(top, scores[row + label]!);
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const score = scores[row + label]!;
      const emission = score === top ? 1 : Math.exp(score - top);
      const reached =
        token === 0
          ? step[labels * labels + label]!
          : f0 * step[label]! +
            f1 * step[label + labels]! +
            f2 * step[label + 2 * labels]! +
            f3 * step[label + 3 * labels]! +
            f4 * step[label + 4 * labels]!;
      emitted[row + label] = emission;
      forward[row + label] = reached * emission;
      sum += reached * emission;
    }
    scales[token] = sum;
    forward[row] = f0 = forward[row]! / sum;
    forward[row + 1] = f1 = forward[row + 1]! / sum;
    forward[row + 2] = f2 = forward[row + 2]! / sum;
    forward[row + 3] = f3 = forward[row + 3]! / sum;
    forward[row + 4] = f4 = forward[row + 4]! / sum;
    logZ += Math.log(sum) + top;
  }

  const marginals = new Float64Array(scores.length);
  const backward = new Float64Array(labels).fill(1);
  const ahead = new Float64Array(labels);
  for (let token = length - 1; token >= 0; token--) {
    const row = token * labels;
    for (let label = 0; label < labels; label++)
      marginals[row + label] = forward[row + label]! * backward[label]!;
    if (token === 0) break;
    const scale = scales[token]!;
    for (let label = 0; label < labels; label++)
      ahead[label] = (emitted[row + label]! * backward[label]!) / scale;
    for (let before = 0, from = 0; before < labels; before++, from += labels) {
      backward[before] =
        step[from]! * ahead[0]! +
        step[from + 1]! * ahead[1]! +
        step[from + 2]! * ahead[2]! +
        step[from + 3]! * ahead[3]! +
        step[from + 4]! * ahead[4]!;
      if (taken)
        for (let label = 0; label < labels; label++)
          taken[from + label]! += forward[row - labels + before]! * step[from + label]! * ahead[label]!;
    }
  }
  if (taken && length > 0)
    for (let label = 0; label < labels; label++) taken[labels * labels + label]! += marginals[label]!;
  return { logZ, marginals };
}
