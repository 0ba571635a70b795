import type { Analysis } from '../analysis/contract';
import { claimRows, rolesOf, titleOf, type ClaimRow } from './claimRows';
import { clean, quote } from './words';

/** Null where there is nothing to say. */
export type Cell = string | number | boolean | null;

export interface ClaimColumn {
  readonly name: string;
  readonly type: 'text' | 'boolean' | 'integer' | 'decimal';
  readonly cell: (row: ClaimRow, analysis: Analysis, text: string) => Cell;
}

const words = (value: string): string | null => (value === '' ? null : value);

/** The columns of a table of claims, in their order; the names are part of the formats and are not translated. */
export const CLAIM_COLUMNS: readonly ClaimColumn[] = [
  { name: 'article', type: 'text', cell: (_, analysis) => words(titleOf(analysis)) },
  {
    name: 'title',
    type: 'text',
    cell: (_, { article: { headline } }, text) => headline && words(quote(text, [headline])),
  },
  { name: 'date', type: 'text', cell: (_, { article }) => article.date },
  { name: 'outlet', type: 'text', cell: (_, { article }) => words(clean(article.outlet ?? '')) },
  { name: 'id', type: 'text', cell: ({ claim }) => claim.id },
  { name: 'source', type: 'text', cell: row => words(row.sourceName) },
  { name: 'actor_type', type: 'text', cell: ({ source }) => source?.type ?? null },
  { name: 'anonymous', type: 'boolean', cell: ({ source }) => source?.anonymous ?? null },
  { name: 'anonymity_class', type: 'text', cell: ({ source }) => source?.anonymity?.class ?? null },
  { name: 'role', type: 'text', cell: ({ source }) => source && words(rolesOf(source).join('; ')) },
  { name: 'kind', type: 'text', cell: ({ claim }) => claim.kind },
  { name: 'cue_kind', type: 'text', cell: ({ claim }) => claim.cueKind },
  { name: 'cue', type: 'text', cell: row => words(row.cue) },
  { name: 'claim', type: 'text', cell: row => row.words },
  { name: 'via', type: 'text', cell: row => words(row.via.join('; ')) },
  { name: 'channel', type: 'text', cell: row => words(row.channel.join('; ')) },
  { name: 'hearsay', type: 'text', cell: row => words(row.hearsay) },
  { name: 'confidence', type: 'decimal', cell: ({ claim }) => claim.confidence },
  { name: 'verification', type: 'text', cell: ({ claim }) => claim.verification?.status ?? null },
  { name: 'note', type: 'text', cell: ({ claim }) => words(clean(claim.verification?.note ?? '')) },
  { name: 'start', type: 'integer', cell: ({ span }) => span.start },
  { name: 'end', type: 'integer', cell: ({ span }) => span.end },
  { name: 'line', type: 'integer', cell: row => row.line },
];

/** The claims of an article in the order of the text, each with the cells of {@link CLAIM_COLUMNS}. */
export function claimCells(analysis: Analysis, text: string): Cell[][] {
  return claimRows(analysis, text).map(row => CLAIM_COLUMNS.map(({ cell }) => cell(row, analysis, text)));
}
