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

const speaksFor = /^(?:spokesman|spokeswoman|spokesperson|representative|spox)$/u;

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

function classOf(type: ActorType, descriptions: readonly UnnamedMention[]): AnonymityClass {
  if (
    descriptions.some(({ mention }) =>
      mention.roles.some(role => speaksFor.test(role.head) && role.affiliation !== null),
    )
  )
    return 'role';
  if (
    descriptions.some(
      ({ mention }) => collectives.has(mention.head) && mention.plural && mention.count === 'unstated',
    )
  )
    return 'collective';
  if (type === 'organization' || type === 'government' || type === 'publication') return 'collective';
  return descriptions.some(({ mention }) => mention.plural) ? 'group' : 'individual';
}

/** The first count that is stated; a later one may only make it more exact. */
function countOf(descriptions: readonly UnnamedMention[]): StatedCount {
  const counts = descriptions.map(({ mention }) => mention.count).filter(count => count !== 'unstated');
  return counts.find(count => count !== 'several') ?? counts[0] ?? 'unstated';
}
