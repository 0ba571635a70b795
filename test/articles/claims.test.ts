import assert from 'node:assert/strict';
import type { Attribution } from '../../src/analysis/contract';
import { Article } from '../../src/articles/article';
import { claimsByActor, claimsInOrder, countClaims } from '../../src/articles/claims';
import type { Told } from '../../src/articles/findingList';
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

  const searches: [string, string[]][] = [
    ['', ['a1', 'a2', 'a3']],
    ['PIER', ['a2']],
    ['okafor ferry', ['a1']],
    ['quay', ['a2']],
    ['bluewater  safe', ['a3']],
    ['fáres', ['a1']],
    ['okafor pier', []],
  ];
  for (const [search, expected] of searches) {
    it(`can be those with the words “${search}”`, () => {
      assert.deepEqual(ids(claimsInOrder(article, { search })), expected);
    });
  }

  it('can be those with a verification status, of which nothing is the first', () => {
    const attributions = ferryAnalysis.attributions.map(it =>
      it.id === 'a2'
        ? { ...it, verification: { status: 'wrong' as const, note: 'Ask the harbour master' } }
        : it,
    );
    const verified = new Article(ferryText, { ...ferryAnalysis, attributions });
    assert.deepEqual(ids(claimsInOrder(verified, { statuses: ['wrong'] })), ['a2']);
    assert.deepEqual(ids(claimsInOrder(verified, { statuses: ['unchecked', 'disputed'] })), ['a1', 'a3']);
    assert.deepEqual(ids(claimsInOrder(verified, { search: 'harbour master' })), ['a2']);
  });

  it('are grouped by actor with the most claims first, or by name', () => {
    const [first] = ferryAnalysis.attributions;
    assert.ok(first);
    const twice = new Article(ferryText, {
      ...ferryAnalysis,
      attributions: [
        ...ferryAnalysis.attributions,
        { ...first, id: 'a4', source: { mention: [], actor: 'k4' } },
      ],
    });
    const order = (by: 'claims' | 'name') =>
      claimsByActor(twice, claimsInOrder(twice), by).map(({ actor }) => actor?.now.id);
    assert.deepEqual(order('claims'), ['k4', 'k1', 'k2', 'k3']);
    assert.deepEqual(order('name'), ['k4', 'k1', 'k3', 'k2']);
  });

  it('are grouped by actor in the order in which they first speak, with what was only passed on', () => {
    assert.deepEqual(
      claimsByActor(article, claimsInOrder(article, all)).map(({ actor, claims, passedOn }) => [
        actor?.now.id,
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

function ids(claims: readonly Told<Attribution>[]): string[] {
  return claims.map(({ now }) => now.id);
}
