import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { ARTICLE_ENDINGS, languageOf, LARGEST_ARTICLE } from '../../articles/corpus/articleFiles';
import { CorpusFileError, type CorpusFile, type CorpusText } from '../../articles/corpus/run';
import { decodeText, openFile, readAll, unreadable, UnreadableError } from '../../platform/node/input';
import type { UserFiles } from '../../platform/node/userFiles';

/** What is taken for an article by its name, where nothing else is asked for. */
export const ARTICLE_FILES = [`**/*.{${ARTICLE_ENDINGS.join()}}`];

/**
 * The articles in a folder and those below it, but for hidden ones and those in `node_modules`.
 *
 * @param include globs, relative to the folder
 * @param onUnreadable told of folders that cannot be read
 * @returns by path, in an order that is the same everywhere; paths are relative to the folder, with slashes
 */
export async function findArticles(
  folder: string,
  include: readonly string[],
  onUnreadable: (path: string, reason: string) => void,
): Promise<CorpusFile[]> {
  const isIncluded = picomatch([...include], { nocase: true });
  const found: CorpusFile[] = [];
  const folders = [''];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entry of await entriesOf(folder, path, onUnreadable)) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) folders.push(below);
      else if (isIncluded(below)) found.push({ path: below, languageId: languageOf(below) });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(
  folder: string,
  path: string,
  onUnreadable: (path: string, reason: string) => void,
): Promise<Dirent[]> {
  try {
    return await readdir(join(folder, path), { withFileTypes: true });
  } catch (error) {
    const reason = unreadable(error);
    if (!(reason instanceof UnreadableError)) throw error;
    onUnreadable(path, reason.message);
    return [];
  }
}

/** @throws {CorpusFileError} where it cannot be read, is no text or is too large for an article */
export async function readArticle(
  folder: string,
  { path }: CorpusFile,
  userFiles: UserFiles,
): Promise<CorpusText> {
  const file = join(folder, path);
  try {
    await refuseOthers(file);
    const { text, encoding, damaged } = decodeText(await readAll(await openFile(file)));
    const problem = damaged ? `not valid UTF-8, read as ${encoding}` : null;
    return { text, ...(await userFiles.about(file)), problem };
  } catch (error) {
    throw error instanceof UnreadableError ? new CorpusFileError(error.message) : error;
  }
}

/** Reading a pipe or a device may never end. */
async function refuseOthers(file: string): Promise<void> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) throw new UnreadableError('is no file');
    if (stats.size > LARGEST_ARTICLE)
      throw new UnreadableError(`is larger than ${LARGEST_ARTICLE / 2 ** 20} MB`);
  } catch (error) {
    throw unreadable(error);
  }
}
