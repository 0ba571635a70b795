import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism, constants } from 'node:os';
import { extname } from 'node:path';
import { AnalysisClient } from '../articles/client';
import { stampOf } from '../articles/corpus/key';
import { runCorpus, type CorpusEvent } from '../articles/corpus/run';
import { articleSources, type ArticleSource } from '../articles/corpus/sources';
import { systemClock, type ExtensionFiles, type Log } from '../articles/host';
import { describeNoWeights, WEIGHTS_FILE } from '../articles/weights';
import { claimCells, type Cell } from '../export/claimColumns';
import { startWorker, WORKER_FILE } from '../platform/node';
import { cacheFolder, userCacheFolder } from '../platform/node/corpus/cacheFolder';
import { CACHE_BOUNDS, pruneCache } from '../platform/node/corpus/cachePruning';
import { describeWriteFault } from '../platform/node/corpus/faults';
import { ARTICLE_FILES, findArticles, readArticle } from '../platform/node/corpus/files';
import { LockedError, takeLock } from '../platform/node/corpus/lock';
import { Journal } from '../platform/node/corpus/journal';
import { UserFiles } from '../platform/node/userFiles';
import { CORPUS_FORMATS, writeClaims, type CorpusFormat } from './corpus/output';
import { progressOf } from './corpus/progress';
import { Summary } from './corpus/summary';
import { write, type Terminal } from './terminal';
import { decisionsOption, type DecisionOptions } from './userFiles';

interface Options extends DecisionOptions {
  readonly out: string;
  readonly include: readonly string[];
  readonly jobs: number;
  /** Of each job, in megabytes. */
  readonly memory: number;
  /** False for none. */
  readonly cache: string | false;
}

/** What is kept of an article. */
interface Kept {
  readonly claims: Cell[][];
  readonly sources: ArticleSource[];
}

/** Or the table could not be written, as by another run that is writing it. */
const SOME_FAILED = 1;
const USAGE = 2;
/** Stop the run so that it can go on later; it then ends as shells have it for a program that a signal ended. */
const STOPPING = ['SIGINT', 'SIGTERM'] as const;
const SIGNALLED = 128;

/** In megabytes: enough for the longest file that is taken. */
const JOB_MEMORY = 2048;
/** With less, a worker does not even start. */
const LEAST_MEMORY = 64;

const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/**
 * `sourcelight corpus`: analyses the articles of a folder and writes a table of their claims. Exits with 0, with 1
 * where some articles failed or the table could not be written, with 2 where it was not called as it should be.
 *
 * @param files those of this program: the worker and the weights
 * @param program the program's own file: another version of it keeps other things of an article
 */
export function corpusCommand(terminal: Terminal, files: ExtensionFiles, program: string): Command {
  const command: Command = new Command('corpus')
    .description(
      'analyse all articles of a folder and write a table of their claims; goes on where it was killed',
    )
    .addArgument(new Argument('<folder>', 'text, Markdown, .article and .news files in it and below it'))
    .requiredOption('-o, --out <table>', `file to write to: ${CORPUS_FORMATS.map(it => `.${it}`).join(', ')}`)
    .option('--include <glob...>', 'which files to take instead, relative to the folder', ARTICLE_FILES)
    .addOption(
      new Option('-j, --jobs <number>', 'how many articles to analyse at once')
        .argParser(wholeNumberFrom(1))
        .default(Math.max(1, availableParallelism() - 1), 'one less than there are processors'),
    )
    .addOption(
      new Option('--memory <megabytes>', 'what a job may take; an article that needs more fails')
        .argParser(wholeNumberFrom(LEAST_MEMORY))
        .default(JOB_MEMORY),
    )
    .addOption(
      new Option('--cache <folder>', 'where to keep what was made of each article').default(
        userCacheFolder(process),
        "in the user's folder for caches",
      ),
    )
    .option('--no-cache', 'keep nothing')
    .addOption(decisionsOption())
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));
  return command.action(async (folder: string, options: Options) => {
    const format = CORPUS_FORMATS.find(it => extname(options.out).toLowerCase() === `.${it}`);
    if (!format)
      command.error(`error: --out is to end with ${CORPUS_FORMATS.map(it => `.${it}`).join(', ')}`, {
        exitCode: USAGE,
      });
    if (!(await isFolder(folder))) command.error(`error: ${folder} is no folder`, { exitCode: USAGE });
    try {
      const giveBack = await takeLock(`${options.out}.lock`);
      try {
        await run(folder, format, options, terminal, files, program);
      } finally {
        await giveBack();
      }
    } catch (error) {
      const problem = outputProblem(error, options.out);
      if (problem === null) throw error;
      await write(terminal.stderr, `sourcelight: ${problem}\n`);
      terminal.fail(SOME_FAILED);
    }
  });
}

/** Why the table cannot be written; null for a fault of this program. */
function outputProblem(error: unknown, out: string): string | null {
  if (error instanceof LockedError) return `${out}: ${error.message}`;
  const reason = describeWriteFault(error);
  return reason === null ? null : `${out}: ${reason}; the same command goes on from here`;
}

const wholeNumberFrom = (least: number) => (value: string) => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new InvalidArgumentError(`It is to be a whole number from ${least}.`);
  return number;
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  );

async function run(
  folder: string,
  format: CorpusFormat,
  { out, include, jobs, memory, cache, decisions }: Options,
  terminal: Terminal,
  files: ExtensionFiles,
  program: string,
): Promise<void> {
  const weights = await files.read(WEIGHTS_FILE).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.stderr.write(`sourcelight: ${describeNoWeights('missing', reason)}\n`);
    return new Uint8Array();
  });
  const stamp = await stampOf([await files.read(WORKER_FILE), await readFile(program), weights]);
  const journal = await Journal.open<Kept>(`${out}.journal`, stamp);
  const summary = new Summary();
  const articles = await findArticles(folder, include, (path, reason) => {
    terminal.stderr.write(`sourcelight: ${path}: ${reason}\n`);
    summary.fail(path, reason);
  });
  const progress = progressOf(terminal.stderr, articles.length);
  const say = (line: string) => {
    progress.say(`sourcelight: ${line}`);
  };
  const userFiles = new UserFiles({ decisions, tell: say });
  if (journal.size > 0) say(`going on with a run that was interrupted after ${journal.size} articles`);
  const analysts = Array.from(
    { length: jobs },
    () =>
      new AnalysisClient({
        startWorker: () => startWorker(files, { maxOldGenerationSizeMb: memory }),
        readWeights: () => Promise.resolve(weights),
        clock: systemClock,
        log: quiet,
      }),
  );
  const cancelled = new AbortController();
  const cancel = (signal: NodeJS.Signals) => {
    cancelled.abort(SIGNALLED + constants.signals[signal]);
  };
  for (const signal of STOPPING) process.once(signal, cancel);
  const whole: string[] = [];
  let done = 0;
  let isCacheOfUse = cache !== false;
  const onEvent = async (event: CorpusEvent<Kept>): Promise<void> => {
    switch (event.type) {
      case 'uncached':
        isCacheOfUse = false;
        say(`the cache is not used from here on: ${event.reason}`);
        return;
      case 'notice':
        say(`${event.file.path}: ${event.problem}`);
        return;
      case 'failed':
        say(`${event.file.path}: ${event.reason}`);
        summary.fail(event.file.path, event.reason);
        break;
      case 'finished':
        await journal.add({ path: event.file.path, key: event.key, outcome: event.outcome });
        summary.finished(event.file.path, event.from, event.milliseconds);
        whole.push(event.file.path);
        break;
      case 'resumed':
        whole.push(event.file.path);
        break;
    }
    progress.update(++done, summary.failed);
  };
  try {
    await runCorpus<Kept>({
      files: articles,
      read: file => readArticle(folder, file, userFiles),
      analysts,
      keep: (analysis, text) => ({ claims: claimCells(analysis, text), sources: articleSources(analysis) }),
      stamp,
      cache: cache === false ? null : cacheFolder(cache),
      has: ({ path }, key) => journal.has(path, key),
      onEvent,
      signal: cancelled.signal,
    });
    const unweighted = analysts.map(({ noWeights }) => noWeights).find(it => it !== null);
    if (weights.length > 0 && unweighted) say(describeNoWeights(unweighted));
    if (cancelled.signal.aborted) {
      say('interrupted; the same command goes on from here');
      terminal.fail(cancelled.signal.reason as number);
      return;
    }
  } finally {
    for (const signal of STOPPING) process.off(signal, cancel);
    progress.stop();
    for (const analyst of analysts) analyst.dispose();
  }
  await writeClaims(out, format, claimsOf(journal, whole.sort(), summary));
  await journal.remove();
  if (cache !== false && isCacheOfUse) await tidy(cache, say);
  await write(terminal.stdout, summary.text());
  if (summary.failed > 0) terminal.fail(SOME_FAILED);
}

/** A cache that cannot be tidied is told of; the table is whole. */
async function tidy(cache: string, say: (line: string) => void): Promise<void> {
  try {
    await pruneCache(cache, CACHE_BOUNDS);
  } catch (error) {
    const reason = describeWriteFault(error);
    if (reason === null) throw error;
    say(`nothing old can be removed from the cache: ${cache}: ${reason}`);
  }
}

/** The claims of all articles, by their paths; the summary learns of each. */
async function* claimsOf(
  journal: Journal<Kept>,
  paths: readonly string[],
  summary: Summary,
): AsyncGenerator<Cell[]> {
  for (const path of paths) {
    const outcome = await journal.outcome(path);
    if (outcome?.status === 'leftAlone') summary.leftAlone(outcome.reason);
    if (outcome?.status !== 'analysed') continue;
    const { claims, sources } = outcome.kept;
    summary.article(path, sources, claims.length);
    yield* claims;
  }
}
