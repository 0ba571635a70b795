import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import * as fc from 'fast-check';
import { root } from '../../scripts/run.mjs';
import * as unbundled from '../../src/analysis/terms/compromise';

const { compromise } = createRequire(import.meta.url)('../../scripts/compromise.js') as {
  compromise: import('esbuild').Plugin;
};

async function bundled(): Promise<typeof unbundled> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/analysis/terms/compromise.ts')],
    bundle: true,
    format: 'cjs',
    write: false,
    plugins: [compromise],
  });
  const module = { exports: {} };
  runInNewContext(outputFiles[0]!.text, { module, process });
  return module.exports as typeof unbundled;
}

describe('compromise as it is bundled', () => {
  let own: typeof unbundled;
  before(async () => {
    own = await bundled();
  });

  it('has the lists that compromise unfolds when it is loaded', () => {
    const lists = ({ model: { one, two } }: typeof unbundled): unknown =>
      JSON.parse(JSON.stringify([one.lexicon, one._multiCache, two.switches, two.clues, two.orgWords]));
    assert.deepEqual(lists(own), lists(unbundled));
  });

  it('runs the stages that are used as compromise does', () => {
    const stages = ['normal', 'alias', 'machine', 'contractions', 'lexicon', 'preTagger', 'contractionTwo'];
    const read = (by: typeof unbundled, text: string) => {
      const sentences = by
        .splitSentences(text)
        .map(sentence => by.splitTerms(sentence).map(by.splitWhitespace));
      const tagged = by.compute(sentences, stages);
      return tagged.flat().map(({ text: word, normal, tags }) => [word, normal, ...tags].join(' '));
    };
    const words = Object.keys(unbundled.model.one.lexicon);
    const word = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom("she'd", "it's", "won't", 'Verrin’s', 'Okafor', '“No', '12–14', 'said.', 'mph,'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), list => {
        const text = list.join(' ');
        assert.deepEqual([...read(own, text)], read(unbundled, text));
      }),
    );
  });
});
