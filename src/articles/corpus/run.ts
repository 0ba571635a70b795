import type { Analysis } from '../../analysis/contract';
import type { AnalysisClient } from '../client';
import { WorkerDiedError } from '../client';
import type { Decision } from '../decisions/decision';
import type { JudgeReason } from '../eligibility';
import { reasonOf } from '../errors';
import type { WordList } from '../wordList';
import { readCacheEntry, writeCacheEntry } from './cacheEntry';
import { contentKey } from './key';

/** An article of a corpus. `path` tells it apart from all others, and is what the analysis has as its file. */
export interface CorpusFile {
  readonly path: string;
  readonly languageId: string;
}

export interface CorpusText {
  readonly text: string;
  readonly words: WordList | null;
  /** Those about it. */
  readonly decisions: readonly Decision[];
  /** What is wrong although the file could be read, as a phrase for the user; null where nothing is. */
  readonly problem: string | null;
}

/** A file cannot be read; the message is a phrase for the user. */
export class CorpusFileError extends Error {}

/**
 * What was made of articles before, by the key of their content ({@link readCacheEntry}). What it throws is told once,
 * and the run goes on.
 */
export interface CorpusCache {
  /** @returns null where there is nothing under this key */
  read(key: string): Promise<string | null>;
  write(key: string, entry: string): Promise<void>;
}

/** What came of an article that could be read: what the caller keeps of its analysis, or why there is none. */
export type CorpusOutcome<T> =
  | { readonly status: 'analysed'; readonly kept: T }
  | { readonly status: 'leftAlone'; readonly reason: JudgeReason };

export type CorpusEvent<T> =
  /** `milliseconds` is how long it took, the reading included. */
  | {
      readonly type: 'finished';
      readonly file: CorpusFile;
      readonly key: string;
      readonly outcome: CorpusOutcome<T>;
      readonly from: 'analysis' | 'cache';
      readonly milliseconds: number;
    }
  /** The caller has it from an earlier run that was interrupted. */
  | { readonly type: 'resumed'; readonly file: CorpusFile; readonly key: string }
  | { readonly type: 'failed'; readonly file: CorpusFile; readonly reason: string }
  /** Read and analysed all the same. */
  | { readonly type: 'notice'; readonly file: CorpusFile; readonly problem: string }
  /** The cache is of no use from here on; told once. */
  | { readonly type: 'uncached'; readonly reason: string };

export interface CorpusRun<T> {
  readonly files: Iterable<CorpusFile>;
  /** @throws {CorpusFileError} */
  readonly read: (file: CorpusFile) => Promise<CorpusText>;
  /** The pool: as many articles are analysed at once, each by a worker of its own. None is started for what is cached. */
  readonly analysts: readonly Pick<AnalysisClient, 'analyse' | 'forget'>[];
  /** Makes what is kept of an article: plain data, as it goes through JSON. */
  readonly keep: (analysis: Analysis, text: string) => T;
  /** Tells apart all that makes something else of the same text: weights, analysis, what is kept. */
  readonly stamp: string;
  readonly cache: CorpusCache | null;
  /** Whether the caller has this content of this file from before; nothing is done then but to tell so. */
  readonly has?: (file: CorpusFile, key: string) => boolean;
  /** Awaited before each article: to pause the run. */
  readonly ready?: () => Promise<void>;
  /** Told one event at a time; the run waits for it, so that nothing piles up. What it throws ends the run. */
  readonly onEvent: (event: CorpusEvent<T>) => void | Promise<void>;
  /** Ends the run after the articles in hand; whatever was told is whole. */
  readonly signal: AbortSignal;
}

/** So often an article is tried with which a worker died. */
const TRIES = 2;

/**
 * Analyses the articles of a corpus, several at a time; what is held in memory does not grow with their number. One
 * that fails is told of and never ends the run. Events come in the order in which articles are finished.
 */
export async function runCorpus<T>(run: CorpusRun<T>): Promise<void> {
  const tell = oneAtATime(run.onEvent);
  const cache = run.cache && new ForgivingCache(run.cache, reason => tell({ type: 'uncached', reason }));
  const files = run.files[Symbol.iterator]();
  const broken = new AbortController();
  const signal = AbortSignal.any([run.signal, broken.signal]);
  const work = async (analyst: CorpusRun<T>['analysts'][number]): Promise<void> => {
    for (let next = files.next(); !next.done; next = files.next()) {
      await run.ready?.();
      if (signal.aborted) return;
      const file = next.value;
      try {
        const event = await eventOf({ ...run, signal }, file, analyst, cache, tell);
        if (event) await tell(event);
      } catch (error) {
        broken.abort();
        throw error;
      } finally {
        analyst.forget(file.path);
      }
    }
  };
  // Also where one of them has failed, the others come to an end first: the caller may end the workers then.
  const ended = await Promise.allSettled(run.analysts.map(work));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

/** @returns null where the run was cancelled meanwhile */
async function eventOf<T>(
  { read, has, keep, stamp, signal }: CorpusRun<T>,
  file: CorpusFile,
  analyst: CorpusRun<T>['analysts'][number],
  cache: ForgivingCache | null,
  tell: (event: CorpusEvent<T>) => Promise<void>,
): Promise<CorpusEvent<T> | null> {
  const begun = performance.now();
  try {
    const content = await read(file);
    const { text, problem } = content;
    if (problem !== null) await tell({ type: 'notice', file, problem });
    const key = await contentKey(stamp, file, content);
    if (has?.(file, key)) return { type: 'resumed', file, key };
    const finished = (outcome: CorpusOutcome<T>, from: 'analysis' | 'cache') =>
      ({ type: 'finished', file, key, outcome, from, milliseconds: performance.now() - begun }) as const;
    const cached = await cache?.read<CorpusOutcome<T>>(key);
    if (cached) return finished(cached, 'cache');
    const result = await analysed(analyst, file, content, signal);
    if (result.status === 'superseded') return null;
    const outcome: CorpusOutcome<T> =
      result.status === 'analysed'
        ? { status: 'analysed', kept: keep(result.analysis.whole, text) }
        : { status: 'leftAlone', reason: result.reason };
    await cache?.write(key, outcome);
    return finished(outcome, 'analysis');
  } catch (error) {
    if (!(error instanceof CorpusFileError || error instanceof WorkerDiedError)) throw error;
    const reason =
      error instanceof WorkerDiedError ? `the analysis broke off twice: ${error.message}` : error.message;
    return { type: 'failed', file, reason };
  }
}

async function analysed(
  analyst: CorpusRun<unknown>['analysts'][number],
  { path, languageId }: CorpusFile,
  { text, words, decisions }: CorpusText,
  signal: AbortSignal,
) {
  const request = {
    key: path,
    text,
    fileName: path,
    languageId,
    judge: true,
    decisions,
    words,
  };
  for (let tried = 1; ; tried++) {
    try {
      return await analyst.analyse(request, signal);
    } catch (error) {
      if (!(error instanceof WorkerDiedError) || tried === TRIES) throw error;
    }
  }
}

/** A cache that does not fail: once it cannot be read or written, it is left alone. An entry that is damaged is none. */
class ForgivingCache {
  #usable = true;

  constructor(
    private readonly cache: CorpusCache,
    private readonly onFail: (reason: string) => Promise<void>,
  ) {}

  async read<T>(key: string): Promise<T | null> {
    const entry = await this.#attempt(() => this.cache.read(key));
    return entry === null ? null : readCacheEntry<T>(entry);
  }

  async write(key: string, outcome: unknown): Promise<void> {
    await this.#attempt(async () => this.cache.write(key, await writeCacheEntry(outcome)));
  }

  async #attempt<R>(use: () => Promise<R>): Promise<R | null> {
    if (!this.#usable) return null;
    try {
      return await use();
    } catch (error) {
      await this.#giveUp(reasonOf(error));
      return null;
    }
  }

  /** Several articles may meet the same fault at once. */
  async #giveUp(reason: string): Promise<void> {
    if (!this.#usable) return;
    this.#usable = false;
    await this.onFail(reason);
  }
}

/** Calls that come while one is under way wait for their turn. */
function oneAtATime<E>(listener: (event: E) => void | Promise<void>): (event: E) => Promise<void> {
  let last = Promise.resolve();
  return event => (last = last.then(() => listener(event)));
}
