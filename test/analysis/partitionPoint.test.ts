import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { partitionPoint } from '../../src/analysis/partitionPoint';

const inOrder = fc.array(fc.integer({ min: -9, max: 9 })).map(items => items.sort((a, b) => a - b));
/** Some lie before or behind all items. */
const place = fc.integer({ min: -11, max: 11 });

function firstThatFails(items: readonly number[], holds: (item: number, index: number) => boolean): number {
  const index = items.findIndex((item, at) => !holds(item, at));
  return index < 0 ? items.length : index;
}

describe('the search by halves', () => {
  it('finds the first item for which the condition does not hold', () => {
    fc.assert(
      fc.property(inOrder, place, (items, from) => {
        const isBefore = (item: number) => item < from;
        assert.equal(partitionPoint(items, isBefore), firstThatFails(items, isBefore));
      }),
    );
  });

  it('tells the condition where an item stands', () => {
    fc.assert(
      fc.property(inOrder, place, (items, from) => {
        const isBefore = (item: number, index: number) => item + index < from;
        assert.equal(partitionPoint(items, isBefore), firstThatFails(items, isBefore));
      }),
    );
  });

  it('asks about few of many items', () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: items.length }), from => {
        let asked = 0;
        partitionPoint(items, item => {
          asked++;
          return item < from;
        });
        assert.ok(asked <= 10, `${asked} of ${items.length}`);
      }),
    );
  });
});
