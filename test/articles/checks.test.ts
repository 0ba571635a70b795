import assert from 'node:assert/strict';
import { RULES } from '../../src/analysis/checks';
import type { Check, CheckCode } from '../../src/analysis/contract';
import { shownChecks, type CheckChoices } from '../../src/articles/checks';
import { analysisWith } from './fixture';

const analysis = analysisWith({
  checks: RULES.map(({ code }, start): Check => ({
    code,
    args: {},
    span: { start, end: start + 1 },
    attribution: null,
    actor: null,
  })),
});
const shown = (choices: Partial<CheckChoices>): string[] =>
  shownChecks(analysis, { profile: 'essential', severities: {}, ...choices }).map(
    ({ check, severity }) => `${check.code} ${severity}`,
  );
const rulesOf = (...profiles: (string | null)[]): string[] =>
  RULES.filter(({ profile }) => profiles.includes(profile)).map(
    ({ code, severity }) => `${code} ${severity}`,
  );

describe('the checks shown', () => {
  it('are those of the profile, each as loud as its rule says', () => {
    assert.deepEqual(shown({ profile: 'essential' }), rulesOf('essential'));
    assert.deepEqual(shown({ profile: 'strict' }), rulesOf('essential', 'strict'));
  });

  it('are none in the profile off, whatever a severity says', () => {
    assert.deepEqual(shown({ profile: 'off', severities: { 'anonymity.vague': 'warning' } }), []);
  });

  it('take the severity that the user gave a rule', () => {
    const severities = { 'anonymity.vague': 'warning' } as const;
    assert.ok(shown({ severities }).includes('anonymity.vague warning'));
  });

  it('include a rule of a larger profile that has a severity of its own', () => {
    const code: CheckCode = 'anonymity.single-source';
    assert.ok(!shown({}).some(line => line.startsWith(code)));
    assert.ok(shown({ severities: { [code]: 'hint' } }).includes(`${code} hint`));
  });

  it('leave out a rule that is switched off', () => {
    const without = rulesOf('essential').filter(line => !line.startsWith('anonymity.vague '));
    assert.deepEqual(shown({ severities: { 'anonymity.vague': 'off' } }), without);
  });

  it('leave out a rule that this version does not have', () => {
    const check = { ...analysis.checks[0]!, code: 'anonymity.gone' as CheckCode };
    assert.deepEqual(
      shownChecks(analysisWith({ checks: [check] }), { profile: 'strict', severities: {} }),
      [],
    );
  });
});
