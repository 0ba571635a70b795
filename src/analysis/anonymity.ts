import type { ActorType, Anonymity, AnonymityClass, Span, StatedCount } from './contract';
import type { Mention } from './paragraph';
import { collectives } from './sources/lexicon';
import { shiftSpan } from './span';

/** One unnamed mention of an actor with where its paragraph starts. */
export interface UnnamedMention {
  readonly mention: Mention;
  /** Offset of the paragraph in the article. */
  readonly offset: number;
}

/** Whose word itself says that they speak for somebody else. */
const spokesperson = /^(?:spokesman|spokeswoman|spokesperson|spox)$/u;
/** Who speaks for the organization that the text gives them, if it gives one. */
const representative =
  /(?:^| )(?:representative|(?:press|media|communications|information|public) (?:\p{L}+ )*(?:officer|secretary|aide|official|director|chief|manager))$/u;

/**
 * Makes the record of an actor without a name out of all that its mentions say.
 *
 * @param mentions in the order of the text
 * @param members mentions of those whom the actor consists of: "an aide and a lawyer familiar with the talks"
 * @returns spans into the article
 */
export function anonymityOf(
  type: ActorType,
  mentions: readonly UnnamedMention[],
  members: readonly UnnamedMention[] = [],
): Anonymity {
  const descriptions = mentions.filter(({ mention }) => mention.form === 'description');
  const spans = (of: (mention: Mention) => readonly Span[]): Span[] =>
    [...mentions, ...members].flatMap(({ mention, offset }) =>
      of(mention).map(span => shiftSpan(span, offset)),
    );
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
