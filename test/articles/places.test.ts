import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { itemsAt } from '../../src/articles/places';

type Words = readonly [item: string, ...spans: (readonly [start: number, end: number])[]];

const found = (list: readonly Words[]) =>
  itemsAt(10, list, ([, ...spans]) => spans.map(([start, end]) => ({ start, end })))
    .map(([item]) => item)
    .join(' ');

const span = fc.tuple(fc.nat(14), fc.nat(12)).map(([start, length]) => [start, start + length] as const);
const words = fc.tuple(fc.constantFrom('a', 'b', 'c'), span, span);

describe('the items at a place', () => {
  it('lie around it, and come in the order of their lengths', () => {
    fc.assert(
      fc.property(fc.array(words), list => {
        const around = (one: Words) =>
          one
            .slice(1)
            .find(([start, end]) => Number(start) < Number(end) && Number(start) <= 10 && 10 <= Number(end));
        const lengths = itemsAt(10, list, ([, ...spans]) => spans.map(([start, end]) => ({ start, end })))
          .map(one => around(one) as readonly [number, number])
          .map(([start, end]) => end - start);
        assert.deepEqual(
          lengths,
          lengths.toSorted((a, b) => a - b),
        );
        assert.equal(lengths.length, list.filter(around).length);
      }),
    );
  });

  const cases: [what: string, list: Words[], items: string][] = [
    [
      'the innermost first',
      [
        ['outer', [0, 20]],
        ['inner', [5, 12]],
      ],
      'inner outer',
    ],
    [
      'the first given of two of a length',
      [
        ['one', [0, 20]],
        ['two', [0, 20]],
      ],
      'one two',
    ],
    [
      'what a long place far before covers',
      [
        ['long', [0, 90]],
        ['short', [1, 2]],
      ],
      'long',
    ],
    ['a word at its end', [['word', [4, 10]]], 'word'],
    ['nothing empty', [['empty', [10, 10]]], ''],
    [
      'an item once, by the first of its pieces',
      [
        ['a', [0, 20], [8, 12]],
        ['b', [6, 14]],
      ],
      'b a',
    ],
  ];
  for (const [what, list, items] of cases) {
    it(`are ${what}`, () => {
      assert.equal(found(list), items);
    });
  }
});
