import * as vscode from 'vscode';
import type { CorpusCache } from '../../articles/corpus/run';

type CacheFiles = Pick<vscode.FileSystem, 'readFile' | 'writeFile' | 'readDirectory' | 'stat' | 'delete'>;

export interface ArchiveCache extends CorpusCache {
  /**
   * Takes out what was made long ago and is not needed, then what was made first of the rest until the cache is no
   * larger than it may be: what is needed goes last. Rejects where the storage cannot be read or changed.
   *
   * @param needed keys of what is on display
   */
  prune(needed: ReadonlySet<string>): Promise<void>;
}

/** What the cache may come to, at a few kilobytes an article: several archives of 10,000. */
const BOUNDS = { bytes: 300_000_000, days: 90 };
const DAY = 24 * 60 * 60 * 1000;

/** Keeps what was made of articles in the extension's own storage, a file for each content. */
export function archiveCache(
  storage: vscode.Uri,
  fs: CacheFiles,
  { bytes, days }: Readonly<typeof BOUNDS> = BOUNDS,
): ArchiveCache {
  const folder = vscode.Uri.joinPath(storage, 'archive');
  const fileOf = (key: string) => vscode.Uri.joinPath(folder, `${key}.json`);
  const entries = async () => {
    const found: { readonly key: string; readonly size: number; readonly mtime: number }[] = [];
    for (const [name] of await fs.readDirectory(folder)) {
      const key = /^(.+)\.json$/.exec(name)?.[1];
      if (key === undefined) continue;
      const { size, mtime } = await fs.stat(fileOf(key));
      found.push({ key, size, mtime });
    }
    return found;
  };
  return {
    read: async key => {
      try {
        return new TextDecoder().decode(await fs.readFile(fileOf(key)));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    },
    write: async (key, entry) => fs.writeFile(fileOf(key), new TextEncoder().encode(entry)),
    prune: async needed => {
      const all = await entries();
      const isNeeded = ({ key }: { readonly key: string }) => needed.has(key);
      all.sort((a, b) => Number(isNeeded(a)) - Number(isNeeded(b)) || a.mtime - b.mtime);
      const old = Date.now() - days * DAY;
      let left = all.reduce((sum, { size }) => sum + size, 0);
      for (const entry of all) {
        const isStale = entry.mtime < old && !isNeeded(entry);
        if (!isStale && left <= bytes) continue;
        await fs.delete(fileOf(entry.key));
        left -= entry.size;
      }
    },
  };
}
