import { readFileSync } from 'node:fs';
import type { AttributionKind, CueKind, Span } from '../src/analysis/contract';

type Pair = readonly [start: number, end: number];

/** An article of the evaluation data, a line of JSON each; offsets are UTF-16 code units. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly type: AttributionKind;
    readonly content: readonly Pair[];
    readonly cue: readonly Pair[] | null;
    readonly speaker: readonly Pair[] | null;
    readonly derived?: { readonly cueKind?: CueKind | 'credit' };
  }[];
}

export function readGold(file: string): GoldArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as GoldArticle);
}

export const toSpan = ([start, end]: Pair): Span => ({ start, end });
