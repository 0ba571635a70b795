import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import type { ParagraphAnalysis } from '../../src/analysis/paragraph';
import { readWeights } from '../../src/analysis/tagger';
import { judge } from '../../src/articles/eligibility';
import { fuzzed } from './fuzzed';
import { assertSound } from './sound';
import { anyText } from './texts';

const tagger = readWeights(readFileSync(join(__dirname, '..', '..', 'model', 'tagger.bin')));

describe('fuzzing the analysis', () => {
  fuzzed(
    'of any text it keeps the contract, with the trained weights',
    fc.property(anyText, text => {
      assertSound(text, analyze(text, { tagger }));
    }),
    { share: 3 },
  );

  fuzzed(
    'of any text it keeps the contract, by rules alone',
    fc.property(anyText, text => {
      assertSound(text, analyze(text));
    }),
    { share: 3 },
  );

  const cache = new Map<string, ParagraphAnalysis>();
  fuzzed(
    'makes the same of paragraphs that it has seen before',
    fc.property(anyText, text => {
      assert.equal(
        JSON.stringify(analyze(text, { tagger, cache })),
        JSON.stringify(analyze(text, { tagger })),
      );
      if (cache.size > 1000) cache.clear();
    }),
    { share: 3 },
  );

  fuzzed(
    'tells of any text whether it is English prose',
    fc.property(anyText, text => {
      const { language } = judge(text, { fileName: 'ferry.txt', languageId: 'plaintext' });
      assert.match(language, /^[a-z]{2,3}$/);
    }),
  );
});
