import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { parseParagraph } from '../src/analysis/parser';
import { findQuotations } from '../src/analysis/quotations';
import { readWeights, tagAttributions } from '../src/analysis/tagger';

/** Megabytes of text a second (UTF-16 code units taken for bytes): the tagger alone, and the parse it works on. */
const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'samples', 'harbour-deal.article'), 'utf8');
const paragraphs = text.split('\n\n').map(paragraph => ({
  syntax: parseParagraph(paragraph),
  quotations: findQuotations(paragraph),
}));
const tagger = readWeights(readFileSync(join(root, 'model', 'tagger.bin')));

const bench = new Bench({ time: 2000 });
bench.add('compromise’s parse', () => {
  for (const { syntax } of paragraphs) parseParagraph(syntax.text);
});
bench.add('tagger alone', () => {
  for (const { syntax, quotations } of paragraphs) tagAttributions(syntax, quotations, tagger);
});
await bench.run();
for (const { name, result } of bench.tasks) {
  const seconds = (result?.latency.p50 ?? NaN) / 1000;
  console.log(`${name.padEnd(20)} ${(text.length / 1e6 / seconds).toFixed(2)} MB/s`);
}
