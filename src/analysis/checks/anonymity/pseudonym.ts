import { shiftSpan } from '../../span';
import type { Rule } from '../rule';
import { sentencesIn } from '../sentences';
import { matches } from '../../matches';

/** What a text says of a name that is not, or may not be, somebody's own. */
const patterns: readonly RegExp[] = [
  /\bnot (?:his|her|their) real names?\b/giu,
  /\b(?:whose|(?:his|her|their|some|all)(?: of the)?) (?:real )?names?(?: in this (?:story|article))? (?:has|have|had) been changed\b/giu,
  /\b(?:asked|wanted|wished|preferred|agreed|chose) to be (?:called|known as|referred to as|identified (?:only |just |simply |here )?as)\s+["“‘']?\p{Lu}[\p{L}’'-]*/gu,
  /\b(?:gave|giving|give) (?:(?:only|just) )?(?:his|her|their) name (?:only |just |simply )?as\s+["“‘']?\p{Lu}[\p{L}’'-]*/gu,
  /\b(?:identified|identifying) (?:himself|herself|themselves|themself) (?:only|just|simply) as\s+["“‘']?\p{Lu}[\p{L}’'-]*/gu,
  /\bwhom? (?:we are|we’re|we're|I am|this \p{L}+ is|the \p{Lu}\p{L}+ is) (?:calling|identifying as)\b/gu,
  /\bidentified (?:here|in this (?:story|article)) (?:only |just )?as\s+["“‘']?\p{Lu}[\p{L}’'-]*/gu,
  /(?<=\(|, )an? (?:pseudonym|assumed name|made-up name|invented name)(?=[),.;])/giu,
  /(?<=\b[Aa]n? (?:\p{Ll}+ ){1,3})who (?:goes|went) by (?:the name (?:of )?)?["“‘']?\p{Lu}[\p{L}’'-]*/gu,
];

/** One of these words is in each of the patterns; most paragraphs have none. */
const hint = /changed|called|known|referred|identif|name|calling|pseudonym|goes by|went by/iu;

/** Names that are part of a public calling, and no cover. */
const stageName =
  /\b(?:rapper|singer|musician|artist|performer|comedian|wrestler|blogger|streamer|youtuber|dj|novelist|author|writer|publisher|publication|company)\b/iu;

/** The sentence says why. */
const reason =
  /\b(?:because|since|protect\w*|fear\w*|afraid|avoid\w*|safety|privacy|security|retaliat\w*|repris\w*|lest|so that|citing|out of concern|for legal reasons)\b/iu;

/** A name that is said or hinted not to be somebody's own, without a reason in the same sentence (NPR). */
export const pseudonym: Rule = {
  code: 'anonymity.pseudonym',
  find: article => {
    const found = article.paragraphs
      .filter(paragraph => hint.test(article.words(paragraph)))
      .flatMap(paragraph =>
        patterns.flatMap(pattern =>
          matches(article.words(paragraph), pattern).map(({ index, 0: { length } }) => ({
            paragraph,
            span: shiftSpan({ start: index, end: index + length }, paragraph.start),
          })),
        ),
      );
    return found.flatMap(({ paragraph, span }) => {
      const sentence = sentencesIn(article.text, paragraph).find(({ end }) => span.start < end);
      if (!sentence) return [];
      const words = article.words(sentence);
      if (reason.test(words) || stageName.test(words)) return [];
      const claim = article.analysis.attributions.find(({ source }) =>
        source?.mention.some(({ start, end }) => start < sentence.end && sentence.start < end),
      );
      return [{ args: {}, span, attribution: claim?.id ?? null, actor: claim?.source?.actor ?? null }];
    });
  },
};
