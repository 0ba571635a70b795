import type { ParagraphAttribution, ParagraphQuotation, Syntax } from '../paragraph';
import { tagAttributions, type Tagger } from '../tagger';
import { listedCues, type ListedWords } from './listed';
import { mergeFindings } from './merge';
import { joinPieces } from './pieces';
import { findAttributionsByRules } from './rules';
import { coverQuotations } from './uncued';

/**
 * Finds the attributions of a paragraph: with tagger and rules together where there are weights, by rules alone
 * where there are none.
 *
 * @param listed what the newsroom's word list has of its own
 * @returns in the order of the text; spans are offsets into the paragraph
 */
export function findAttributions(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
  tagger: Tagger | null,
  listed: ListedWords | null,
): ParagraphAttribution[] {
  const ruled = findAttributionsByRules(syntax, quotations, listed ? listedCues(listed) : undefined);
  const cued = tagger ? mergeFindings(tagAttributions(syntax, quotations, tagger), ruled) : ruled;
  return coverQuotations(syntax, quotations, joinPieces(syntax.text, cued));
}
