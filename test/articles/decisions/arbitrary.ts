import * as fc from 'fast-check';
import type { CheckCode, Span } from '../../../src/analysis/contract';
import { anchorAt } from '../../../src/articles/decisions/anchor';
import type { Decision } from '../../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  type DecisionLines,
} from '../../../src/articles/decisions/decisionFile';

/** A text, any text, and a place in it that is not empty. */
export const placed: fc.Arbitrary<{ text: string; span: Span }> = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .chain(text =>
    fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
      .map(([start, length]) => ({ text, span: { start, end: Math.min(text.length, start + length) } })),
  );

const check = fc.constantFrom<CheckCode>('anonymity.vague', 'cue.loaded', 'attribution.missing');
const file = fc.constantFrom('ferry.article', 'drafts/pier.md', 'Küste/“bridge”.txt');

export const decision: fc.Arbitrary<Decision> = fc
  .record({
    id: fc.uuid(),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    check,
    file,
    placed,
  })
  .chain(({ id, at, check, file, placed: { text, span } }) => {
    const made = { id, at: at.toISOString(), kind: 'dismiss', check } as const;
    return fc.constantFrom<Decision>(
      { ...made, file, target: anchorAt(text, span) },
      { ...made, file, target: null },
      { ...made, file: null, target: null },
    );
  });

/** A line that is no decision: broken by hand, or of a later version. */
const unreadable = fc.constantFrom(
  '{"id":"x", "kind":"dism',
  '<<<<<<< HEAD',
  '{"kind":"note","id":"n1"}',
  ' # mine',
);

export const lines: fc.Arbitrary<DecisionLines> = fc
  .array(
    fc.oneof(
      decision.map(decisionLine),
      unreadable.map(raw => ({ raw, decision: null })),
    ),
    { maxLength: 8 },
  )
  .map(all => mergeDecisions([], all));
