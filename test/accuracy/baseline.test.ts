import assert from 'node:assert/strict';
import { join } from 'node:path';
import baselines from '../../training/baseline.json';
import { dropsFrom } from '../../training/scoreBaseline';
import { root, scoreFile, shippedTagger } from '../../training/scoreFile';
import type { Scores } from '../../training/scoreReport';

/** Left out by `npm test` where the evaluation data is not there. */
describe('The accuracy on polnear-dev', () => {
  let scores: Scores;

  before(() => {
    ({ scores } = scoreFile(join(root, '../shared/data/polnear-dev.jsonl'), shippedTagger()));
  });

  it('has not dropped by more than a point', () => {
    assert.deepEqual(dropsFrom(baselines['polnear-dev'], scores.attributions), []);
  });

  it('is at least 85 % right about quoted speech at the default level', () => {
    assert.ok(scores.levels.likely.quotedSpeechPrecision >= 0.85);
  });

  it('is foreseen by the confidences with an error of at most 0.05', () => {
    assert.ok(scores.calibration.error <= 0.05);
  });
});
