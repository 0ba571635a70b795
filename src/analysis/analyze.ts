import { ANALYSIS_VERSION, type Analysis } from './contract';

export interface AnalyzeOptions {
  readonly id?: string | null;
  readonly file?: string | null;
}

/**
 * Analyses one article.
 *
 * @param text the article as the editor holds it; any string is accepted
 * @returns the analysis, offsets in UTF-16 code units of `text`
 */
export function analyze(_text: string, options: AnalyzeOptions = {}): Analysis {
  return {
    version: ANALYSIS_VERSION,
    id: options.id ?? null,
    file: options.file ?? null,
    language: 'en',
    partial: false,
    article: { headline: null, byline: null, dateline: null, date: null, outlet: null, excluded: [] },
    quotations: [],
    attributions: [],
    actors: [],
    checks: [],
    decisions: [],
  };
}
