import type { AttributionScores } from './scoreAttributions';

/** The F1 scores that must not drop, 0 to 1. */
export interface Baseline {
  readonly content: number;
  readonly endToEnd: number;
}

/** A drop of up to one point is taken for chance. */
const TOLERANCE = 0.01;

export const baselineOf = ({ content, endToEnd }: AttributionScores): Baseline => ({
  content: round(content.f1),
  endToEnd: round(endToEnd.f1),
});

/** What has dropped by more than a point, a line each. */
export function dropsFrom(baseline: Baseline, scores: AttributionScores): string[] {
  const now = baselineOf(scores);
  const drop = (label: string, before: number, after: number) =>
    round(before - after) > TOLERANCE
      ? [`${label} F1 dropped from ${percent(before)} to ${percent(after)}`]
      : [];
  return [
    ...drop('content', baseline.content, now.content),
    ...drop('end-to-end', baseline.endToEnd, now.endToEnd),
  ];
}

const round = (share: number): number => Math.round(share * 1e4) / 1e4;
const percent = (share: number): string => (100 * share).toFixed(2);
