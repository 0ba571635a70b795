import type { AnalysisSteps, AnalyzeOptions } from '../analysis/analyze';
import type { Analysis, Span } from '../analysis/contract';
import type { Tagger, WeightsProblem } from '../analysis/tagger/weights';
import type { CheckChoices } from './checks';
import type { Decision } from './decisions/decision';
import type { JudgeReason, Judgement } from './eligibility';
import type { TextChange } from './keptText';
import type { PackedAnalysis } from './handOver';
import type { Level } from './levels';
import type { MarksOfAll } from './marks';
import type { Overview } from './overview';
import type { WordList } from './wordList';

/** What crosses between the editor's thread and the worker. */

export interface AnalysisRequest {
  readonly key: string;
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

/** What crosses of a request: of the text, only what is not as it was. */
export type UntoldText = Omit<AnalysisRequest, 'text'>;

/** What the editor has and sees at the moment. */
export interface Standing {
  /** Tells the requests about an article apart. */
  readonly ticket: number;
  /** The last analysis that it took over whole, by the number under which it was handed over. */
  readonly has: number | null;
  /** The text on display that is to be analysed first; null where there is nothing to be gained. */
  readonly visible: Span | null;
}

/** An analysis, by a number that tells it from others of the article. */
export interface HandOver {
  readonly number: number;
  readonly analysis: PackedAnalysis;
  readonly overview: Overview;
}

/** What is to be marked in the paragraphs that were edited, by what they and those around them tell. */
export interface EditedPart {
  readonly within: Span;
  readonly marks: MarksOfAll;
}

export type AnalysisOutcome =
  /**
   * There is more to do, a slice at a time. `partial`: of what is on display, where that was analysed just now;
   * `edited`: of what was edited, where that was.
   */
  | {
      readonly status: 'analysing';
      readonly share: number;
      readonly partial: HandOver | null;
      readonly edited: EditedPart | null;
    }
  | { readonly status: 'analysed'; readonly whole: HandOver }
  | { readonly status: 'leftAlone'; readonly reason: JudgeReason; readonly language: string }
  /** A newer version was asked for, or the article was closed. */
  | { readonly status: 'superseded' };

/** How the Sources report is to be worded. */
export interface ReportWording {
  /** Language of the words, as a BCP 47 tag. */
  readonly language: string;
  /** Sentences in it by those in English; what has none stays in English. */
  readonly sentences: Readonly<Record<string, string>>;
  /** Ids of the actors that are not to be named. */
  readonly hidden: readonly string[];
}

/** What of an analysis is reported, and how. */
export interface ReportRequest extends ReportWording {
  readonly level: Level;
  readonly checks: CheckChoices;
  /** What these private decisions made is left out. */
  readonly withheld: readonly Decision[];
}

export interface ReportMarkup {
  readonly title: string;
  /** HTML of everything that is to be seen. */
  readonly body: string;
}

/** The worker's side of the channel; one article is known by its key. */
export interface AnalysisService {
  /** Takes the trained weights, before the first analysis; tells why they cannot be used, null where they can. */
  takeWeights(bytes: Uint8Array): WeightsProblem | null;
  /** Changes the text of an article, which is empty at first. */
  change(key: string, change: TextChange): void;
  /** Changes the text, and begins an analysis of it instead of any other one of the same article. */
  analyse(request: UntoldText, change: TextChange, standing: Standing): Promise<AnalysisOutcome>;
  /** Does the next slice of it: whoever stops asking has cancelled it. */
  goOn(key: string, standing: Standing): AnalysisOutcome;
  /** Reports on the analysis that was handed over under a number; null where it is not kept any more. */
  report(key: string, number: number, request: ReportRequest): ReportMarkup | null;
  /** Frees what is kept for an article and drops what was asked about it. */
  forget(key: string): void;
}

/** How the worker does its work; handed in by its entry point. */
export interface Analyst {
  /** @throws WeightsError */
  readWeights(bytes: Uint8Array): Tagger;
  begin(text: string, options: AnalyzeOptions): Pick<AnalysisSteps, 'analyse' | 'next' | 'result' | 'share'>;
  judge(text: string, about: { readonly fileName: string; readonly languageId: string }): Judgement;
  report(analysis: Analysis, text: string, wording: ReportWording): ReportMarkup;
}
