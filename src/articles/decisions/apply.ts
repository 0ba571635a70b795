import type { Analysis, AppliedDecision, Check, CheckCode, Span } from '../../analysis/contract';
import { locate } from './anchor';
import type { Decision } from './decision';

/**
 * Makes an analysis heed what the user decided.
 *
 * @param text that the analysis is of
 * @param decisions those about its file
 */
export function applyDecisions(text: string, analysis: Analysis, decisions: readonly Decision[]): Analysis {
  let { checks } = analysis;
  const applied = decisions.map((decision): AppliedDecision => {
    const { id, target } = decision;
    const place = target && locate(text, target);
    if (target && !place) return { id, state: 'orphaned', dismissed: [] };
    const dismissed = decision.kind === 'dismiss' ? dismissedBy(decision.check, place, checks) : [];
    checks = checks.filter(check => !dismissed.includes(check));
    return { id, state: 'applied', dismissed };
  });
  return { ...analysis, checks, decisions: applied };
}

/** Those at the place, where there is one; the same words go before others that overlap. */
function dismissedBy(code: CheckCode, place: Span | null, checks: readonly Check[]): readonly Check[] {
  const ofRule = checks.filter(check => check.code === code);
  if (!place) return ofRule;
  const there = ofRule.filter(({ span }) => span.start === place.start && span.end === place.end);
  return there.length > 0
    ? there
    : ofRule.filter(({ span }) => span.start < place.end && place.start < span.end);
}
