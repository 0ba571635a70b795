import assert from 'node:assert/strict';
import { analyze, AnalysisSteps } from '../../src/analysis/analyze';
import { RULES } from '../../src/analysis/checks';

const text = Array.from({ length: 9 }, (_, n) => `“Pier ${n} is rotten,” said Ida Quist.`).join('\n\n');

describe('the steps of an analysis', () => {
  it('are the paragraphs, then the article’s stages and each rule by itself', () => {
    const steps = new AnalysisSteps(text);
    const shares: number[] = [];
    while (steps.next()) shares.push(steps.share);
    assert.ok(shares.length > 9 + RULES.length);
    assert.ok(shares.every((share, index) => share < 1 && share >= (shares[index - 1] ?? 0)));
    assert.equal(steps.share, 1);
    assert.deepEqual(steps.result(), analyze(text));
  });

  it('can be left at any point, for what is known by then', () => {
    const steps = new AnalysisSteps(text);
    steps.next();
    assert.ok(steps.result().partial);
    while (steps.share < 0.9) steps.next();
    steps.next();
    const whole = analyze(text);
    assert.ok(whole.checks.length > 0);
    assert.deepEqual(steps.result(), { ...whole, partial: true, checks: [] });
  });
});
