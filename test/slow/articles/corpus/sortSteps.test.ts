import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortSteps } from '../../../../src/articles/corpus/sortSteps';

describe('sorting a little at a time', () => {
  it('gives what sorting in one go gives, and pauses in between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 3000, size: 'max' }), numbers => {
        const items = numbers.map((number, nth) => ({ number, nth }));
        const order = (a: { number: number }, b: { number: number }) => a.number - b.number;
        const work = sortSteps(items, order);
        let paused = 0;
        let step = work.next();
        for (; !step.done; step = work.next()) paused++;
        assert.deepEqual(step.value, items.toSorted(order));
        assert.ok(paused >= items.length / 500);
      }),
      { numRuns: 20 },
    );
  });
});
