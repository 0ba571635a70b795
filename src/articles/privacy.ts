import type { Analysis } from '../analysis/contract';
import type { Decision } from './decisions/decision';

/** What decisions of a kind make of a finding. */
const MADE: Partial<Record<Decision['kind'], string>> = {
  status: 'verification',
  note: 'note',
  confidential: 'confidential',
};

/** An analysis without the notes and statuses that the user keeps to himself: they are in no export. */
export function withoutPrivate(analysis: Analysis, decisions: readonly Decision[]): Analysis {
  const kept = new Map(decisions.flatMap(({ id, kind, private: own }) => (own ? [[id, kind] as const] : [])));
  return {
    ...analysis,
    attributions: analysis.attributions.map(claim => without(claim, kept)),
    actors: analysis.actors.map(actor => without(actor, kept)),
    quotations: analysis.quotations.map(quotation => without(quotation, kept)),
    decisions: analysis.decisions.filter(({ id }) => !kept.has(id)),
  };
}

/** A finding without the ids of private decisions, and without what they made of it. */
function without<T extends { readonly decisions?: readonly string[] }>(
  finding: T,
  kept: ReadonlyMap<string, Decision['kind']>,
): T {
  const made = finding.decisions ?? [];
  const shared = made.filter(id => !kept.has(id));
  const secret = new Set(made.map(id => MADE[kept.get(id) ?? 'dismiss']));
  if (shared.length === 0) secret.add('decisions');
  const rest = Object.fromEntries(Object.entries(finding).filter(([key]) => !secret.has(key))) as T;
  return shared.length > 0 ? { ...rest, decisions: shared } : rest;
}
