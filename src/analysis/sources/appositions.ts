import type { Token } from '../paragraph';
import type { Draft } from './drafts';
import { isFiniteVerb } from './phrases';

/** "was named", "remains": verbs after which a description says who the subject is. */
const copula = /^(?:is|was|'s|remains|became|becomes)$/u;
const closing = /^[,.;:)—–?!”"]$/u;
const personal = (draft: Draft): boolean => draft.type === 'person' || draft.type === 'unknown';

/**
 * Links the mentions that name one actor twice in a row: "Jane Doe, a spokeswoman for the council", "the mayor, Jane
 * Doe,", "Harbour Workers' Union (HWU)", "Doe is a lawyer". The roles of the one go to the other by the link.
 *
 * @param drafts of one sentence, in the order of the text, without those inside others
 */
export function linkAppositions(tokens: readonly Token[], drafts: readonly Draft[], end: number): void {
  for (let k = 0; k + 1 < drafts.length; k++) {
    const left = drafts[k];
    const right = drafts[k + 1];
    if (!left || !right || left.form === 'pronoun' || right.form === 'pronoun') continue;
    if (
      inBrackets(tokens, left, right) ||
      inApposition(tokens, left, right, end) ||
      isPredicate(tokens, left, right) ||
      isDoubleRole(tokens, left, right)
    ) {
      right.renames = left;
      shareType(left, right);
    }
  }
}

/** A name is of what its apposition says, unless it says so itself. */
function shareType(left: Draft, right: Draft): void {
  const [name, description] = left.name ? [left, right] : [right, left];
  if (name.name === null || description.name !== null || name.typeEvidence === 'stated') return;
  name.type = description.type;
  name.typeEvidence = description.typeEvidence;
}

function inBrackets(tokens: readonly Token[], left: Draft, right: Draft): boolean {
  if (left.name === null || right.name === null) return false;
  if (tokens[left.core]?.text !== '(' || right.from !== left.core + 1 || tokens[right.to]?.text !== ')')
    return false;
  return (
    isInitials(left.name.words, right.name.words) ||
    isInitials(right.name.words, left.name.words) ||
    right.name.acronym ||
    left.name.acronym
  );
}

/** Are the letters of an acronym the initials of the name's words, small words left out or not? */
export function isInitials(acronym: readonly string[], words: readonly string[]): boolean {
  const letters = acronym.length === 1 ? (acronym[0] ?? '').replace(/[^\p{L}]/gu, '') : '';
  if (letters.length < 2 || words.length < 2) return false;
  const all = words.flatMap(word => word.split('-')).filter(word => word.length > 0);
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
  // an age: "Jane Doe, 45, a teacher"
  if (tokens[comma]?.text === ',' && /^\d{1,3}$/u.test(tokens[comma + 1]?.text ?? '')) comma += 2;
  if (tokens[comma]?.text !== ',' || right.from !== comma + 1) return false;
  const after = tokens[right.to];
  const closed =
    right.to >= end || closing.test(after?.text ?? '') || /^(?:who|whose|and)$/u.test(after?.lower ?? '');
  if (left.name !== null && right.name === null) {
    if (right.open || right.head === '') return false;
    if (isSameKind(left, right)) return closed && !(after?.lower === 'and' && right.determination === 'bare');
    return false;
  }
  if (left.name === null && right.name !== null) {
    if (!(left.type === 'person' && personal(right)) && !isSameKind(right, left)) return false;
    if (left.renames) return false;
    if (left.determination === 'indefinite' && left.roles.length === 0) return false;
    return closed || isFiniteVerb(after) || after?.lower === "'s";
  }
  return false;
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
  return right.name === null ? left.determination !== 'bare' : left.determination !== 'definite';
}
