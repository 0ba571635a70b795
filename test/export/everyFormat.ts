import type { Analysis } from '../../src/analysis/contract';
import { exporters } from '../../src/export/formats';
import { toTable } from '../../src/export/table';

export const inEveryFormat = (analysis: Analysis, text: string): string =>
  [
    ...Object.values(exporters).map(exported => exported(analysis, text)),
    toTable(analysis, text, { columns: 2000, color: false }),
  ].join('\n');
