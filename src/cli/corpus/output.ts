import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CLAIM_COLUMNS, type Cell } from '../../export/claimColumns';
import { csvHeader, csvLine } from '../../export/csv';
import { claimsAsParquet } from '../../export/parquet';

export const CORPUS_FORMATS = ['parquet', 'csv', 'ndjson'] as const;
export type CorpusFormat = (typeof CORPUS_FORMATS)[number];

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
