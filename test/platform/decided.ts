import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anchorAt } from '../../src/articles/decisions/anchor';
import type { Decision } from '../../src/articles/decisions/decision';
import { decisionLine } from '../../src/articles/decisions/decisionFile';

type Kind = 'not-claim' | 'named';

/** A decision about words of an article, as a line of the file has it. */
export function decided(
  text: string,
  file: string,
  words: string,
  kind: Kind,
  changes: Partial<Decision> = {},
): string {
  const start = text.indexOf(words);
  const target = anchorAt(text, { start, end: start + words.length });
  const own = kind === 'named' ? { name: 'Wen Halloran' } : {};
  const decision = { id: `${kind} ${words}`, at: '2031-04-02T09:00:00.000Z', kind, file, target, ...own };
  return decisionLine({ ...decision, ...changes } as Decision).raw;
}

/** A check that is dismissed in every file. */
export const dismissedEverywhere = (check: string): string =>
  JSON.stringify({ id: check, kind: 'dismiss', check, at: '2031-04-02T09:00:00.000Z' });

/** Writes a file of `.sourcelight/` in a folder. */
export async function writeUserFile(
  folder: string,
  name: 'decisions.ndjson' | 'words.json',
  text: string,
): Promise<void> {
  await mkdir(join(folder, '.sourcelight'), { recursive: true });
  await writeFile(join(folder, '.sourcelight', name), text);
}
