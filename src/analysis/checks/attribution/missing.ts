import { isTitleCase, wordsOf } from '../../capitals';
import type { Attribution, Quotation, Span } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';

const FEWEST_WORDS = 4;
/** How far around a quote is looked for the ends of its sentence, in UTF-16 code units. */
const REACH = 10;

const sentenceEnd = /[.!?…]["”’')]*\s/u;

/** A direct quote that is nobody's: the source belongs in the same sentence or next to it (AP, Reuters). */
export const missing: Rule = {
  code: 'attribution.missing',
  profile: 'essential',
  severity: 'information',
  find: article => {
    const claims = new Map(article.analysis.attributions.map(claim => [claim.id, claim]));
    const seen = new Set<Attribution>();
    return article.analysis.quotations.flatMap(quotation => {
      const { span, attribution } = quotation;
      const claim = claims.get(attribution ?? '');
      if (!isWhole(article, quotation) || (claim && (seen.has(claim) || isGiven(article, claim, span))))
        return [];
      if (claim) seen.add(claim);
      return [{ args: {}, span, attribution, actor: null }];
    });
  },
};

/** Whether the claim says whose a quote is; what a body did a sentence before does not. */
function isGiven(article: CheckedArticle, { source, cue, cueKind }: Attribution, quote: Span): boolean {
  if (cue.length === 0) return source !== null;
  const end = Math.max(...cue.map(span => span.end));
  if (!sentenceEnd.test(article.text.slice(end, quote.start))) return true;
  return source !== null && (cueKind === 'speech' || article.actor(source.actor)?.type === 'person');
}

/** A quote in the body of the article that is one sentence or several, with both its marks. */
function isWhole(article: CheckedArticle, { span, role, balanced }: Quotation): boolean {
  if (role !== 'speech' || !balanced || !article.inBody(span)) return false;
  const quote = article.words(span);
  const words = wordsOf(quote);
  return (
    words.length >= FEWEST_WORDS &&
    !isTitleCase(words) &&
    /^\P{L}*\p{Lu}/u.test(quote) &&
    /(?:^|[.!?…]["”’')]*|\n)\s*$/u.test(article.text.slice(Math.max(0, span.start - REACH), span.start)) &&
    /^\s*(?:$|\n|["“‘'(]|\p{Lu})/u.test(article.text.slice(span.end, span.end + REACH))
  );
}
