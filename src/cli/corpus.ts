import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { Analysis } from '../analysis/contract';
import type { AnalysisClient } from '../articles/client';
import { stampOf } from '../articles/corpus/key';
import { runCorpus, type CorpusEvent, type CorpusFile, type CorpusRun } from '../articles/corpus/run';
import { anonymousClaims, articleSources, type ArticleSource } from '../articles/corpus/sources';
import { reasonOf } from '../articles/errors';
import type { ExtensionFiles } from '../articles/host';
import { describeNoWeights, WEIGHTS_FILE } from '../articles/weights';
import { claimCells, type Cell } from '../export/claimColumns';
import { WORKER_FILE } from '../platform/node';
import { UnreadableError } from '../platform/node/input';
import { UserFiles } from '../platform/node/userFiles';
import { cacheFolder, userCacheFolder } from './corpus/cacheFolder';
import { CACHE_BOUNDS, pruneCache } from './corpus/cachePruning';
import { ARTICLE_FILES, findArticles, folderProblem, readArticle } from './corpus/files';
import { Journal } from './corpus/journal';
import { LockedError, takeLock } from './corpus/lock';
import { CORPUS_FORMATS, filesOf, throughLinks, writeClaims, type CorpusFormat } from './corpus/output';
import { progressOf, type Progress } from './corpus/progress';
import { Recorder } from './corpus/recorder';
import { untilSignal } from './corpus/signals';
import { Summary } from './corpus/summary';
import { workers } from './corpus/workers';
import { describeWriteFault, orMissing } from './faults';
import { OutputError, print, tell, type Terminal } from './terminal';
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
  readonly anonymous: number;
}

/** Of this program itself something is missing; the message is a sentence for the user. */
class IncompleteError extends Error {}

/** Or the table could not be written, as by another run that is writing it. */
const SOME_FAILED = 1;

/** In megabytes: enough for the longest file that is taken. */
const JOB_MEMORY = 2048;
/** With less, a worker does not even start. */
const LEAST_MEMORY = 64;

/**
 * `sourcelight corpus`: analyses the articles of a folder and writes a table of their claims. Exits with 0, or
 * with 1 where some articles failed or the table could not be written.
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
    .addOption(
      new Option(
        '--include <glob>',
        'which files to take instead, relative to the folder; may be given several times',
      )
        .argParser((glob: string, before: readonly string[]) => {
          if (glob === '') throw new InvalidArgumentError('It is empty.');
          return [...(before === ARTICLE_FILES ? [] : before), glob];
        })
        .default(ARTICLE_FILES),
    )
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
    .addOption(decisionsOption());
  return command.action(async (folder: string, options: Options) => {
    const format = CORPUS_FORMATS.find(it => extname(options.out).toLowerCase() === `.${it}`);
    if (!format)
      command.error(`error: --out is to end with ${CORPUS_FORMATS.map(it => `.${it}`).join(', ')}`);
    const noFolder = await folderProblem(folder);
    if (noFolder !== null) command.error(`error: ${folder}: ${noFolder}`);
    try {
      if ((await orMissing(stat(options.out)))?.isFile() === false)
        command.error(`error: --out: ${options.out} is there, and is no file`);
      const table = await throughLinks(options.out);
      const giveBack = await takeLock(`${table}.lock`);
      try {
        await run(folder, { path: table, format }, options, terminal, files, program);
      } finally {
        await giveBack();
      }
    } catch (error) {
      const problem = problemOf(error, options.out);
      if (problem === null) throw error;
      await tell(terminal, problem);
      terminal.fail(SOME_FAILED);
    }
  });
}

/** Why the table cannot be written; null for a fault of this program. */
function problemOf(error: unknown, out: string): string | null {
  if (error instanceof IncompleteError) return error.message;
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

async function run(
  folder: string,
  table: { readonly path: string; readonly format: CorpusFormat },
  { out, include, jobs, memory, cache, decisions }: Options,
  terminal: Terminal,
  files: ExtensionFiles,
  program: string,
): Promise<void> {
  const say = (line: string) => void tell(terminal, line);
  const weights = await readWeights(files, say);
  const stamp = await stampOf([await readWorker(files), await readFile(program), weights]);
  const journal = await Journal.open<Kept>(`${table.path}.journal`, stamp);
  const summary = new Summary();
  try {
    const articles = await findArticles(folder, include, [out, ...filesOf(table.path)], {
      unreadable: (path, reason) => {
        say(`${path}: ${reason}`);
        summary.fail(path, reason);
      },
      linkToFolder: path => {
        say(`${path}: a link to a folder, whose articles are left out`);
      },
    });
    if (journal.size > 0) say(`going on with a run that was interrupted after ${journal.size} articles`);
    const progress = progressOf(terminal.stderr, articles.length);
    const recorder = new Recorder(journal, summary, progress);
    const userFiles = new UserFiles({ decisions, tell: line => progress.say(line) });
    const corpus = {
      files: articles,
      read: (file: CorpusFile) => readArticle(folder, file, userFiles),
      keep,
      stamp,
      cache: cache === false ? null : cacheFolder(cache),
      has: ({ path }: CorpusFile, key: string) => journal.has(path, key),
      onEvent: (event: CorpusEvent<Kept>) => recorder.take(event),
    };
    const analysts = workers(jobs, memory, files, weights);
    const stopped = await analyseAll(corpus, analysts, progress);
    const problem = analysts.map(({ noWeights }) => noWeights).find(it => it !== null);
    if (weights.length > 0 && problem) say(describeNoWeights(problem));
    if (stopped !== null) {
      terminal.fail(stopped);
      return;
    }
    const { whole } = recorder;
    if (whole.length === 0 && summary.failed > 0) say(`${out} is not written, as every article failed`);
    else await writeClaims(table.path, table.format, claimsOf(journal, whole, summary));
    await journal.remove();
    if (cache !== false && recorder.isCacheOfUse) await tidy(cache, say);
  } finally {
    await journal.close();
  }
  if (summary.failed > 0) terminal.fail(SOME_FAILED);
  await print(terminal, summary.text()).catch(unlessClosed);
}

/** The table is whole, whether or not somebody reads the summary. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof OutputError && error.isClosed)) throw error;
}

async function readWorker(files: ExtensionFiles): Promise<Uint8Array> {
  try {
    return await files.read(WORKER_FILE);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new IncompleteError(`${WORKER_FILE}: ${error.message}; Sourcelight is to be installed anew`);
  }
}

/** Empty where there are none, which the user is told. */
async function readWeights(files: ExtensionFiles, say: (line: string) => void): Promise<Uint8Array> {
  try {
    return await files.read(WEIGHTS_FILE);
  } catch (error) {
    say(describeNoWeights('missing', reasonOf(error)));
    return new Uint8Array();
  }
}

const keep = (analysis: Analysis, text: string): Kept => ({
  claims: claimCells(analysis, text),
  sources: articleSources(analysis),
  anonymous: anonymousClaims(analysis),
});

/** @returns the exit code where a signal stopped it; null where every article had its turn */
async function analyseAll(
  corpus: Omit<CorpusRun<Kept>, 'analysts' | 'signal'>,
  analysts: readonly AnalysisClient[],
  progress: Progress,
): Promise<number | null> {
  const { signal, dispose } = untilSignal();
  try {
    await runCorpus({ ...corpus, analysts, signal });
    if (!signal.aborted) return null;
    progress.say('interrupted; the same command goes on from here');
    return signal.reason as number;
  } finally {
    dispose();
    progress.stop();
    for (const analyst of analysts) analyst.dispose();
  }
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
    const { claims, sources, anonymous } = outcome.kept;
    summary.article(path, sources, claims.length, anonymous);
    yield* claims;
  }
}
