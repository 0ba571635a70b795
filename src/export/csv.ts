import type { Analysis } from '../analysis/contract';
import { claimCells, CLAIM_COLUMNS, type Cell } from './claimColumns';

/** The line that names the columns; several articles together have one. */
export function csvHeader(): string {
  return csvLine(CLAIM_COLUMNS.map(({ name }) => name));
}

/** A row for each claim. */
export function csvRows(analysis: Analysis, text: string): string {
  return claimCells(analysis, text).map(csvLine).join('');
}

/**
 * A line as RFC 4180 has it: commas, and CRLF at the end. A spreadsheet takes no cell for a formula: one that begins
 * with `=`, `+`, `-`, `@` or their wide forms gets an apostrophe before it.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(asCell).join(',')}\r\n`;
}

/** What a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function asCell(value: Cell): string {
  const words = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
