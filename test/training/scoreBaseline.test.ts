import assert from 'node:assert/strict';
import type { AttributionScores } from '../../training/scoreAttributions';
import { baselineOf, dropsFrom } from '../../training/scoreBaseline';
import { Report } from '../../training/scoreReport';
import { subjects } from './scoreFixture';

const { attributions } = new Report(subjects).scores;

const scored = (content: number, endToEnd: number): AttributionScores => ({
  ...attributions,
  content: { ...attributions.content, f1: content },
  endToEnd: { ...attributions.endToEnd, f1: endToEnd },
});

describe('The baseline', () => {
  it('keeps the two F1 scores', () => {
    assert.deepEqual(baselineOf(attributions), { content: 0.7, endToEnd: 0.6 });
  });

  const cases: readonly [what: string, content: number, endToEnd: number, drops: readonly string[]][] = [
    ['the same scores', 0.75, 0.67, []],
    ['better scores', 0.8, 0.7, []],
    ['a point less', 0.74, 0.66, []],
    ['more than a point less of content', 0.7398, 0.67, ['content F1 dropped from 75.00 to 73.98']],
    ['more than a point less end to end', 0.75, 0.6598, ['end-to-end F1 dropped from 67.00 to 65.98']],
  ];
  for (const [what, content, endToEnd, drops] of cases) {
    it(`${drops.length > 0 ? 'forbids' : 'allows'} ${what}`, () => {
      assert.deepEqual(dropsFrom({ content: 0.75, endToEnd: 0.67 }, scored(content, endToEnd)), drops);
    });
  }
});
