import type { Quotation } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';

const FEWEST_WORDS = 4;

/** A direct quote that is nobody's: the source belongs in the same sentence or next to it (AP, Reuters). */
export const missing: Rule = {
  code: 'attribution.missing',
  profile: 'essential',
  severity: 'information',
  find: article => {
    const claims = new Map(article.analysis.attributions.map(claim => [claim.id, claim]));
    const seen = new Set<string>();
    return article.analysis.quotations.flatMap(quotation => {
      const { span, attribution } = quotation;
      const claim = claims.get(attribution ?? '');
      if (claim && (claim.source || claim.cue.length > 0 || seen.has(claim.id))) return [];
      if (!isWhole(article, quotation)) return [];
      if (claim) seen.add(claim.id);
      return [{ args: {}, span, attribution, actor: null }];
    });
  },
};

/** A quote of a sentence's length in the body of the article, with both its marks. */
function isWhole(article: CheckedArticle, { span, role, balanced }: Quotation): boolean {
  const words = article.words(span);
  return (
    role === 'speech' &&
    balanced &&
    article.inBody(span) &&
    (words.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length >= FEWEST_WORDS &&
    /^\P{L}*\p{Lu}/u.test(words)
  );
}
