import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  decisionLine,
  mergeDecisions,
  parseDecisions,
  serialiseDecisions,
  withoutDecisions,
} from '../../../../src/articles/decisions/decisionFile';
import { decision, lines } from '../../../articles/decisions/arbitrary';

describe('a file of any decisions', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(lines, all => assert.deepEqual(parseDecisions(serialiseDecisions(all)), all)));
  });

  it('loses no line, whatever somebody wrote into it', () => {
    const anything = fc.oneof(
      fc.string(),
      decision.map(made => decisionLine(made).raw),
    );
    fc.assert(
      fc.property(fc.array(anything), all => {
        const text = all.join('\n');
        const written = serialiseDecisions(parseDecisions(text));
        const filled = new Set(
          text
            .replace(/^\uFEFF/, '')
            .split('\n')
            .map(line => line.trimEnd())
            .filter(line => line.trim() !== ''),
        );
        assert.deepEqual(new Set(written.split('\n').slice(0, -1)), filled);
      }),
    );
  });

  it('is merged with another one whichever comes first, and with itself to no effect', () => {
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        assert.deepEqual(mergeDecisions(a, b), mergeDecisions(b, a));
        assert.deepEqual(mergeDecisions(a, a), a);
        assert.deepEqual(mergeDecisions(mergeDecisions(a, b), c), mergeDecisions(a, mergeDecisions(b, c)));
      }),
    );
  });

  it('is without a decision that was taken back, and keeps the others', () => {
    fc.assert(
      fc.property(lines, decision, (others, made) => {
        const all = mergeDecisions(others, [decisionLine(made)]);
        assert.deepEqual(withoutDecisions(all, new Set([made.id])), others);
      }),
    );
  });

  it('gives every decision back', () => {
    fc.assert(
      fc.property(decision, made =>
        assert.deepEqual(
          parseDecisions(decisionLine(made).raw).map(line => line.decision),
          [made],
        ),
      ),
    );
  });
});
