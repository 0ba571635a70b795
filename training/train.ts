import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cueTemplates } from '../src/analysis/tagger/cueFeatures';
import { bucketBits } from '../src/analysis/tagger/featureRows';
import { relativeTemplates, sharedTemplates } from '../src/analysis/tagger/spanFeatures';
import { writeWeights } from '../src/analysis/tagger/weights';
import { bestThreshold, fitConfidence, judge } from './calibration';
import { trainChain } from './chainTrainer';
import { readExamples, type Example } from './examples';
import { readGold } from './gold';
import { cueSequence, spanSequences } from './sequences';

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'model', 'tagger.bin');
const buckets = 1 << bucketBits;
/** Articles are dealt into so many folds, for confidences that were fitted on unseen articles. */
const folds = 4;

/** Trains the tagger on files in the format of the evaluation data and writes `model/tagger.bin`. */
function main(files: readonly string[]): void {
  if (files.length === 0) throw new Error('usage: npm run train -- DATA.jsonl…');
  const start = performance.now();
  const say = (what: string): void => {
    console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  };
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  const data = hash.digest('hex').slice(0, 16);
  const articles = files.flatMap(readGold);
  const examples = articles.map(readExamples);
  say(`${articles.length} articles, ${examples.flat().length} paragraphs read`);

  const judgements = Array.from({ length: folds }, (_, fold) => {
    const seen = examples.filter((_, index) => index % folds !== fold).flat();
    const unseen = examples.filter((_, index) => index % folds === fold).flat();
    const { cues, spans } = trainChains(seen);
    say(`fold ${fold + 1} of ${folds} trained`);
    return judge(unseen, cues, spans);
  }).flat();
  const confidence = fitConfidence(judgements);
  const gold = examples.flat().reduce((sum, { attributions }) => sum + attributions.length, 0);
  const { threshold, f1 } = bestThreshold(judgements, confidence, gold);
  say(
    `confidence fitted: end-to-end F1 ${(100 * f1).toFixed(1)} on unseen articles from ${threshold.toFixed(3)} on`,
  );

  const { cues, spans } = trainChains(examples.flat());
  const bytes = writeWeights({ cues, spans, confidence, threshold, data });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  say(`${target}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}

function trainChains(examples: readonly Example[]) {
  return {
    cues: trainChain(examples.map(cueSequence), {
      templates: cueTemplates,
      buckets,
      epochs: 8,
      rate: 0.03,
      decay: 0,
      seed: 1,
    }),
    spans: trainChain(examples.flatMap(spanSequences), {
      templates: sharedTemplates + relativeTemplates,
      buckets,
      epochs: 6,
      rate: 0.03,
      decay: 0,
      seed: 2,
    }),
  };
}

main(process.argv.slice(2));
