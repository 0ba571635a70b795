import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { CorpusCache } from '../../articles/corpus/run';
import { describeWriteFault, hasCode, orMissing } from '../faults';
import { OWN_FILE, OWN_FOLDER } from './modes';

/**
 * A cache in a folder: a file for each article, in folders by the first two digits of its key. When a file was changed
 * tells when it was last used. Nobody else on this computer may read it.
 */
export function cacheFolder(folder: string): CorpusCache {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  const attempt = async <T>(use: () => Promise<T>): Promise<T> => {
    try {
      return await use();
    } catch (error) {
      const reason = describeWriteFault(error);
      throw reason === null ? error : new Error(`${folder}: ${reason}`);
    }
  };
  return {
    read: key =>
      attempt(async () => {
        const file = fileOf(key);
        const entry = await orMissing(readFile(file, 'utf8'));
        const now = new Date();
        // Where nothing may be written, it can be read all the same.
        if (entry !== null) await utimes(file, now, now).catch(() => undefined);
        return entry;
      }),
    write: (key, entry) =>
      attempt(async () => {
        const file = fileOf(key);
        await makeFolders(folder, dirname(file));
        // Under another name first: a run that is killed leaves no half entry, and two runs do not mix theirs.
        const half = `${file}.${process.pid}-${threadId}`;
        try {
          await writeFile(half, entry, { mode: OWN_FILE });
          await rename(half, file);
        } catch (error) {
          await rm(half, { force: true }).catch(() => undefined);
          throw error;
        }
      }),
  };
}

/** One after the other: `recursive` says of a disk that may not be written that there is no folder. */
async function makeFolders(folder: string, below: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
  await mkdir(below, { mode: OWN_FOLDER }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
}

/** Where the system keeps what a program can make again. */
export function userCacheFolder({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): string {
  const home = homedir();
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'sourcelight', 'cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'sourcelight');
  return join(
    env.XDG_CACHE_HOME === undefined || env.XDG_CACHE_HOME === '' ? join(home, '.cache') : env.XDG_CACHE_HOME,
    'sourcelight',
  );
}
