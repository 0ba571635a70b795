import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Decision } from '../../articles/decisions/decision';
import { DECISIONS_FILE, parseDecisions } from '../../articles/decisions/decisionFile';
import { reasonOf } from '../../articles/errors';
import type { WordList } from '../../articles/wordList';
import { readWordList, WORD_LIST_FILE } from '../../articles/wordListFile';

/** What the user has laid down for an article. */
export interface UserSays {
  readonly words: WordList | null;
  /** Those of the file, which are never private ones. */
  readonly decisions: readonly Decision[];
}

export const NOTHING_SAID: UserSays = { words: null, decisions: [] };

export interface UserFilesOptions {
  /** False: decisions are left aside. */
  readonly decisions: boolean;
  /** Above this folder none is looked into; up to the root of the file system where none is given. */
  readonly top?: string;
  /** Told once what is wrong with a file, as a phrase for the user that names it. */
  readonly tell: (problem: string) => void;
}

type DecisionsByFile = ReadonlyMap<string | null, readonly Decision[]>;

/**
 * The word lists and the decisions of the nearest folders above articles that have such files; the editor reads those
 * in the workspace folder. Each file is read once, however many articles lie below it.
 */
export class UserFiles {
  readonly #words: NearestFile<WordList | null>;
  readonly #decisions: NearestFile<DecisionsByFile>;

  constructor(private readonly options: UserFilesOptions) {
    const { top, tell } = options;
    this.#words = new NearestFile(WORD_LIST_FILE, top, tell, (text, path) => wordsIn(text, path, tell));
    this.#decisions = new NearestFile(DECISIONS_FILE, top, tell, (text, path) =>
      decisionsIn(text, path, tell),
    );
  }

  /** @param article its path */
  async about(article: string): Promise<UserSays> {
    const words = await this.#words.above(article);
    const nearest = this.options.decisions ? await this.#decisions.above(article) : null;
    const file = nearest && relative(nearest.folder, resolve(article)).split(sep).join('/');
    const about = [null, file].flatMap(key => nearest?.content?.get(key) ?? []);
    return { words: words?.content ?? null, decisions: about };
  }
}

interface Nearest<T> {
  readonly folder: string;
  /** Null where the file cannot be read. */
  readonly content: T | null;
}

class NearestFile<T> {
  /** By folder; null where it has no such file. */
  readonly #files = new Map<string, Promise<Nearest<T> | null>>();
  readonly #top: string | null;

  constructor(
    private readonly name: string,
    top: string | undefined,
    private readonly tell: (problem: string) => void,
    private readonly parse: (text: string, path: string) => T,
  ) {
    this.#top = top === undefined ? null : resolve(top);
  }

  /** @returns null where no folder above has the file */
  async above(article: string): Promise<Nearest<T> | null> {
    for (let folder = dirname(resolve(article)); ; folder = dirname(folder)) {
      const known = this.#files.get(folder) ?? this.#read(folder);
      this.#files.set(folder, known);
      const nearest = await known;
      if (nearest || folder === this.#top || folder === dirname(folder)) return nearest;
    }
  }

  async #read(folder: string): Promise<Nearest<T> | null> {
    const path = join(folder, this.name);
    try {
      return { folder, content: this.parse(await readFile(path, 'utf8'), path) };
    } catch (error) {
      if (isMissing(error)) return null;
      this.tell(`${path}: ${reasonOf(error)}`);
      return { folder, content: null };
    }
  }
}

function wordsIn(text: string, path: string, tell: (problem: string) => void): WordList | null {
  const { list, problem } = readWordList(text);
  if (problem !== null) tell(`${path}: ${problem}`);
  return list;
}

function decisionsIn(text: string, path: string, tell: (problem: string) => void): DecisionsByFile {
  const lines = parseDecisions(text);
  const broken = new Set(lines.flatMap(({ raw, decision }) => (decision ? [] : raw)));
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (broken.has(line.trimEnd()))
      tell(`${path}:${index + 1}: cannot be read as a decision, and is left aside`);
  }
  const byFile = new Map<string | null, Decision[]>();
  for (const { decision } of lines) {
    if (!decision || decision.private) continue;
    const about = byFile.get(decision.file);
    if (about) about.push(decision);
    else byFile.set(decision.file, [decision]);
  }
  return byFile;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
