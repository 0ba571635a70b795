import assert from 'node:assert/strict';
import { measure } from '../../bench/measure';
import { resolveActors } from '../../src/analysis/actors';
import { read } from '../analysis/actors/article';

const FEW = 50;
const TIMES = 8;
const LIMIT = 2.5;
const ATTEMPTS = 3;

const paragraph = (nth: number): string =>
  `{Jane Doe${nth}, a spokeswoman for the Harbour Institute (HI),} said Vale${nth} Roe had met Tom Doe${nth} and two officials in Port Vale. They left. The HI grew.`;
const paragraphsOf = (count: number) =>
  read(Array.from({ length: count }, (_, nth) => paragraph(nth)).join('\n')).paragraphs;

describe(`growth from ${FEW} to ${FEW * TIMES} paragraphs`, () => {
  it('resolving the actors [linear]', async () => {
    const short = paragraphsOf(FEW);
    const long = paragraphsOf(FEW * TIMES);
    const ratios: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const taken = await measure(
        {
          short: () => {
            for (let time = 0; time < TIMES; time++) resolveActors(short);
          },
          long: () => resolveActors(long),
        },
        3,
      );
      const ratio = taken.long / taken.short;
      if (ratio <= LIMIT) return;
      ratios.push(ratio.toFixed(2));
    }
    assert.fail(`a paragraph of the long article took ${ratios.join(', ')} times as long`);
  });
});
