import * as vscode from 'vscode';
import type { ArchivedArticle } from './archive';
import { inStretches } from '../pauses';

/** What a run came to, as it is kept for the next window. */
export interface LastRun {
  /** When it ended, in milliseconds since 1970. */
  readonly at: number;
  /** As URIs, like all that follows. */
  readonly folders: readonly string[];
  readonly leftAlone: readonly string[];
  readonly failures: readonly (readonly [path: string, reason: string])[];
  /** Found and not analysed. */
  readonly rest: readonly string[];
  readonly articles: readonly ArchivedArticle[];
}

export interface LastRuns {
  /** Null where there was none, or one of another version. */
  read(): Promise<LastRun | null>;
  write(run: LastRun): Promise<void>;
}

/** Changes with {@link LastRun}. */
const VERSION = 2;

/**
 * Keeps the last run in the extension's own storage: a line with what it was about, then one for each article, so that
 * it can be read and written a little at a time.
 */
export function lastRuns(
  storage: vscode.Uri,
  fs: Pick<vscode.FileSystem, 'readFile' | 'writeFile'>,
): LastRuns {
  const file = vscode.Uri.joinPath(storage, 'archive', 'last.ndjson');
  return {
    read: async () => {
      try {
        return await inStretches(readSteps(new TextDecoder().decode(await fs.readFile(file))));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    },
    write: async run => {
      const text = await inStretches(writeSteps(run));
      await fs.writeFile(file, new TextEncoder().encode(text));
    },
  };
}

function* writeSteps({ articles, ...about }: LastRun): Generator<undefined, string> {
  const lines = [JSON.stringify({ version: VERSION, ...about })];
  for (const article of articles) {
    lines.push(JSON.stringify(article));
    yield;
  }
  return lines.join('\n');
}

function* readSteps(text: string): Generator<undefined, LastRun | null> {
  const [about = '', ...lines] = text.split('\n');
  const { version, ...run } = JSON.parse(about) as Omit<LastRun, 'articles'> & { readonly version: number };
  if (version !== VERSION) return null;
  const articles: ArchivedArticle[] = [];
  for (const line of lines) {
    articles.push(JSON.parse(line) as ArchivedArticle);
    yield;
  }
  return { ...run, articles };
}
