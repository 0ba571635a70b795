import assert from 'node:assert/strict';
import { dice, wordsIn, wordsOf } from '../../training/score';

describe('Words that are scored', () => {
  const cases: readonly [text: string, words: readonly string[]][] = [
    ['The town’s ledger', ['The', 'town’s', 'ledger']],
    ['a debt of 4.5 million.', ['a', 'debt', 'of', '4.5', 'million']],
    ['co-owners -- “no”', ['co-owners', 'no']],
    ['Bjørn Œil', ['Bjørn', 'Œil']],
    ['… !', []],
  ];
  for (const [text, words] of cases) {
    it(`of “${text}” are ${words.length}`, () => {
      assert.deepEqual(
        wordsOf(text).map(({ start, end }) => text.slice(start, end)),
        words,
      );
    });
  }

  it('are those that a span touches, in whole or in part', () => {
    const words = wordsOf('one two three four');
    const touched = (start: number, end: number) => [...wordsIn(words, [{ start, end }])];
    assert.deepEqual(touched(0, 18), [0, 1, 2, 3]);
    assert.deepEqual(touched(5, 9), [1, 2]);
    assert.deepEqual(touched(3, 4), []);
    assert.deepEqual([...wordsIn(words, [words[3]!, words[0]!])], [3, 0]);
  });
});

describe('The likeness of two sets', () => {
  const cases: readonly [a: readonly number[], b: readonly number[], likeness: number][] = [
    [[1, 2], [1, 2], 1],
    [[1, 2], [2, 3], 0.5],
    [[1], [2], 0],
    [[], [], 0],
  ];
  for (const [a, b, likeness] of cases) {
    it(`of ${a.length} and ${b.length} members is ${likeness}`, () => {
      assert.equal(dice(new Set(a), new Set(b)), likeness);
    });
  }
});
