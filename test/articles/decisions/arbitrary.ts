import * as fc from 'fast-check';
import type { CheckCode, Span } from '../../../src/analysis/contract';
import { anchorAt } from '../../../src/articles/decisions/anchor';
import {
  VERIFICATION_STATUSES,
  type Anchor,
  type Correction,
  type Decision,
} from '../../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  type DecisionLines,
} from '../../../src/articles/decisions/decisionFile';
import { anyCharacter } from '../../characters';

/** A text, any text, and a place in it that is not empty and cuts no character in two. */
export const placed: fc.Arbitrary<{ text: string; span: Span }> = fc
  .string({ unit: anyCharacter, minLength: 1, maxLength: 200 })
  .chain(text =>
    fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length })).map(([start, length]) => ({
      text,
      span: {
        start: start - half(text, start),
        end: Math.min(text.length, start + length + half(text, start + length)),
      },
    })),
  );

/** 1 where an offset is between the halves of a surrogate pair. */
function half(text: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1)) ? 1 : 0;
}

const check = fc.constantFrom<CheckCode>('anonymity.vague', 'cue.loaded', 'attribution.missing');
const file = fc.constantFrom('ferry.article', 'drafts/pier.md', 'Küste/“bridge”.txt');

const anchor = placed.map(({ text, span }) => anchorAt(text, span));
const words = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 20 });
const orNull = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null });

const dismissed = fc.oneof(
  fc.record({ file, target: anchor }),
  fc.record({ file, target: fc.constant(null) }),
  fc.record({ file: fc.constant(null), target: fc.constant(null) }),
);

/** What each kind has of its own. */
export const OWN: Record<Correction['kind'], (anchor: fc.Arbitrary<Anchor>) => fc.Arbitrary<object>> = {
  'not-source': () => fc.record({ scope: fc.constantFrom('mention', 'actor') }),
  'not-quote': () => fc.constant({}),
  'not-claim': () => fc.constant({}),
  'other-source': anchor => fc.record({ source: orNull(anchor) }),
  'same-as': anchor => fc.record({ other: anchor }),
  split: anchor => fc.record({ name: orNull(words), others: fc.array(anchor, { maxLength: 2 }) }),
  named: () => fc.record({ name: orNull(words) }),
  anonymous: () => fc.record({ class: fc.constantFrom('individual', 'group', 'role', 'collective') }),
  'add-claim': anchor => fc.record({ source: orNull(anchor), cue: orNull(anchor) }),
  'add-source': anchor => fc.record({ claim: orNull(anchor) }),
  'add-quote': () => fc.constant({}),
  confirm: () => fc.constant({}),
  status: () =>
    fc.record({
      status: fc.constantFrom(...VERIFICATION_STATUSES),
      note: fc.oneof(fc.constant(''), words),
    }),
  note: () => fc.record({ note: words }),
  confidential: () => fc.constant({ private: true }),
};

export const recorded = fc.record({
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map(date => date.toISOString()),
});

const dismissal = fc
  .tuple(recorded, check, dismissed)
  .map(([made, check, about]): Decision => ({ ...made, kind: 'dismiss', check, ...about }));

const correction = fc
  .constantFrom(...(Object.keys(OWN) as Correction['kind'][]))
  .chain(kind =>
    fc
      .tuple(recorded, file, anchor, OWN[kind](anchor), fc.boolean())
      .map(
        ([made, file, target, own, isPrivate]) =>
          ({ ...made, kind, file, target, ...own, ...(isPrivate && { private: true }) }) as Correction,
      ),
  );

export const decision: fc.Arbitrary<Decision> = fc.oneof(dismissal, { weight: 3, arbitrary: correction });

/** A line that is no decision: broken by hand, or of a later version. */
const unreadable = fc.constantFrom(
  '{"id":"x", "kind":"dism',
  '<<<<<<< HEAD',
  '{"kind":"remark","id":"n1"}',
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
