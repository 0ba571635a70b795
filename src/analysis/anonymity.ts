import type { ActorType, Anonymity, AnonymityClass, Span, StatedCount } from './contract';
import type { Mention, TypeEvidence } from './paragraph';
import { collectives, partisans } from './sources/lexicon';
import { shiftSpan } from './span';

/** One unnamed mention of an actor with where its paragraph starts. */
export interface UnnamedMention {
  readonly mention: Mention;
  /** Offset of the paragraph in the article. */
  readonly offset: number;
}

/** What an article says of one actor, as far as it tells whether that has a name. */
export interface Told {
  readonly type: ActorType;
  readonly evidence: TypeEvidence;
  readonly mentions: readonly { readonly mention: Mention; readonly text: string }[];
  /** Those whom it consists of: "an aide and a lawyer". */
  readonly members: readonly Told[];
}

/** Is the actor without a name? Things that nobody stands for, such as documents, are not anonymous. */
export function isAnonymous({ type, evidence, mentions, members }: Told): boolean {
  if (mentions.some(({ mention }) => mention.name !== null)) return false;
  if (members.length > 0) return members.every(isAnonymous);
  const descriptions = mentions.filter(({ mention }) => mention.form === 'description');
  return (
    descriptions.length > 0 &&
    type !== 'document' &&
    evidence !== 'none' &&
    !descriptions.some(identifies) &&
    !isTakenForKnown(descriptions.map(({ mention }) => mention)) &&
    !descriptions.some(({ text }) => wholeBody.test(text))
  );
}

const isBody = ({ type }: Pick<Mention, 'type'>): boolean =>
  /^(?:organization|government|publication)$/u.test(type);

/** "The Norlandic government", "the Doe campaign": a body that its description names. */
const identifies = ({ mention, text }: Told['mentions'][number]): boolean =>
  isBody(mention) &&
  !mention.plural &&
  mention.determination !== 'indefinite' &&
  /\p{Lu}/u.test(
    text
      .replace(/^(?:the|this|that)\s/iu, '')
      .replace(/^\p{Lu}/u, mention.determination === 'bare' ? '' : '$&'),
  );

/** "The members of the Harbour Council": all of a body that has a name. */
const wholeBody = /^[Tt]he members of (?:the )?\p{Lu}/u;

/**
 * Does the article speak as if the reader knew who it is? "The bank" and "her campaign" are a body that is named
 * elsewhere; "the senator", "both candidates" and "the northern businessman" are other words for somebody who is; but
 * "the official" and "the man in the queue" have no name although they were mentioned before.
 */
function isTakenForKnown(descriptions: readonly Mention[]): boolean {
  const settled = descriptions.filter(mention => !(isBody(mention) && mention.determination === 'bare'));
  return settled.length > 0 && settled.every(isKnown);
}

function isKnown(mention: Mention): boolean {
  const { head, type, determination, plural, count, modifiers } = mention;
  if (collectives.has(head)) return false;
  if (isWholePeople(mention)) return true;
  if (plural) return count === 'two' && office.test(head);
  if (determination === 'indefinite' || determination === 'bare') return false;
  if (isBody({ type })) return true;
  return (
    determination === 'definite' && (office.test(head) || (varied(modifiers) && !unnamedHead.test(head)))
  );
}

/** "Republicans", "House Democrats", "Norlanders": a party or people by its own name, and not some of them. */
const isWholePeople = ({
  head,
  plural,
  determination,
  modifiers,
  anonymity,
  typeEvidence,
}: Mention): boolean =>
  plural &&
  determination === 'bare' &&
  anonymity.basis.length === 0 &&
  (partisans.has(head) ? modifiers.every(word => chamber.test(word)) : typeEvidence === 'shape');
const chamber = /^(?:house|senate|congressional|parliamentary)$/u;

/** Offices that one person holds at a time. */
const office =
  /^(?:president|vice-president|premier|chancellor|governor|mayor|senator|congressman|congresswoman|minister|ambassador|chairman|chairwoman|king|queen|prince|princess|emperor|sultan|pope|pontiff|candidate|nominee)$/u;
/** Nouns that news prose goes on to use of people whom it does not name. */
const unnamedHead =
  /^(?:official|source|insider|informant|whistleblower|aide|staffer|adviser|advisor|diplomat|officer|agent|spokes\p{L}+|representative|person|individual|man|woman|boy|girl|child|teenager|witness|victim|suspect|resident|neighbor|neighbour|lawyer|attorney|employee|worker)$/u;
/** Words that only tell one unnamed person from another. */
const distinguishing =
  /^(?:senior|unnamed|unidentified|anonymous|other|first|second|third|last|older|younger|same)$/u;
const varied = (modifiers: readonly string[]): boolean => modifiers.some(word => !distinguishing.test(word));

/** Whose word itself says that they speak for somebody else. */
const spokesperson = /^(?:spokesman|spokeswoman|spokesperson|spox)$/u;
/** Who speaks for the organization that the text gives them, if it gives one. */
const representative =
  /(?:^| )(?:representative|(?:press|media|communications|information|public) (?:\p{L}+ ){0,4}(?:officer|secretary|aide|official|director|chief|manager))$/u;

/**
 * Makes the record of an actor without a name out of all that its mentions say.
 *
 * @param mentions in the order of the text
 * @returns spans into the article
 */
export function anonymityOf(type: ActorType, mentions: readonly UnnamedMention[]): Anonymity {
  const descriptions = mentions.filter(({ mention }) => mention.form === 'description');
  const spans = (of: (mention: Mention) => readonly Span[]): Span[] =>
    mentions.flatMap(({ mention, offset }) => of(mention).map(span => shiftSpan(span, offset)));
  return {
    class: classOf(type, descriptions),
    count: countOf(descriptions),
    descriptor: telling(descriptions).map(({ mention, offset }) => shiftSpan(mention.span, offset)),
    basis: spans(({ anonymity }) => anonymity.basis),
    reason: spans(({ anonymity }) => anonymity.reason),
    conditions: spans(({ anonymity }) => anonymity.conditions),
  };
}

/** The descriptions that tell more than the ones before: not "these officials" after "anonymous officials". */
function telling(descriptions: readonly UnnamedMention[]): UnnamedMention[] {
  const known = new Set<string>();
  return descriptions.filter(({ mention }) => {
    const words = [
      mention.head,
      ...mention.modifiers,
      ...mention.roles.flatMap(role => (role.affiliation ? [role.head, 'of'] : [])),
    ];
    const adds = words.some(word => !known.has(word));
    for (const word of words) known.add(word);
    return adds;
  });
}

/**
 * Who speaks for an organization is of the class `role`, where the organization goes without saying too. A noun for
 * people in an office (police, prosecutors) is a `collective` where it is not counted, and so is a body without a name;
 * a family or a crew is a `group`, as are people of one party, place or opinion: they hold no office together.
 */
function classOf(type: ActorType, descriptions: readonly UnnamedMention[]): AnonymityClass {
  if (descriptions.some(({ mention }) => speaksForAnother(mention))) return 'role';
  if (
    descriptions.some(
      ({ mention }) => collectives.has(mention.head) && mention.plural && mention.count === 'unstated',
    )
  )
    return 'collective';
  if (type === 'organization' || type === 'government' || type === 'publication') return 'collective';
  return type === 'group' || descriptions.some(({ mention }) => mention.plural) ? 'group' : 'individual';
}

const speaksForAnother = ({ head, modifiers, roles }: Mention): boolean =>
  spokesperson.test(head) ||
  (roles.some(role => role.affiliation !== null) && representative.test([...modifiers, head].join(' ')));

/** The first count that is stated; a later one may only make it more exact. */
function countOf(descriptions: readonly UnnamedMention[]): StatedCount {
  const counts = descriptions.map(({ mention }) => mention.count).filter(count => count !== 'unstated');
  return counts.find(count => count !== 'several') ?? counts[0] ?? 'unstated';
}
