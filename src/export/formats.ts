import type { Analysis } from '../analysis/contract';
import { csvHeader, csvRows } from './csv';
import { toMarkdown } from './markdown';
import { toWebAnnotation } from './webAnnotation';

/** What an article's analysis can be handed over as. */
export type ExportFormat = 'csv' | 'markdown' | 'json' | 'webannotation';

/** One article as text; files of it are UTF-8. */
export const exporters: Record<ExportFormat, (analysis: Analysis, text: string) => string> = {
  csv: (analysis, text) => csvHeader() + csvRows(analysis, text),
  markdown: toMarkdown,
  json: analysis => `${JSON.stringify(analysis, undefined, 2)}\n`,
  webannotation: (analysis, text) => `${JSON.stringify(toWebAnnotation(analysis, text), undefined, 2)}\n`,
};
