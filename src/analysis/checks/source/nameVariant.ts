import { distance } from 'fastest-levenshtein';
import type { Span } from '../../contract';
import { honorifics, nameParticles, titles } from '../../sources/lexicon';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';

/** A name as it is spelled where it stands first. */
interface Spelling {
  readonly name: string;
  /** In lower case, without title, accents and hyphens; never empty. */
  readonly words: readonly string[];
  readonly span: Span;
  readonly actor: string | null;
}

/** Two shorter names that differ in one letter are two names. */
const shortest = 5;

/** A person's name in two spellings, such as "Jansen" and "Janssen". */
export const nameVariant: Rule = {
  code: 'source.name-variant',
  profile: 'strict',
  severity: 'information',
  find: article => {
    const names = fullNames(article);
    const known = new Map<string, Spelling[]>();
    const variants = names.flatMap(later => {
      const like = known.get(initial(later)) ?? [];
      const earlier = like.find(other => isFullVariant(other, later));
      known.set(initial(later), [...like, later]);
      return earlier ? [[later, earlier] as const] : [];
    });
    const lone = loneNames(article, names).flatMap(word => {
      const full = known
        .get(initial(word))
        ?.find(({ words }) => words.at(-1) === word.words[0] || isCloseSurname(words.at(-1), word.words[0]));
      return full ? [[word, full] as const] : [];
    });
    return [...variants, ...lone].map(([{ name, span, actor }, other]) => ({
      args: { name, other: other.name },
      span,
      attribution: null,
      actor: actor ?? other.actor,
    }));
  },
};

/** Spellings are near only where their surnames begin with the same letter. */
const initial = ({ words }: Spelling): string => words.at(-1)?.charAt(0) ?? '';

/** The names of persons that have several words, in the order of the text. */
function fullNames(article: CheckedArticle): Spelling[] {
  const first = new Map<string, Spelling>();
  for (const { id, type, mentions } of article.analysis.actors) {
    if (type !== 'person') continue;
    for (const { form, span } of mentions) {
      if (form !== 'name' || !span[0]) continue;
      const name = withoutTitle(article.words(span[0]));
      const words = wordsOf(name);
      const known = first.get(name);
      if (words.length > 1 && (!known || known.span.start > span[0].start))
        first.set(name, { name, words, span: span[0], actor: id });
    }
  }
  return [...first.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Words with a capital that stand alone and are in no name of several words: each once, where it stands first. */
function loneNames(article: CheckedArticle, names: readonly Spelling[]): Spelling[] {
  const taken = new Set(names.flatMap(({ name }) => name.toLowerCase().split(/[\s-]+/u)));
  const lone = new Map<string, Spelling>();
  for (const { 0: name, index } of article.text.matchAll(
    /(?<!\p{Lu}[\p{L}-]+ |[\p{L}\p{N}@#’'-])\p{Lu}[\p{L}-]+(?![\p{L}-]| \p{Lu})/gu,
  )) {
    const words = wordsOf(name);
    if (words.length !== 1 || taken.has(name.toLowerCase()) || lone.has(name)) continue;
    const span = { start: index, end: index + name.length };
    if (article.inBody(span)) lone.set(name, { name, words, span, actor: null });
  }
  return [...lone.values()];
}

/** "Harold Bornay" of "the cheerful dentist Harold Bornay" and of "Dr. Harold Bornay". */
function withoutTitle(name: string): string {
  const words = name.split(/\s+/u);
  const from = words.findLastIndex(word => /^\p{Ll}+$/u.test(word) && !nameParticles.has(word)) + 1;
  const rest = words.slice(from);
  while (rest.length > 1 && isTitleWord(rest[0] ?? '')) rest.shift();
  return rest.join(' ');
}

function isTitleWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/\./gu, '');
  return honorifics.has(plain) || titles.has(plain) || plain === 'the';
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word !== '');

/** "Mohammed al-Sayed" and "Mohamed Al Sayed": every word is the same or nearly. */
function isFullVariant(a: Spelling, b: Spelling): boolean {
  if (a.words.length !== b.words.length || a.name.toLowerCase() === b.name.toLowerCase()) return false;
  return a.words.every((word, index) => {
    const other = b.words[index] ?? '';
    return word === other || (index === 0 ? isCloseFirstName(word, other) : isCloseSurname(word, other));
  });
}

/** Not "Simon" and "Simone", who are two people. */
const isCloseFirstName = (a: string, b: string): boolean =>
  isClose(a, b) && !a.startsWith(b) && !b.startsWith(a) && a.slice(0, -1) !== b.slice(0, -1);

/** Not the plural, nor a daughter's "Sorokina". */
const isCloseSurname = (a = '', b = ''): boolean =>
  isClose(a, b) &&
  a.charAt(0) === b.charAt(0) &&
  !/^[as]$/u.test(a.startsWith(b) ? a.slice(b.length) : b.startsWith(a) ? b.slice(a.length) : '');

const isClose = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= shortest && Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1;
