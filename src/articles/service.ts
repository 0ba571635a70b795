import { WeightsError, type Tagger, type WeightsProblem } from '../analysis/tagger/weights';
import { applyDecisions } from './decisions/apply';
import { ParagraphCache } from './paragraphCache';
import type { AnalysisPart } from './parts';
import { splitAnalysis } from './parts';
import { applyWordList, type WordList } from './wordList';
import type { AnalysisOutcome, AnalysisRequest, AnalysisService, Analyst } from './protocol';

/** The worker's side: does the analyses, newest version only, and hands them out part by part. */
export class AnalysisWorker implements AnalysisService {
  readonly #wanted = new Map<string, AnalysisRequest>();
  readonly #waiting = new Map<string, { readonly version: number; readonly parts: AnalysisPart[] }>();
  readonly #caches = new Map<string, { readonly cache: ParagraphCache; readonly words: string }>();
  readonly #analyst: Analyst;
  #tagger: Tagger | null = null;

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

  async analyse(request: AnalysisRequest): Promise<AnalysisOutcome> {
    const { key, version, text, fileName, languageId, decisions, words } = request;
    this.#wanted.set(key, request);
    await everyMessageRead();
    if (this.#wanted.get(key) !== request) return { status: 'superseded' };
    const { reason, language } = this.#analyst.judge(text, { fileName, languageId });
    if (request.judge && reason !== null) return { status: 'leftAlone', reason, language };
    const cache = this.#cacheOf(key, words);
    const analysis = this.#analyst.analyze(text, {
      file: fileName,
      language,
      tagger: this.#tagger,
      listed: words,
      cache,
    });
    cache.dropUnused();
    const parts = splitAnalysis(applyDecisions(text, applyWordList(text, analysis, words), decisions));
    this.#waiting.set(key, { version, parts: [...parts] });
    return { status: 'analysed', parts: parts.length };
  }

  takePart(key: string, version: number): AnalysisPart | null {
    const waiting = this.#waiting.get(key);
    if (waiting?.version !== version) return null;
    const part = waiting.parts.shift() ?? null;
    if (waiting.parts.length === 0) this.#waiting.delete(key);
    return part;
  }

  forget(key: string): void {
    this.#wanted.delete(key);
    this.#waiting.delete(key);
    this.#caches.delete(key);
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

/**
 * An analysis cannot be interrupted, so before one begins, whatever has arrived meanwhile is read: a newer request
 * for the same article makes this one needless.
 */
function everyMessageRead(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
