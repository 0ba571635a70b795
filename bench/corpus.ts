import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { shipped } from '../scripts/bundles.js';
import { WEIGHTS_FILE } from '../src/articles/weights';
import { writeArticle } from './articles';
import { table, type Row } from './page';

const WORDS = 150;
/** The fewer for the time, the more for the memory that does not grow with their number. */
const [FEW, MANY] = [100, 400];

/** What a process ends with: the most memory it ever had, in KiB. */
const TELL_MEMORY =
  "data:text/javascript,import{isMainThread}from'node:worker_threads';" +
  "if(isMainThread)process.on('exit',()=>process.stderr.write('\\nKiB '+process.resourceUsage().maxRSS))";

/** The corpus run, by the clock and with its start, in a process of its own. */
export async function corpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  try {
    const program = await buildProgram(folder);
    await writeArticles(join(folder, 'few'), FEW);
    await writeArticles(join(folder, 'many'), MANY);
    const row = (name: string, articles: number, ...args: string[]): Row => {
      const begun = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', TELL_MEMORY, program, 'corpus', ...args],
        { cwd: folder, encoding: 'utf8' },
      );
      const seconds = (performance.now() - begun) / 1000;
      if (status !== 0) throw new Error(stderr);
      const memory = Number(/KiB (\d+)$/.exec(stderr)?.[1]) / 1024;
      return [name, String(articles), (articles / seconds).toFixed(0), memory.toFixed(0)];
    };
    const jobs = String(availableParallelism());
    return table(
      [`corpus run, articles of ${WORDS} words`, 'articles', 'articles a second', 'MiB at most'],
      [
        row('1 job', FEW, 'few', '-o', 'few.parquet', '-j', '1', '--no-cache'),
        row(`${jobs} jobs`, FEW, 'few', '-o', 'few.parquet', '-j', jobs, '--no-cache'),
        row(`${jobs} jobs`, MANY, 'many', '-o', 'many.parquet', '-j', jobs, '--cache', 'cache'),
        row('from the cache', MANY, 'many', '-o', 'many.parquet', '-j', jobs, '--cache', 'cache'),
      ],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeArticles(folder: string, count: number): Promise<void> {
  await mkdir(folder);
  for (let nth = 0; nth < count; nth++) await writeFile(join(folder, `${nth}.txt`), writeArticle(WORDS, nth));
}

/** As it is shipped, of the code as it is now, with the weights where it looks for them. */
async function buildProgram(folder: string): Promise<string> {
  const { cli, worker } = shipped(true);
  for (const bundle of [cli, worker]) await build({ ...bundle, outfile: join(folder, bundle.outfile) });
  await mkdir(dirname(join(folder, WEIGHTS_FILE)));
  await copyFile(WEIGHTS_FILE, join(folder, WEIGHTS_FILE));
  return join(folder, cli.outfile);
}
