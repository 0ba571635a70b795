import assert from 'node:assert/strict';
import { parseParagraph } from '../../../src/analysis/parser';
import { findQuotations } from '../../../src/analysis/quotations';
import { cueFeatures, cueTemplates } from '../../../src/analysis/tagger/cueFeatures';
import { encode } from '../../../src/analysis/tagger/encoded';
import { bucketBits } from '../../../src/analysis/tagger/featureRows';
import {
  landmarksOf,
  relativeFeatures,
  relativeTemplates,
  sharedFeatures,
  sharedTemplates,
} from '../../../src/analysis/tagger/spanFeatures';
import { mapOfCues } from '../../../src/analysis/tagger/spans';

describe('the features', () => {
  const text = '“It is over,” Ann Lee said. Two officials warned that 12 bridges would close.';
  const syntax = parseParagraph(text);
  const encoded = encode(syntax, findQuotations(text));
  const cue = { from: 7, to: 8 };
  const window = { from: 2, to: syntax.tokens.length };
  const cues = mapOfCues([cue], syntax.tokens.length);
  const lists: readonly (readonly [
    what: string,
    ids: Int32Array,
    templates: number,
    tokens: number,
    sum: number,
  ])[] = [
    ['of the cue stage', cueFeatures(encoded), cueTemplates, syntax.tokens.length, 763776413],
    ['that all cues share', sharedFeatures(encoded), sharedTemplates, syntax.tokens.length, 1104687650],
    [
      'that look at one cue',
      relativeFeatures(encoded, landmarksOf(encoded, cues), cues, cue, window),
      relativeTemplates,
      syntax.tokens.length - 2,
      -423734691,
    ],
  ];
  for (const [what, ids, templates, tokens, sum] of lists) {
    it(`${what} fill one row for each token, with buckets that exist`, () => {
      assert.equal(ids.length, templates * tokens);
      assert.ok(ids.every(id => id >= 0 && id < 1 << bucketBits));
      const last = ids.subarray(-templates);
      assert.ok(new Set(last).size > templates / 2, 'the last row is filled');
    });

    it(`${what} are those that the weights were trained on`, () => {
      assert.equal(sumOf(ids), sum, 'train anew (docs/model.md), then put the new sum here');
    });
  }
});

/** Changes with every bucket and with their order. */
function sumOf(ids: Int32Array): number {
  return ids.reduce((sum, id) => (Math.imul(sum, 31) + id) | 0, 0);
}
