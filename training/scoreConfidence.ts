import { Counts, ratio } from './score';
import type { Pairing, PredictedClaim } from './scoreMatching';

/** How often claims of about one confidence are right. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  /** Mean of what the analysis says. */
  readonly confidence: number;
  /** Share that is right. */
  readonly right: number;
}

export interface Calibration {
  readonly bins: readonly Bin[];
  /** Expected calibration error (Naeini et al. 2015): mean distance of confidence from share right, 0 to 1. */
  readonly error: number;
}

const BINS = 10;

export function countConfidence({ predicted }: Pairing): Counts {
  const counts = new Counts();
  for (const { confidence, right } of predicted) {
    const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
    counts.add(`bin ${bin}`);
    counts.add(`bin ${bin} confidence`, confidence);
    if (right) counts.add(`bin ${bin} right`);
  }
  return counts;
}

export function calibration(counts: Counts): Calibration {
  const bins = Array.from({ length: BINS }, (_, bin): Bin => {
    const claims = counts.get(`bin ${bin}`);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      claims,
      confidence: ratio(counts.get(`bin ${bin} confidence`), claims),
      right: ratio(counts.get(`bin ${bin} right`), claims),
    };
  });
  const claims = bins.reduce((sum, bin) => sum + bin.claims, 0);
  const off = bins.reduce((sum, bin) => sum + bin.claims * Math.abs(bin.confidence - bin.right), 0);
  return { bins, error: ratio(off, claims) };
}

/** Quoted speech as the analysis sees it: direct, or mixed with a verb of saying. */
export const isQuotedSpeech = ({ kind, cueKind }: PredictedClaim): boolean =>
  kind === 'direct' || (kind === 'mixed' && cueKind === 'speech');

export function countQuotedSpeech({ predicted }: Pairing): Counts {
  const counts = new Counts();
  for (const claim of predicted.filter(isQuotedSpeech)) {
    counts.add('quoted speech marked');
    if (claim.right) counts.add('quoted speech right');
  }
  return counts;
}

/** Share of what is marked as quoted speech that is a claim of the gold. */
export const quotedSpeechPrecision = (counts: Counts): number =>
  ratio(counts.get('quoted speech right'), counts.get('quoted speech marked'));
