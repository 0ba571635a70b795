import assert from 'node:assert/strict';
import { RULES } from '../../../../src/analysis/checks';
import { readCases, scoreRule } from '../../../analysis/checks/support';

describe('the rule', () => {
  for (const { code } of RULES)
    it(`${code} finds what fails it and little else`, () => {
      const { failing, passing } = readCases(code);
      assert.ok(failing.length >= 10 && failing.every(({ marks }) => marks.length > 0));
      assert.ok(passing.length >= 10 && passing.every(({ marks }) => marks.length === 0));
      const { precision, recall, misses } = scoreRule(code);
      const score = `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n${misses.join('\n')}`;
      assert.ok(precision >= 0.9 && recall >= 0.85, score);
    });
});
