import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import picomatch from 'picomatch';
import { ARTICLE_ENDINGS, languageOf, LARGEST_ARTICLE } from '../../articles/corpus/articleFiles';
import { CorpusFileError, type CorpusFile, type CorpusText } from '../../articles/corpus/run';
import { decodeText, openFile, readAll, unreadable, UnreadableError } from '../../platform/node/input';
import type { UserFiles } from '../../platform/node/userFiles';
import { hasCode } from '../faults';

/** What is taken for an article by its name, where nothing else is asked for. */
export const ARTICLE_FILES = [`**/*.{${ARTICLE_ENDINGS.join()}}`];

/** Why nothing can be looked for in a folder, as a phrase for the user; null where it can. */
export async function folderProblem(folder: string): Promise<string | null> {
  try {
    await readdir(folder);
    return null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return 'is no folder';
    return phraseOf(error);
  }
}

/** Told of what is left out of a search for articles. */
export interface LeftOut {
  /** A folder that cannot be read. */
  unreadable(path: string, reason: string): void;
  /** It may lead out of the folder, or back into it. */
  linkToFolder(path: string): void;
}

/**
 * The articles in a folder and those below it, but for hidden ones, those in `node_modules` and those in folders that
 * are links.
 *
 * @param include globs, relative to the folder
 * @param own files that are no articles whatever the globs say
 * @returns by path, in an order that is the same everywhere; paths are relative to the folder, with slashes
 */
export async function findArticles(
  folder: string,
  include: readonly string[],
  own: readonly string[],
  leftOut: LeftOut,
): Promise<CorpusFile[]> {
  const isIncluded = picomatch([...include], { nocase: true });
  const ownFiles = new Set(await Promise.all(own.map(realPlace)));
  const top = await realpath(folder);
  const found: CorpusFile[] = [];
  const folders = [''];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entry of await entriesOf(folder, path, leftOut)) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) folders.push(below);
      else if (entry.isSymbolicLink() && (await isFolder(join(folder, below)))) leftOut.linkToFolder(below);
      else if (isIncluded(below) && !ownFiles.has(join(top, below)))
        found.push({ path: below, languageId: languageOf(below) });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file need not be there, but the folder that it is in. */
const realPlace = async (file: string): Promise<string> =>
  join(await realpath(dirname(file)), basename(file));

/** False for a link that leads nowhere. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  );

async function entriesOf(folder: string, path: string, leftOut: LeftOut): Promise<Dirent[]> {
  try {
    return await readdir(join(folder, path), { withFileTypes: true });
  } catch (error) {
    leftOut.unreadable(path === '' ? folder : path, phraseOf(error));
    return [];
  }
}

/** @throws what has nothing to do with the file system */
function phraseOf(error: unknown): string {
  const reason = unreadable(error);
  if (reason instanceof UnreadableError) return reason.message;
  throw error;
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
