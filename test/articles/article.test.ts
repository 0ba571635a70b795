import assert from 'node:assert/strict';
import { analyze } from '../../src/analysis/analyze';
import { Article, EditedArticle } from '../../src/articles/article';
import { own } from './incremental';
import { actorWith, analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

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

  it('counts for sources only those who claimed something, passed it on or were told it', () => {
    const others = [...ferryAnalysis.actors, actorWith({ id: 'k5', name: 'the pier' })];
    const mentioned = { ...ferryAnalysis, actors: others };
    assert.deepEqual(
      new Article(ferryText, mentioned).sources.map(({ id }) => id),
      ['k1', 'k2', 'k3', 'k4'],
    );
  });

  it('shows no source whose claims are all below the level', () => {
    const attributions = ferryAnalysis.attributions.map(it => ({
      ...it,
      confidence: it.id === 'a1' ? 0.3 : 1,
    }));
    const likely = new Article(ferryText, { ...ferryAnalysis, attributions }, 'likely');
    assert.deepEqual(likely.at(spanOf(ferryText, 'Okafor').start).actors, []);
    assert.deepEqual(likely.claimsOf('k1'), []);
  });

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

describe('an article that was edited since its analysis', () => {
  const text = own[0] ?? '';
  const analysis = analyze(text);
  it('tells the claims around a place, and how many there are beside them', () => {
    const edited = new EditedArticle(() => text, new Article(text, analysis), [
      { start: 0, end: 0, inserted: 9 },
    ]);
    const all = edited.claimsAround(0, 99);
    assert.deepEqual([all.first, all.total], [0, analysis.attributions.length]);
    const last = edited.claimsAround(text.length + 9, 2);
    assert.deepEqual(last, { claims: all.claims.slice(-2), first: all.total - 2, total: all.total });
    const [, , third] = all.claims;
    const around = edited.claimsAround(third?.content[0]?.start ?? 0, 2);
    assert.ok(around.claims.some(({ id }) => id === third?.id));
  });
});
