import assert from 'node:assert/strict';
import { measure } from '../../bench/measure';
import { joinActors, type SourcesOfArticle } from '../../src/articles/corpus/joinActors';

const FEW = 1000;
const MANY = 10_000;
/** How much more than ten times as long ten times as many articles may take: they are sorted, and lie further apart in memory. */
const LIMIT = 2;
const ATTEMPTS = 3;

const wordOf = (number: number): string =>
  [...number.toString(16).padStart(4, '0')]
    .map(digit => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)))
    .join('');

/** Each article has sources of its own, and bodies that are called nearly as many others. */
const articlesOf = (count: number): readonly SourcesOfArticle[] =>
  Array.from({ length: count }, (_, nth) => ({
    path: `${nth}.txt`,
    sources: [
      { actor: 'k1', name: `Ida ${wordOf(nth)}`, type: 'person', anonymity: null, claims: 2 },
      { actor: 'k2', name: `Otto J. ${wordOf(nth >> 1)}`, type: 'person', anonymity: null, claims: 1 },
      { actor: 'k3', name: `${wordOf(nth)} City Council`, type: 'government', anonymity: null, claims: 1 },
      {
        actor: 'k4',
        name: `University of ${wordOf(nth)}`,
        type: 'organization',
        anonymity: null,
        claims: 1,
      },
      {
        actor: 'k5',
        name: 'a senior official',
        type: 'person',
        anonymity: { class: 'individual' },
        claims: 1,
      },
    ],
  }));

describe('growth from 1,000 to 10,000 articles', () => {
  it('joining the sources of all [linear, but for sorting]', async () => {
    const few = articlesOf(FEW);
    const many = articlesOf(MANY);
    const ratios: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const taken = await measure({ few: () => joinActors(few), many: () => joinActors(many) }, 3);
      const ratio = taken.many / taken.few / (MANY / FEW);
      if (ratio <= LIMIT) return;
      ratios.push(ratio.toFixed(2));
    }
    assert.fail(`grew ${ratios.join(', ')} times as fast as the articles`);
  });
});
