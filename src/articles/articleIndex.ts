import type { Attribution, Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { beginOf } from './claims';
import { flatSpans, type FlatSpans } from './flatSpans';
import type { KeptAnalysis } from './keptAnalysis';
import { levelOf } from './levels';
import { sourceKind, SOURCE_KINDS } from './marks';
import { extentOf } from './spans';

/**
 * What is where in an article, and what belongs together, by the places of claims, actors and quotations in their
 * lists: as flat arrays, so that nothing has to be read to look for something.
 */
export interface ArticleIndex {
  /** The claims as they begin. */
  readonly inOrder: Int32Array;
  /** For each claim the least level at which it is shown, by its place among the levels. */
  readonly levels: Uint8Array;
  /** 1 for each claim that is a direct quote. */
  readonly direct: Uint8Array;
  /** The actor that each claim has as its source. */
  readonly sources: Int32Array;
  /** From the first word of what each claim says to the last. */
  readonly contents: FlatSpans;
  /** From the first word of each claim, its cue, who makes it and who passed it on, to the last. */
  readonly extents: FlatSpans;
  /** The claims that each actor is the source of. */
  readonly claimsBy: Groups;
  /** Those that each passed on, */
  readonly passedOnBy: Groups;
  /** and the other way round. */
  readonly viaOf: Groups;
  /** To whom, or where, each claim was made. */
  readonly channelsOf: Groups;
  /** How each actor is named, by the place among the kinds of sources. */
  readonly actorKinds: Uint8Array;
  readonly mentions: FlatSpans;
  /** The actor of each mention. */
  readonly mentioned: Int32Array;
  /** The quotations that are part of each claim. */
  readonly quotationsOf: Groups;
}

/** Stands for an actor or a claim where there is none. */
export const NOBODY = -1;

/** What goes with claims or actors, in the order of these. */
export interface Groups {
  readonly owners: Int32Array;
  readonly members: Int32Array;
}

/** What goes with one of them. */
export function membersOf({ owners, members }: Groups, owner: number): Int32Array {
  return members.subarray(
    partitionPoint(owners, each => each < owner),
    partitionPoint(owners, each => each <= owner),
  );
}

interface Pair {
  readonly owner: number;
  readonly member: number;
}

function groupsOf(pairs: readonly Pair[]): Groups {
  const known = pairs.filter(({ owner, member }) => owner !== NOBODY && member !== NOBODY);
  known.sort((a, b) => a.owner - b.owner);
  return {
    owners: Int32Array.from(known, ({ owner }) => owner),
    members: Int32Array.from(known, ({ member }) => member),
  };
}

export function indexOf({ lists }: KeptAnalysis): ArticleIndex {
  const claims = lists.attributions.all();
  const actors = lists.actors.all();
  const claimAt = placesById(claims);
  const actorAt = placesById(actors);
  const actorsOf = (idsOf: (claim: Attribution) => readonly (string | null)[]): Pair[] =>
    claims.flatMap((claim, owner) =>
      [...new Set(idsOf(claim))].map(id => ({ owner, member: id === null ? NOBODY : actorAt(id) })),
    );
  const sources = claims.map(({ source }) => (source ? actorAt(source.actor) : NOBODY));
  const via = actorsOf(({ via }) => via.map(({ actor }) => actor));
  const begins = claims.map(beginOf);
  const mentions = actors.flatMap(({ mentions }, actor) =>
    mentions.flatMap(({ span }) => span.map(each => ({ each, actor }))),
  );
  return {
    inOrder: Int32Array.from(claims.keys()).sort((a, b) => begins[a]! - begins[b]! || a - b),
    levels: Uint8Array.from(claims, levelOf),
    direct: Uint8Array.from(claims, ({ kind }) => Number(kind === 'direct')),
    sources: Int32Array.from(sources),
    contents: flatSpans(claims.map(({ content }) => extentOf(content))),
    extents: flatSpans(claims.map(fullExtentOf)),
    claimsBy: groupsOf(sources.map((owner, member) => ({ owner, member }))),
    passedOnBy: groupsOf(via.map(({ owner, member }) => ({ owner: member, member: owner }))),
    viaOf: groupsOf(via),
    channelsOf: groupsOf(actorsOf(({ channel }) => channel.map(({ actor }) => actor))),
    actorKinds: Uint8Array.from(actors, actor => SOURCE_KINDS.indexOf(sourceKind(actor))),
    mentions: flatSpans(mentions.map(({ each }) => each)),
    mentioned: Int32Array.from(mentions, ({ actor }) => actor),
    quotationsOf: groupsOf(
      lists.quotations.all().map(({ attribution }, member) => ({
        owner: attribution === null ? NOBODY : claimAt(attribution),
        member,
      })),
    ),
  };
}

function placesById(items: readonly { readonly id: string }[]): (id: string) => number {
  const places = new Map(items.map(({ id }, index) => [id, index]));
  return id => places.get(id) ?? NOBODY;
}

/** A claim with its cue, who makes it and who passed it on: wherever it may be asked for. */
function fullExtentOf({ content, cue, source, via }: Attribution): Span {
  const around = via.flatMap(each => [...each.mention, ...each.cue]);
  return extentOf([...content, ...cue, ...(source?.mention ?? []), ...around]);
}
