import { findMentions } from './sources';
import { assembleArticle } from './article';
import { joinPieces } from './attributions/pieces';
import { findAttributionsByRules } from './attributions/rules';
import { coverQuotations } from './attributions/uncued';
import { linkChains } from './chains';
import type { Analysis } from './contract';
import type { ParagraphAnalysis } from './paragraph';
import { splitParagraphs } from './paragraphs';
import { parseParagraph } from './parser';
import { findQuotations } from './quotations';

export interface AnalyzeOptions {
  readonly id?: string | null;
  readonly file?: string | null;
  /** ISO 639-1 code, where the caller knows it. */
  readonly language?: string;
  /** What was made of paragraphs before, by their text; read and added to. */
  readonly cache?: Map<string, ParagraphAnalysis>;
}

/**
 * Analyses one article.
 *
 * @param text the article as the editor holds it; any string is accepted
 * @returns the analysis, offsets in UTF-16 code units of `text`
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const { id = null, file = null, language = 'en', cache } = options;
  const spans = splitParagraphs(text);
  const paragraphs = spans.map(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const known = cache?.get(paragraph);
    if (known) return known;
    const analysis = analyzeParagraph(paragraph);
    cache?.set(paragraph, analysis);
    return analysis;
  });
  return { ...assembleArticle(text, spans, paragraphs), id, file, language };
}

/** Runs the stages that need one paragraph only. */
export function analyzeParagraph(text: string): ParagraphAnalysis {
  const quotations = findQuotations(text);
  const syntax = parseParagraph(text);
  const cued = joinPieces(text, findAttributionsByRules(syntax, quotations));
  const attributions = linkChains(syntax, coverQuotations(syntax, quotations, cued));
  return { syntax, quotations, attributions, mentions: findMentions(syntax, attributions, quotations) };
}
