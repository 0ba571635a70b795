import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/run.mjs';

export const program = join(root, 'dist', 'cli.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program in a folder. */
export const start = (cwd: string, ...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [program, ...args], { cwd });

/** Waits for the end of a process that has just been started. */
export async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  child.stdin.end();
  const texts = Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
  ]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [out, err] = await texts;
  return { code, out: out.join(''), err: err.join('') };
}

const FIRST = ['Ida', 'Tomas', 'Wen', 'Odile', 'Samir', 'Greta'];
const LAST = ['Brandt', 'Okafor', 'Lindqvist', 'Moreau', 'Halloran'];
const CLAIMS = ['the pier would close', 'fares would rise', 'the lock gates had failed', 'nobody was hurt'];
const PLACES = ['Elden', 'Port Alma', 'Quayside'];

/** The same numbers for the same seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** An invented article. */
export function articleOf(seed: number): string {
  const pick = numbersFrom(seed);
  const one = <T>(list: readonly T[]) => list[pick(list.length)] as T;
  const name = () => `${one(FIRST)} ${one(LAST)}`;
  const sentences = [
    () => `${name()}, a councillor in ${one(PLACES)}, said that ${one(CLAIMS)}.`,
    () => `“It is a bad day for ${one(PLACES)},” said ${name()}.`,
    () => `An official who asked not to be named warned that ${one(CLAIMS)}.`,
    () => `According to ${name()}, ${one(CLAIMS)} by ${1 + pick(12)} p.m. on Monday.`,
  ];
  const paragraphs = Array.from({ length: 3 + pick(4) }, () => `${one(sentences)()} ${one(sentences)()}`);
  return `Harbour news from ${one(PLACES)}\n\n${paragraphs.join('\n\n')}\n`;
}

/** Writes articles into folders of a folder. */
export async function writeArticles(folder: string, count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const file = join(folder, `day ${nth % 7}`, `article-${nth}.txt`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, articleOf(nth + 1));
  }
}
