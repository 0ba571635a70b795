import assert from 'node:assert/strict';
import type { Cue } from '../../../src/analysis/tagger/cues';
import { neighbours, windowOf } from '../../../src/analysis/tagger/spans';

const at = (from: number): { cue: Cue } => ({ cue: { from, to: from + 2, kind: 'speech', probability: 1 } });

describe('the neighbours of a candidate', () => {
  const starts = [0, 100, 230, 241, 242, 243, 500, 1200];
  const candidates = starts.map(at);
  const length = 2000;

  it('are those whose windows may touch its own, without itself', () => {
    assert.deepEqual(
      neighbours(candidates, 0).map(({ cue }) => cue.from),
      [100, 230, 241, 242],
    );
    assert.deepEqual(neighbours(candidates, 7), []);
  });

  it('include all whose windows overlap', () => {
    candidates.forEach((one, index) => {
      const window = windowOf(one.cue, length);
      const overlapping = candidates.filter(other => {
        const { from, to } = windowOf(other.cue, length);
        return other !== one && from < window.to && window.from < to;
      });
      const near = new Set(neighbours(candidates, index));
      for (const other of overlapping) assert.ok(near.has(other));
    });
  });
});
