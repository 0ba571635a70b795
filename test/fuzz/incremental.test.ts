import * as fc from 'fast-check';
import { incremental, own, published } from '../articles/incremental';
import { fuzzed } from './fuzzed';

/** Of a short text most of the time goes into edits, not into the first analysis and into what none of them touches. */
const short = published().map(text => text.slice(0, 1000));

describe('fuzzing an article that is edited', () => {
  fuzzed(
    'has after each edit the analysis that it would have from scratch',
    incremental([...own, ...short], 10),
    { share: 16, edits: 10 },
  );

  it('has it after each of 200 edits, however fast the machine is', async function () {
    this.timeout(0);
    await fc.assert(incremental([...own, ...published()], 10), { numRuns: 20 });
  });
});
