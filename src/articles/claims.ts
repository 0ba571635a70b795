import type { Actor, Attribution, VerificationStatus } from '../analysis/contract';
import type { Article } from './article';
import { membersOf, NOBODY } from './articleIndex';
import type { Told } from './findingList';
import { SOURCE_KINDS, sourceKind } from './marks';
import { startOf } from './spans';

export interface ClaimFilter {
  /** Of unnamed people and groups; not of spokesmen and bodies such as "police". */
  readonly anonymousOnly: boolean;
  readonly directOnly: boolean;
  /** Those with one of these statuses; any claim where there are none. */
  readonly statuses: readonly VerificationStatus[];
  /** Words that the claim, its note or the names of those who made it or passed it on contain; capitals and accents do not count. */
  readonly search: string;
}

/** In which order actors come: as they first speak, with the most claims first, or by name. */
export type ActorOrder = 'text' | 'claims' | 'name';

/** One actor with what is attributed to it; `actor` is null for the claims that nobody is given for. */
export interface ClaimGroup {
  readonly actor: Told<Actor> | null;
  readonly claims: readonly Told<Attribution>[];
  /** What the actor only passed on. */
  readonly passedOn: readonly Told<Attribution>[];
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
export function claimsInOrder(article: Article, filter: Partial<ClaimFilter> = {}): Told<Attribution>[] {
  const { anonymousOnly = false, directOnly = false, statuses = [], search = '' } = filter;
  const words = folded(search).split(' ').filter(Boolean);
  return Array.from(article.inOrder()).filter(
    claim =>
      (!anonymousOnly || isAnonymous(article, claim)) &&
      (!directOnly || claim.raw.kind === 'direct') &&
      (statuses.length === 0 || statuses.includes(statusOf(claim.raw))) &&
      (words.length === 0 || hasWords(article, claim.now, words)),
  );
}

function isAnonymous(article: Article, { raw, since }: Told<Attribution>): boolean {
  const actor = raw.source && article.toldActor(since.id(raw.source.actor));
  return !!actor && sourceKind(actor.raw) === 'anonymousSource';
}

export function statusOf({ verification }: Attribution): VerificationStatus {
  return verification?.status ?? 'unchecked';
}

function hasWords(article: Article, claim: Attribution, words: readonly string[]): boolean {
  const actors = [...(claim.source ? [claim.source] : []), ...claim.via];
  const names = actors.map(({ actor }) => article.actor(actor)?.name ?? '');
  const searched = folded([article.words(claim.content), claim.verification?.note, ...names].join(' '));
  return words.every(word => searched.includes(word));
}

/** Without what a search does not ask for: capitals, accents, line ends and the form of apostrophes. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').toLowerCase();
}

/** Claims by who made them; nobody comes last. */
export function claimsByActor(
  article: Article,
  claims: readonly Told<Attribution>[],
  order: ActorOrder = 'text',
): ClaimGroup[] {
  const { sources, viaOf } = article.index;
  const groups = new Map<number, { claims: Told<Attribution>[]; passedOn: Told<Attribution>[] }>();
  const groupOf = (actor: number) => {
    const known = groups.get(actor);
    if (known) return known;
    const group = { claims: [], passedOn: [] };
    groups.set(actor, group);
    return group;
  };
  for (const claim of claims) {
    groupOf(sources[claim.index]!).claims.push(claim);
    for (const actor of membersOf(viaOf, claim.index)) groupOf(actor).passedOn.push(claim);
  }
  const nobody = groups.get(NOBODY);
  groups.delete(NOBODY);
  const byActor: ClaimGroup[] = [...groups].map(([actor, group]) => ({
    actor: article.kept.lists.actors.toldAt(actor) ?? null,
    ...group,
  }));
  if (order === 'claims') byActor.sort((a, b) => b.claims.length - a.claims.length);
  if (order === 'name') byActor.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return nobody ? [...byActor, { actor: null, ...nobody }] : byActor;
}

function nameOf({ actor }: ClaimGroup): string {
  return actor?.raw.name ?? '';
}

export function countClaims(article: Article): ClaimCounts {
  const { index, shown } = article;
  const sources = new Set<number>();
  let direct = 0;
  for (const claim of shown) {
    direct += index.direct[claim]!;
    sources.add(index.sources[claim]!);
  }
  sources.delete(NOBODY);
  const kinds = Array.from(sources, actor => SOURCE_KINDS[index.actorKinds[actor]!]);
  return {
    claims: shown.length,
    direct,
    sources: sources.size,
    anonymous: kinds.filter(kind => kind === 'anonymousSource').length,
    roles: kinds.filter(kind => kind === 'roleSource').length,
  };
}

/** Where a claim begins: its first words, be they content or cue. */
export function beginOf(attribution: Pick<Attribution, 'content' | 'cue'>): number {
  return startOf([...attribution.content, ...attribution.cue]);
}
