import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { CorpusCache } from '../../../articles/corpus/run';

/** A cache in a folder: a file for each article, in folders by the first two digits of its key. */
export function cacheFolder(folder: string): CorpusCache {
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  return {
    async read(key) {
      try {
        return await readFile(fileOf(key), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(key, entry) {
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true });
      // Under another name first: a run that is killed leaves no half entry, and two runs do not mix theirs.
      const half = `${file}.${process.pid}-${threadId}`;
      await writeFile(half, entry);
      await rename(half, file);
    },
  };
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
