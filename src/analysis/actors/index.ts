import type { Actor, ActorMention, Affiliation, Role, Span } from '../contract';
import type { Mention, ParagraphMentions, RoleReading, Syntax } from '../paragraph';
import { anonymityOf, isAnonymous } from '../anonymity';
import { wordsWithoutMarkdown } from '../markdown';
import { partitionPoint } from '../partitionPoint';
import { Discourse, findIntroduced, resolveDescription, resolvePronoun, type Pair } from './antecedents';
import {
  isBody,
  isPersonal,
  isRelative,
  isTold,
  join,
  merge,
  newCluster,
  type Cluster,
  type Placed,
} from './clusters';
import { clusterNames } from './names';

/** A paragraph of the article with what the paragraph stage made of it. */
export interface PlacedParagraph {
  /** Offset of the paragraph in the article. */
  readonly start: number;
  readonly syntax: Syntax;
  readonly mentions: ParagraphMentions;
}

/** Ids of the actors behind one attribution; null where the words name nobody. */
export interface AttributedActors {
  readonly source: string | null;
  readonly via: readonly (string | null)[];
  readonly channel: readonly (string | null)[];
}

export interface ResolvedActors {
  readonly actors: readonly Actor[];
  /** For each paragraph, one for each of its attributions. */
  readonly attributed: readonly (readonly AttributedActors[])[];
}

/**
 * Brings the mentions of an article together: one actor for all words that refer to it.
 *
 * @param paragraphs in the order of the text; boilerplate left out
 * @returns actors with spans into the article and positional ids, in the order of their first mention
 */
export function resolveActors(paragraphs: readonly PlacedParagraph[]): ResolvedActors {
  const placed = placeMentions(paragraphs);
  const all = placed.flat();
  clusterNames(all.filter(({ mention }) => mention.name !== null));
  followAppositions(placed);
  resolveInOrder(paragraphs, placed);
  resolveHeadline(placed);

  const shown = [...new Set(all.flatMap(({ cluster }) => cluster ?? []))].filter(isShown);
  const clusters = new Map(shown.map((cluster, index) => [cluster, `k${index + 1}`]));
  const idOf = (cluster: Cluster | null | undefined): string | null =>
    cluster ? (clusters.get(cluster) ?? null) : null;
  const starts = paragraphs.map(({ start }) => start);
  const actorAt = affiliationFinder(all, idOf);
  const actors = [...clusters].map(([cluster, id]) => toActor(id, cluster, starts, paragraphs, actorAt));
  const attributed = paragraphs.map(({ mentions }, paragraph) => {
    const id = (index: number | null): string | null =>
      index === null ? null : idOf(placed[paragraph]?.[index]?.cluster);
    return mentions.attributed.map(({ source, via, channel }) => ({
      source: id(source),
      via: via.map(id),
      channel: channel.map(id),
    }));
  });
  return { actors, attributed };
}

function placeMentions(paragraphs: readonly PlacedParagraph[]): Placed[][] {
  let order = 0;
  let sentences = 0;
  return paragraphs.map(({ start, syntax, mentions }, paragraph) => {
    const parts = new Map<number, Placed['part']>();
    for (const { source, via, channel } of mentions.attributed) {
      for (const index of channel) if (index !== null) parts.set(index, 'channel');
      for (const index of via) if (index !== null) parts.set(index, 'via');
      if (source !== null) parts.set(source, 'source');
    }
    const { called, relatives } = readIntroductions(mentions.mentions);
    const list = mentions.mentions.map((mention, index): Placed => ({
      mention,
      paragraph,
      index,
      order: order++,
      sentence: sentences + mention.sentence,
      span: { start: start + mention.span.start, end: start + mention.span.end },
      text: syntax.text.slice(mention.span.start, mention.span.end),
      part: parts.get(index) ?? null,
      called: called.get(index) ?? mention.calledFor,
      relative: relatives.has(index),
      cluster: null,
    }));
    sentences += syntax.sentences.length;
    return list;
  });
}

/** What both sides of an apposition say of the one that they mean: the pronoun for it, and that it is a relative. */
function readIntroductions(mentions: readonly Mention[]): {
  readonly called: ReadonlyMap<number, 'he' | 'she'>;
  readonly relatives: ReadonlySet<number>;
} {
  const called = new Map<number, 'he' | 'she'>();
  const relatives = new Set<number>();
  mentions.forEach((mention, index) => {
    const pair = mention.renames === null ? [index] : [mention.renames, index];
    for (const from of pair)
      for (const to of pair) {
        const said = mentions[from];
        if (!said) continue;
        if (said.calledFor && !called.has(to)) called.set(to, said.calledFor);
        if (said.roles.some(({ head }) => isRelative(head)) || (!said.plural && isRelative(said.head)))
          relatives.add(to);
      }
  });
  return { called, relatives };
}

/** One actor for both sides of an apposition, and for a name and its acronym in brackets. */
function followAppositions(placed: readonly (readonly Placed[])[]): void {
  for (const list of placed)
    for (const later of list) {
      const earlier = later.mention.renames === null ? undefined : list[later.mention.renames];
      if (!earlier) continue;
      if (later.cluster && earlier.cluster) {
        if (later.cluster !== earlier.cluster) merge(earlier.cluster, later.cluster);
      } else if (later.cluster) join(later.cluster, earlier);
      else if (earlier.cluster) join(earlier.cluster, later);
      else {
        const cluster = newCluster();
        join(cluster, earlier);
        join(cluster, later);
      }
    }
}

/** Reads descriptions and pronouns in the order of the text, each against what was mentioned before. */
function resolveInOrder(
  paragraphs: readonly PlacedParagraph[],
  placed: readonly (readonly Placed[])[],
): void {
  const discourse = new Discourse();
  let lastSpeaker: Cluster | null = null;
  const firstPerson: {
    readonly placed: Placed;
    readonly speaker: Placed | undefined;
    readonly inherited: Cluster | null;
  }[] = [];
  placed.forEach((list, paragraph) => {
    const attributed = paragraphs[paragraph]?.mentions.attributed ?? [];
    for (const each of innerFirst(list)) {
      const { mention } = each;
      const speakerIndex = mention.within ? (attributed[mention.within.attribution]?.source ?? null) : null;
      const speaker = speakerIndex === null ? undefined : list[speakerIndex];
      const inherited = mention.within?.quoted && speakerIndex === null ? lastSpeaker : null;
      if (mention.form === 'pronoun') {
        if (/^(?:i|me|my|mine|myself)$/u.test(mention.head)) {
          firstPerson.push({ placed: each, speaker, inherited });
          continue;
        }
        const cluster = resolvePronoun(each, discourse, speaker?.cluster ?? null, lastSpeaker);
        if (cluster) join(cluster, each);
      } else if (!each.cluster && mention.members.length === 0 && mention.name === null)
        join(resolveDescription(each, discourse, ownerOf(each, list)), each);
      const introduced = mention.name ? findIntroduced(each, discourse) : null;
      if (introduced && each.cluster && introduced !== each.cluster) merge(each.cluster, introduced);
      if (!each.cluster && each.part !== null) join(jointOf(each, list), each);
      discourse.pass(each);
      const first = joinedBefore(each, list, paragraphs[paragraph]?.syntax.text ?? '');
      if (first) discourse.lastPair = first;
      if (each.part === 'source') lastSpeaker = each.cluster;
    }
  });
  for (const { placed: each, speaker, inherited } of firstPerson) {
    const cluster = speaker ? speaker.cluster : inherited;
    if (each.mention.within?.quoted && cluster && !cluster.plural) join(cluster, each);
    else if (each.part !== null) join(newCluster(), each);
  }
}

/** In the order of the text, an owner before what it owns: "her" before "her husband". */
const innerFirst = (list: readonly Placed[]): readonly Placed[] =>
  list.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** Whose a description says that somebody or something is. */
function ownerOf({ mention, index, span }: Placed, list: readonly Placed[]): Cluster | null {
  const owner = list[index + 1];
  return mention.determination === 'possessive' && owner?.span.start === span.start ? owner.cluster : null;
}

const mayActAsOne = (cluster: Cluster): boolean => isBody(cluster) && cluster.type !== 'government';

/** The two that "and" joins, where a mention is the second of them. */
function joinedBefore(second: Placed, list: readonly Placed[], text: string): Pair | null {
  const { mention, cluster, index } = second;
  const first = list[index - 1];
  if (!cluster || !first?.cluster || first.cluster === cluster) return null;
  if (
    first.mention.plural ||
    mention.plural ||
    mention.form === 'pronoun' ||
    first.mention.form === 'pronoun'
  )
    return null;
  if (
    isPersonal(cluster) ? !isPersonal(first.cluster) : !(mayActAsOne(cluster) && mayActAsOne(first.cluster))
  )
    return null;
  const { start, end } = first.mention.span;
  if (!/^,? and $/u.test(text.slice(end, mention.span.start))) return null;
  return { first, second, text: text.slice(start, mention.span.end) };
}

/** "Northport woman wins prize": the headline describes without a determiner whom the article then names. */
function resolveHeadline(placed: readonly (readonly Placed[])[]): void {
  for (const { mention, cluster, text } of placed[0] ?? []) {
    if (!cluster || cluster.names.length > 0 || mention.form !== 'description') continue;
    if (mention.determination !== 'bare' || mention.plural || mention.type !== 'person') continue;
    const named = placed
      .slice(1)
      .flat()
      .find(
        ({ cluster: other }) =>
          other && other.names.length > 0 && other.heads.has(mention.head) && isTold(text, other),
      );
    if (named?.cluster) merge(named.cluster, cluster);
  }
}

function jointOf({ mention }: Placed, list: readonly Placed[]): Cluster {
  const cluster = newCluster();
  cluster.members = mention.members.flatMap(index => list[index]?.cluster ?? []);
  return cluster;
}

/** Persons and organizations that have a name, whoever a claim comes from or went through, and what recurs. */
function isShown(cluster: Cluster): boolean {
  if (cluster.mentions.some(({ part }) => part !== null)) return true;
  if (cluster.names.length > 0) {
    if (cluster.type === 'government') return cluster.evidence === 'stated';
    return (
      cluster.evidence !== 'none' ||
      cluster.mentions.some(({ mention }) => mention.subject && mention.name?.tentative === false)
    );
  }
  return true;
}

type ActorAt = (span: Span, own: Cluster) => string | null;

/** An affiliation is given without its "the ", its mention with it. */
const determinerLength = 4;

/** Finds the actor, other than the one given, whose mention begins an affiliation. */
function affiliationFinder(
  all: readonly Placed[],
  idOf: (cluster: Cluster | null) => string | null,
): ActorAt {
  const byStart = [...all].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return (span, own) => {
    const first = partitionPoint(byStart, each => each.span.start < span.start - determinerLength);
    for (let i = first; i < byStart.length; i++) {
      const each = byStart[i];
      if (!each || each.span.start >= span.end) return null;
      if (each.span.end > span.start && each.mention.form !== 'pronoun' && each.cluster !== own)
        return idOf(each.cluster);
    }
    return null;
  };
}

function toActor(
  id: string,
  cluster: Cluster,
  starts: readonly number[],
  paragraphs: readonly PlacedParagraph[],
  actorAt: ActorAt,
): Actor {
  const mentions = [...cluster.mentions].sort((a, b) => a.order - b.order);
  const anonymous = isAnonymous(cluster);
  return {
    id,
    name: nameOf(mentions, paragraphs),
    type: cluster.plural && isPersonal(cluster) ? 'group' : cluster.type,
    anonymous,
    plural: cluster.plural,
    roles: rolesOf(cluster, mentions, starts, paragraphs, actorAt),
    anonymity: anonymous
      ? anonymityOf(
          cluster.type,
          mentions.map(({ mention, paragraph }) => ({ mention, offset: starts[paragraph] ?? 0 })),
        )
      : null,
    mentions: mentions
      .filter(({ mention, part }) => part !== null || !(mention.located && cluster.type === 'government'))
      .map(({ span, mention }): ActorMention => ({ span: [span], form: mention.form })),
  };
}

/** The fullest name; without one the fullest description; without that the first words. */
function nameOf(mentions: readonly Placed[], paragraphs: readonly PlacedParagraph[]): string {
  let best = '';
  let bestScore = -1;
  for (const { mention, paragraph, text } of mentions) {
    const words = mention.name
      ? (paragraphs[paragraph]?.syntax.text.slice(mention.name.span.start, mention.name.span.end) ?? text)
      : text;
    const score =
      (mention.name ? 1000 : mention.form === 'description' ? 500 : 0) +
      (mention.name?.tentative || mention.name?.acronym ? 0 : 250) +
      Math.min(words.length, 200);
    if (score > bestScore) {
      best = words;
      bestScore = score;
    }
  }
  return wordsWithoutMarkdown(best).replace(/\s+/gu, ' ');
}

function rolesOf(
  cluster: Cluster,
  mentions: readonly Placed[],
  starts: readonly number[],
  paragraphs: readonly PlacedParagraph[],
  actorAt: ActorAt,
): Role[] {
  const roles = new Map<string, Role>();
  for (const { mention, paragraph } of mentions)
    for (const reading of mention.roles) {
      const role = toRole(reading, starts[paragraph] ?? 0, paragraphs[paragraph]?.syntax.text ?? '', span =>
        actorAt(span, cluster),
      );
      const key = role.text.toLowerCase();
      const known = roles.get(key);
      if (!known || (known.affiliation === null && role.affiliation !== null)) roles.set(key, role);
    }
  return [...roles.values()];
}

function toRole(
  { span, former, affiliation }: RoleReading,
  offset: number,
  text: string,
  actorAt: (span: Span) => string | null,
): Role {
  const absolute = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  const of: Affiliation | null = affiliation && {
    text: text.slice(affiliation.start, affiliation.end),
    span: absolute(affiliation),
    actor: actorAt(absolute(affiliation)),
  };
  return { text: text.slice(span.start, span.end), span: absolute(span), former, affiliation: of };
}
