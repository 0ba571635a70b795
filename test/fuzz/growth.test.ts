import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/analysis/analyze';
import { readWeights } from '../../src/analysis/tagger';
import { growing } from './sizes';

const tagger = readWeights(readFileSync(join(__dirname, '..', '..', 'model', 'tagger.bin')));

/** Code units of the shorter text: `GROWTH_SIZE=500000` for one of a megabyte beside it. */
const size = Number(process.env.GROWTH_SIZE ?? 8000);
/** Of a text twice as long. */
const mostGrowth = 2.6;
const attempts = 6;
/** What takes less, in microseconds, is done again and again: else the machine is measured. */
const leastMeasured = 20_000;

/** In microseconds of this process's work, whatever else the machine does. */
function costOf(text: string): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    analyze(text, { tagger });
    const { user, system } = process.cpuUsage(before);
    if (user + system >= leastMeasured) return (user + system) / times;
  }
}

describe('time in proportion to length, of a text of nothing but', () => {
  for (const [what, text] of growing)
    it(what, function () {
      this.timeout(0);
      const [short, long] = [text(size), text(2 * size)];
      let [least, leastLong] = [Infinity, Infinity];
      for (let attempt = 0; attempt < attempts; attempt++) {
        least = Math.min(least, costOf(short));
        leastLong = Math.min(leastLong, costOf(long));
        if (leastLong <= mostGrowth * least) return;
      }
      assert.fail(`twice the length takes ${(leastLong / least).toFixed(1)} times as long`);
    });
});
