import type { Actor, Attribution } from '../analysis/contract';
import type { Article } from './article';
import { sourceKind } from './marks';

export interface ClaimFilter {
  /** Of unnamed people and groups; not of spokesmen and bodies such as "police". */
  readonly anonymousOnly: boolean;
  readonly directOnly: boolean;
}

/** One actor with what is attributed to it; `actor` is null for the claims that nobody is given for. */
export interface ClaimGroup {
  readonly actor: Actor | null;
  readonly claims: readonly Attribution[];
  /** What the actor only passed on. */
  readonly passedOn: readonly Attribution[];
}

export interface ClaimCounts {
  readonly claims: number;
  readonly direct: number;
  readonly sources: number;
  /** Unnamed people and groups among the sources. */
  readonly anonymous: number;
  /** Spokesmen and bodies without names among the sources. */
  readonly roles: number;
}

/** The claims that pass the filter, in the order of the text. */
export function claimsInOrder(article: Article, filter: ClaimFilter): Attribution[] {
  return article.analysis.attributions
    .filter(attribution => {
      const source = attribution.source && article.actor(attribution.source.actor);
      return (
        (!filter.anonymousOnly || (source && sourceKind(source) === 'anonymousSource')) &&
        (!filter.directOnly || attribution.kind === 'direct')
      );
    })
    .sort((a, b) => startOf(a) - startOf(b));
}

/** Claims by who made them, in the order in which the actors first speak; nobody comes last. */
export function claimsByActor(article: Article, claims: readonly Attribution[]): ClaimGroup[] {
  const groups = new Map<string | null, { claims: Attribution[]; passedOn: Attribution[] }>();
  const groupOf = (actorId: string | null) => {
    const known = groups.get(actorId);
    if (known) return known;
    const group = { claims: [], passedOn: [] };
    groups.set(actorId, group);
    return group;
  };
  for (const claim of claims) {
    groupOf(claim.source?.actor ?? null).claims.push(claim);
    for (const actorId of new Set(claim.via.map(via => via.actor))) groupOf(actorId).passedOn.push(claim);
  }
  const nobody = groups.get(null);
  groups.delete(null);
  const byActor: ClaimGroup[] = [...groups].map(([actorId, group]) => ({
    actor: actorId === null ? null : (article.actor(actorId) ?? null),
    ...group,
  }));
  return nobody ? [...byActor, { actor: null, ...nobody }] : byActor;
}

export function countClaims(article: Article): ClaimCounts {
  const { attributions } = article.analysis;
  const sources = new Set(attributions.flatMap(({ source }) => source?.actor ?? []));
  const kinds = [...sources].map(id => article.actor(id)).map(actor => actor && sourceKind(actor));
  return {
    claims: attributions.length,
    direct: attributions.filter(({ kind }) => kind === 'direct').length,
    sources: sources.size,
    anonymous: kinds.filter(kind => kind === 'anonymousSource').length,
    roles: kinds.filter(kind => kind === 'roleSource').length,
  };
}

/** Where a claim begins: its first words, be they content or cue. */
export function startOf(attribution: Attribution): number {
  return Math.min(...[...attribution.content, ...attribution.cue].map(({ start }) => start));
}
