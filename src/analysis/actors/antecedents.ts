import { isBody, isPersonal, key, newCluster, told, type Cluster, type Placed } from './clusters';

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

/** Clusters kept in mind, and those kept for one head noun: they bound the work for each mention. */
const inMind = 60;
const inMindByHead = 20;

/** What the reader of an article has in mind at a place: who was mentioned, and how recently. */
export class Discourse {
  private readonly recent: Cluster[] = [];
  private readonly byHead = new Map<string, Cluster[]>();

  /** Notes that the text has come past a mention. */
  pass(placed: Placed): void {
    const { cluster } = placed;
    if (!cluster) return;
    cluster.last = placed;
    remember(this.recent, cluster, inMind);
    for (const head of cluster.heads) {
      const list = this.byHead.get(head) ?? [];
      remember(list, cluster, inMindByHead);
      this.byHead.set(head, list);
    }
  }

  /** The clusters in mind, the most recent first. */
  backwards(): readonly Cluster[] {
    return this.recent.toReversed();
  }

  /** The clusters that a role or description calls by a noun, the most recent first. */
  withHead(head: string): readonly Cluster[] {
    return (this.byHead.get(head) ?? []).toReversed();
  }
}

/** Puts a cluster last in a list and drops the first where the list grows too long. */
function remember(list: Cluster[], cluster: Cluster, most: number): void {
  const at = list.lastIndexOf(cluster);
  if (at >= 0) list.splice(at, 1);
  list.push(cluster);
  if (list.length > most) list.shift();
}

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
    discourse.withHead(placed.mention.head).find(({ descriptions }) => descriptions.has(key(placed))) ?? null
  );
}

/** The most recent cluster with the same head noun that nothing in the words speaks against. */
function sameHead(placed: Placed, discourse: Discourse): Cluster | null {
  const { mention } = placed;
  const fits = (cluster: Cluster): boolean =>
    cluster.plural === mention.plural &&
    cluster.mergedInto === null &&
    cluster.last !== null &&
    placed.sentence - cluster.last.sentence <= descriptionReach &&
    (mention.determination === 'bare' ? cluster.descriptions.has(key(placed)) : compatible(placed, cluster));
  return discourse.withHead(mention.head).find(fits) ?? null;
}

/** Is one of the words that the description adds, if it adds any, known of the cluster, or nothing known of it? */
function compatible(placed: Placed, cluster: Cluster): boolean {
  const extra = told(placed);
  return (
    extra.length === 0 ||
    extra.some(word => cluster.modifiers.has(word)) ||
    (isPersonal(cluster) && cluster.names.length > 0 && !cluster.detailed)
  );
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
    if (mention.rival !== null && isBody(cluster) && last.order < placed.order - placed.index + mention.rival)
      continue;
    if (mention.head.startsWith('it') && cluster.type === 'government' && !last.mention.subject) continue;
    let score = -3 * (placed.sentence - last.sentence) - rank;
    rank += 0.5;
    if (last.mention.subject) score += 3;
    if (mention.plural) score += cluster.plural ? 2 : -2;
    if (cluster.names.length > 0) score += 1;
    if (mention.calledFor && cluster.called === mention.calledFor) score += 3;
    if (cluster === speaker) score += 4;
    if (placed.part === 'source' && cluster === lastSpeaker) score += 4;
    if (placed.part === 'source' && cluster.speaks) score += 2;
    if (!mention.within?.quoted && !cluster.outside) score -= 4;
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
