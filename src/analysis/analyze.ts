import { findMentions } from './sources';
import { assembleArticle } from './article';
import { findAttributions } from './attributions';
import { withoutNeverSources, type ListedWords } from './attributions/listed';
import { linkChains } from './chains';
import type { Analysis } from './contract';
import { markHearsay } from './hearsay';
import type { ParagraphAnalysis } from './paragraph';
import { splitParagraphs } from './paragraphs';
import { parseParagraph } from './parser';
import { findPatterns, preferPatterns } from './patterns';
import { findQuotations } from './quotations';
import type { Tagger } from './tagger';

export interface AnalyzeOptions {
  readonly id?: string | null;
  readonly file?: string | null;
  /** ISO 639-1 code, where the caller knows it. */
  readonly language?: string;
  /** The trained weights; without them the rules do the work. */
  readonly tagger?: Tagger | null;
  /** What the newsroom's word list has of its own. */
  readonly listed?: ListedWords | null;
  /** What was made of paragraphs before with the same weights and word list, by their text; read and added to. */
  readonly cache?: Map<string, ParagraphAnalysis>;
}

/**
 * Analyses one article.
 *
 * @param text the article as the editor holds it; any string is accepted
 * @returns the analysis, offsets in UTF-16 code units of `text`
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const { id = null, file = null, language = 'en', tagger = null, listed = null, cache } = options;
  const spans = splitParagraphs(text);
  const paragraphs = spans.map(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const known = cache?.get(paragraph);
    if (known) return known;
    const analysis = analyzeParagraph(paragraph, tagger, listed);
    cache?.set(paragraph, analysis);
    return analysis;
  });
  return { ...assembleArticle(text, spans, paragraphs), id, file, language };
}

/** Runs the stages that need one paragraph only. */
export function analyzeParagraph(
  text: string,
  tagger: Tagger | null = null,
  listed: ListedWords | null = null,
): ParagraphAnalysis {
  const quotations = findQuotations(text);
  const syntax = parseParagraph(text);
  const found = findAttributions(syntax, quotations, tagger, listed);
  const chained = linkChains(syntax, preferPatterns(findPatterns(syntax, quotations), found));
  const heard = markHearsay(syntax, quotations, chained);
  const attributions = listed ? withoutNeverSources(text, heard, listed) : heard;
  return { syntax, quotations, attributions, mentions: findMentions(syntax, attributions, quotations) };
}
