import { Tag, type RoleReading, type Syntax, type TokenRange } from '../paragraph';
import {
  isOrganization,
  isOrganizationName,
  isPerson,
  isTitle,
  seatsOfGovernment,
  singular,
} from './lexicon';
import type { Phrase, WordClass } from './phrases';

/** Nouns for people that state no role. */
const plain = new Set(
  'person people man woman child kid boy girl baby teenager teen adult youth individual human figure someone somebody anyone everyone nobody source insider other friend neighbor neighbour relative local resident national native citizen troop victim survivor suspect child parent member'.split(
    ' ',
  ),
);
const formerly = /^(?:former|ex|onetime|erstwhile|then|late|retired|past)$/u;
const linking = /^(?:of|for|at|with|to|in)$/u;
const withheld = /^(?:anonymous|unnamed|unidentified|several|some|many)$/u;

/** A prepositional phrase after a noun phrase: the preposition's index and the phrase it takes. */
export interface Tail {
  readonly preposition: number;
  readonly phrase: Phrase;
}

/**
 * Reads a role and whom it is played for off a phrase: "the city council's former spokeswoman", "a spokesman for the
 * Chinese Embassy in Washington", "White House spokeswoman".
 *
 * @param body tokens from after determiner and possessor to after the role's head noun
 * @param head index of the role's head noun
 * @param tails the prepositional phrases that follow
 */
export function readRole(
  { tokens, text }: Syntax,
  classes: readonly WordClass[],
  body: TokenRange,
  head: number,
  possessor: Phrase | null,
  tails: readonly Tail[],
): RoleReading | null {
  const noun = tokens[head];
  if (!noun) return null;
  const one = singular(noun.lower.replace(/\./gu, ''));
  if (plain.has(one) || !(isPerson(one) || isTitle(one))) return null;
  let from = body.from;
  let former = /^(?:ex|then)-/u.test(noun.lower);
  while (from < head && /^(?:determiner|number|adverb)$/u.test(classes[from] ?? '')) from++;
  while (from < head && withheld.test(tokens[from]?.lower ?? '')) from++;
  const skipFormer = (): void => {
    while (from < head && formerly.test(tokens[from]?.lower ?? '')) {
      former = true;
      from++;
      if (tokens[from]?.text === '-') from++;
    }
  };
  skipFormer();
  const organization = speaks.test(one)
    ? capitalsBefore(tokens, classes, from, head)
    : organizationBefore(tokens, classes, from, head);
  let affiliation: TokenRange | null = null;
  if (organization > from && organization < body.to) {
    affiliation = { from, to: organization };
    from = organization;
    skipFormer();
  }
  if (tokens.slice(from, head).some(token => formerly.test(token.lower))) former = true;
  const field = fieldAfter(tokens, tails);
  const tail = affiliation === null ? affiliationIn(tokens, field === null ? tails : tails.slice(1)) : null;
  if (tail) affiliation = tail;
  else if (!affiliation && possessor)
    affiliation = withoutDeterminer(classes, { from: possessor.body, to: possessor.to });
  const span = {
    start: tokens[from]?.start ?? noun.start,
    end: tokens[(field ?? body.to) - 1]?.end ?? noun.end,
  };
  const affiliationSpan =
    affiliation && affiliation.to > affiliation.from
      ? { start: tokens[affiliation.from]?.start ?? 0, end: tokens[affiliation.to - 1]?.end ?? text.length }
      : null;
  return { span, head: one, former, affiliation: affiliationSpan };
}

/** Those who act for somebody: a name before the noun says for whom ("Doe spokesman"). */
const speaks =
  /^(?:spokes|representative|aide|adviser|advisor|strategist|ally|lawyer|attorney|supporter|surrogate|campaigner|executive|employee|worker|reporter|correspondent|editor|columnist)/u;

function capitalsBefore(
  tokens: Syntax['tokens'],
  classes: readonly WordClass[],
  from: number,
  head: number,
): number {
  if (isOrganization(tokens[head - 1]?.lower ?? '') && from < head) return head;
  let end = from;
  while (
    end < head &&
    (classes[end] === 'capital' || classes[end] === 'initial') &&
    !isTitle(tokens[end]?.lower ?? '')
  )
    end++;
  const place = tokens
    .slice(from, end)
    .every(token => (token.tags & (Tag.Place | Tag.Demonym)) !== 0 && !seatsOfGovernment.has(token.lower));
  return place ? organizationBefore(tokens, classes, from, head) : end;
}

/** End of the run of capitals before a role noun, where that run names an organization; `from` where it does not. */
function organizationBefore(
  tokens: Syntax['tokens'],
  classes: readonly WordClass[],
  from: number,
  head: number,
): number {
  let end = from;
  let last = -1;
  while (end < head && (classes[end] === 'capital' || classes[end] === 'initial')) {
    const token = tokens[end];
    if (!token) break;
    const words = tokens
      .slice(from, end + 1)
      .map(({ lower }) => lower)
      .join(' ');
    if (isTitle(token.lower)) break;
    if (
      isOrganizationName(token.lower) ||
      isOrganization(token.lower) ||
      seatsOfGovernment.has(words) ||
      ((token.tags & (Tag.Acronym | Tag.Organization)) !== 0 &&
        (token.tags & Tag.Place) === 0 &&
        !token.text.includes('.') &&
        token.lower !== 'us')
    )
      last = end;
    end++;
  }
  return last < 0 ? from : last + 1;
}

/** End of the field that belongs to the role itself: "professor of law", "secretary of state"; null without one. */
function fieldAfter(tokens: Syntax['tokens'], tails: readonly Tail[]): number | null {
  const first = tails[0];
  if (!first || tokens[first.preposition]?.lower !== 'of') return null;
  const head = tokens[first.phrase.head];
  const bare =
    first.phrase.from === first.phrase.body &&
    !/^(?:the|a|an|its|his|her|their|our|this|that)$/u.test(tokens[first.phrase.from]?.lower ?? '');
  if (!head || !bare || /^\p{Lu}/u.test(tokens[first.phrase.from]?.text ?? '')) return null;
  return isOrganization(head.lower) || isPerson(head.lower) ? null : first.phrase.to;
}

function affiliationIn(tokens: Syntax['tokens'], tails: readonly Tail[]): TokenRange | null {
  const first = tails[0];
  if (!first || !linking.test(tokens[first.preposition]?.lower ?? '')) return null;
  const head = tokens[first.phrase.head];
  if (head && !/^\p{Lu}/u.test(head.text) && !isOrganization(head.lower) && !isPerson(head.lower))
    return null;
  const inner = { from: first.phrase.from, to: first.phrase.to };
  let to = inner.to;
  const second = tails[1];
  if (second && /^(?:in|of|at)$/u.test(tokens[second.preposition]?.lower ?? '') && second.preposition === to)
    to = second.phrase.to;
  let from = inner.from;
  if (/^(?:the|a|an|its|his|her|their|this|that)$/u.test(tokens[from]?.lower ?? '')) from++;
  return { from, to };
}

function withoutDeterminer(classes: readonly WordClass[], range: TokenRange): TokenRange {
  let { from } = range;
  while (from < range.to - 1 && (classes[from] === 'determiner' || classes[from] === 'number')) from++;
  return { from, to: range.to };
}
