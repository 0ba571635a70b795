import * as vscode from 'vscode';
import type { CorpusCache } from '../../articles/corpus/run';

/** Keeps what was made of articles in the extension's own storage, a file for each content. */
export function archiveCache(
  storage: vscode.Uri,
  fs: Pick<vscode.FileSystem, 'readFile' | 'writeFile'>,
): CorpusCache {
  const fileOf = (key: string) => vscode.Uri.joinPath(storage, 'archive', `${key}.json`);
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
  };
}
