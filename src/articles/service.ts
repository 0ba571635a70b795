import { transfer } from 'comlink';
import type { Analysis } from '../analysis/contract';
import { WeightsError, type Tagger, type WeightsProblem } from '../analysis/tagger/weights';
import { Article } from './article';
import { shownChecks } from './checks';
import { applyDecisions } from './decisions/apply';
import type { Analysed } from './delta';
import { editedPlace } from './edited';
import { packAnalysis } from './handOver';
import { changed, type TextChange } from './keptText';
import { atLevel } from './levels';
import { overviewOf } from './overview';
import { ParagraphCache } from './paragraphCache';
import { withoutPrivate } from './privacy';
import type {
  AnalysisOutcome,
  AnalysisRequest,
  AnalysisService,
  Analyst,
  EditedPart,
  HandOver,
  ReportMarkup,
  ReportRequest,
  Standing,
  UntoldText,
} from './protocol';
import { moveBy, shiftAnalysis } from './shift';
import { overlap } from './spans';
import { withSurroundings } from './surroundings';
import { applyWordList, type WordList } from './wordList';
import { nextTurn } from './yielding';

/** How long the worker works before it looks what else was asked of it, in milliseconds. */
const SLICE = 30;

interface Job {
  readonly request: AnalysisRequest;
  readonly ticket: number;
  readonly cache: ParagraphCache;
  /** Once it is known that the text is to be analysed. */
  steps: ReturnType<Analyst['begin']> | null;
}

interface HandedOver extends Analysed {
  readonly number: number;
}

/** The worker's side: does the analyses, newest version only, and hands them over. */
export class AnalysisWorker implements AnalysisService {
  readonly #texts = new Map<string, string>();
  readonly #wanted = new Map<string, AnalysisRequest>();
  readonly #jobs = new Map<string, Job>();
  /** The analysis that the editor has, and the one that it is taking. */
  readonly #handedOver = new Map<string, readonly HandedOver[]>();
  readonly #caches = new Map<string, { readonly cache: ParagraphCache; readonly words: string }>();
  readonly #analyst: Analyst;
  #tagger: Tagger | null = null;
  #handOvers = 0;

  constructor(analyst: Analyst) {
    this.#analyst = analyst;
  }

  takeWeights(bytes: Uint8Array): WeightsProblem | null {
    try {
      this.#tagger = this.#analyst.readWeights(bytes);
      return null;
    } catch (error) {
      if (!(error instanceof WeightsError)) throw error;
      return error.problem;
    }
  }

  change(key: string, change: TextChange): void {
    this.#texts.set(key, changed(this.#texts.get(key) ?? '', change));
  }

  async analyse(untold: UntoldText, change: TextChange, standing: Standing): Promise<AnalysisOutcome> {
    const { key, words } = untold;
    this.change(key, change);
    const request = { ...untold, text: this.#texts.get(key) ?? '' };
    this.#wanted.set(key, request);
    this.#jobs.delete(key);
    // A slice cannot be interrupted: a newer request for the same article, which makes this one needless, is read first.
    await nextTurn();
    if (this.#wanted.get(key) !== request) return { status: 'superseded' };
    const job: Job = { request, ticket: standing.ticket, cache: this.#cacheOf(key, words), steps: null };
    this.#jobs.set(key, job);
    const edited = this.#edited(job, standing.has);
    if (edited) return givenAway({ status: 'analysing', share: 0, partial: null, edited });
    return this.goOn(key, standing);
  }

  goOn(key: string, standing: Standing): AnalysisOutcome {
    const job = this.#jobs.get(key);
    if (job?.ticket !== standing.ticket) return { status: 'superseded' };
    const { request, cache } = job;
    if (!job.steps) {
      const { text, fileName, languageId } = request;
      const { reason, language } = this.#analyst.judge(text, { fileName, languageId });
      if (request.judge && reason !== null) return { status: 'leftAlone', reason, language };
      job.steps = this.#begin(job, text, language);
    }
    const { steps } = job;
    const until = Date.now() + SLICE;
    const fresh = standing.visible ? steps.analyse(withSurroundings(standing.visible)) : 0;
    while (Date.now() < until && steps.next());
    if (steps.share < 1) {
      const partial = fresh > 0 ? this.#handOver(request, steps.result(), standing.has) : null;
      return givenAway({ status: 'analysing', share: steps.share, partial, edited: null });
    }
    this.#jobs.delete(key);
    cache.dropUnused();
    return givenAway({ status: 'analysed', whole: this.#handOver(request, steps.result(), standing.has) });
  }

  report(key: string, number: number, request: ReportRequest): ReportMarkup | null {
    const known = this.#handedOver.get(key)?.find(it => it.number === number);
    if (!known) return null;
    const shown = withoutPrivate(atLevel(known.analysis, request.level), request.withheld);
    const checks = shownChecks(shown, request.checks).map(({ check }) => check);
    return this.#analyst.report({ ...shown, checks }, known.text, request);
  }

  forget(key: string): void {
    this.#texts.delete(key);
    this.#wanted.delete(key);
    this.#jobs.delete(key);
    this.#handedOver.delete(key);
    this.#caches.delete(key);
  }

  #begin({ request, cache }: Job, text: string, language: string) {
    const { fileName, words } = request;
    return this.#analyst.begin(text, {
      file: fileName,
      language,
      tagger: this.#tagger,
      listed: words,
      cache,
    });
  }

  /** What the edited paragraphs tell by themselves; null where that has to wait for the whole article. */
  #edited(job: Job, has: number | null): EditedPart | null {
    const { key, text } = job.request;
    const known = this.#handedOver.get(key)?.find(({ number }) => number === has);
    const place = known && editedPlace(known.text, text);
    if (!place) return null;
    const { edit, within, around } = place;
    const moved = moveBy([edit]);
    const { excluded } = known.analysis.article;
    // What is no article text is known of the whole article only.
    if (excluded.some(span => overlap(moved.span(span), within) > 0)) return null;
    const steps = this.#begin(job, text.slice(around.start, around.end), known.analysis.language);
    // Marks need no checks.
    steps.analyse({ start: 0, end: Infinity });
    const inPlace = shiftAnalysis(steps.result(), [{ start: 0, end: 0, inserted: around.start }]);
    return { within, marks: new Article(text, decided(job.request, inPlace)).marksOfAll };
  }

  #handOver(request: AnalysisRequest, found: Analysis, has: number | null): HandOver {
    const { key, text } = request;
    const analysis = decided(request, found);
    const known = (this.#handedOver.get(key) ?? []).filter(({ number }) => number === has);
    const number = ++this.#handOvers;
    this.#handedOver.set(key, [...known, { number, text, analysis }]);
    const packed = packAnalysis({ text, analysis }, known[0]);
    return { number, analysis: packed, overview: overviewOf(new Article(text, analysis)) };
  }

  /** Another word list makes something else of the same paragraphs. */
  #cacheOf(key: string, list: WordList | null): ParagraphCache {
    const words = JSON.stringify(list);
    const known = this.#caches.get(key);
    if (known?.words === words) return known.cache;
    const cache = new ParagraphCache();
    this.#caches.set(key, { cache, words });
    return cache;
  }
}

/** With what the newsroom and the user say of it. */
function decided({ text, words, decisions }: AnalysisRequest, found: Analysis): Analysis {
  return applyDecisions(text, applyWordList(text, found, words), decisions);
}

/** With the memory of its arrays, which would otherwise be copied on the editor's thread. */
function givenAway(outcome: AnalysisOutcome): AnalysisOutcome {
  return transfer(outcome, buffersIn(outcome));
}

function buffersIn(value: unknown): ArrayBufferLike[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (!ArrayBuffer.isView(value)) return Object.values(value).flatMap(buffersIn);
  return value.byteLength > 0 ? [value.buffer] : [];
}
