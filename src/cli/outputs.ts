import type { Analysis } from '../analysis/contract';
import { csvHeader, csvRows } from '../export/csv';
import { toMarkdown } from '../export/markdown';
import { toTable, type TableStyle } from '../export/table';
import { toWebAnnotation } from '../export/webAnnotation';

export const OUTPUT_FORMATS = ['table', 'json', 'ndjson', 'csv', 'markdown', 'webannotation'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Turns analyses into output one at a time, so that a long run is never held in memory. */
interface Output {
  next(analysis: Analysis, text: string): string;
  end(): string;
}

/**
 * @param many whether more than one article may come: as JSON they are an array then, and one object otherwise; as
 * annotations a collection a line, each a document of its own, since ids hold within a document
 */
export function outputFor(format: OutputFormat, style: TableStyle & { readonly many: boolean }): Output {
  switch (format) {
    case 'table':
      return separated('', '\n', '', (analysis, text) => toTable(analysis, text, style));
    case 'ndjson':
      return separated('', '', '', analysis => `${JSON.stringify(analysis)}\n`);
    case 'json':
      return style.many
        ? separated('[', ',\n', ']\n', analysis => JSON.stringify(analysis, undefined, 2))
        : separated('', '', '', analysis => `${JSON.stringify(analysis, undefined, 2)}\n`);
    case 'csv':
      return separated(csvHeader(), '', '', csvRows);
    case 'markdown':
      return separated('', '\n', '', toMarkdown);
    case 'webannotation':
      return separated('', '', '', (analysis, text) => {
        const collection = toWebAnnotation(analysis, text);
        return `${JSON.stringify(collection, undefined, style.many ? 0 : 2)}\n`;
      });
  }
}

function separated(
  before: string,
  between: string,
  after: string,
  print: (analysis: Analysis, text: string) => string,
): Output {
  let first = true;
  return {
    next(analysis, text) {
      const lead = first ? before : between;
      first = false;
      return lead + print(analysis, text);
    },
    end: () => (first ? before : '') + after,
  };
}
