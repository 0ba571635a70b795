import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../src/analysis/analyze';
import { readWeights, type Tagger } from '../src/analysis/tagger';
import { readAnonymityLabels } from './anonymityLabels';
import { readGold } from './gold';
import { Report } from './scoreReport';

export const root = join(import.meta.dirname, '..');
const WEIGHTS = join(root, 'model', 'tagger.bin');

let shipped: Tagger | null | undefined;

/** The tagger as shipped, read once; null, which means the rules alone, where none has been trained. */
export function shippedTagger(): Tagger | null {
  shipped ??= existsSync(WEIGHTS) ? readWeights(readFileSync(WEIGHTS)) : null;
  return shipped;
}

/** Analyses the articles of a file of annotated ones, and scores that. */
export function scoreFile(file: string, tagger: Tagger | null): Report {
  const labels = readAnonymityLabels();
  const subjects = readGold(file).map(gold => ({
    gold,
    analysis: analyze(gold.text, { id: gold.id, tagger }),
    labels: labels.get(gold.id),
  }));
  return new Report(subjects);
}
