import type { Analysis } from '../analysis/contract';
import { claimRows, rolesOf, titleOf, type ClaimRow } from './claimRows';
import { clean } from './words';

/** The columns, in their order; the names are part of the format and are not translated. */
const COLUMNS: readonly (readonly [
  name: string,
  cell: (row: ClaimRow, analysis: Analysis) => string | number,
])[] = [
  ['article', (_, analysis) => titleOf(analysis)],
  ['id', ({ claim }) => claim.id],
  ['source', row => row.sourceName],
  ['actor_type', ({ source }) => source?.type ?? ''],
  ['anonymous', ({ source }) => (source ? String(source.anonymous) : '')],
  ['anonymity_class', ({ source }) => source?.anonymity?.class ?? ''],
  ['role', ({ source }) => (source ? rolesOf(source).join('; ') : '')],
  ['kind', ({ claim }) => claim.kind],
  ['cue_kind', ({ claim }) => claim.cueKind],
  ['cue', row => row.cue],
  ['claim', row => row.words],
  ['via', row => row.via.join('; ')],
  ['channel', row => row.channel.join('; ')],
  ['hearsay', row => row.hearsay],
  ['confidence', ({ claim }) => claim.confidence],
  ['verification', ({ claim }) => claim.verification?.status ?? ''],
  ['note', ({ claim }) => clean(claim.verification?.note ?? '')],
  ['start', ({ span }) => span.start],
  ['end', ({ span }) => span.end],
  ['line', row => row.line],
];

/** The line that names the columns; several articles together have one. */
export function csvHeader(): string {
  return asCsv([COLUMNS.map(([name]) => name)]);
}

/**
 * A row for each claim, as RFC 4180 has it: commas, lines that end with CRLF. A spreadsheet takes no cell for a formula:
 * one that begins with `=`, `+`, `-`, `@` or their wide forms gets an apostrophe before it.
 */
export function csvRows(analysis: Analysis, text: string): string {
  return asCsv(claimRows(analysis, text).map(row => COLUMNS.map(([, cell]) => cell(row, analysis))));
}

/** What a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(cells => `${cells.map(asCell).join(',')}\r\n`).join('');
}

function asCell(value: string | number): string {
  const words = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
