import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Span } from '../../../src/analysis/contract';
import { moveOf, type Delta } from '../../../src/articles/delta';
import { FindingList, FindingListBuilder } from '../../../src/articles/findingList';
import { Packed, Packer } from '../../../src/articles/packed';
import { moved } from '../../../src/articles/shift';
import { inCommon, Since } from '../../../src/articles/since';

interface Finding {
  readonly id: string;
  readonly actor: string | null;
  readonly span: Span;
}

/** As they come over from the worker. */
function packed<T extends object>(items: readonly T[]): Packed<T> {
  const packer = new Packer();
  for (const item of items) packer.add(item);
  return Packed.of(packer.finish());
}

const shifts = fc
  .array(fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: -2, max: 3 })), { maxLength: 3 })
  .map(pairs =>
    [...new Map(pairs)].sort(([one], [other]) => one - other).map(([from, by]) => ({ from, by })),
  );
const delta: fc.Arbitrary<Delta> = fc.record({
  edit: fc
    .record({ start: fc.nat(60), removed: fc.nat(8), inserted: fc.nat(8) })
    .map(({ start, removed, inserted }) => ({ start, end: start + removed, inserted })),
  attributions: shifts,
  actors: shifts,
});
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    id: fc.integer({ min: 1, max: 14 }).map(n => `a${n}`),
    actor: fc.option(fc.integer({ min: 1, max: 14 }).map(n => `k${n}`)),
    span: fc.tuple(fc.nat(60), fc.nat(9)).map(([start, length]) => ({ start, end: start + length })),
  },
  { noNullPrototype: true },
);

describe('a list of findings', () => {
  const step = fc.record({
    delta,
    /** Of the list before, how many are dropped at which place, and what comes there instead. */
    at: fc.nat(20),
    dropped: fc.nat(3),
    added: fc.array(finding, { maxLength: 2 }),
  });

  it('has each finding where all that happened since it was told has moved it', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), fc.array(step, { maxLength: 40 }), (first, steps) => {
        let list = FindingList.of(first);
        let expected: readonly Finding[] = first;
        for (const { delta, at, dropped, added } of steps) {
          const builder = new FindingListBuilder<Finding>();
          const also = inCommon(since => since.and(delta));
          const from = Math.min(at, list.length);
          builder.keep(list, 0, from, also);
          builder.add(packed(added), Since.nothing);
          builder.keep(list, from + dropped, Math.max(0, list.length - from - dropped), also);
          list = builder.finish();
          const kept = expected.map(item => moved(item, moveOf(delta)));
          expected = [...kept.slice(0, from), ...added, ...kept.slice(from + dropped)];
        }
        assert.deepEqual(list.all(), expected);
        assert.deepEqual(
          expected.map((_, index) => list.at(index)),
          expected,
        );
        assert.equal(list.at(expected.length), undefined);
        assert.equal(list.at(-1), undefined);
      }),
    );
  });

  it('takes no more and more steps to move a finding, however often the text was edited', () => {
    let list = FindingList.of(
      Array.from({ length: 500 }, (_, n) => ({ span: { start: 10 * n, end: 10 * n + 5 } })),
    );
    let most = 0;
    for (let n = 0; n < 200; n++) {
      const builder = new FindingListBuilder<{ span: Span }>();
      const edit = { start: (n * 997) % 5000, end: (n * 997) % 5000, inserted: 1 };
      builder.keep(
        list,
        0,
        list.length,
        inCommon(since => since.and({ edit, attributions: [], actors: [] })),
      );
      list = builder.finish();
      for (const { since } of list.told()) most = Math.max(most, since.steps);
    }
    assert.ok(most < 30, `${most}`);
  });
});

describe('what has happened since', () => {
  it('makes of spans and ids what one step after the other makes of them', () => {
    fc.assert(
      fc.property(fc.array(delta, { maxLength: 8 }), finding, (deltas, item) => {
        const since = deltas.reduce((before, next) => before.and(next), Since.nothing);
        const stepwise = deltas.reduce((before, next) => moved(before, moveOf(next)), item);
        assert.deepEqual(moved(item, since), stepwise);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no span for one that cannot have come to an offset when it has', () => {
    fc.assert(
      fc.property(fc.array(delta, { maxLength: 4 }), finding, (deltas, { span }) => {
        const since = deltas.reduce((before, next) => before.and(next), Since.nothing);
        const { start, end } = since.span(span);
        assert.ok(since.isNear(span, start) && since.isNear(span, end));
      }),
    );
    assert.ok(!Since.nothing.isNear({ start: 3, end: 5 }, 6));
  });
});
