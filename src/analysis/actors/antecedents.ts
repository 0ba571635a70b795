import {
  isBody,
  isPast,
  isPersonal,
  isRelative,
  join,
  key,
  newCluster,
  told,
  type Cluster,
  type Placed,
} from './clusters';
import { matches } from '../matches';

/** How many sentences back a pronoun and a description find what they refer to. */
const pronounReach = 4;
const descriptionReach = 60;
/** How many sentences back two who share a role may be "the two ministers". */
const pairReach = 6;

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

/** Nouns for bodies that nobody would call a company. */
const ofAnotherKind: ReadonlySet<string> = new Set([
  ...alike.slice(4).flatMap(set => [...set]),
  ...'government embassy consulate parliament senate congress assembly legislature army navy military church mosque museum hospital institution fund bank campaign'.split(
    ' ',
  ),
]);

/** Clusters kept in mind, and those kept for one head noun: they bound the work for each mention. */
const inMind = 60;
const inMindByHead = 20;

/** Two actors that "and" joins in the text. */
export interface Pair {
  readonly first: Placed;
  readonly second: Placed;
  /** From the first's words to the second's. */
  readonly text: string;
}

/** What the reader of an article has in mind at a place: who was mentioned, and how recently. */
export class Discourse {
  private readonly recent: Cluster[] = [];
  private readonly byHead = new Map<string, Cluster[]>();
  /** The two named together last. */
  lastPair: Pair | null = null;
  /** Who was the last subject of a clause. */
  lastSubject: Placed | null = null;
  private topic: Placed | null = null;
  private topicBefore: Placed | null = null;

  /** Notes that the text has come past a mention. */
  pass(placed: Placed): void {
    const { cluster } = placed;
    if (!cluster) return;
    cluster.last = placed;
    if (placed.mention.subject) {
      cluster.subjectIn = placed.sentence;
      this.lastSubject = placed;
      if (this.topic?.sentence !== placed.sentence) {
        this.topicBefore = this.topic;
        this.topic = placed;
      }
    }
    remember(this.recent, cluster, inMind);
    for (const head of cluster.heads) {
      const list = this.byHead.get(head) ?? [];
      remember(list, cluster, inMindByHead);
      this.byHead.set(head, list);
    }
  }

  /** The first subject of a sentence, where that is one of the last two that have one. */
  topicOf(sentence: number): Placed | null {
    return [this.topic, this.topicBefore].find(topic => topic?.sentence === sentence) ?? null;
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

/**
 * Finds, or makes, the cluster that a description refers to.
 *
 * @param owner whose it is, where the description says so: "her husband"
 */
export function resolveDescription(placed: Placed, discourse: Discourse, owner: Cluster | null): Cluster {
  const { mention } = placed;
  const isPair =
    twoOf.test(mention.head) && (mention.type !== 'group' || mention.determination === 'definite');
  if (mention.determination === 'indefinite' && !isPair && !/^(?:both|all)\b/iu.test(placed.text))
    return repeated(placed, discourse) ?? newCluster();
  const known =
    sameHead(placed, discourse, owner) ??
    (isPair || (mention.plural && mention.count === 'two' && mention.determination !== 'bare')
      ? lastTwo(placed, discourse)
      : null) ??
    labelled(placed, discourse) ??
    (/^old$/u.test(mention.head) ? ofAge(placed, discourse) : null) ??
    (mention.determination === 'bare' ? null : likeHead(placed, discourse));
  const cluster = known ?? newCluster();
  cluster.owner ??= owner;
  return cluster;
}

/** "The couple", "the two": whoever was just named, two of them. */
const twoOf = /^(?:couple|duo|pair|two|both)$/u;

/** A cluster first described in the very same words, if these are telling: a passage that stands twice. */
function repeated(placed: Placed, discourse: Discourse): Cluster | null {
  if (told(placed).length < 2) return null;
  return (
    discourse.withHead(placed.mention.head).find(({ descriptions }) => descriptions.has(key(placed))) ?? null
  );
}

/** The most recent cluster with the same head noun that nothing in the words speaks against. */
function sameHead(placed: Placed, discourse: Discourse, owner: Cluster | null): Cluster | null {
  const { mention } = placed;
  const fits = (cluster: Cluster): boolean =>
    cluster.plural === mention.plural &&
    cluster.mergedInto === null &&
    cluster.last !== null &&
    placed.sentence - cluster.last.sentence <= descriptionReach &&
    mayBelong(placed, cluster, owner) &&
    isPast(placed) === cluster.formerHeads.has(mention.head) &&
    (mention.determination === 'bare' ? cluster.descriptions.has(key(placed)) : compatible(placed, cluster));
  return discourse.withHead(mention.head).find(fits) ?? null;
}

/** Is it nobody else's? "Her campaign" is not his, and "his father" is whoever was called so before. */
function mayBelong({ mention }: Placed, cluster: Cluster, owner: Cluster | null): boolean {
  if (mention.determination !== 'possessive' || owner === null) return true;
  // nobody is their own mother: "her" was taken for the wrong one
  if (cluster.owner !== null) return cluster.owner === owner || cluster === owner;
  const names = owner.names.flatMap(({ words }) => words.slice(-1));
  return !isRelative(mention.head) && (names.length === 0 || names.some(name => cluster.modifiers.has(name)));
}

/** "The 42-year-old": whose age it is, or else the one whom the text is just about. */
function ofAge(placed: Placed, discourse: Discourse): Cluster | null {
  const [age] = told(placed);
  const people = discourse
    .backwards()
    .filter(
      ({ last, plural, type }) =>
        last !== null && !plural && type === 'person' && placed.sentence - last.sentence <= descriptionReach,
    );
  return (
    people.find(({ modifiers }) => age !== undefined && modifiers.has(age)) ??
    people.find(
      ({ last, subjectIn, modifiers }) =>
        last !== null &&
        subjectIn === last.sentence &&
        placed.sentence - last.sentence <= pronounReach &&
        ![...modifiers].some(word => /^\d{1,2}$/u.test(word)),
    ) ??
    null
  );
}

/** Is one of the words that the description adds, if it adds any, known of the cluster, or nothing known of it? */
function compatible(placed: Placed, cluster: Cluster): boolean {
  const extra = told(placed).filter(word => !/^(?:former|ex|onetime|then)$/u.test(word));
  if (isPersonal(cluster) && cluster.detailed && labelsOf(placed).some(label => !bears(cluster, label)))
    return false;
  return (
    extra.length === 0 ||
    extra.some(word => cluster.modifiers.has(word)) ||
    (isPersonal(cluster) && cluster.names.length > 0 && !cluster.detailed)
  );
}

/** The words of a description with a capital: parties, nations, bodies. */
const labelsOf = ({ mention, text }: Placed): string[] =>
  matches(text, /(?<=\s)\p{Lu}[\p{L}\p{N}]+/gu)
    .map(([word]) => word.toLowerCase())
    .filter(word => !word.startsWith(mention.head));

/** Is a cluster known by a word, or by another form of it ("Democrat", "Democratic")? */
const bears = ({ modifiers, heads }: Cluster, label: string): boolean =>
  modifiers.has(label) ||
  [...modifiers, ...heads].some(
    word => word.length > 4 && label.length > 4 && (word.startsWith(label) || label.startsWith(word)),
  );

/** "The Democratic nominee": the only one just spoken of who was called a Democrat. */
function labelled(placed: Placed, discourse: Discourse): Cluster | null {
  const { mention } = placed;
  const labels = labelsOf(placed);
  if (
    mention.type !== 'person' ||
    mention.plural ||
    mention.determination !== 'definite' ||
    labels.length === 0
  )
    return null;
  const [only, ...others] = discourse
    .backwards()
    .filter(
      cluster =>
        isPersonal(cluster) &&
        !cluster.plural &&
        cluster.names.length > 0 &&
        cluster.last !== null &&
        placed.sentence - cluster.last.sentence <= descriptionReach &&
        labels.every(label => bears(cluster, label)),
    );
  return only && others.length === 0 ? only : null;
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
      !heads.some(head => ofAnotherKind.has(head))
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
  const { mention } = placed;
  const fits = (cluster: Cluster): boolean =>
    !cluster.plural &&
    cluster.names.length > 0 &&
    (twoOf.test(mention.head) || mention.type === 'person'
      ? isPersonal(cluster)
      : mention.type === cluster.type && isBody(cluster));
  const near = (cluster: Cluster, within: number): boolean =>
    cluster.last !== null && placed.sentence - cluster.last.sentence <= within;
  const called = discourse
    .withHead(mention.head)
    .filter(cluster => fits(cluster) && near(cluster, pairReach));
  const recent = discourse.backwards().filter(cluster => fits(cluster) && near(cluster, 2));
  const pair = called.length >= 2 ? called.slice(0, 2) : recent.slice(0, 2);
  return pair.length === 2 ? jointCluster(pair.reverse()) : null;
}

/** An actor that consists of others. */
export function jointCluster(members: readonly Cluster[]): Cluster {
  const joint = newCluster();
  joint.members = members;
  joint.plural = true;
  joint.type = 'group';
  joint.evidence = 'stated';
  return joint;
}

/** What speaks for an actor as the one that a pronoun means; tuned on GUM's news, meant to hold anywhere. */
const weights = {
  sentencesBack: -3,
  clustersBack: -0.5,
  /** It is the subject where it was last mentioned, or was one shortly before. */
  subject: 3,
  subjectBefore: 2,
  /** The sentence before brings it in, as its subject: the next is about it. */
  introduced: 5,
  /** Just the subject of the same clause: "Lee told him". */
  ownClause: -8,
  reflexive: 4,
  plural: 2,
  named: 1,
  called: 3,
  speakerOfContent: 4,
  lastSpeaker: 4,
  speaks: 2,
  quotedOnly: -4,
  lastQuoted: -3,
  oftenMentioned: 1,
};

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
  let back = 0;
  for (const cluster of discourse.backwards()) {
    const { last } = cluster;
    if (!last || placed.sentence - last.sentence > pronounReach) continue;
    if (!mayMean(placed, cluster, last, speaker)) continue;
    const score =
      weights.clustersBack * back++ + scoreOf(placed, cluster, last, discourse, speaker, lastSpeaker);
    if (best === null || score > best.score) best = { cluster, score };
  }
  const pair = mention.plural ? discourse.lastPair : null;
  if (pair && placed.sentence - pair.second.sentence <= 2) {
    const score =
      weights.sentencesBack * (placed.sentence - pair.second.sentence) +
      weights.plural +
      (pair.second.mention.subject ? weights.subject : 0);
    if (best === null || score > best.score) return jointOf(pair);
  }
  return best?.cluster ?? null;
}

function mayMean(
  { mention, paragraph, order, index, span }: Placed,
  cluster: Cluster,
  last: Placed,
  speaker: Cluster | null,
): boolean {
  if (!agrees(mention.head, mention.calledFor, cluster)) return false;
  // "their citizens" are not their own
  if (last.span.start <= span.start && span.end <= last.span.end) return false;
  const isIt = mention.head.startsWith('it');
  if (mention.within?.quoted) {
    if (cluster === speaker) return false;
    if (
      isIt &&
      !(last.paragraph === paragraph && last.mention.within?.quoted && cluster.type !== 'government')
    )
      return false;
    if (mention.plural && !cluster.plural && last.paragraph !== paragraph) return false;
  }
  if (mention.rival !== null && isBody(cluster) && last.order < order - index + mention.rival) return false;
  return !(isIt && cluster.type === 'government' && !last.mention.subject);
}

function scoreOf(
  { mention, part, sentence }: Placed,
  cluster: Cluster,
  last: Placed,
  discourse: Discourse,
  speaker: Cluster | null,
  lastSpeaker: Cluster | null,
): number {
  const quoted = mention.within?.quoted === true;
  const topic = discourse.topicOf(sentence - 1);
  const isNew = topic !== null && topic === cluster.mentions[0] && !topic.mention.within?.quoted;
  const { lastSubject } = discourse;
  const isOwn = lastSubject?.cluster === cluster && lastSubject.sentence === sentence;
  let score = weights.sentencesBack * (sentence - last.sentence);
  if (cluster.subjectIn === last.sentence) score += weights.subject;
  else if (sentence - cluster.subjectIn <= 1) score += weights.subjectBefore;
  if (isNew && !quoted && mention.subject) score += weights.introduced;
  if (isOwn && /^(?:him|them)$/u.test(mention.head)) score += weights.ownClause;
  if (isOwn && /sel(?:f|ves)$/u.test(mention.head)) score += weights.reflexive;
  if (mention.plural) score += cluster.plural ? weights.plural : -weights.plural;
  if (cluster.names.length > 0) score += weights.named;
  if (mention.calledFor && cluster.called === mention.calledFor) score += weights.called;
  if (cluster === speaker) score += weights.speakerOfContent;
  if (part === 'source' && cluster === lastSpeaker) score += weights.lastSpeaker;
  if (part === 'source' && cluster.speaks) score += weights.speaks;
  if (!quoted && !cluster.outside) score += weights.quotedOnly;
  if (!quoted && last.mention.within?.quoted) score += weights.lastQuoted;
  if (cluster.mentions.length > 3) score += weights.oftenMentioned;
  return score;
}

/** The actor of two who are named together: the words for both are its first mention. */
function jointOf(pair: Pair): Cluster | null {
  const { first, second } = pair;
  if (!first.cluster || !second.cluster) return null;
  const joint = jointCluster([first.cluster, second.cluster]);
  const { start } = first.mention.span;
  join(joint, {
    ...second,
    span: { start: first.span.start, end: second.span.end },
    text: pair.text,
    called: null,
    relative: false,
    part: null,
    mention: {
      ...second.mention,
      span: { start, end: second.mention.span.end },
      form: 'description',
      head: 'and',
      name: null,
      type: 'group',
      typeEvidence: 'stated',
      plural: true,
      count: 'two',
      modifiers: [],
      calledFor: null,
      roles: [],
      renames: null,
    },
  });
  return joint;
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
