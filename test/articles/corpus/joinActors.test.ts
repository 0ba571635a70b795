import assert from 'node:assert/strict';
import type { ActorType } from '../../../src/analysis/contract';
import { joinActors, type NameDecisions } from '../../../src/articles/corpus/joinActors';
import { anonymousShare } from '../../../src/articles/corpus/sources';

/** A source an article: “Ida Brandt”, “=Quay Post” for a body, “?an official” for an anonymous one. */
const articlesOf = (names: readonly string[]) =>
  names.map((given, nth) => {
    const name = given.replace(/^[=?]/, '');
    const type: ActorType = given.startsWith('=') ? 'organization' : 'person';
    return {
      path: `${nth}.txt`,
      sources: [{ actor: 'k1', name, type, anonymous: given.startsWith('?'), claims: 1 }],
    };
  });

const groups = (names: readonly string[], decisions?: NameDecisions) =>
  joinActors(articlesOf(names), decisions)
    .map(actor => [...actor.names].sort().join(' + '))
    .sort();

describe('the sources of many articles', () => {
  const cases: readonly (readonly [names: readonly string[], expected: readonly string[]])[] = [
    [['Ida Brandt', 'Ida Brandt'], ['Ida Brandt']],
    [['Ida Brandt', 'Ida M. Brandt'], ['Ida Brandt + Ida M. Brandt']],
    [['Bob Reyes', 'Robert Reyes'], ['Bob Reyes + Robert Reyes']],
    [
      ['Ida Brandt', 'Otto Brandt'],
      ['Ida Brandt', 'Otto Brandt'],
    ],
    [
      ['Brandt', 'Ida Brandt'],
      ['Brandt', 'Ida Brandt'],
    ],
    [
      ['I. Brandt', 'Ida Brandt', 'Ines Brandt'],
      ['I. Brandt', 'Ida Brandt', 'Ines Brandt'],
    ],
    [['=Elden Port Authority', '=EPA'], ['EPA + Elden Port Authority']],
    [
      ['=Elden Council', '=Quayside Council'],
      ['Elden Council', 'Quayside Council'],
    ],
    [
      ['Ida Brandt', '=Ida Brandt Foundation'],
      ['Ida Brandt', 'Ida Brandt Foundation'],
    ],
    [['?an official', '?An official'], ['an official']],
  ];
  for (const [names, expected] of cases) {
    it(`${names.join(', ')} → ${expected.join(' | ')}`, () => {
      assert.deepEqual(groups(names), [...expected].map(it => it.split(' + ').sort().join(' + ')).sort());
    });
  }

  it('are apart and together as the user says', () => {
    const names = ['Ida Brandt', 'Ida M. Brandt', 'Brandt'];
    const apart = [{ name: 'Ida M. Brandt', path: null }];
    assert.deepEqual(groups(names, { apart, together: [] }), ['Brandt', 'Ida Brandt', 'Ida M. Brandt']);
    assert.deepEqual(groups(names, { apart, together: [['Ida Brandt', 'Brandt']] }), [
      'Brandt + Ida Brandt',
      'Ida M. Brandt',
    ]);
    const here = joinActors(articlesOf(['Ida Brandt', 'Ida Brandt']), {
      apart: [{ name: 'Ida Brandt', path: '1.txt' }],
      together: [],
    });
    assert.deepEqual(
      here.map(({ appearances }) => appearances.map(({ path }) => path)),
      [['0.txt'], ['1.txt']],
    );
  });

  it('come by number of claims, with the share that anonymous ones make', () => {
    const actors = joinActors(articlesOf(['Ida Brandt', '?an official', 'Otto Moll', 'Otto Moll']));
    assert.deepEqual(actors[0]?.name, 'Otto Moll');
    assert.equal(anonymousShare(actors), 0.25);
    assert.equal(anonymousShare([]), null);
  });
});
