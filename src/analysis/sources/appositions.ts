import type { Token } from '../paragraph';
import type { Draft } from './drafts';
import { isFiniteVerb } from './phrases';

/** "was named", "remains": verbs after which a description says who the subject is. */
const copula = /^(?:is|was|'s|remains|became|becomes)$/u;
/** "Jane Doe, now a consultant": when the description holds. */
const when = /^(?:now|currently|then|formerly|once|previously|later|still|also)$/u;
const formerly = /^(?:then|formerly|once|previously)$/u;
const closing = /^[,.;:)—–?!”"]$/u;
const personal = (draft: Draft): boolean => draft.type === 'person' || draft.type === 'unknown';

/**
 * Links the mentions that name one actor twice in a row: "Jane Doe, a spokeswoman for the council", "the mayor, Jane
 * Doe,", "Harbour Workers' Union (HWU)", "Doe is a lawyer". The roles of the one go to the other by the link.
 *
 * @param drafts of one sentence, in the order of the text
 */
export function linkAppositions(tokens: readonly Token[], drafts: readonly Draft[], end: number): void {
  linkBrackets(tokens, drafts);
  readAges(tokens, drafts);
  const outer = drafts.filter(draft => !draft.nested && tokens[draft.from - 1]?.text !== '(');
  for (let k = 0; k + 1 < outer.length; k++) {
    const left = outer[k];
    const right = outer[k + 1];
    if (!left || !right || left.form === 'pronoun' || right.form === 'pronoun') continue;
    if (
      inApposition(tokens, left, right, end) ||
      isPredicate(tokens, left, right) ||
      isDoubleRole(tokens, left, right)
    ) {
      right.renames = left;
      shareType(left, right);
      if (formerly.test(tokens[right.from - 1]?.lower ?? ''))
        right.roles = right.roles.map(role => ({ ...role, former: true }));
    }
  }
}

/** "Jane Doe, 45, …": whoever has an age is a person, and may be called by it later. */
function readAges(tokens: readonly Token[], drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const age = draft.name && tokens[draft.to]?.text === ',' ? tokens[draft.to + 1]?.text : undefined;
    if (!age || !/^\d{1,3}$/u.test(age) || !/^[,.;:)]$/u.test(tokens[draft.to + 2]?.text ?? '')) continue;
    if (draft.type !== 'person' && draft.type !== 'unknown') continue;
    draft.type = 'person';
    draft.typeEvidence = 'stated';
    draft.modifiers = [age];
  }
}

/** "Harbour Workers' Union (HWU)", also inside other phrases. */
function linkBrackets(tokens: readonly Token[], drafts: readonly Draft[]): void {
  for (const right of drafts) {
    if (right.name === null || tokens[right.from - 1]?.text !== '(' || tokens[right.to]?.text !== ')')
      continue;
    const left = drafts.find(draft => draft.name !== null && draft.core === right.from - 1);
    // "NORTHPORT (HWU) —" is a place and an agency
    if (left?.name && left.type !== 'government' && (right.name.acronym || left.name.acronym))
      right.renames = left;
  }
}

/** A name is of what its apposition says, unless it says so itself. */
function shareType(left: Draft, right: Draft): void {
  const [name, description] = left.name ? [left, right] : [right, left];
  if (name.name === null || description.name !== null || name.typeEvidence === 'stated') return;
  name.type = description.type;
  name.typeEvidence = description.typeEvidence;
}

/** Are the letters of an acronym the initials of the name's words, small words left out or not? */
export function isInitials(acronym: readonly string[], words: readonly string[]): boolean {
  const letters = acronym.length === 1 ? (acronym[0] ?? '').replace(/[^\p{L}]/gu, '') : '';
  if (letters.length < 2 || words.length < 2) return false;
  const all = words.flatMap(word => word.split('-')).filter(word => word.length > 0);
  if (letters.length > all.length) return false;
  const initials = (list: readonly string[]): string => list.map(word => word.charAt(0)).join('');
  const large = all.filter(word => !/^(?:of|for|and|the|on|in|de|la|du|des|&)$/u.test(word));
  return [initials(all), initials(large)].some(
    short =>
      short === letters ||
      (letters.length > 2 && short.length === letters.length + 1 && short.startsWith(letters)),
  );
}

function inApposition(tokens: readonly Token[], left: Draft, right: Draft, end: number): boolean {
  if (left.plural !== right.plural || left.members.length > 0) return false;
  let comma = left.to;
  if (tokens[comma]?.text === '(') while (comma < end && tokens[comma++]?.text !== ')');
  // an age: "Jane Doe, 45, a teacher"
  const aged = tokens[comma]?.text === ',' && /^\d{1,3}$/u.test(tokens[comma + 1]?.text ?? '');
  if (aged) comma += 2;
  if (tokens[comma]?.text !== ',') return false;
  if (tokens[comma + 1] && when.test(tokens[comma + 1]!.lower)) comma++;
  if (right.from !== comma + 1) return false;
  const after = tokens[right.to];
  const closed = /^(?:who|whose|and)$/u.test(after?.lower ?? '') || closes(tokens, right.to, end);
  if (left.name !== null && right.name === null) {
    if ((right.open && !aged) || right.head === '') return false;
    // "Jane Doe, 45, a net-maker": whatever a person of an age is said to be
    if (aged && right.determination === 'indefinite') return closed;
    return closed && isSameKind(left, right) && !(after?.lower === 'and' && isListed(right));
  }
  if (left.name === null && right.name !== null) {
    if (!(left.type === 'person' && personal(right)) && !isSameKind(right, left)) return false;
    if (left.renames) return false;
    if (left.determination === 'indefinite' && left.roles.length === 0) return false;
    return closed || isFiniteVerb(after) || after?.lower === "'s";
  }
  return false;
}

/** May it stand in a list behind a name without a determiner, as "officials" may and "founder" may not? */
const isListed = ({ determination, plural, roles }: Draft): boolean =>
  determination === 'bare' && (plural || roles.length === 0);

/** Does a comma, or the end, come before the next verb: is the phrase set off? */
function closes(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < end && i < from + 8; i++) {
    const token = tokens[i];
    if (!token || isFiniteVerb(token)) return false;
    if (closing.test(token.text)) return true;
  }
  return from >= end;
}

/** May a description be one of a name of this type? */
function isSameKind(name: Draft, description: Draft): boolean {
  if (description.type === 'person') return personal(name);
  if (description.type === 'publication' || description.type === 'organization')
    return name.type === 'organization' || name.type === 'publication' || name.typeEvidence === 'none';
  return false;
}

function isPredicate(tokens: readonly Token[], left: Draft, right: Draft): boolean {
  if (left.name === null || right.name !== null || right.open || left.plural !== right.plural) return false;
  if (right.determination === 'bare' || !isSameKind(left, right)) return false;
  return copula.test(tokens[left.to]?.lower ?? '') && right.from === left.to + 1;
}

/** "Historian and mayor Ann Lee", "the former mayor and senator": the second role is the same person's. */
function isDoubleRole(tokens: readonly Token[], left: Draft, right: Draft): boolean {
  if (left.name !== null || left.plural || left.roles.length === 0) return false;
  if (tokens[left.to]?.lower !== 'and' || right.from !== left.to + 1) return false;
  if (right.type !== 'person' || right.plural || right.roles.length === 0 || right.determination !== 'bare')
    return false;
  if (right.name !== null) return left.determination !== 'definite';
  return left.determination !== 'bare' || left.renames !== null;
}
