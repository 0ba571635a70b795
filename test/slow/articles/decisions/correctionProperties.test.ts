import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { analyze } from '../../../../src/analysis/analyze';
import type { Analysis, Span } from '../../../../src/analysis/contract';
import { applyDecisions } from '../../../../src/articles/decisions/apply';
import { anchorAt } from '../../../../src/articles/decisions/anchor';
import type { Decision } from '../../../../src/articles/decisions/decision';
import { spansIn } from '../../../analysis/spansIn';
import { OWN, recorded } from '../../../articles/decisions/arbitrary';

const TEXT = `Mayor Ines Okafor said the quay would open in June. “We are ready,” she said.

A senior official briefed on the plans said the pier was “rotten to the core”. The official told the Quay Post 🚢 that repairs had begun.

Harbour master Tom Brack denied it. Brack, citing two dockers, warned that “the ‘free’ mooring is full”. He left.
`;
const ANALYSIS = analyze(TEXT);

/** Places in the article: mostly those of findings, some of any words. */
const findings = spansIn(ANALYSIS).filter(({ start, end }) => start < end);
const place: fc.Arbitrary<Span> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...findings) },
  fc
    .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) })),
);
const anchor = place.map(span => anchorAt(TEXT, span));

const decision = fc
  .constantFrom(...(Object.keys(OWN) as (keyof typeof OWN)[]))
  .chain(kind =>
    fc
      .tuple(recorded, anchor, OWN[kind](anchor))
      .map(([made, target, own]) => ({ ...made, kind, file: 'quay.article', target, ...own }) as Decision),
  );
const decisions = fc.array(decision, { maxLength: 8 });

describe('corrections of any kind, in any number', () => {
  const holds = (name: string, check: (decisions: readonly Decision[], after: Analysis) => void) => {
    it(name, () => {
      fc.assert(
        fc.property(decisions, made => {
          check(made, applyDecisions(TEXT, ANALYSIS, made));
        }),
        { numRuns: 60 },
      );
    });
  };

  holds('leave every span within the text, and no content empty', (_, after) => {
    for (const { start, end } of spansIn(after)) assert.ok(0 <= start && start <= end && end <= TEXT.length);
    for (const { content } of after.attributions) {
      assert.ok(content.length > 0);
      for (const { start, end } of content) assert.ok(start < end);
    }
  });

  holds('leave ids by position, and none that names nothing', (_, after) => {
    const { attributions, actors, quotations, checks } = after;
    assert.deepEqual(
      attributions.map(({ id }) => id),
      attributions.map((_, i) => `a${i + 1}`),
    );
    assert.deepEqual(
      actors.map(({ id }) => id),
      actors.map((_, i) => `k${i + 1}`),
    );
    const claims = new Set<string | null>([null, ...attributions.map(({ id }) => id)]);
    const known = new Set<string | null>([null, ...actors.map(({ id }) => id)]);
    for (const { source, via, channel } of attributions)
      for (const { actor } of [...(source ? [source] : []), ...via, ...channel]) assert.ok(known.has(actor));
    for (const { roles } of actors)
      for (const { affiliation } of roles) assert.ok(known.has(affiliation?.actor ?? null));
    for (const { attribution } of quotations) assert.ok(claims.has(attribution));
    for (const { actor, attribution } of checks) assert.ok(known.has(actor) && claims.has(attribution));
  });

  holds('leave each source with a mention that is one of its actor’s', (_, after) => {
    const mentions = new Map(
      after.actors.map(({ id, mentions }) => [id, mentions.flatMap(({ span }) => span)]),
    );
    const before = new Map(
      ANALYSIS.actors.map(({ id, mentions }) => [id, mentions.flatMap(({ span }) => span)]),
    );
    const isOf = (of: typeof mentions, actor: string, words: readonly Span[]) =>
      words.some(word => of.get(actor)?.some(span => span.start < word.end && word.start < span.end));
    assert.ok(
      ANALYSIS.attributions.every(({ source }) => !source || isOf(before, source.actor, source.mention)),
    );
    for (const { source } of after.attributions)
      assert.ok(!source || isOf(mentions, source.actor, source.mention));
  });

  holds('leave an actor anonymous where, and only where, it has the record of it', (_, after) => {
    for (const { anonymous, anonymity, mentions } of after.actors) {
      assert.equal(anonymous, anonymity !== null);
      assert.ok(mentions.length > 0);
    }
  });

  holds('tell of every decision once', (made, after) => {
    assert.deepEqual(
      after.decisions.map(({ id }) => id),
      made.map(({ id }) => id),
    );
  });

  holds('do as much twice as once', (made, after) => {
    assert.deepEqual(applyDecisions(TEXT, ANALYSIS, [...made, ...made]), after);
    assert.deepEqual(applyDecisions(TEXT, after, made), after);
  });

  holds('do the same in whatever order they are listed', (made, after) => {
    const reversed = applyDecisions(TEXT, ANALYSIS, made.toReversed());
    assert.deepEqual({ ...reversed, decisions: reversed.decisions.toReversed() }, after);
  });

  it('leave nothing behind once they are taken back', () => {
    const before = JSON.stringify(ANALYSIS);
    fc.assert(
      fc.property(decisions, made => {
        applyDecisions(TEXT, ANALYSIS, made);
        assert.equal(JSON.stringify(applyDecisions(TEXT, ANALYSIS, [])), before);
      }),
      { numRuns: 20 },
    );
  });
});
