import { isBody, isPersonal, newCluster, type Cluster, type Placed } from './clusters';

/** How many sentences back a pronoun and a description find what they refer to. */
const pronounReach = 4;
const descriptionReach = 60;

/** Words for one thing in news prose: a head noun on the left may mean a cluster with one on the right. */
const alike: readonly ReadonlySet<string>[] = [
  'company firm corporation business manufacturer maker retailer group giant conglomerate startup enterprise inc corp ltd llc plc co',
  'newspaper paper daily weekly tabloid broadsheet times post herald tribune gazette chronicle guardian telegraph',
  'broadcaster network channel station radio tv television',
  'magazine weekly journal review',
  'agency bureau department ministry office service administration',
  'court tribunal',
  'party coalition camp faction',
  'team club side squad',
  'university college school institute',
  'organization organisation group charity association foundation nonprofit society union federation coalition movement',
  'council board commission committee panel authority',
  'police force',
  'senator sen',
  'representative congressman congresswoman rep lawmaker',
  'governor gov',
  'professor prof',
  'president',
  'minister premier',
  'spokesman spokesperson',
  'spokeswoman spokesperson',
  'official officer aide adviser',
  'officer policeman policewoman cop',
  'lawyer attorney',
  'general gen',
].map(line => new Set(line.split(' ')));

/** What the reader of an article has in mind at a place: who was mentioned, and how recently. */
export class Discourse {
  private readonly recent: Cluster[] = [];
  private readonly byHead = new Map<string, Cluster[]>();
  private readonly jointOf = new Map<Placed, Cluster>();

  /** Notes that the text has come past a mention. */
  pass(placed: Placed): void {
    const { cluster } = placed;
    if (!cluster) return;
    cluster.last = placed;
    const at = this.recent.lastIndexOf(cluster);
    if (at >= 0) this.recent.splice(at, 1);
    this.recent.push(cluster);
    if (this.recent.length > window) this.recent.shift();
    for (const head of cluster.heads) {
      const list = this.byHead.get(head) ?? [];
      if (!list.includes(cluster)) list.push(cluster);
      this.byHead.set(head, list);
    }
  }

  /** The clusters in mind, the most recent first. */
  *backwards(): Generator<Cluster> {
    for (let i = this.recent.length - 1; i >= 0; i--) {
      const cluster = this.recent[i];
      if (cluster) yield cluster;
    }
  }

  withHead(head: string): readonly Cluster[] {
    return this.byHead.get(head) ?? [];
  }

  noteJoint(placed: Placed, cluster: Cluster): void {
    this.jointOf.set(placed, cluster);
  }
}

/** Clusters kept in mind at once: bounds the work for each mention. */
const window = 60;

/** Finds, or makes, the cluster that a description refers to. */
export function resolveDescription(placed: Placed, discourse: Discourse): Cluster {
  const { mention } = placed;
  if (mention.determination === 'indefinite' && !/^(?:both|all)\b/iu.test(placed.text))
    return repeated(placed, discourse) ?? newCluster();
  if (mention.plural && mention.count === 'two' && mention.determination !== 'bare') {
    const pair = lastTwo(placed, discourse);
    if (pair) return pair;
  }
  const known =
    sameHead(placed, discourse) ?? (mention.determination === 'bare' ? null : likeHead(placed, discourse));
  return known ?? newCluster();
}

/** A cluster first described in the very same words, if these are telling: a passage that stands twice. */
function repeated(placed: Placed, discourse: Discourse): Cluster | null {
  if (told(placed).length < 2) return null;
  return (
    discourse
      .withHead(placed.mention.head)
      .find(cluster =>
        cluster.mentions.some(({ text }) => text.toLowerCase() === placed.text.toLowerCase()),
      ) ?? null
  );
}

/** A cluster with the same head noun that nothing in the words speaks against, the most recent one. */
function sameHead(placed: Placed, discourse: Discourse): Cluster | null {
  const { mention } = placed;
  let best: Cluster | null = null;
  for (const cluster of discourse.withHead(mention.head)) {
    if (cluster.plural !== mention.plural || !cluster.last || cluster.mergedInto) continue;
    if (placed.sentence - cluster.last.sentence > descriptionReach) continue;
    if (mention.determination === 'possessive' && !shareModifier(placed, cluster)) continue;
    if (mention.determination === 'bare' && !sameModifiers(placed, cluster)) continue;
    if (!compatible(placed, cluster)) continue;
    if (!best?.last || cluster.last.order > best.last.order) best = cluster;
  }
  return best;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const small = /^(?:the|a|an|of|for|and|in|at|on|to|this|that|these|those|his|her|its|their|same|s)$/u;
const told = (placed: Placed): string[] =>
  words(placed.text).filter(
    word => !small.test(word) && word !== placed.mention.head && !word.startsWith(placed.mention.head),
  );

/** Every word that the description adds is one the cluster is known by, or it is known by none of the kind. */
function compatible(placed: Placed, cluster: Cluster): boolean {
  const extra = told(placed);
  return extra.length === 0 || extra.some(word => cluster.modifiers.has(word));
}

/** Is every word of a description one that the cluster is known by? */
export const isTold = (text: string, cluster: Cluster): boolean =>
  words(text).every(word => small.test(word) || cluster.modifiers.has(word));
const shareModifier = compatible;
function sameModifiers(placed: Placed, cluster: Cluster): boolean {
  const extra = told(placed);
  return cluster.mentions.some(other => {
    if (other.mention.head !== placed.mention.head) return false;
    const others = told(other);
    return others.length === extra.length && extra.every(word => others.includes(word));
  });
}

/** The actor described shortly before without a name that this name now gives: "His father left. His father Tom Roe …" */
export function findIntroduced(placed: Placed, discourse: Discourse): Cluster | null {
  const { mention, cluster } = placed;
  const role = mention.roles[0];
  if (!role || cluster?.mentions[0] !== placed) return null;
  if (mention.determination !== 'possessive' && mention.determination !== 'definite') return null;
  for (const other of discourse.withHead(role.head)) {
    if (other.names.length > 0 || other.plural || other.mergedInto || !other.last) continue;
    if (placed.sentence - other.last.sentence > 5) continue;
    const first = other.mentions[0];
    if (first && told(first).every(word => cluster.modifiers.has(word))) return other;
  }
  return null;
}

/** A named body or person that a noun of the same sense may stand for: "the paper" for the "Northport Times". */
function likeHead(placed: Placed, discourse: Discourse): Cluster | null {
  const { mention } = placed;
  if (mention.plural || mention.determination === 'possessive') return null;
  const set = alike.filter(group => group.has(mention.head));
  for (const cluster of discourse.backwards()) {
    if (cluster.plural || !cluster.last || cluster.names.length === 0) continue;
    if (placed.sentence - cluster.last.sentence > descriptionReach) break;
    const body = mention.type !== 'person' && mention.type !== 'group';
    if (body !== isBody(cluster)) continue;
    const heads = [
      ...cluster.heads,
      ...cluster.names.flatMap(({ words: all }) => [all.at(-1) ?? '', ...stemHead(all)]),
    ];
    if (
      heads.some(head => head === mention.head || set.some(group => group.has(head))) &&
      compatible(placed, cluster)
    )
      return cluster;
    if (mention.type === 'publication' && cluster.type === 'publication' && told(placed).length === 0)
      return cluster;
    if (
      /^(?:company|firm|organization|organisation)$/u.test(mention.head) &&
      cluster.type === 'organization' &&
      told(placed).length === 0 &&
      !cluster.heads.has('government')
    )
      return cluster;
    if (
      mention.calledFor &&
      cluster.called === mention.calledFor &&
      /^(?:man|woman|boy|girl)$/u.test(mention.head) &&
      told(placed).length === 0
    )
      return cluster;
  }
  return null;
}

function stemHead(all: readonly string[]): string[] {
  const at = all.findIndex((word, index) => index > 0 && /^(?:of|for|on)$/u.test(word));
  return at > 0 ? [all[at - 1] ?? ''] : [];
}

/** "The two officials" after two people have just been named: an actor of both. */
function lastTwo(placed: Placed, discourse: Discourse): Cluster | null {
  const pair: Cluster[] = [];
  for (const cluster of discourse.backwards()) {
    if (!cluster.last || placed.sentence - cluster.last.sentence > 2) break;
    if (isPersonal(cluster) && !cluster.plural && cluster.names.length > 0) pair.push(cluster);
    if (pair.length === 2) break;
  }
  if (pair.length < 2 || placed.mention.type !== 'person') return null;
  const joint = newCluster();
  joint.members = pair.reverse();
  joint.plural = true;
  joint.type = 'group';
  joint.evidence = 'stated';
  return joint;
}

/**
 * Finds the cluster that a pronoun of the third person refers to.
 *
 * @param speaker who says the words that the pronoun stands in, where it stands in somebody's content
 * @param lastSpeaker who spoke last before it
 */
export function resolvePronoun(
  placed: Placed,
  discourse: Discourse,
  speaker: Cluster | null,
  lastSpeaker: Cluster | null,
): Cluster | null {
  const { mention } = placed;
  let best: { cluster: Cluster; score: number } | null = null;
  let rank = 0;
  for (const cluster of discourse.backwards()) {
    const { last } = cluster;
    if (!last || placed.sentence - last.sentence > pronounReach) continue;
    if (!agrees(mention.head, mention.calledFor, cluster)) continue;
    // "their citizens" are not their own
    if (last.span.start <= placed.span.start && placed.span.end <= last.span.end) continue;
    if (mention.within?.quoted && cluster === speaker) continue;
    if (
      mention.within?.quoted &&
      mention.head.startsWith('it') &&
      !(last.paragraph === placed.paragraph && last.mention.within?.quoted && cluster.type !== 'government')
    )
      continue;
    if (mention.rival && !/^(?:person|group)$/u.test(cluster.type)) {
      const since = placed.order - placed.index + mention.rival.nextMention;
      if (last.order < since && !(last.mention.subject && !mention.rival.subject)) continue;
    }
    let score = -3 * (placed.sentence - last.sentence) - rank;
    rank += 0.5;
    if (last.mention.subject) score += 3;
    if (mention.plural) score += cluster.plural ? 2 : -2;
    if (cluster.names.length > 0) score += 1;
    if (mention.calledFor && cluster.called === mention.calledFor) score += 3;
    if (cluster === speaker) score += 4;
    if (placed.part === 'source' && cluster === lastSpeaker) score += 4;
    if (placed.part === 'source' && cluster.mentions.some(({ part }) => part === 'source')) score += 2;
    if (!mention.within?.quoted && cluster.mentions.every(isQuoted)) score -= 4;
    if (last.mention.within?.quoted && !mention.within?.quoted) score -= 3;
    if (cluster.mentions.length > 3) score += 1;
    if (best === null || score > best.score) best = { cluster, score };
  }
  return best?.cluster ?? null;
}

function agrees(head: string, called: 'he' | 'she' | null, cluster: Cluster): boolean {
  if (called)
    return isPersonal(cluster) && !cluster.plural && (cluster.called === null || cluster.called === called);
  if (head.startsWith('it'))
    return (
      isBody(cluster) && !cluster.plural && (cluster.type !== 'government' || cluster.evidence === 'stated')
    );
  return (
    cluster.plural ||
    cluster.members.length > 0 ||
    cluster.type === 'group' ||
    (isBody(cluster) && cluster.type !== 'government')
  );
}

const isQuoted = ({ mention }: Placed): boolean =>
  mention.form === 'pronoun' || mention.within?.quoted === true;
