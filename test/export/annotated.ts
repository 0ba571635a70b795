import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import type { Analysis } from '../../src/analysis/contract';
import { toWebAnnotation } from '../../src/export/webAnnotation';

interface Selector {
  readonly type: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}
export interface Item {
  id: string;
  motivation: string;
  body: { format: string; value: string }[];
  target: string | { source: string; selector: Selector[] }[];
}
export interface Collection {
  total: number;
  label: string;
  first: { items: Item[] };
}

// References that need no base are not told from other strings; webAnnotation.test.ts says what they look like.
const ajv = new Ajv2020({ allErrors: true, formats: { 'iri-reference': /^[^\s<>"{}|\\^`]+$/ } });
const schema = readFileSync(join(__dirname, 'webAnnotation.schema.json'), 'utf8');

/** Whether a collection follows the W3C’s data model. */
export const followsModel = ajv.compile(JSON.parse(schema) as object);

/** As a reader of the file sees it. */
export const annotated = (analysis: Analysis, text: string) =>
  JSON.parse(JSON.stringify(toWebAnnotation(analysis, text))) as Collection;
