import assert from 'node:assert/strict';
import fc from 'fast-check';
import { containment } from '../../../src/analysis/sources/containment';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('containment', () => {
  it('finds the first span in the list that contains each of a sequence of spans', () => {
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (outer, inner) => {
        const around = containment(outer);
        for (const asked of [...inner].sort((a, b) => a.start - b.start)) {
          const first = outer.findIndex(({ start, end }) => start <= asked.start && asked.end <= end);
          assert.equal(around(asked), first < 0 ? null : first);
        }
      }),
    );
  });
});
