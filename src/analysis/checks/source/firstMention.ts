import type { Span } from '../../contract';
import { honorifics, personalPronouns, titles } from '../../sources/lexicon';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';
import { sentencesIn } from '../sentences';
import { matches } from '../../matches';

/** No speaker of a transcript, all in capitals, and no organization with a capital in the middle. */
const bareName = /^(?:Ma?c|O['’]|D['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const pronoun = /^(?:he|she)$/iu;
/** A word with a capital, or several in a row, as in a full name or a name with a title. */
const capitals = /\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*/gu;
/** Headlines are in the present. */
const past = /(?:ed|said|told|wrote)\b|^according/iu;

/** Somebody is a source by surname, first name or pronoun before the article gives a full name or a role. */
export const firstMention: Rule = {
  code: 'source.first-mention',
  find: article => {
    const fullNames = firstInFullName(article.text);
    const anyone = firstOfAnyone(article);
    const top = topLineEnd(article);
    return article.analysis.actors.flatMap(actor => {
      const [first] = article
        .claimsOf(actor.id)
        .filter(claim => article.isOwn(claim))
        .flatMap(({ id, kind, cue, source }) => {
          const span = source?.mention[0];
          return span && !(span.start < top && isPresent(article, cue)) ? [{ id, kind, span }] : [];
        })
        .sort((a, b) => a.span.start - b.span.start);
      if (!first || actor.plural) return [];
      const { start, end } = first.span;
      const words = article.words(first.span);
      const isIntroduced = pronoun.test(words)
        ? anyone < start
        : (fullNames.get(words) ?? Infinity) < end || actor.roles.some(({ span }) => span.start < end);
      // what the analysis cannot tell from an organization is taken for a person where it is quoted
      const isPerson = actor.type === 'person' || (actor.type === 'unknown' && first.kind === 'direct');
      const isBare = pronoun.test(words) || (bareName.test(words) && !isWord(words.toLowerCase()));
      if (isIntroduced || !isPerson || !isBare) return [];
      return [
        {
          args: { source: words, name: actor.name },
          span: first.span,
          attribution: first.id,
          actor: actor.id,
        },
      ];
    });
  },
};

/** Words with a capital that are no name: the start of a sentence, half a title. */
const isWord = (word: string): boolean =>
  honorifics.has(word) || titles.has(word) || personalPronouns.has(word);

/** Where each word stands first in a row of words with a capital. */
function firstInFullName(text: string): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { 0: row, index } of matches(text, capitals)) {
    const words = row.split(' ');
    if (words.length === 1) continue;
    for (const word of words) {
      const name = word.replace(/(?:['’]s)?\.?$/u, '');
      if (!first.has(name)) first.set(name, index);
    }
  }
  return first;
}

/** Where somebody is first mentioned whom a pronoun may mean. */
const firstOfAnyone = (article: CheckedArticle): number =>
  article.analysis.actors
    .filter(({ type }) => type === 'person' || type === 'group' || type === 'unknown')
    .flatMap(({ mentions }) => mentions.filter(({ form }) => form !== 'pronoun'))
    .reduce((least, { span }) => Math.min(least, span[0]?.start ?? Infinity), Infinity);

/** Where the first paragraph ends, if it is one sentence; 0 if not. */
function topLineEnd({ text, paragraphs: [first] }: CheckedArticle): number {
  return first && sentencesIn(text, first).length === 1 ? first.end : 0;
}

/** "Pell says …": on top of an article a headline that the analysis took for text, where a surname will do. */
const isPresent = (article: CheckedArticle, cue: readonly Span[]): boolean =>
  !cue.some(span => past.test(article.words(span)));
