import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { decodeText, openFile, readAll, unreadable, UnreadableError } from '../platform/node/input';
import { ToolError } from '../tools/input';

/** In bytes; far more than any article has. */
const LARGEST_FILE = 5_000_000;

export interface ArticleFile {
  readonly text: string;
  /** Where it really lies, and the folder: links followed. */
  readonly file: string;
  readonly folder: string;
}

/**
 * Reads an article for a language model: from the folder that the server was started in, and from nowhere else.
 *
 * @param path relative to the folder, or absolute
 * @throws ToolError with a sentence for the caller
 */
export async function readArticleFile(folder: string, path: string): Promise<ArticleFile> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(resolve(folder, path))]);
    if (!isInside(root, file)) throw new UnreadableError('is outside of the folder that the server runs in');
    const stats = await stat(file);
    if (stats.isDirectory()) throw new UnreadableError('is a directory');
    if (!stats.isFile()) throw new UnreadableError('is not a file');
    if (stats.size > LARGEST_FILE) throw new UnreadableError(`is larger than ${LARGEST_FILE / 1e6} MB`);
    return { text: decodeText(await readAll(await openFile(file))).text, file, folder: root };
  } catch (error) {
    const reason = unreadable(error);
    if (!(reason instanceof UnreadableError)) throw error;
    throw new ToolError(`${path}: ${reason.message}`);
  }
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && !/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way);
}
