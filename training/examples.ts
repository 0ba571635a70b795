import { findQuotations } from '../src/analysis/quotations';
import type { CueKind, Span } from '../src/analysis/contract';
import type { ParagraphQuotation, Syntax } from '../src/analysis/paragraph';
import { splitParagraphs } from '../src/analysis/paragraphs';
import { parseParagraph } from '../src/analysis/parser';
import { toSpan, type GoldArticle } from './gold';

/** A paragraph as the tagger sees it, with what the annotators marked in it, as tokens. */
export interface Example {
  readonly article: string;
  readonly start: number;
  readonly syntax: Syntax;
  readonly quotations: readonly ParagraphQuotation[];
  readonly attributions: readonly GoldAttribution[];
}

export interface GoldAttribution {
  readonly cueKind: CueKind;
  /** Token indices. */
  readonly cue: { readonly from: number; readonly to: number };
  readonly source: readonly number[];
  readonly content: readonly number[];
}

export function readExamples(article: GoldArticle): Example[] {
  return splitParagraphs(article.text).map(({ start, end }) => {
    const text = article.text.slice(start, end);
    const syntax = parseParagraph(text);
    const tokensIn = (spans: readonly Span[]): number[] =>
      syntax.tokens.flatMap((token, index) =>
        spans.some(span => span.start < token.end + start && token.start + start < span.end) ? [index] : [],
      );
    const attributions = article.quotes.flatMap((quote): GoldAttribution[] => {
      const cue = (quote.cue ?? []).map(toSpan).filter(span => span.start >= start && span.end <= end);
      if (cue.length === 0) return [];
      const parts = cue.map(span => tokensIn([span])).filter(part => part.length > 0);
      const main = parts.sort((a, b) => b.length - a.length)[0];
      if (!main) return [];
      const from = main[0]!;
      return [
        {
          cueKind: quote.derived?.cueKind === 'other' ? 'other' : 'speech',
          cue: { from, to: main.at(-1)! + 1 },
          source: tokensIn((quote.speaker ?? []).map(toSpan)),
          content: tokensIn(quote.content.map(toSpan)),
        },
      ];
    });
    return { article: article.id, start, syntax, quotations: findQuotations(text), attributions };
  });
}
