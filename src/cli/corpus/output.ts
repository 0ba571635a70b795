import { createWriteStream } from 'node:fs';
import { lstat, readlink, realpath, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CLAIM_COLUMNS, type Cell } from '../../export/claimColumns';
import { csvHeader, csvLine } from '../../export/csv';
import { claimsAsParquet } from '../../export/parquet';
import { orMissing } from '../faults';

export const CORPUS_FORMATS = ['parquet', 'csv', 'ndjson'] as const;
export type CorpusFormat = (typeof CORPUS_FORMATS)[number];

/** What a run has beside its table, by the endings that follow the table's name; the last is that of taking over a lock. */
const BESIDE = ['', '.journal', '.lock', '.writing', '.lock.taking'];

/** The files that a run writes, of which none is an article. */
export const filesOf = (table: string): string[] => BESIDE.map(ending => table + ending);

/**
 * Where a table is to be written: through links, so that these stay. A link may lead to a file that is still to be made.
 *
 * @throws the file system's error, as for a link that leads to itself
 */
export async function throughLinks(path: string): Promise<string> {
  if (!(await orMissing(lstat(path)))?.isSymbolicLink()) return path;
  const target = await orMissing(realpath(path));
  return target ?? throughLinks(resolve(await realpath(dirname(path)), await readlink(path)));
}

/** Writes a table of claims; under another name until it is whole, and where it cannot be, nothing is left of it. */
export async function writeClaims(
  path: string,
  format: CorpusFormat,
  claims: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const half = `${path}.writing`;
  try {
    await pipeline(Readable.from(bytesOf(format, claims)), createWriteStream(half));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

function bytesOf(
  format: CorpusFormat,
  claims: AsyncIterable<readonly Cell[]>,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'parquet':
      return claimsAsParquet(claims);
    case 'csv':
      return asCsv(claims);
    case 'ndjson':
      return asLines(claims);
  }
}

async function* asCsv(claims: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield csvHeader();
  for await (const cells of claims) yield csvLine(cells);
}

async function* asLines(claims: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  for await (const cells of claims) {
    yield `${JSON.stringify(Object.fromEntries(CLAIM_COLUMNS.map(({ name }, at) => [name, cells[at] ?? null])))}\n`;
  }
}
