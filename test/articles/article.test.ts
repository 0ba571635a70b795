import assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import { analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

const article = new Article(ferryText, ferryAnalysis);

describe('an article', () => {
  const cases: [words: string, actors: string[], attributions: string[]][] = [
    ['Okafor', ['k1'], []],
    ['ferry', [], ['a1']],
    ['said', [], ['a1']],
    ['pier', [], ['a2']],
    ['Quay', ['k3'], []],
    ['and', [], []],
  ];
  for (const [words, actors, attributions] of cases) {
    it(`knows what is found at “${words}”`, () => {
      const found = article.at(spanOf(ferryText, words).start + 1);
      assert.deepEqual(
        found.actors.map(({ id }) => id),
        actors,
      );
      assert.deepEqual(
        found.attributions.map(({ id }) => id),
        attributions,
      );
    });
  }

  it('names the innermost finding first', () => {
    const nested = new Article(
      ferryText,
      analysisWith({
        attributions: [
          attributionWith({ id: 'a1', content: [{ start: 0, end: 40 }] }),
          attributionWith({ id: 'a2', content: [{ start: 10, end: 20 }] }),
        ],
      }),
    );
    assert.deepEqual(
      nested.at(15).attributions.map(({ id }) => id),
      ['a2', 'a1'],
    );
  });

  it('finds nothing in words that were deleted', () => {
    const deleted = analysisWith({
      attributions: [attributionWith({ id: 'a1', content: [{ start: 4, end: 4 }] })],
    });
    assert.deepEqual(new Article('Gone', deleted).at(4).attributions, []);
  });

  it('tells what an actor claimed and what it passed on', () => {
    assert.deepEqual(
      article.claimsOf('k1').map(({ id }) => id),
      ['a1'],
    );
    assert.deepEqual(article.claimsOf('k3'), []);
    assert.deepEqual(
      article.passedOnBy('k3').map(({ id }) => id),
      ['a2'],
    );
  });

  it('gives the words of a finding in pieces', () => {
    assert.equal(
      article.words(ferryAnalysis.attributions[0]?.content ?? []),
      '“the ferry will sail” … that fares would rise',
    );
  });
});
