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
        return await inStretches(readSteps(await fs.readFile(file)));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    },
    write: async run => {
      await fs.writeFile(file, await inStretches(writeSteps(run)));
    },
  };
}

function* writeSteps({ articles, ...about }: LastRun): Generator<undefined, Uint8Array> {
  const encoder = new TextEncoder();
  const lines = [encoder.encode(JSON.stringify({ version: VERSION, ...about }))];
  for (const article of articles) {
    lines.push(encoder.encode(`\n${JSON.stringify(article)}`));
    yield;
  }
  const bytes = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const line of lines) {
    bytes.set(line, end);
    end += line.length;
    yield;
  }
  return bytes;
}

function* readSteps(bytes: Uint8Array): Generator<undefined, LastRun | null> {
  const lines = linesOf(bytes);
  const { version, ...run } = JSON.parse(lines.next().value ?? '') as Omit<LastRun, 'articles'> & {
    readonly version: number;
  };
  if (version !== VERSION) return null;
  const articles: ArchivedArticle[] = [];
  for (const line of lines) {
    articles.push(JSON.parse(line) as ArchivedArticle);
    yield;
  }
  return { ...run, articles };
}

function* linesOf(bytes: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (let start = 0, end = 0; end < bytes.length; start = end + 1) {
    const next = bytes.indexOf(LINE_END, start);
    end = next < 0 ? bytes.length : next;
    yield decoder.decode(bytes.subarray(start, end));
  }
}

const LINE_END = 10;
