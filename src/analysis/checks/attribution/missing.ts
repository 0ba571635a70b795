import { isTitleCase, wordsOf } from '../../capitals';
import type { Attribution, Quotation, Span } from '../../contract';
import { lastIndexFrom, type CheckedArticle } from '../checkedArticle';
import type { Rule } from '../rule';

const FEWEST_WORDS = 4;
/** How far around a quote is looked for the ends of its sentence, in UTF-16 code units. */
const REACH = 10;

const sentenceEnd = /[.!?…]["”’')]*\s/u;
/** "— Ann Lee" below a quote. */
const signature = /^\s*[-–—]+\s*\p{Lu}/u;

/** A direct quote with nobody near it who may have said it (AP, Reuters ask for the source next to the quote). */
export const missing: Rule = {
  code: 'attribution.missing',
  find: article => {
    const claims = new Map(article.analysis.attributions.map(claim => [claim.id, claim]));
    const voices = voicesOf(article);
    const seen = new Set<Attribution>();
    return article.analysis.quotations.flatMap(quotation => {
      const { span, attribution } = quotation;
      const claim = claims.get(attribution ?? '');
      if (!isWhole(article, quotation) || (claim && (seen.has(claim) || isGiven(article, claim, span))))
        return [];
      if (hasVoiceNear(article, voices, span)) return [];
      if (claim) seen.add(claim);
      return [{ args: {}, span, attribution, actor: null }];
    });
  },
};

/** Whether the claim says whose a quote is; what somebody did a sentence before does not. */
function isGiven(article: CheckedArticle, { source, cue }: Attribution, quote: Span): boolean {
  if (cue.length === 0) return source !== null;
  const end = Math.max(...cue.map(span => span.end));
  return !sentenceEnd.test(article.text.slice(end, quote.start));
}

/** Where people are mentioned, or somebody speaks, outside what is said; in the order of the text. */
function voicesOf(article: CheckedArticle): readonly Span[] {
  const { actors, attributions } = article.analysis;
  const people = actors
    .filter(({ type }) => type === 'person' || type === 'group' || type === 'government')
    .flatMap(({ mentions }) => mentions.flatMap(({ span }) => span.slice(0, 1)));
  const speakers = attributions.flatMap(({ source, cueKind }) =>
    source && cueKind === 'speech' ? source.mention.slice(0, 1) : [],
  );
  return [...people, ...speakers].filter(span => !article.inClaim(span)).sort((a, b) => a.start - b.start);
}

/** Whether a quote may be somebody's who comes before it, in its paragraph or the one above. */
function hasVoiceNear(article: CheckedArticle, voices: readonly Span[], quote: Span): boolean {
  const last = voices[lastIndexFrom(voices, quote.start)];
  return last !== undefined && article.paragraphAt(last.start) >= article.paragraphAt(quote.start) - 1;
}

/** A quote in the body of the article that is one sentence or several, with both its marks. */
function isWhole(article: CheckedArticle, { span, role, balanced }: Quotation): boolean {
  if (role !== 'speech' || !balanced || !article.inBody(span)) return false;
  const quote = article.words(span);
  const after = article.text.slice(span.end, span.end + REACH);
  const words = wordsOf(quote);
  // A quote by itself above the article is a headline.
  if (article.paragraphAt(span.start) === 0 && /^\s*\n/u.test(after)) return false;
  return (
    words.length >= FEWEST_WORDS &&
    !isTitleCase(words) &&
    /^["“‘'«][^\p{L}"“‘']*\p{Lu}/u.test(quote) &&
    /(?:^|[.!?…]["”’')]*|\n)\s*$/u.test(article.text.slice(Math.max(0, span.start - REACH), span.start)) &&
    /^\s*(?:$|\n|["“‘'(]|\p{Lu})/u.test(after) &&
    !signature.test(after)
  );
}
