import { labels, type Chain } from './chain';
import { confidenceInputs } from './confidence';
import { cueTemplates } from './cueFeatures';
import { bucketBits } from './featureRows';
import { relativeTemplates, sharedTemplates } from './spanFeatures';

/** The trained part of the analysis; made by {@link readWeights}. */
export interface Tagger {
  readonly cues: Chain;
  readonly spans: Chain;
  /** Of the logistic regression behind `confidence`. */
  readonly confidence: Float32Array;
  /** A candidate below this confidence is left out. */
  readonly threshold: number;
  /** The first bytes of the SHA-256 of the training data, in hexadecimal. */
  readonly data: string;
}

export type WeightsProblem = 'not-weights' | 'other-version' | 'damaged';

/** The file of weights cannot be used; the rules can. */
export class WeightsError extends Error {
  constructor(readonly problem: WeightsProblem) {
    super(`tagger weights: ${problem}`);
  }
}

const magic = 0x534c5447;
/** Changes with the layout of the file. */
const formatVersion = 1;
const dataBytes = 8;
const buckets = 1 << bucketBits;
/** Changes with the features: weights are of use only with those that they were trained on. */
const shape = [
  bucketBits,
  cueTemplates,
  sharedTemplates,
  relativeTemplates,
  labels,
  labels,
  confidenceInputs,
];
const headerBytes = 4 + 4 + shape.length + dataBytes + 4;

const transitionCount = (labels + 1) * labels;

/**
 * Reads the binary file of weights: magic number, format version, the shape of the features, the hash of the training
 * data, the checksum of all that follows; then for each chain its scale, transitions (float32) and weights (int8),
 * and the confidence's weights and threshold (float32). Big-endian header, little-endian numbers behind it.
 *
 * @throws {WeightsError} where the bytes are something else, of another version, or damaged
 */
export function readWeights(bytes: Uint8Array): Tagger {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getUint32(0) !== magic) throw new WeightsError('not-weights');
  if (view.getUint32(4) !== formatVersion) throw new WeightsError('other-version');
  if (shape.some((value, index) => bytes[8 + index] !== value)) throw new WeightsError('other-version');
  const dataAt = 8 + shape.length;
  const body = bytes.subarray(headerBytes);
  if (body.length !== bodyBytes() || view.getUint32(dataAt + dataBytes) !== checksum(body))
    throw new WeightsError('damaged');
  let at = headerBytes;
  const floats = (count: number): Float32Array => {
    const values = Float32Array.from({ length: count }, (_, index) => view.getFloat32(at + 4 * index, true));
    at += 4 * count;
    return values;
  };
  const chain = (): Chain => {
    const [scale = 1] = floats(1);
    const transitions = floats(transitionCount);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, buckets * labels);
    at += weights.length;
    return { weights, scale, transitions };
  };
  const cues = chain();
  const spans = chain();
  const confidence = floats(confidenceInputs);
  const [threshold = 0.5] = floats(1);
  const data = Array.from(bytes.subarray(dataAt, dataAt + dataBytes), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return { cues, spans, confidence, threshold, data };
}

/** The file that {@link readWeights} reads; weights of the chains are rounded to a 127th of the largest. */
export function writeWeights({ cues, spans, confidence, threshold, data }: Tagger): Uint8Array {
  const bytes = new Uint8Array(headerBytes + bodyBytes());
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, formatVersion);
  bytes.set(shape, 8);
  const dataAt = 8 + shape.length;
  for (let index = 0; index < dataBytes; index++)
    bytes[dataAt + index] = Number.parseInt(data.slice(2 * index, 2 * index + 2), 16);
  let at = headerBytes;
  const float = (value: number): void => {
    view.setFloat32(at, value, true);
    at += 4;
  };
  for (const { weights, scale, transitions } of [cues, spans]) {
    let largest = 0;
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
    const unit = largest / 127 || 1;
    float(unit * scale);
    transitions.forEach(float);
    for (const weight of weights) view.setInt8(at++, Math.round(weight / unit));
  }
  confidence.forEach(float);
  float(threshold);
  view.setUint32(dataAt + dataBytes, checksum(bytes.subarray(headerBytes)));
  return bytes;
}

function bodyBytes(): number {
  const chain = 4 + 4 * transitionCount + buckets * labels;
  return 2 * chain + 4 * (confidenceInputs + 1);
}

/** FNV-1a, 32 bits. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- takes ten times as long until V8 has compiled it
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash >>> 0;
}
