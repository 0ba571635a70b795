import { readWeights, WeightsError, type Tagger } from '../analysis/tagger';
import { reasonOf } from '../articles/errors';
import { describeNoWeights } from '../articles/weights';

/** The trained tagger, or why there is none; `problem` is a sentence for the user. */
export type LoadedTagger =
  { readonly tagger: Tagger; readonly problem: null } | { readonly tagger: null; readonly problem: string };

/** @param read reads the file with the trained weights */
export async function loadTagger(read: () => Promise<Uint8Array>): Promise<LoadedTagger> {
  let bytes: Uint8Array;
  try {
    bytes = await read();
  } catch (error) {
    return {
      tagger: null,
      problem: describeNoWeights('missing', reasonOf(error)),
    };
  }
  try {
    return { tagger: readWeights(bytes), problem: null };
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    return { tagger: null, problem: describeNoWeights(error.problem) };
  }
}
