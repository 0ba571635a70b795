import type { CheckedArticle, UnnamedSource } from '../checkedArticle';
import type { Rule } from '../rule';
import { atFirstUse } from './findings';

/** How many paragraphs after its first use the reason may still come. */
const NEAR = 3;

/** The article does not say at or near an unnamed source's first use why it is not named (AP, NPR, SPJ). */
export const reasonMissing: Rule = {
  code: 'anonymity.reason-missing',
  find: article =>
    article.confidentialSources.filter(source => !hasReasonNear(article, source)).map(atFirstUse),
};

function hasReasonNear(article: CheckedArticle, { actor, firstUse }: UnnamedSource): boolean {
  const first = article.paragraphAt(firstUse.start);
  return (actor.anonymity?.reason ?? []).some(({ start }) => article.paragraphAt(start) - first <= NEAR);
}
