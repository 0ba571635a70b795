import assert from 'node:assert/strict';
import { join } from 'node:path';
import baselines from '../../training/baseline.json';
import { dropsFrom } from '../../training/scoreBaseline';
import { root, scoreFile, shippedTagger } from '../../training/scoreFile';

/** Left out by `npm test` where the evaluation data is not there. */
describe('The accuracy on polnear-dev', () => {
  const report = scoreFile(join(root, '../shared/data/polnear-dev.jsonl'), shippedTagger());

  it('has not dropped by more than a point', () => {
    assert.deepEqual(dropsFrom(baselines['polnear-dev'], report.scores.attributions), []);
  });
});
