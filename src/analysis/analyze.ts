import { findMentions } from './sources';
import { articleSteps, uncheckedSteps } from './article';
import { findAttributions } from './attributions';
import { listedOutlets, withoutNeverSources, type ListedWords } from './attributions/listed';
import { linkChains } from './chains';
import { isSpace } from './characters';
import type { Analysis, Span } from './contract';
import { markHearsay } from './hearsay';
import type { ParagraphAnalysis } from './paragraph';
import { splitParagraphs } from './paragraphs';
import { parseParagraph } from './parser';
import { partitionPoint } from './partitionPoint';
import { findPatterns, preferPatterns } from './patterns';
import { findQuotations } from './quotations';
import { finish } from './steps';
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
  const steps = new AnalysisSteps(text, options);
  while (steps.next());
  return steps.result();
}

/** How much of the time the paragraphs take, the first time. */
const PARAGRAPHS_SHARE = 0.9;

/** The analysis of one article, a paragraph at a time, in any order; then the article's stages, one at a time. */
export class AnalysisSteps {
  readonly #spans: readonly Span[];
  readonly #paragraphs: (ParagraphAnalysis | undefined)[];
  #next = 0;
  #left: number;
  #assembly: Generator<undefined, Analysis> | undefined;
  #assembled: Analysis | undefined;

  constructor(
    readonly text: string,
    private readonly options: AnalyzeOptions = {},
  ) {
    this.#spans = splitParagraphs(text).flatMap(span => cutLong(text, span));
    this.#paragraphs = this.#spans.map(() => undefined);
    this.#left = this.#spans.length;
  }

  /** How much is done, from 0 to 1. */
  get share(): number {
    return this.#assembled ? 1 : PARAGRAPHS_SHARE * (1 - this.#left / Math.max(1, this.#spans.length));
  }

  /** Analyses the paragraphs that a part of the text touches; tells how many of them were not analysed before. */
  analyse({ start, end }: Span): number {
    const left = this.#left;
    const first = partitionPoint(this.#spans, span => span.end <= start);
    for (let index = first; index < this.#spans.length; index++) {
      if ((this.#spans[index]?.start ?? end) >= end) break;
      this.#analyse(index);
    }
    return left - this.#left;
  }

  /** Analyses one paragraph more, or does one stage more for the article; false where none is left. */
  next(): boolean {
    if (this.#left > 0) {
      while (this.#paragraphs[this.#next]) this.#next++;
      this.#analyse(this.#next);
    } else if (!this.#assembled) {
      this.#assembly ??= articleSteps(this.text, this.#spans, this.#paragraphs);
      const step = this.#assembly.next();
      if (step.done) this.#assembled = step.value;
    }
    return !this.#assembled;
  }

  /** What the paragraphs analysed so far make up; before all is done `partial`, and without checks. */
  result(): Analysis {
    const { id = null, file = null, language = 'en' } = this.options;
    const analysis = this.#assembled ?? finish(uncheckedSteps(this.text, this.#spans, this.#paragraphs));
    return { ...analysis, id, file, language, partial: !this.#assembled };
  }

  #analyse(index: number): void {
    const span = this.#spans[index];
    if (!span || this.#paragraphs[index]) return;
    const { tagger = null, listed = null, cache } = this.options;
    const paragraph = this.text.slice(span.start, span.end);
    let analysis = cache?.get(paragraph);
    if (!analysis) {
      analysis = analyzeParagraph(paragraph, tagger, listed);
      cache?.set(paragraph, analysis);
    }
    this.#paragraphs[index] = analysis;
    this.#left--;
  }
}

/**
 * No author's paragraph is as long as this, in UTF-16 code units. A file of one line is cut after a sentence, or else
 * between words, so that its analysis can be done in steps and an edit costs no more than elsewhere.
 */
const LONGEST_PARAGRAPH = 8192;

function cutLong(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  while (end - start > LONGEST_PARAGRAPH) {
    const words = text.slice(start, start + LONGEST_PARAGRAPH);
    const [sentences] = /^[^]*[.!?]["”’)]*(?=\s)/.exec(words) ?? /^[^]*(?=\s)/.exec(words) ?? [words];
    const length = sentences.trimEnd().length || LONGEST_PARAGRAPH;
    // The halves of a surrogate pair stay together.
    const cut = start + length - (isLowSurrogate(text.charCodeAt(start + length)) ? 1 : 0);
    pieces.push({ start, end: cut });
    start = cut;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
  }
  return start < end ? [...pieces, { start, end }] : pieces;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
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
  const isOutlet = listed ? listedOutlets(listed) : undefined;
  const chained = linkChains(syntax, preferPatterns(findPatterns(syntax, quotations), found), isOutlet);
  const heard = markHearsay(syntax, quotations, chained);
  const attributions = listed ? withoutNeverSources(text, heard, listed) : heard;
  return { syntax, quotations, attributions, mentions: findMentions(syntax, attributions, quotations) };
}
