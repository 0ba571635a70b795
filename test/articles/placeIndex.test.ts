import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { PlaceIndex } from '../../src/articles/placeIndex';

const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));
const words = fc.array(fc.record({ item: fc.constantFrom('a', 'b', 'c'), spans: fc.array(span) }));

describe('the index of places', () => {
  it('finds what looking at every place finds', () => {
    fc.assert(
      fc.property(words, fc.nat(55), (list, offset) => {
        const around = list.flatMap(({ item, spans }) => {
          const first = spans.find(({ start, end }) => start < end && start <= offset && offset <= end);
          return first ? [{ item, length: first.end - first.start }] : [];
        });
        const innermost = around.sort((a, b) => a.length - b.length).map(({ item }) => item);
        assert.deepEqual(new PlaceIndex(list).at(offset), [...new Set(innermost)]);
      }),
    );
  });

  const cases: [what: string, list: [item: string, ...spans: [number, number][]][], found: string][] = [
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
      'an item once',
      [
        ['a', [8, 12]],
        ['a', [0, 20]],
      ],
      'a',
    ],
  ];
  for (const [what, list, found] of cases) {
    it(`finds ${what}`, () => {
      const index = new PlaceIndex(
        list.map(([item, ...spans]) => ({ item, spans: spans.map(([start, end]) => ({ start, end })) })),
      );
      assert.equal(index.at(10).join(' '), found);
    });
  }
});
