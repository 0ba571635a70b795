import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { orMissing } from '../faults';

/** How much a cache may hold. */
export interface CacheBounds {
  /** An entry that was not used for so long is removed. */
  readonly days: number;
  /** Of what is left, the entries that were used last, up to this size. */
  readonly bytes: number;
}

export const CACHE_BOUNDS: CacheBounds = { days: 90, bytes: 2 ** 30 };

const DAY = 24 * 60 * 60 * 1000;
/** Those of `cacheFolder`, half ones of runs that were killed included. What else is in the folder is not ours. */
const [SHELF, ENTRY] = [/^[0-9a-f]{2}$/, /^[0-9a-f]{62}\.json(?:\.\d+-\d+)?$/];

interface Entry {
  readonly path: string;
  readonly bytes: number;
  /** As milliseconds of the epoch. */
  readonly used: number;
}

/**
 * Removes the entries of a cache in a folder that are beyond its bounds.
 *
 * @throws the file system's error where the folder cannot be read or written
 */
export async function pruneCache(folder: string, { days, bytes }: CacheBounds): Promise<void> {
  const entries: Entry[] = [];
  for await (const entry of entriesOf(folder)) entries.push(entry);
  const oldest = Date.now() - days * DAY;
  let held = 0;
  for (const entry of entries.sort((a, b) => b.used - a.used)) {
    held += entry.bytes;
    if (entry.used < oldest || held > bytes) await rm(entry.path, { force: true });
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Entry> {
  // A folder that nothing was kept in is not there; an entry, another run may have removed meanwhile.
  for (const shelf of (await orMissing(readdir(folder))) ?? []) {
    if (!SHELF.test(shelf)) continue;
    for (const name of await readdir(join(folder, shelf))) {
      const path = join(folder, shelf, name);
      const stats = ENTRY.test(name) ? await orMissing(stat(path)) : null;
      if (stats) yield { path, bytes: stats.size, used: stats.mtimeMs };
    }
  }
}
