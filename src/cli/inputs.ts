import type { Readable } from 'node:stream';
import type { WordList } from '../articles/wordList';
import { decodeText, openFile, readAll, readLines, UnreadableError } from '../platform/node/input';
import { nearestWordList } from '../platform/node/wordList';

export type InputFormat = 'text' | 'ndjson';

/** An article to analyse, or what stands in its place; `problem` is a sentence for the user. */
export type ArticleInput =
  | {
      readonly readable: true;
      readonly text: string;
      readonly id: string | null;
      readonly file: string | null;
      /** That of the nearest folder above the file. */
      readonly words: WordList | null;
      readonly problem: string | null;
    }
  | { readonly readable: false; readonly problem: string };

/** Reads articles one at a time, in the order of the files; what cannot be read does not end the run. */
export async function* readArticles(
  files: readonly string[],
  format: InputFormat,
  stdin: Readable,
): AsyncGenerator<ArticleInput> {
  for (const file of files) {
    try {
      const stream = file === '-' ? stdin : await openFile(file);
      if (format === 'text') yield await readText(file, stream);
      else yield* readRecords(file, stream);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield { readable: false, problem: `${file}: ${error.message}` };
    }
  }
}

async function readText(file: string, stream: Readable): Promise<ArticleInput> {
  const { text, encoding, damaged } = decodeText(await readAll(stream));
  const damage = damaged ? `${file}: not valid UTF-8, read as ${encoding}` : null;
  const words = await nearestWordList(file);
  const problem = [damage, words.problem].filter(it => it !== null).join('; ') || null;
  return { readable: true, text, id: null, file, words: words.list, problem };
}

async function* readRecords(file: string, stream: Readable): AsyncGenerator<ArticleInput> {
  let number = 0;
  for await (const line of readLines(stream)) {
    number++;
    if (line.trim() === '') continue;
    const record = parseRecord(line);
    if (record) yield { readable: true, ...record, file: null, words: null, problem: null };
    else yield { readable: false, problem: `${file}:${number}: not a JSON object with a string "text"` };
  }
}

function parseRecord(line: string): { text: string; id: string | null } | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    return null;
  }
  const id = 'id' in value ? value.id : null;
  return { text: value.text, id: typeof id === 'string' ? id : typeof id === 'number' ? String(id) : null };
}
