import type { Readable } from 'node:stream';
import { decodeText, openFile, readAll, readLines, UnreadableError } from '../platform/node/input';
import { NOTHING_SAID, type UserFiles, type UserSays } from '../platform/node/userFiles';

export type InputFormat = 'text' | 'ndjson';

/** An article to analyse, or what stands in its place; `problem` is a sentence for the user. */
export type ArticleInput =
  | {
      readonly readable: true;
      readonly text: string;
      readonly id: string | null;
      readonly file: string | null;
      readonly user: UserSays;
      readonly problem: string | null;
    }
  | { readonly readable: false; readonly problem: string };

/**
 * Reads articles one at a time, in the order of the files; what cannot be read does not end the run.
 *
 * @param userFiles of what is in a file, or comes from standard input as one text
 */
export async function* readArticles(
  files: readonly string[],
  format: InputFormat,
  stdin: Readable,
  userFiles: UserFiles,
): AsyncGenerator<ArticleInput> {
  for (const file of files) {
    try {
      const stream = file === '-' ? stdin : await openFile(file);
      if (format === 'text') yield await readText(file, stream, userFiles);
      else yield* readRecords(file, stream);
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield { readable: false, problem: `${file}: ${error.message}` };
    }
  }
}

async function readText(file: string, stream: Readable, userFiles: UserFiles): Promise<ArticleInput> {
  const { text, encoding, damaged } = decodeText(await readAll(stream));
  const problem = damaged ? `${file}: not valid UTF-8, read as ${encoding}` : null;
  return { readable: true, text, id: null, file, user: await userFiles.about(file), problem };
}

async function* readRecords(file: string, stream: Readable): AsyncGenerator<ArticleInput> {
  let number = 0;
  for await (const line of readLines(stream)) {
    number++;
    if (line.trim() === '') continue;
    const record = parseRecord(line);
    if (record) yield { readable: true, ...record, file: null, user: NOTHING_SAID, problem: null };
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
