import type { WeightsProblem } from '../analysis/tagger/weights';

/** Where the trained weights lie, relative to the extension's folder. */
export const WEIGHTS_FILE = 'model/tagger.bin';

/** Why there are no trained weights; the rules do the work then. `missing`: the file cannot be read. */
export type NoWeights = 'missing' | WeightsProblem;

const REASONS: Record<NoWeights, string> = {
  missing: 'cannot be read',
  damaged: 'is damaged',
  'not-weights': 'is damaged or something else',
  'other-version': 'belongs to another version of Sourcelight',
};

/** For the log and the command line; `detail` is what the host says about it. */
export function describeNoWeights(reason: NoWeights, detail?: string): string {
  const more = detail === undefined ? '' : ` (${detail})`;
  return `${WEIGHTS_FILE} ${REASONS[reason]}${more}: claims are found by rules alone, which find fewer of them.`;
}
