import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArticle } from '../../bench/articles';
import { growthOf, LIMIT, paragraphStage, wholeAnalysis, type Growth } from '../../bench/growth';
import { readWeights } from '../../src/analysis/tagger';

const attempts = 3;

/** A machine with other work on it may spoil one measurement; code that grows too fast spoils all. */
async function holds(growth: Growth, rounds: number, repeats: number): Promise<void> {
  const tagger = readWeights(await readFile(join(__dirname, '../../model/tagger.bin')));
  const ratios: string[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const ratio = await growthOf(growth, tagger, rounds, repeats);
    if (ratio <= LIMIT) return;
    ratios.push(ratio.toFixed(2));
  }
  assert.fail(`${growth.name}: grew ${ratios.join(', ')} times as fast as its promise, ${growth.promise}`);
}

describe('growth from 2,000 to 20,000 words', () => {
  it('whole analysis [linear]', () => holds(wholeAnalysis, 3, 1));
  it('paragraph stage of one edit [flat]', () => holds(paragraphStage, 5, 1));

  it('fails where the time grows with the square of the length', async () => {
    const quadratic: Growth = {
      name: 'every word with every other',
      promise: 'linear',
      prepare: text => () => {
        const words = text.split(' ').slice(0, text.length / 40);
        let equal = 0;
        for (const one of words) for (const other of words) if (one === other) equal++;
        return equal;
      },
    };
    await assert.rejects(holds(quadratic, 1, 3), /grew/u);
  });
});

describe('the articles of the benchmarks', () => {
  it('have the length asked for, and no paragraph twice', () => {
    const text = writeArticle(5000, 1);
    const paragraphs = text.split('\n\n');
    const words = text.split(/\s+/u).length;
    assert.ok(words >= 5000 && words < 5300, String(words));
    assert.equal(new Set(paragraphs).size, paragraphs.length);
    assert.equal(text, writeArticle(5000, 1));
    assert.notEqual(text, writeArticle(5000, 2));
  });
});
