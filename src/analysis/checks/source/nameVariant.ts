import { distance } from 'fastest-levenshtein';
import type { Span } from '../../contract';
import { calendar, honorifics, isOrganization, nameParticles, titles } from '../../sources/lexicon';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';
import { matches } from '../../matches';

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

const isName = /^[\p{L}\p{M} .’'-]+$/u;

/** A word that comes more often is a word of its own: "France" beside "Franco". */
const slips = 2;

/** The capital is looked for first: what stands before it is looked at there only. */
const lone = /(?=\p{Lu})(?<!\p{Lu}[\p{L}-]+ |[\p{L}\p{N}@#’'-])\p{Lu}[\p{L}-]+(?![\p{L}-]| \p{Lu})/gu;

/** A person's name in two spellings, such as "Jansen" and "Janssen". */
export const nameVariant: Rule = {
  code: 'source.name-variant',
  find: article => {
    const names = fullNames(article);
    const known = new Map<string, Spelling[]>();
    const variants = names.flatMap(later => {
      const like = known.get(initial(later)) ?? [];
      const earlier = like.find(other => isFullVariant(other, later));
      like.push(later);
      known.set(initial(later), like);
      return earlier ? [[later, earlier] as const] : [];
    });
    const alone = loneNames(article, names).flatMap(word => {
      const full = known
        .get(initial(word))
        ?.find(({ words }) => words.at(-1) === word.words[0] || isCloseSurname(words.at(-1), word.words[0]));
      return full ? [[word, full] as const] : [];
    });
    const isKnown = ({ actor: id }: Spelling): boolean => {
      const actor = id === null ? undefined : article.actor(id);
      return actor !== undefined && (actor.mentions.length > 1 || actor.roles.length > 0);
    };
    return [...variants, ...alone]
      .filter(pair => pair.some(isKnown))
      .map(([{ name, span, actor }, other]) => ({
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
      if (words.length > 1 && isName.test(name) && (!known || known.span.start > span[0].start))
        first.set(name, { name, words, span: span[0], actor: id });
    }
  }
  return [...first.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Words with a capital that stand alone, are in no name of several words, and are rare. */
function loneNames(article: CheckedArticle, names: readonly Spelling[]): Spelling[] {
  const taken = new Set(names.flatMap(({ name }) => name.toLowerCase().split(/[\s-]+/u)));
  const isFree = (word: string): boolean => !taken.has(word) && !calendar.has(word) && !isOrganization(word);
  const uses = new Map<string, { readonly first: Span; count: number }>();
  for (const { 0: name, index } of matches(article.text, lone)) {
    const span = { start: index, end: index + name.length };
    if (!article.inBody(span) || !isFree(name.toLowerCase())) continue;
    const known = uses.get(name);
    if (known) known.count++;
    else uses.set(name, { first: span, count: 1 });
  }
  return [...uses].flatMap(([name, { first, count }]) => {
    const words = wordsOf(name);
    return words.length === 1 && name.length >= shortest && count <= slips
      ? [{ name, words, span: first, actor: null }]
      : [];
  });
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

const plain = (name: string): string => name.toLowerCase().replace(/\./gu, '');

/** "Mohammed al-Sayed" and "Mohamed Al Sayed": every word is the same or nearly. */
function isFullVariant(a: Spelling, b: Spelling): boolean {
  if (a.words.length !== b.words.length || plain(a.name) === plain(b.name)) return false;
  return a.words.every((word, index) => {
    const other = b.words[index] ?? '';
    return word === other || (index === 0 ? isCloseFirstName(word, other) : isCloseSurname(word, other));
  });
}

/** Not "Simon" and "Simone", "Milena" and "Milene", who are two people. */
const isCloseFirstName = (a: string, b: string): boolean => isClose(a, b) && !hasStem(a, b) && !hasStem(b, a);

const hasStem = (name: string, other: string): boolean => other.startsWith(name.slice(0, -1));

/** Not the plural, nor a daughter's "Sorokina", nor "American". */
const isCloseSurname = (a = '', b = ''): boolean =>
  isClose(a, b) && a.startsWith(b.charAt(0)) && !hasEnding(a, b) && !hasEnding(b, a);

const hasEnding = (name: string, other: string): boolean =>
  [`${other}s`, `${other}a`].includes(name) || (name === `${other}n` && other.endsWith('a'));

const isClose = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= shortest && Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1;
