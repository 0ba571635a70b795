import { lowerCase } from '../characters';
import { isInitials } from '../sources/appositions';
import { formsOfFirst, sameBody, sameFullName } from './names';

/** A name that stands alone, outside any text, as its words: lower case, without nickname, suffix and full stops. */
export interface PlainName {
  readonly words: readonly string[];
  readonly nickname: string | null;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** Reads a name as an actor has it: “Robert (Bob) J. Reyes Jr.” */
export function readPlainName(name: string): PlainName {
  const plain = lowerCase(name);
  const nickname = /["“(]\s*([\p{L}' -]+?)\s*["”)]/u.exec(plain);
  const rest = nickname ? plain.replace(nickname[0], ' ') : plain;
  const words = rest
    .replace(/^the\s+/, '')
    .replaceAll('.', '. ')
    .split(/[\s,.]+/u)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$|'s$/gu, ''))
    .filter((word, index) => word !== '' && !(index > 0 && SUFFIX.test(word)));
  return { words, nickname: nickname?.[1] ?? null };
}

/**
 * May two names, each from another article, be one actor's? As within an article, except that one word of a name alone
 * says too little there: it has to be the whole name, or a body's initials or first word.
 */
export function mayBeOne(a: PlainName, b: PlainName, personal: boolean): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length === long.words.length && short.words.every((word, k) => word === long.words[k]))
    return true;
  if (personal) return short.words.length > 1 && sameFullName(a, b);
  const tells =
    short.words.length > 1 || short.words[0] === long.words[0] || isInitials(short.words, long.words);
  return tells && sameBody(a, b);
}

/** Keys under which to look for names that may be one's with this: two such names have one in common. */
export function namesToTry({ words, nickname }: PlainName, personal: boolean): readonly string[] {
  if (!personal) return [...new Set([...words, ...initialsOf(words)])];
  const before = (at: number) => [...words.slice(0, at), ...(nickname === null ? [] : [nickname])];
  const keys = words.flatMap((word, at) =>
    at === 0
      ? []
      : before(at)
          .flatMap(formsOfFirst)
          .map(earlier => `${word} ${earlier.charAt(0)}`),
  );
  return [...new Set(keys)];
}

/** The first two letters of a body's initials with its small words and without; of an acronym its own. */
function initialsOf(words: readonly string[]): readonly string[] {
  const letters = (list: readonly string[]) =>
    list
      .map(word => word.charAt(0))
      .join('')
      .slice(0, 2);
  if (words.length === 1) return [`=${(words[0] ?? '').replace(/[^\p{L}]/gu, '').slice(0, 2)}`];
  const parts = words.flatMap(word => word.split('-'));
  return [parts, parts.filter(word => !/^(?:of|for|and|the|on|in|de|la|du|des|&)$/u.test(word))].map(
    list => `=${letters(list)}`,
  );
}
