import assert from 'node:assert/strict';
import type { Analysis, Span } from '../../src/analysis/contract';
import { spansIn } from '../analysis/spansIn';

/** Fails where an analysis is not what the contract says of any analysis of that text. */
export function assertSound(text: string, analysis: Analysis): void {
  for (const span of spansIn(analysis)) assertInside(text, span);
  assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis);

  const claims = new Map(analysis.attributions.map(it => [it.id, it]));
  const actors = new Map(analysis.actors.map(it => [it.id, it]));
  assert.equal(claims.size, analysis.attributions.length);
  assert.equal(actors.size, analysis.actors.length);
  const assertClaim = (id: string | null) => {
    assert.ok(id === null || claims.has(id), `no claim ${id}`);
  };
  const assertActor = (id: string | null) => {
    assert.ok(id === null || actors.has(id), `no actor ${id}`);
  };

  for (const { content, source, via, channel, confidence } of analysis.attributions) {
    assert.ok(content.length > 0);
    assert.ok(confidence >= 0 && confidence <= 1);
    for (const it of [...via, ...channel, ...(source ? [source] : [])]) {
      assert.ok(it.mention.length > 0);
      assertActor(it.actor);
    }
  }
  for (const { span, attribution } of analysis.quotations) {
    assertClaim(attribution);
    const claimed = attribution === null ? undefined : claims.get(attribution);
    if (claimed) assert.ok(claimed.content.some(it => it.start < span.end && span.start < it.end));
  }
  for (const { anonymous, anonymity, roles, mentions } of analysis.actors) {
    assert.equal(anonymity !== null, anonymous);
    assert.ok(mentions.every(({ span }) => span.length > 0));
    for (const { affiliation } of roles) assertActor(affiliation?.actor ?? null);
  }
  for (const { attribution, actor } of analysis.checks) {
    assertClaim(attribution);
    assertActor(actor);
  }
  const { date } = analysis.article;
  assert.ok(date === null || new Date(date).toISOString().startsWith(date), `${date} is no date`);
}

/** Not empty, in the text, and in no middle of a character. */
export function assertInside(text: string, { start, end }: Span): void {
  assert.ok(Number.isInteger(start) && Number.isInteger(end));
  assert.ok(0 <= start && start < end && end <= text.length, `${start}–${end} of ${text.length}`);
  for (const at of [start, end])
    assert.ok(!isInCharacter(text, at), `${at} is between the halves of a surrogate pair`);
}

export function isInCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
