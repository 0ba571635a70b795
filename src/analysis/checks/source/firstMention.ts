import type { Actor, Span } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';

/** Not in capitals throughout, as the speakers of a transcript are. */
const bareName = /^\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*$/u;
const pronoun = /^(?:he|she)$/iu;

/** Somebody is the source of a claim by surname, first name or pronoun before the article introduces anyone of that name. */
export const firstMention: Rule = {
  code: 'source.first-mention',
  profile: 'strict',
  severity: 'hint',
  find: article =>
    article.analysis.actors.flatMap(actor => {
      const [first] = article
        .claimsOf(actor.id)
        .filter(claim => article.isOwn(claim))
        .flatMap(({ id, source }) => source?.mention.slice(0, 1).map(span => ({ id, span })) ?? [])
        .sort((a, b) => a.span.start - b.span.start);
      if (!first || actor.plural || isIntroduced(article, actor, first.span)) return [];
      return [
        {
          args: { source: article.words(first.span), name: actor.name },
          span: first.span,
          attribution: first.id,
          actor: actor.id,
        },
      ];
    }),
};

function isIntroduced(article: CheckedArticle, actor: Actor, use: Span): boolean {
  const words = article.words(use);
  if (pronoun.test(words)) return isAnyoneBefore(article, use);
  if (!bareName.test(words) || actor.type !== 'person' || actor.anonymity !== null) return true;
  const before = article.text.slice(0, use.start);
  // with another name or a title next to it
  const fuller = new RegExp(`\\p{Lu}[\\p{L}.’'-]* ${words}(?!\\p{L})|(?<!\\p{L})${words} \\p{Lu}`, 'u');
  return fuller.test(before) || actor.roles.some(({ span }) => span.start < use.end);
}

/** Whom a pronoun may refer back to. */
function isAnyoneBefore(article: CheckedArticle, { start }: Span): boolean {
  return article.analysis.actors.some(
    ({ type, mentions }) =>
      /^(?:person|group|unknown)$/u.test(type) &&
      mentions.some(({ form, span: [span] }) => form !== 'pronoun' && span && span.start < start),
  );
}
