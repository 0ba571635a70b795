import type { Actor, ActorMention, Anonymity, AnonymityClass, Role, Span } from '../../analysis/contract';
import { wordsWithoutMarkdown } from '../../analysis/markdown';
import { honorifics } from '../../analysis/sources/lexicon';
import { areSame, overlap, startOf } from '../spans';

/** Makes one actor of two; the first keeps its id. */
export function merged(first: Actor, second: Actor): Actor {
  const [better, other] = isBetterNamed(second, first) ? [second, first] : [first, second];
  const roles = new Map([...other.roles, ...better.roles].map(role => [role.text.toLowerCase(), role]));
  const decisions = [...new Set([...(first.decisions ?? []), ...(second.decisions ?? [])])];
  return {
    ...other,
    ...better,
    id: first.id,
    type: better.type === 'unknown' ? other.type : better.type,
    roles: inOrder([...roles.values()].map(role => ofAnother(role, [first.id, second.id]))),
    anonymity: first.anonymity && second.anonymity && mergedAnonymity(first.anonymity, second.anonymity),
    mentions: mergedMentions(first.mentions, second.mentions),
    ...(decisions.length > 0 && { decisions }),
  };
}

const isBetterNamed = (a: Actor, b: Actor): boolean =>
  a.anonymous === b.anonymous ? !a.anonymous && a.name.length > b.name.length : b.anonymous;

/** Nobody is affiliated with themselves. */
function ofAnother(role: Role, own: readonly string[]): Role {
  const { affiliation } = role;
  return affiliation && own.includes(affiliation.actor ?? '')
    ? { ...role, affiliation: { ...affiliation, actor: null } }
    : role;
}

function mergedAnonymity(first: Anonymity, second: Anonymity): Anonymity {
  const both = (of: (anonymity: Anonymity) => readonly Span[]) =>
    [...of(first), ...of(second)].sort((a, b) => a.start - b.start);
  return {
    class: first.class,
    count: first.count === 'unstated' ? second.count : first.count,
    descriptor: both(({ descriptor }) => descriptor),
    basis: both(({ basis }) => basis),
    reason: both(({ reason }) => reason),
    conditions: both(({ conditions }) => conditions),
  };
}

function mergedMentions(
  first: readonly ActorMention[],
  second: readonly ActorMention[],
): readonly ActorMention[] {
  const known = (mention: ActorMention) => first.some(other => areSame(other.span, mention.span));
  return [...first, ...second.filter(mention => !known(mention))].sort(
    (a, b) => startOf(a.span) - startOf(b.span),
  );
}

export const withMention = (actor: Actor, mention: ActorMention): Actor => ({
  ...actor,
  mentions: mergedMentions(actor.mentions, [mention]),
});

/**
 * Takes mentions from an actor, with the roles and the words on its anonymity that stand nearest to them.
 *
 * @returns what is left, and who is mentioned there
 */
export function parted(
  text: string,
  actor: Actor,
  taken: ReadonlySet<ActorMention>,
  id: string,
  name: string | null,
): readonly [left: Actor, other: Actor] {
  const isTaken = (span: Span) => {
    const nearest = actor.mentions.toSorted((a, b) => gap(a.span, span) - gap(b.span, span))[0];
    return nearest !== undefined && taken.has(nearest);
  };
  const { name: formerName, type, plural, anonymous, anonymity, listed, decisions } = actor;
  const part = (own: boolean): Actor => {
    const spans = (all: readonly Span[]) => all.filter(span => isTaken(span) === own);
    return {
      id: own ? id : actor.id,
      name: formerName,
      type,
      anonymous,
      plural,
      roles: actor.roles.filter(({ span }) => isTaken(span) === own),
      anonymity: anonymity && {
        ...anonymity,
        descriptor: spans(anonymity.descriptor),
        basis: spans(anonymity.basis),
        reason: spans(anonymity.reason),
        conditions: spans(anonymity.conditions),
      },
      mentions: actor.mentions.filter(mention => taken.has(mention) === own),
      ...(decisions && { decisions }),
      ...(listed && !own && { listed }),
    };
  };
  const kept = part(false);
  const isStillCalled = kept.mentions.some(({ span }) => wordsOf(text, span).includes(formerName));
  return [identified(text, kept, isStillCalled ? formerName : null), identified(text, part(true), name)];
}

/** How far a span is from the nearest of others; 0 or less where they overlap. */
const gap = (spans: readonly Span[], span: Span): number => Math.min(...spans.map(it => -overlap(it, span)));

/**
 * Reads name and anonymity off an actor's mentions.
 *
 * @param name null where the mentions tell
 */
export function identified(text: string, actor: Actor, name: string | null): Actor {
  const of = (form: ActorMention['form']) => actor.mentions.filter(mention => mention.form === form);
  const names = of('name').map(({ span }) => withoutTitle(wordsOf(text, span)));
  const descriptions = of('description');
  const words = [...actor.mentions].map(({ span }) => wordsOf(text, span));
  const isUnnamed = name === null && names.length === 0 && descriptions.length > 0;
  return {
    ...actor,
    name:
      name ??
      longest(names) ??
      longest(descriptions.map(({ span }) => wordsOf(text, span))) ??
      words[0] ??
      actor.name,
    anonymous: isUnnamed,
    anonymity: isUnnamed
      ? (actor.anonymity ?? anonymityOf(actor, actor.plural ? 'group' : 'individual'))
      : null,
  };
}

/** What is known of an unnamed actor where nothing but its mentions is. */
export function anonymityOf({ mentions }: Actor, anonymityClass: AnonymityClass): Anonymity {
  const described = mentions.filter(({ form }) => form === 'description');
  return {
    class: anonymityClass,
    count: 'unstated',
    descriptor: (described.length > 0 ? described : mentions.slice(0, 1)).flatMap(({ span }) => span),
    basis: [],
    reason: [],
    conditions: [],
  };
}

const longest = (names: readonly string[]): string | null =>
  names.reduce<string | null>(
    (best, name) => (best === null || name.length > best.length ? name : best),
    null,
  );

function wordsOf(text: string, span: readonly Span[]): string {
  const words = span.map(({ start, end }) => text.slice(start, end)).join(' ');
  return wordsWithoutMarkdown(words).replace(/\s+/gu, ' ').trim();
}

function withoutTitle(name: string): string {
  const words = name.split(' ');
  const first = words.findIndex(word => !honorifics.has(word.toLowerCase().replace(/\.$/u, '')));
  return words.slice(Math.max(0, first)).join(' ');
}

const inOrder = (roles: readonly Role[]): Role[] => [...roles].sort((a, b) => a.span.start - b.span.start);
