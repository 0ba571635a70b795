import type { Analysis, Attribution } from '../analysis/contract';

/** How much of an analysis is shown, the least first; each level shows all that the one before shows. */
export const LEVELS = ['quotesAndSpeech', 'likely', 'everything'] as const;
export type Level = (typeof LEVELS)[number];

/** From this confidence on, which is a probability, a claim is more likely right than wrong. */
const LIKELY = 0.5;

const isLikely = ({ confidence }: Attribution): boolean => confidence >= LIKELY;

const SHOWN: Record<Level, (attribution: Attribution) => boolean> = {
  quotesAndSpeech: attribution =>
    isLikely(attribution) && (attribution.kind !== 'indirect' || attribution.cueKind === 'speech'),
  likely: isLikely,
  everything: () => true,
};

/** The least level that shows an attribution, by its place among the levels. */
export function levelOf(attribution: Attribution): number {
  return LEVELS.findIndex(level => SHOWN[level](attribution));
}

/**
 * Leaves out the attributions below a level, with what belongs to them alone. Actors stay, so that ids do.
 *
 * @returns the same object where nothing is left out
 */
export function atLevel(analysis: Analysis, level: Level): Analysis {
  const attributions = analysis.attributions.filter(SHOWN[level]);
  if (attributions.length === analysis.attributions.length) return analysis;
  const shown = new Set(attributions.map(({ id }) => id));
  const isLeftOut = (id: string | null) => id !== null && !shown.has(id);
  return {
    ...analysis,
    attributions,
    quotations: analysis.quotations.map(quotation =>
      isLeftOut(quotation.attribution) ? { ...quotation, attribution: null } : quotation,
    ),
    checks: analysis.checks.filter(({ attribution }) => !isLeftOut(attribution)),
  };
}
