import type { ParagraphQuotation, Syntax, Token, TokenRange } from '../paragraph';

/** Tokens with what the attribution rules ask of their place: which quotation they stand in. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Quotations that may be speech, outermost only, in order. */
  readonly quotations: readonly QuotationRange[];
  /** For each token the index of its quotation, marks included, or -1. */
  readonly quotationOf: Int16Array;
  /** Sentences, joined where the parser cut inside a quotation or between a quotation and its "said X". */
  readonly sentences: readonly TokenRange[];
}

export interface QuotationRange extends TokenRange {
  readonly quotation: ParagraphQuotation;
}

const lowerStart = /^\p{Ll}/u;

/**
 * @param syntax the paragraph as parsed
 * @param quotations the paragraph's quotations
 */
export function readSentences(syntax: Syntax, quotations: readonly ParagraphQuotation[]): Reading {
  const { tokens } = syntax;
  const speech = quotations.filter(q => q.role === 'speech' && q.depth === 0);
  const quotationOf = new Int16Array(tokens.length).fill(-1);
  const ranges: QuotationRange[] = [];
  let next = 0;
  for (const quotation of speech) {
    while (next < tokens.length && tokens[next]!.end <= quotation.span.start) next++;
    const from = next;
    while (next < tokens.length && tokens[next]!.start < quotation.span.end) next++;
    if (next > from) {
      quotationOf.fill(ranges.length, from, next);
      ranges.push({ from, to: next, quotation });
    }
  }

  const sentences: TokenRange[] = [];
  const split = (range: TokenRange): TokenRange[] => splitAfterQuotations(syntax.text, tokens, range, ranges);
  for (const sentence of syntax.sentences.flatMap(split)) {
    const previous = sentences.at(-1);
    const first = tokens[sentence.from];
    const inside = quotationOf[sentence.from] ?? -1;
    const afterQuotation = (quotationOf[sentence.from - 1] ?? -1) >= 0;
    const joins =
      previous !== undefined &&
      first !== undefined &&
      ((inside >= 0 && inside === quotationOf[sentence.from - 1]) ||
        (afterQuotation && inside < 0 && lowerStart.test(first.text)));
    if (joins) sentences[sentences.length - 1] = { from: previous.from, to: sentence.to };
    else sentences.push(sentence);
  }
  return { text: syntax.text, tokens, quotations: ranges, quotationOf, sentences };
}

const sentenceEnd = /[.!?…]$/u;
const startsSentence = /^[\p{Lu}\p{N}“‘"«]/u;

/** “It is over.” “We go on.”: a sentence may begin after a quotation where the parser does not see it. */
function splitAfterQuotations(
  text: string,
  tokens: readonly Token[],
  sentence: TokenRange,
  quotations: readonly QuotationRange[],
): TokenRange[] {
  const parts: TokenRange[] = [];
  let from = sentence.from;
  for (const { to, quotation } of quotations) {
    if (to <= from || to >= sentence.to) continue;
    const ended = sentenceEnd.test(text.slice(quotation.inner.start, quotation.inner.end));
    if (!ended || !startsSentence.test(tokens[to]?.text ?? '')) continue;
    parts.push({ from, to });
    from = to;
  }
  parts.push({ from, to: sentence.to });
  return parts;
}
