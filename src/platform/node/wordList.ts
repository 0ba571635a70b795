import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { WordList } from '../../articles/wordList';
import { readWordList, WORD_LIST_FILE } from '../../articles/wordListFile';

export interface NearestWordList {
  readonly list: WordList | null;
  /** What is wrong with the file, as a phrase for the user that names it; null where nothing is. */
  readonly problem: string | null;
}

/** Reads the word list of the nearest folder above a file that has one. */
export async function nearestWordList(file: string): Promise<NearestWordList> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const path = join(folder, WORD_LIST_FILE);
    try {
      const { list, problem } = readWordList(await readFile(path, 'utf8'));
      return { list, problem: problem && `${path}: ${problem}` };
    } catch (error) {
      if (!isMissing(error)) return { list: null, problem: `${path}: ${String(error)}` };
    }
    if (folder === dirname(folder)) return { list: null, problem: null };
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
