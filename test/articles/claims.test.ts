import assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import { claimsByActor, claimsInOrder, countClaims } from '../../src/articles/claims';
import { analysisWith, attributionWith, ferryAnalysis, ferryText } from './fixture';

const article = new Article(ferryText, ferryAnalysis);
const all = { anonymousOnly: false, directOnly: false };

describe('claims', () => {
  it('come in the order of the text, wherever they stand in the analysis', () => {
    const reversed = analysisWith({
      ...ferryAnalysis,
      attributions: [...ferryAnalysis.attributions].reverse(),
    });
    assert.deepEqual(ids(claimsInOrder(new Article(ferryText, reversed), all)), ['a1', 'a2', 'a3']);
  });

  it('can be those of anonymous people and groups only, without spokesmen and bodies', () => {
    assert.deepEqual(ids(claimsInOrder(article, { ...all, anonymousOnly: true })), ['a2']);
  });

  it('can be direct quotes only', () => {
    const attributions = [
      attributionWith({ id: 'a1', kind: 'direct', content: [{ start: 0, end: 3 }] }),
      attributionWith({ id: 'a2', kind: 'mixed', content: [{ start: 4, end: 6 }] }),
    ];
    assert.deepEqual(
      ids(
        claimsInOrder(new Article(ferryText, analysisWith({ attributions })), { ...all, directOnly: true }),
      ),
      ['a1'],
    );
  });

  it('are grouped by actor in the order in which they first speak, with what was only passed on', () => {
    assert.deepEqual(
      claimsByActor(article, claimsInOrder(article, all)).map(({ actor, claims, passedOn }) => [
        actor?.id,
        ids(claims),
        ids(passedOn),
      ]),
      [
        ['k1', ['a1'], []],
        ['k2', ['a2'], []],
        ['k3', [], ['a2']],
        ['k4', ['a3'], []],
      ],
    );
  });

  it('that nobody is given for come last', () => {
    const [first, ...rest] = ferryAnalysis.attributions;
    assert.ok(first);
    const nobody = new Article(
      ferryText,
      analysisWith({ ...ferryAnalysis, attributions: [{ ...first, source: null }, ...rest] }),
    );
    const groups = claimsByActor(nobody, claimsInOrder(nobody, all));
    assert.deepEqual(groups.at(-1)?.actor, null);
    assert.deepEqual(ids(groups.at(-1)?.claims ?? []), ['a1']);
  });

  it('are counted', () => {
    assert.deepEqual(countClaims(article), { claims: 3, direct: 0, sources: 3, anonymous: 1, roles: 1 });
  });
});

function ids(claims: readonly { readonly id: string }[]): string[] {
  return claims.map(({ id }) => id);
}
