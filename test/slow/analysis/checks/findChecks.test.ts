import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../../src/analysis/analyze';
import { findChecks } from '../../../../src/analysis/checks';
import { textsOfCases } from '../../../analysis/checks/support';
import { anyCharacter } from '../../../characters';

/** Paragraphs of the rules' cases, in any order, torn at any place. */
const articles = fc
  .array(fc.tuple(fc.constantFrom(...textsOfCases()), fc.double({ min: 0.2, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 5,
  })
  .map(parts => parts.map(([text, share]) => text.slice(0, Math.ceil(text.length * share))).join('\n\n'));

describe('checks', () => {
  it('lie in the text, have words, name what exists and come in the order of the text', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: articles }, fc.string({ unit: anyCharacter })), text => {
        const { checks, attributions, actors } = analyze(text);
        let last = 0;
        for (const { span, attribution, actor, args } of checks) {
          assert.ok(span.start >= last && span.start < span.end && span.end <= text.length);
          assert.ok(attribution === null || attributions.some(({ id }) => id === attribution));
          assert.ok(actor === null || actors.some(({ id }) => id === actor));
          assert.ok(Object.values(args).every(value => value !== ''));
          last = span.start;
        }
      }),
      { numRuns: 60 },
    );
  });

  const unnamed =
    'A source said the bridge is closed. “It will not open,” an aide said. The Elden Mail reported it. ';
  const growing: readonly (readonly [what: string, article: (size: number) => string])[] = [
    ['claims in many paragraphs', size => `${unnamed}\n\n`.repeat(size)],
    ['claims in one paragraph', size => unnamed.repeat(size)],
    ['actors', size => 'Ann Lee met two aides of Tom Roe. A nurse met both.\n\n'.repeat(size)],
    ['quotations', size => '“Nobody asked us what we thought.” It rained. “Then” it froze.\n\n'.repeat(size)],
  ];
  for (const [what, article] of growing) {
    it(`cost in proportion to the ${what}`, () => {
      const [small, large] = [10, 40].map(size => readsOf(article(size)));
      assert.ok(small && large);
      assert.ok(large <= 1.25 * 4 * small, `${large} reads for four times the text of ${small} reads`);
    });
  }
});

/** How often the rules look something up in the analysis of a text. */
function readsOf(text: string): number {
  let reads = 0;
  const known = new WeakMap<object, object>();
  const counted = <T extends object>(value: T): T => {
    const proxy =
      known.get(value) ??
      new Proxy(value, {
        get: (target, key, receiver) => {
          reads++;
          const found: unknown = Reflect.get(target, key, receiver);
          return typeof found === 'object' && found !== null ? counted(found) : found;
        },
      });
    known.set(value, proxy);
    return proxy as T;
  };
  findChecks(text, counted(analyze(text)));
  return reads;
}
