import assert from 'node:assert/strict';
import type { ActorType } from '../../../src/analysis/contract';
import {
  joinActors,
  joinSteps,
  type NameDecisions,
  type SourcesOfArticle,
} from '../../../src/articles/corpus/joinActors';

/** A source an article: “Ida Brandt”, “=Quay Post” for a body, “?an official” for an anonymous one. */
const articlesOf = (names: readonly string[]) =>
  names.map((given, nth) => {
    const name = given.replace(/^[=?]/, '');
    const type: ActorType = given.startsWith('=') ? 'organization' : 'person';
    return {
      path: `${nth}.txt`,
      sources: [
        {
          actor: 'k1',
          name,
          type,
          anonymity: given.startsWith('?') ? ({ class: 'individual' } as const) : null,
          claims: 1,
        },
      ],
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
    // A middle name on one side only fits, unless a third one has another.
    [
      ['Otto J. Moll', 'Otto Moll', 'Skipper Otto Moll'],
      ['Otto J. Moll + Otto Moll', 'Skipper Otto Moll'],
    ],
    [
      ['Otto J. Moll', 'Otto Moll', 'Otto K. Moll'],
      ['Otto J. Moll', 'Otto Moll', 'Otto K. Moll'],
    ],
    [['Otto J. Moll', 'Otto Jan Moll', 'Otto Moll'], ['Otto J. Moll + Otto Jan Moll + Otto Moll']],
    [
      ['Otto K. Moll', 'Otto J. K. Moll'],
      ['Otto J. K. Moll', 'Otto K. Moll'],
    ],
    [['Otto J. Moll', 'Otto J. K. Moll'], ['Otto J. K. Moll + Otto J. Moll']],
    [['Ana de Sol', 'Ana Maria de Sol'], ['Ana Maria de Sol + Ana de Sol']],
    [['Bob Reyes', 'Robert “Bob” C. Reyes'], ['Bob Reyes + Robert “Bob” C. Reyes']],
    [['Ana Sol', 'Ana Sol Vega'], ['Ana Sol + Ana Sol Vega']],
    [
      ['Ana Sol', 'Ana Sol Vega', 'Ana Sol Prado'],
      ['Ana Sol', 'Ana Sol Prado', 'Ana Sol Vega'],
    ],
    // Jr. and Sr. are two people, and neither is the one without.
    [['Otto Moll Jr.', 'Otto J. Moll, Jr.'], ['Otto J. Moll, Jr. + Otto Moll Jr.']],
    [
      ['Otto Moll Jr.', 'Otto Moll Sr.', 'Otto Moll'],
      ['Otto Moll', 'Otto Moll Jr.', 'Otto Moll Sr.'],
    ],
    [
      ['Otto J. Moll Jr.', 'Otto J. Moll', 'Otto Moll'],
      ['Otto J. Moll + Otto Moll', 'Otto J. Moll Jr.'],
    ],
    [
      ['Otto Moll II', 'Otto Moll III'],
      ['Otto Moll II', 'Otto Moll III'],
    ],
    // Bodies are found by whatever names them for short, and by the words alone where these are whole.
    [['=Elden Port Authority', '=The Port Authority'], ['Elden Port Authority + The Port Authority']],
    [
      ['=Elden Port Authority', '=Quayside Port Authority', '=Port Authority'],
      ['Elden Port Authority', 'Port Authority', 'Quayside Port Authority'],
    ],
    [['=Ministry of Harbours and Lights', '=MHL'], ['MHL + Ministry of Harbours and Lights']],
    [['=Elden Harbour Watch Committee', '=EHW'], ['EHW + Elden Harbour Watch Committee']],
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
    const spellingOf = (name: string) =>
      joinActors(articlesOf([name])).flatMap(({ spellings }) => spellings)[0] ?? '';
    const together = [[spellingOf('Ida Brandt'), spellingOf('Brandt')]] as const;
    assert.deepEqual(groups(names, { apart, together }), ['Brandt + Ida Brandt', 'Ida M. Brandt']);
    // A body of that name is not meant.
    assert.deepEqual(groups([...names, '=Brandt'], { apart, together }), [
      'Brandt',
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

  it('are joined a little at a time', () => {
    const names = Array.from({ length: 500 }, (_, nth) => `Ida ${wordOf(nth)}`);
    let steps = 0;
    for (const work = joinSteps(articlesOf(names)); !work.next().done;) steps++;
    // Each article is read, each name compared, each actor made by itself.
    assert.ok(steps > 3 * names.length, `${steps} steps`);
  });

  it('are the same whatever the order of the articles', () => {
    const names = ['Ida Brandt', 'I. Brandt', 'Ida M. Brandt', '=EPA', '=Elden Port Authority', 'Otto Moll'];
    const told = (articles: readonly SourcesOfArticle[]) =>
      joinActors(articles).map(({ id, names: spellings }) => [id, [...spellings].sort()]);
    const articles = articlesOf(names);
    assert.deepEqual(told(articles.toReversed()), told(articles));
  });

  it('come by number of claims', () => {
    const actors = joinActors(articlesOf(['Ida Brandt', '?an official', 'Otto Moll', 'Otto Moll']));
    assert.deepEqual(actors[0]?.name, 'Otto Moll');
  });
});

/** A word of letters for each number. */
const wordOf = (nth: number): string =>
  [...nth.toString(16).padStart(4, '0')]
    .map(digit => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)))
    .join('');
