import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { matches } from '../../src/analysis/matches';

describe('the matches of a pattern', () => {
  const patterns = [/a/g, /a*/g, /a*/gu, /(?<=a)b|$/gu, /(?:)/g, /(?:)/gu, /\p{L}+/gu, /^/gm];
  for (const pattern of patterns) {
    it(`are those that matchAll finds of ${String(pattern)}`, () => {
      const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '𝒜', '\ud835', '\udc9c') });
      fc.assert(
        fc.property(text, words => {
          assert.deepEqual(matches(words, pattern), [...words.matchAll(pattern)]);
        }),
      );
    });
  }

  it('are asked of a global pattern', () => {
    assert.throws(() => matches('a', /a/), TypeError);
  });
});
