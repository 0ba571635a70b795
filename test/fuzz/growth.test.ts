import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/analysis/analyze';
import { readWeights } from '../../src/analysis/tagger';
import { costOf, growths, LEAST_MEASURED, MOST_GROWTH } from '../growths';
import { growing } from './sizes';

const tagger = readWeights(readFileSync(join(__dirname, '..', '..', 'model', 'tagger.bin')));

/** Code units of the shorter text: `GROWTH_SIZE=500000` for one of a megabyte beside it. */
const size = Number(process.env.GROWTH_SIZE ?? 8000);

/** In microseconds; what takes little is done again and again: else the machine is measured. */
function costOfAnalysis(text: string): number {
  let cost = 0;
  for (let times = 1; ; times++) {
    cost += costOf(() => analyze(text, { tagger }));
    if (cost >= LEAST_MEASURED) return cost / times;
  }
}

describe('time in proportion to length, of a text of nothing but', () => {
  for (const [what, text] of growing)
    it(what, function () {
      this.timeout(0);
      const [short, long] = [text(size), text(2 * size)];
      let last = NaN;
      for (const growth of growths(
        () => costOfAnalysis(short),
        () => costOfAnalysis(long),
      )) {
        if (growth <= MOST_GROWTH) return;
        last = growth;
      }
      assert.fail(`twice the length takes ${last.toFixed(1)} times as long`);
    });
});
