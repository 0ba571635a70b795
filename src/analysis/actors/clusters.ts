import type { ActorType, Span } from '../contract';
import type { Mention, NameReading, TypeEvidence } from '../paragraph';

/** A mention with its place in the article. */
export interface Placed {
  readonly mention: Mention;
  readonly paragraph: number;
  /** Index among the paragraph's mentions. */
  readonly index: number;
  /** Position among all mentions of the article. */
  readonly order: number;
  /** Number of its sentence in the article. */
  readonly sentence: number;
  /** Absolute. */
  readonly span: Span;
  readonly text: string;
  /** What the attributions use it as; null where they do not. */
  readonly part: 'source' | 'via' | 'channel' | null;
  /** The pronoun that it or its apposition calls for: for linking only. */
  readonly called: 'he' | 'she' | null;
  /** It or its apposition says whose relative it is: "his daughter Ann Lee", "Tom Lee, her husband". */
  readonly relative: boolean;
  cluster: Cluster | null;
}

/** All mentions found so far to refer to one actor. */
export interface Cluster {
  readonly mentions: Placed[];
  /** Its different names, as lists of words. */
  readonly names: NameReading[];
  type: ActorType;
  evidence: TypeEvidence;
  plural: boolean;
  /** The pronoun that the text itself uses for it: for linking only. */
  called: 'he' | 'she' | null;
  /** Introduced as somebody's relative. */
  relative: boolean;
  /** Whose it is, where a description says so: "her husband", "Lee's campaign". */
  owner: Cluster | null;
  /** Head nouns of its roles and descriptions. */
  readonly heads: Set<string>;
  /** Those of them that it is said to have been: "former mayor". */
  readonly formerHeads: Set<string>;
  /** Words that modify those heads, with the words of affiliations. */
  readonly modifiers: Set<string>;
  /** Clusters of which a joint one consists. */
  members: readonly Cluster[];
  /** Where it was last mentioned. */
  last: Placed | null;
  /** Sentence in which it last was the subject. */
  subjectIn: number;
  /** Is the source of an attribution somewhere in the article. */
  speaks: boolean;
  /** Is mentioned by name or description outside of quoted words. */
  outside: boolean;
  /** Some role of it is told with more than its noun: "the Norlandic president". */
  detailed: boolean;
  /** Its descriptions: the head noun, then the other telling words in order. */
  readonly descriptions: Set<string>;
  /** Merged into this one. */
  mergedInto: Cluster | null;
}

const rank: Readonly<Record<TypeEvidence, number>> = { stated: 3, listed: 2, shape: 1, none: 0 };

export const newCluster = (): Cluster => ({
  mentions: [],
  names: [],
  type: 'unknown',
  evidence: 'none',
  plural: false,
  called: null,
  relative: false,
  owner: null,
  heads: new Set(),
  formerHeads: new Set(),
  modifiers: new Set(),
  members: [],
  last: null,
  subjectIn: -Infinity,
  speaks: false,
  outside: false,
  detailed: false,
  descriptions: new Set(),
  mergedInto: null,
});

const small = /^(?:the|a|an|of|for|and|in|at|on|to|this|that|these|those|his|her|its|their|same|s)$/u;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a description that tell something, without its head noun. */
export const told = ({ mention, text }: Placed): string[] =>
  wordsOf(text).filter(word => !small.test(word) && !word.startsWith(mention.head));

/** Two descriptions of the same words have the same key. */
export const key = (placed: Placed): string => [placed.mention.head, ...told(placed).sort()].join(' ');

/** Is every word of a description one that the cluster is known by? */
export const isTold = (text: string, cluster: Cluster): boolean =>
  wordsOf(text).every(word => small.test(word) || cluster.modifiers.has(word));

/** Does a description say that somebody no longer is what it calls them? A retired pilot is a pilot still. */
export const isPast = ({ text }: Placed): boolean => /\b(?:former|ex|onetime|erstwhile|then)\b/iu.test(text);

/** Nouns for somebody's relative: they mean little without whose. */
export const isRelative = (head: string): boolean =>
  /^(?:(?:ex-)?(?:husband|wife|spouse|partner)|(?:grand|step)?(?:father|mother|son|daughter|child|parent)|(?:half-)?(?:brother|sister)|sibling|widow|widower|fianc[eé]e?|girlfriend|boyfriend|cousin|uncle|aunt|nephew|niece|mom|mum|dad|twin)$/u.test(
    head,
  );

/** Are two names the same, word by word? */
export const isSameName = ({ words }: NameReading, other: NameReading): boolean =>
  words.length === other.words.length && words.every((word, index) => word === other.words[index]);

/** Adds a mention to a cluster and lets the cluster learn from it. */
export function join(cluster: Cluster, placed: Placed): void {
  const { mention } = placed;
  placed.cluster = cluster;
  cluster.mentions.push(placed);
  const { name } = mention;
  if (name && !cluster.names.some(other => isSameName(other, name))) cluster.names.push(name);
  if (mention.form !== 'pronoun') learnType(cluster, mention.type, mention.typeEvidence);
  cluster.called ??= placed.called;
  if (placed.relative && mention.name) cluster.relative = true;
  if (placed.part === 'source') cluster.speaks = true;
  if (mention.form !== 'pronoun' && !mention.within?.quoted) cluster.outside = true;
  if (mention.form !== 'pronoun' && mention.plural) cluster.plural = true;
  if (mention.form === 'description') {
    cluster.heads.add(mention.head);
    cluster.descriptions.add(key(placed));
  }
  if (mention.form !== 'pronoun') for (const word of mention.modifiers) cluster.modifiers.add(word);
  if (mention.name?.title) cluster.heads.add(mention.name.title.toLowerCase().replace(/\./gu, ''));
  for (const { head } of mention.roles) cluster.heads.add(head);
  for (const { head, former } of mention.roles)
    if (former && isPast(placed)) cluster.formerHeads.add(head);
    else cluster.formerHeads.delete(head);
  if (
    mention.roles.length > 0 &&
    told(placed).some(word => !mention.name?.words.includes(word) && !cluster.heads.has(word))
  )
    cluster.detailed = true;
  if (mention.form !== 'pronoun')
    for (const word of wordsOf(placed.text)) if (!small.test(word)) cluster.modifiers.add(word);
}

/** Takes the type with the better evidence; between equals the first. */
export function learnType(cluster: Cluster, type: ActorType, evidence: TypeEvidence): void {
  // a surname may be a city's name as well
  if (cluster.type === 'person' && cluster.evidence !== 'shape' && type === 'government') return;
  if (rank[evidence] > rank[cluster.evidence]) {
    cluster.type = type;
    cluster.evidence = evidence;
  }
}

/** Makes two clusters one: the smaller goes into the larger, so that no mention is moved often. */
export function merge(one: Cluster, other: Cluster): void {
  if (one === other) return;
  const [into, from] = one.mentions.length < other.mentions.length ? [other, one] : [one, other];
  for (const placed of from.mentions) join(into, placed);
  learnType(into, from.type, from.evidence);
  into.called ??= from.called;
  into.owner ??= from.owner;
  into.relative ||= from.relative;
  from.mentions.length = 0;
  from.mergedInto = into;
}

export const isPersonal = (cluster: Cluster): boolean => cluster.type === 'person';
export const isBody = (cluster: Cluster): boolean =>
  cluster.type === 'organization' || cluster.type === 'publication' || cluster.type === 'government';
