import assert from 'node:assert/strict';
import { believe, decode, labels, scoreTokens, type Chain } from '../../../src/analysis/tagger/chain';
import { gradientOf, trainChain } from '../../../training/chainTrainer';
import { random } from '../../../training/random';

const templates = 2;
const buckets = 8;
const length = 5;

/** Float64 weights, so that finite differences are not lost in rounding. */
function chainOf(seed: number): Chain {
  const next = random(seed);
  return {
    weights: Float64Array.from({ length: buckets * labels }, () => next() - 0.5) as unknown as Float32Array,
    scale: 1,
    transitions: Float64Array.from(
      { length: (labels + 1) * labels },
      () => next() - 0.5,
    ) as unknown as Float32Array,
  };
}

function idsOf(seed: number): Int32Array {
  const next = random(seed);
  return Int32Array.from({ length: length * templates }, () => Math.floor(next() * buckets));
}

/** Every sequence of labels with its score. */
function enumerate({ transitions }: Chain, scores: Float64Array): { path: number[]; score: number }[] {
  let found: { path: number[]; score: number }[] = [{ path: [], score: 0 }];
  for (let token = 0; token < length; token++)
    found = found.flatMap(({ path, score }) =>
      Array.from({ length: labels }, (_, label) => ({
        path: [...path, label],
        score:
          score + transitions[(path.at(-1) ?? labels) * labels + label]! + scores[token * labels + label]!,
      })),
    );
  return found;
}

const close = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
};

describe('the chain', () => {
  for (const seed of [1, 2, 3]) {
    const chain = chainOf(seed);
    const ids = idsOf(seed + 10);
    const scores = scoreTokens(chain, ids, templates);
    const all = enumerate(chain, scores);
    const z = all.reduce((sum, { score }) => sum + Math.exp(score), 0);

    it(`decodes the best of all sequences (${seed})`, () => {
      const best = all.reduce((a, b) => (b.score > a.score ? b : a));
      assert.deepEqual([...decode(chain, scores)], best.path);
    });

    it(`sums over all sequences (${seed})`, () => {
      const { logZ, marginals } = believe(chain, scores);
      close(logZ, Math.log(z));
      for (let token = 0; token < length; token++)
        for (let label = 0; label < labels; label++) {
          const mass = all
            .filter(({ path }) => path[token] === label)
            .reduce((sum, s) => sum + Math.exp(s.score), 0);
          close(marginals[token * labels + label]!, mass / z);
        }
    });

    it(`has the gradient that finite differences give (${seed})`, () => {
      const sequence = { ids, labels: Uint8Array.from([0, 4, 2, 1, 3]) };
      const { likelihood, scores: ofScores, transitions } = gradientOf(chain, sequence, templates);
      const gold = all.find(({ path }) => path.join() === '0,4,2,1,3');
      close(likelihood, (gold?.score ?? NaN) - Math.log(z));
      const step = 1e-5;
      const slope = (values: Float32Array | Int8Array, at: number): number => {
        const kept = values[at]!;
        values[at] = kept + step;
        const above = gradientOf(chain, sequence, templates).likelihood;
        values[at] = kept - step;
        const below = gradientOf(chain, sequence, templates).likelihood;
        values[at] = kept;
        return (above - below) / (2 * step);
      };
      transitions.forEach((gradient, at) => {
        close(gradient, slope(chain.transitions, at));
      });
      for (let bucket = 0; bucket < buckets; bucket++)
        for (let label = 0; label < labels; label++) {
          let gradient = 0;
          ids.forEach((id, at) => {
            if (id === bucket) gradient += ofScores[Math.floor(at / templates) * labels + label]!;
          });
          close(gradient, slope(chain.weights, bucket * labels + label));
        }
    });
  }

  it('learns what its features tell, and the same on every run', () => {
    const sequences = Array.from({ length: 40 }, (_, seed) => {
      const ids = idsOf(seed + 50).map((id, at) => (at % templates === 0 ? id % 6 : 7));
      return {
        ids,
        labels: Uint8Array.from({ length }, (_label, token) => ids[token * templates]! % labels),
      };
    });
    const options = { templates, buckets, epochs: 30, rate: 0.3, decay: 0, seed: 1 };
    const chain = trainChain(sequences, options);
    for (const { ids, labels: right } of sequences)
      assert.deepEqual(decode(chain, scoreTokens(chain, ids, templates)), right);
    assert.deepEqual(trainChain(sequences, options), chain);
  });

  it('takes an empty sequence', () => {
    assert.deepEqual([...decode(chainOf(1), new Float64Array(0))], []);
    assert.equal(believe(chainOf(1), new Float64Array(0)).marginals.length, 0);
  });
});
