import { labels } from '../../src/analysis/tagger/chain';
import { confidenceInputs } from '../../src/analysis/tagger/confidence';
import { bucketBits } from '../../src/analysis/tagger/featureRows';
import { writeWeights } from '../../src/analysis/tagger/weights';

const untrained = () => ({
  scale: 1,
  weights: new Float32Array(labels << bucketBits),
  transitions: new Float32Array((labels + 1) * labels),
});

let written: Uint8Array | undefined;

/** A valid file of weights that were never trained: the tagger finds nothing with them. */
export function untrainedWeights(): Uint8Array {
  written ??= writeWeights({
    cues: untrained(),
    spans: untrained(),
    confidence: new Float32Array(confidenceInputs),
    threshold: 1,
    data: '0123456789abcdef',
  });
  return written.slice();
}

/** The same file with one bit flipped. */
export function damagedWeights(): Uint8Array {
  const bytes = untrainedWeights();
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
