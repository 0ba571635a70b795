import assert from 'node:assert/strict';
import { bootstrap } from '../../training/bootstrap';

const mean = (sample: readonly number[]) => [sample.reduce((sum, value) => sum + value, 0) / sample.length];
const items = Array.from({ length: 100 }, (_, index) => index);

describe('Bootstrap intervals', () => {
  it('are the same for the same seed and others for another one', () => {
    assert.deepEqual(bootstrap(items, mean, { seed: 3 }), bootstrap(items, mean, { seed: 3 }));
    assert.notDeepEqual(bootstrap(items, mean, { seed: 3 }), bootstrap(items, mean, { seed: 4 }));
  });

  it('of a mean come near to those of theory', () => {
    const [interval] = bootstrap(items, mean, { resamples: 4000 });
    const halfWidth = 1.96 * Math.sqrt((100 ** 2 - 1) / 12 / 100);
    assert.ok(Math.abs(interval!.low - (49.5 - halfWidth)) < 0.5);
    assert.ok(Math.abs(interval!.high - (49.5 + halfWidth)) < 0.5);
  });

  it('have no width where all items are alike', () => {
    assert.deepEqual(bootstrap([7, 7, 7], mean), [{ low: 7, high: 7 }]);
  });

  it('leave out samples with nothing to measure', () => {
    const shareOfOdd = (sample: readonly number[]) => [sample.includes(1) ? 1 : NaN];
    assert.deepEqual(bootstrap([0, 1], shareOfOdd), [{ low: 1, high: 1 }]);
  });
});
