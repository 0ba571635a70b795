import { lowerCase } from '../characters';
import { isInitials } from '../sources/appositions';
import { formsOfFirst, sameBody, sameFirst, sameFullName } from './names';

/** A name that stands alone, outside any text, as its words: lower case, without nickname, suffix and full stops. */
export interface PlainName {
  readonly words: readonly string[];
  readonly nickname: string | null;
  /** What tells father and son apart: “jr”, “iii”. */
  readonly suffix: string | null;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** Reads a name as an actor has it: “Robert (Bob) J. Reyes Jr.” */
export function readPlainName(name: string): PlainName {
  const plain = lowerCase(name);
  const nickname = /["“(]\s*([\p{L}'-]+(?: +[\p{L}'-]+)*)\s*["”)]/u.exec(plain);
  const rest = nickname ? plain.replace(nickname[0], ' ') : plain;
  const all = rest
    .replace(/^the\s+/, '')
    .replaceAll('.', '. ')
    .split(/[\s,.]+/u)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$|'s$/gu, ''))
    .filter(word => word !== '');
  const isSuffix = (word: string, index: number) => index > 0 && SUFFIX.test(word);
  return {
    words: all.filter((word, index) => !isSuffix(word, index)),
    nickname: nickname?.[1] ?? null,
    suffix: all.findLast(isSuffix) ?? null,
  };
}

/**
 * How alike two names are: `same` where they differ in nothing but how a first name is written and in middle names
 * that one of them leaves out; `part` where one is some of the other's words.
 */
export type Likeness = 'same' | 'part';

/**
 * May two names, each from another article, be one actor's? As within an article, except that one word of a name alone
 * says too little there: it has to be the whole name, or a body's initials or first word; that Jr. is somebody else;
 * and that an initial in the middle is to fit the one in its place.
 *
 * @returns null where they may not
 */
export function likeness(a: PlainName, b: PlainName, personal: boolean): Likeness | null {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (personal && short.suffix !== long.suffix) return null;
  if (short.words.length === long.words.length && short.words.every((word, k) => word === long.words[k]))
    return 'same';
  if (!personal) {
    const tells =
      short.words.length > 1 || short.words[0] === long.words[0] || isInitials(short.words, long.words);
    return tells && sameBody(a, b) ? 'part' : null;
  }
  if (short.words.length < 2 || !sameFullName(a, b)) return null;
  const [first = '', other = ''] = [a.words[0], b.words[0]];
  const isSame =
    a.words.at(-1) === b.words.at(-1) &&
    (sameFirst(first, other) || a.nickname === other || b.nickname === first);
  if (!isSame) return 'part';
  return haveOtherMiddles(a, b) ? null : 'same';
}

/** “George W.” and “George H. W.”: particles and names in full may be left out, or stand elsewhere. */
function haveOtherMiddles(a: PlainName, b: PlainName): boolean {
  const others = b.words.slice(1, -1);
  return a.words.slice(1, -1).some((middle, at) => {
    const other = others[at];
    return other !== undefined && Math.min(middle.length, other.length) === 1 && !sameFirst(middle, other);
  });
}

/** Keys under which to keep a name, for {@link keysToTry}. */
export function keysOf({ words, nickname }: PlainName, personal: boolean): readonly string[] {
  if (!personal) return [...new Set([`^${words[0] ?? ''}`, ...pairsOf(words), ...initialsOf(words)])];
  const before = (at: number) => [...words.slice(0, at), ...(nickname === null ? [] : [nickname])];
  // An initial in the middle is nobody's last name, and thousands have the same.
  const isNoLast = (word: string, at: number) => at === 0 || (word.length === 1 && at < words.length - 1);
  const keys = words.flatMap((word, at) =>
    isNoLast(word, at)
      ? []
      : before(at)
          .flatMap(formsOfFirst)
          .map(earlier => `${word} ${earlier.charAt(0)}`),
  );
  return [...new Set(keys)];
}

/**
 * Keys under which to look for names that may be one's with this, among those that have as many words or more.
 *
 * @param countOf how many names are kept under a key
 */
export function keysToTry(
  name: PlainName,
  personal: boolean,
  countOf: (key: string) => number,
): readonly string[] {
  if (personal) return keysOf(name, personal);
  const [first = '', ...more] = name.words;
  if (more.length === 0) return [`^${first}`, `=${lettersOf(first)}`];
  // A longer name has all of the pairs: one will do, and every other council has “city council”.
  const [rarest = ''] = [...pairsOf(name.words)].sort((a, b) => countOf(a) - countOf(b));
  return [rarest];
}

const pairsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`);

const lettersOf = (word: string): string => word.replace(/[^\p{L}]/gu, '');

/** The acronyms that a body of several words may go by; see `isInitials`. */
function initialsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const parts = words.flatMap(word => word.split('-')).filter(word => word !== '');
  return [parts, parts.filter(word => !/^(?:of|for|and|the|on|in|de|la|du|des|&)$/u.test(word))]
    .map(list => list.map(word => word.charAt(0)).join(''))
    .flatMap(letters => [letters, ...(letters.length > 3 ? [letters.slice(0, -1)] : [])])
    .map(letters => `=${letters}`);
}
