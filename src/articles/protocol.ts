import type { AnalyzeOptions } from '../analysis/analyze';
import type { Analysis } from '../analysis/contract';
import type { Tagger, WeightsProblem } from '../analysis/tagger/weights';
import type { Decision } from './decisions/decision';
import type { JudgeReason, Judgement } from './eligibility';
import type { AnalysisPart } from './parts';
import type { WordList } from './wordList';

/** What crosses between the editor's thread and the worker. */

export interface AnalysisRequest {
  readonly key: string;
  readonly version: number;
  readonly text: string;
  readonly fileName: string;
  readonly languageId: string;
  /** Whether to ask first if this is English prose; false where the user has said that it is. */
  readonly judge: boolean;
  /** What the user said about the findings of this article. */
  readonly decisions: readonly Decision[];
  /** That of its workspace folder. */
  readonly words: WordList | null;
}

export type AnalysisOutcome =
  /** The parts wait to be taken, one by one. */
  | { readonly status: 'analysed'; readonly parts: number }
  | { readonly status: 'leftAlone'; readonly reason: JudgeReason; readonly language: string }
  /** A newer version was asked for, or the article was closed. */
  | { readonly status: 'superseded' };

/** The worker's side of the channel; one article is known by its key. */
export interface AnalysisService {
  /** Takes the trained weights, before the first analysis; tells why they cannot be used, null where they can. */
  takeWeights(bytes: Uint8Array): WeightsProblem | null;
  analyse(request: AnalysisRequest): Promise<AnalysisOutcome>;
  /** The next part of the analysis of that version, null when there is none (any more). */
  takePart(key: string, version: number): AnalysisPart | null;
  /** Frees what is kept for an article and drops what was asked about it. */
  forget(key: string): void;
}

/** How the worker does its work; handed in by its entry point. */
export interface Analyst {
  /** @throws WeightsError */
  readWeights(bytes: Uint8Array): Tagger;
  analyze(text: string, options: AnalyzeOptions): Analysis;
  judge(text: string, about: { readonly fileName: string; readonly languageId: string }): Judgement;
}
