import assert from 'node:assert/strict';
import { confidenceInputs } from '../../../src/analysis/tagger/confidence';
import { labels } from '../../../src/analysis/tagger/chain';
import { bucketBits } from '../../../src/analysis/tagger/featureRows';
import { readWeights, WeightsError, writeWeights } from '../../../src/analysis/tagger/weights';

const chain = {
  scale: 1,
  weights: new Float32Array(labels << bucketBits).map((_, at) => (at % 255) - 127),
  transitions: Float32Array.from({ length: (labels + 1) * labels }, (_, at) => at / 4),
};

const tagger = {
  cues: chain,
  spans: chain,
  confidence: Float32Array.from({ length: confidenceInputs }, (_, at) => at / 8),
  threshold: 0.25,
  data: '0123456789abcdef',
};

describe('the file of weights', () => {
  const bytes = writeWeights(tagger);

  it('gives back what was written', () => {
    const read = readWeights(bytes);
    assert.deepEqual([...read.cues.transitions], [...tagger.cues.transitions]);
    assert.deepEqual([...read.spans.weights.subarray(0, 600)], [...tagger.spans.weights.subarray(0, 600)]);
    assert.deepEqual(read.confidence, tagger.confidence);
    assert.equal(read.threshold, tagger.threshold);
    assert.equal(read.data, tagger.data);
  });

  it('is read from the middle of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    assert.equal(readWeights(shifted.subarray(3)).data, tagger.data);
  });

  const broken: readonly (readonly [
    what: string,
    problem: string,
    change: (copy: Uint8Array) => Uint8Array,
  ])[] = [
    ['an empty file', 'not-weights', () => new Uint8Array()],
    ['another file', 'not-weights', copy => copy.fill(80, 0, 4)],
    ['a later version', 'other-version', copy => copy.fill(99, 7, 8)],
    ['other features', 'other-version', copy => copy.fill(99, 9, 10)],
    ['a file cut short', 'damaged', copy => copy.subarray(0, copy.length - 1)],
    ['one wrong byte', 'damaged', copy => copy.fill(77, copy.length >> 1, (copy.length >> 1) + 1)],
  ];
  for (const [what, problem, change] of broken)
    it(`is refused: ${what}`, () => {
      assert.throws(
        () => readWeights(change(bytes.slice())),
        (error: unknown) => error instanceof WeightsError && error.problem === problem,
      );
    });
});
