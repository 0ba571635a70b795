import type { Analysis } from '../analysis/contract';
import type { Decision } from './decisions/decision';

/** An analysis without the notes and statuses that the user keeps to himself: they are in no export. */
export function withoutPrivate(analysis: Analysis, decisions: readonly Decision[]): Analysis {
  const ids = new Set(decisions.filter(decision => decision.private).map(({ id }) => id));
  const privately = (kind: Decision['kind']) =>
    new Set(decisions.filter(decision => decision.kind === kind && ids.has(decision.id)).map(({ id }) => id));
  const statuses = privately('status');
  const notes = privately('note');
  return {
    ...analysis,
    attributions: analysis.attributions.map(claim => without(claim, 'verification', statuses, ids)),
    actors: analysis.actors.map(actor =>
      without(without(actor, 'note', notes, ids), 'confidential', ids, ids),
    ),
    quotations: analysis.quotations.map(quotation => without(quotation, 'decisions', new Set(), ids)),
    decisions: analysis.decisions.filter(({ id }) => !ids.has(id)),
  };
}

/** A finding without a property that private decisions made, and without their ids. */
function without<T extends { readonly decisions?: readonly string[] }>(
  finding: T,
  property: string,
  makers: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): T {
  const made = finding.decisions ?? [];
  const shared = made.filter(id => !ids.has(id));
  const isPrivate = made.some(id => makers.has(id));
  const kept = Object.entries(finding).filter(
    ([key]) => !(isPrivate && key === property) && !(shared.length === 0 && key === 'decisions'),
  );
  return {
    ...(Object.fromEntries(kept) as T),
    ...(shared.length > 0 ? { decisions: shared } : {}),
  };
}
