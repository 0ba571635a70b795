import * as fc from 'fast-check';
import { incremental, own, published } from '../articles/incremental';
import { fuzzed } from './fuzzed';

describe('fuzzing an article that is edited', () => {
  fuzzed(
    'has after each edit the analysis that it would have from scratch',
    incremental([...own, ...published()], 5),
  );

  it('has it after each of 200 edits, however fast the machine is', async function () {
    this.timeout(0);
    await fc.assert(incremental([...own, ...published()], 10), { numRuns: 20 });
  });
});
