import type { Span } from '../contract';
import type { ParagraphAttribution, ParagraphQuotation, Syntax } from '../paragraph';
import { tagAttributions, type Tagger } from '../tagger';
import { joinPieces } from './pieces';
import { findAttributionsByRules } from './rules';
import { coverQuotations } from './uncued';

/**
 * Finds the attributions of a paragraph: with the tagger where there are weights, and by rules what is quoted and the
 * tagger did not see; by rules alone where there are none.
 *
 * @returns in the order of the text; spans are offsets into the paragraph
 */
export function findAttributions(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
  tagger: Tagger | null,
): ParagraphAttribution[] {
  const ruled = findAttributionsByRules(syntax, quotations);
  const cued = tagger ? withQuoted(tagAttributions(syntax, quotations, tagger), ruled) : ruled;
  return coverQuotations(syntax, quotations, joinPieces(syntax.text, cued));
}

/** Adds what the rules found quoted where the tagger found nothing. */
function withQuoted(
  tagged: readonly ParagraphAttribution[],
  ruled: readonly ParagraphAttribution[],
): ParagraphAttribution[] {
  const missed = ruled.filter(
    ({ content, evidence }) =>
      evidence.includes('quotation') && !tagged.some(other => overlap(content, other.content)),
  );
  return [...tagged, ...missed].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function overlap(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some(a => others.some(b => a.start < b.end && b.start < a.end));
}
