import type { Encoded } from './encoded';
import { cueHead, pad } from './encoded';
import type { Candidate } from './spans';

/** What the confidence is computed from; the first is constant. */
export const confidenceInputs = 16;

const logit = (probability: number): number => {
  const bounded = Math.min(1 - 1e-4, Math.max(1e-4, probability));
  return Math.log(bounded / (1 - bounded));
};

/** @param others the other candidates near it, for what overlaps */
export function confidenceInputsOf(
  encoded: Encoded,
  candidate: Candidate,
  others: readonly Candidate[],
): Float64Array {
  const { cue, source, content, sourceBelief, contentBelief, edgeBelief } = candidate;
  let tokens = 0;
  let quoted = 0;
  for (const { from, to } of content)
    for (let token = from; token < to; token++) {
      tokens++;
      if (encoded.quotation[token + pad]! >= 0) quoted++;
    }
  const share = quoted / tokens;
  const cueClass = encoded.cueClass[cueHead(encoded, cue) + pad]!;
  const nested = others.some(
    other =>
      other.cue.probability > cue.probability &&
      other.content.some(({ from, to }) => from <= cue.from && cue.from < to),
  );
  return Float64Array.of(
    1,
    logit(cue.probability),
    logit(contentBelief),
    logit(edgeBelief),
    source ? logit(sourceBelief) : 0,
    source ? 1 : 0,
    cue.kind === 'speech' ? 1 : 0,
    share > 0.9 ? 1 : 0,
    share > 0 && share <= 0.9 ? 1 : 0,
    Math.log(tokens),
    cue.to - cue.from > 3 ? 1 : 0,
    nested ? 1 : 0,
    encoded.quotation[cueHead(encoded, cue) + pad]! >= 0 ? 1 : 0,
    content.length > 1 ? 1 : 0,
    // Whether the cue is a verb that everybody takes for one: what carries over to other kinds of news.
    cueClass >= 1 && cueClass <= 3 ? 1 : 0,
    cueClass > 3 ? 1 : 0,
  );
}

/** Logistic regression on the inputs, fitted on articles that the chains had not seen. */
export function confidenceOf(weights: Float32Array, inputs: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < inputs.length; at++) sum += weights[at]! * inputs[at]!;
  return 1 / (1 + Math.exp(-sum));
}
