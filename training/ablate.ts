import { readGold } from './gold';
import { readExamples, type Example } from './examples';
import { cueSequence, spanSequences } from './sequences';
import { trainChain, type Sequence } from './chainTrainer';
import { decode, scoreTokens } from '../src/analysis/tagger/chain';
import { CueLabel } from '../src/analysis/tagger/cues';
import { cueTemplates } from '../src/analysis/tagger/cueFeatures';
import { bucketBits } from '../src/analysis/tagger/featureRows';
import { relativeTemplates, sharedTemplates } from '../src/analysis/tagger/spanFeatures';
import { SpanLabel } from '../src/analysis/tagger/spans';

/** Templates of each stage by family, as half-open ranges of their numbers; see cueFeatures.ts and spanFeatures.ts for the order. */
const cueFamilies: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>> = {
  'all features': [],
  'without words and word pairs': [
    [0, 7],
    [16, 22],
  ],
  'without stems and suffixes': [
    [22, 31],
    [36, 39],
  ],
  'without word classes': [
    [7, 16],
    [31, 36],
  ],
  'without quotation state': [[39, 43]],
  'without the verb lexicon': [[44, 47]],
  'without the nearest noun, verb, mark and “that”': [[47, 60]],
};
const spanFamilies: typeof cueFamilies = {
  'all features': [],
  'without words': [
    [0, 5],
    [12, 14],
    [29, 34],
  ],
  'without word classes': [
    [5, 12],
    [14, 20],
  ],
  'without quotation state': [[21, 26]],
  'without the cue’s words': [
    [37, 43],
    [59, 60],
  ],
  'without distances': [
    [34, 37],
    [39, 40],
  ],
  'without counts between token and cue': [[44, 54]],
};

/** Trains each stage without one family of features after the other and prints what that costs, as Markdown. */
function main([train, held]: readonly string[]): void {
  if (!train || !held) throw new Error('usage: npm run ablate -- TRAIN.jsonl HELD.jsonl');
  const read = (file: string): Example[] => readGold(file).flatMap(readExamples);
  const seen = read(train);
  const unseen = read(held);
  console.log('| cue stage | F1 of cues, any overlap |\n|---|---|');
  const cues = [seen, unseen].map(list => list.map(cueSequence));
  for (const [family, ranges] of Object.entries(cueFamilies))
    console.log(`| ${family} | ${percent(score(cues, cueTemplates, ranges, cueScore))} |`);
  console.log('\n| span stage, given the cues | F1 of content and source words |\n|---|---|');
  const spans = [seen, unseen].map(list => list.flatMap(spanSequences));
  for (const [family, ranges] of Object.entries(spanFamilies)) {
    const templates = sharedTemplates + relativeTemplates;
    console.log(`| ${family} | ${percent(score(spans, templates, ranges, wordScore))} |`);
  }
}

const percent = (share: number): string => (100 * share).toFixed(1);

function score(
  [seen = [], unseen = []]: readonly (readonly Sequence[])[],
  templates: number,
  ranges: readonly (readonly [number, number])[],
  compare: (found: Uint8Array, right: Uint8Array) => readonly [hits: number, found: number, right: number],
): number {
  const without = ({ ids, labels: right }: Sequence): Sequence => {
    const kept = ids.slice();
    for (let row = 0; row < kept.length; row += templates)
      for (const [from, to] of ranges) kept.fill(0, row + from, row + to);
    return { ids: kept, labels: right };
  };
  const chain = trainChain(seen.map(without), {
    templates,
    buckets: 1 << bucketBits,
    epochs: 4,
    rate: 0.03,
    decay: 0,
    seed: 1,
  });
  const total = [0, 0, 0];
  for (const sequence of unseen.map(without)) {
    const counts = compare(decode(chain, scoreTokens(chain, sequence.ids, templates)), sequence.labels);
    counts.forEach((count, index) => (total[index]! += count));
  }
  const [hits = 0, found = 0, right = 0] = total;
  return (2 * hits) / (found + right);
}

function cueScore(found: Uint8Array, right: Uint8Array) {
  const segments = (path: Uint8Array): (readonly [number, number])[] =>
    [...path.keys()]
      .filter(at => path[at] === CueLabel.Speech || path[at] === CueLabel.Other)
      .map(from => {
        let to = from + 1;
        while (path[to] === path[from]! + 1) to++;
        return [from, to] as const;
      });
  const some = segments(found);
  const others = segments(right);
  const hits = some.filter(([from, to]) => others.some(([start, end]) => from < end && start < to)).length;
  return [hits, some.length, others.length] as const;
}

function wordScore(found: Uint8Array, right: Uint8Array) {
  const side = (label: number): number =>
    label >= SpanLabel.Content ? 2 : label >= SpanLabel.Source ? 1 : 0;
  let hits = 0;
  let some = 0;
  let others = 0;
  found.forEach((label, at) => {
    if (side(label) !== 0) some++;
    if (side(right[at]!) !== 0) others++;
    if (side(label) !== 0 && side(label) === side(right[at]!)) hits++;
  });
  return [hits, some, others] as const;
}

main(process.argv.slice(2));
