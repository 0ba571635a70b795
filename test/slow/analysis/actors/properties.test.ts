import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read, slice, type Article } from '../../../analysis/actors/article';
import { assertSpansWithin } from '../../../analysis/spansIn';

const sentences = [
  '{Jane Doe, a spokeswoman for the Harbour Institute,} said she was glad. ',
  '“I am not,” said {Mayor Tom Roe}. ',
  '{Two officials briefed on the talks} told the Daily Harbour that they were tired. ',
  '{The officials} left. ',
  'Doe met the mayor and his lawyer, Ann Lee, in Northport. ',
  "{It} was reported by the Harbour Workers' Union (HWU).\n",
  'NORTHPORT MAYOR MEETS DOE\n',
  '{A source}, who asked not to be named because she feared reprisals, said no. ',
  'The HWU’s chief executive, Jim “Sticks” Hale Jr., agreed with both men. ',
];
const fragments = [
  '"',
  '“',
  '’s ',
  '(',
  ' — ',
  '\n',
  'and ',
  'the ',
  ', ',
  '. ',
  'Mr. ',
  'é',
  '\ud800',
  ' ',
  '1,000 ',
  'OF ',
];
const article = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...sentences) },
      { weight: 1, arbitrary: fc.constantFrom(...fragments) },
    ),
    {
      maxLength: 25,
    },
  )
  .map(pieces => pieces.join(''));

describe('actors of any article', () => {
  // The seed gives all the properties the same articles.
  const articles = new Map<string, Article>();
  const known = (markup: string): Article => {
    const found = articles.get(markup) ?? read(markup);
    articles.set(markup, found);
    return found;
  };
  const holds = (name: string, check: (article: Article) => void): void => {
    it(name, () => {
      fc.assert(
        fc.property(article, markup => check(known(markup))),
        { numRuns: 60 },
      );
    });
  };

  holds('have spans within the text, none of them empty', ({ actors, text }) => {
    assertSpansWithin(text, actors);
  });

  holds('have roles and affiliations that read as their spans do', ({ actors, text }) => {
    for (const role of actors.flatMap(({ roles }) => roles)) {
      assert.equal(role.text, slice(text, role.span));
      if (role.affiliation) assert.equal(role.affiliation.text, slice(text, role.affiliation.span));
    }
  });

  holds('share no mention', ({ actors }) => {
    const places = actors.flatMap(({ mentions }) => mentions.map(({ span }) => JSON.stringify(span)));
    assert.equal(new Set(places).size, places.length);
  });

  holds('are numbered in the order of their first mention', ({ actors }) => {
    assert.deepEqual(
      actors.map(({ id }) => id),
      actors.map((_, index) => `k${index + 1}`),
    );
  });

  holds('stand behind every source', ({ actors, attributed }) => {
    const ids = new Set(actors.map(({ id }) => id));
    for (const { source } of attributed.flat()) assert.ok(source !== null && ids.has(source));
  });

  holds('have a record of anonymity if and only if they are anonymous', ({ actors }) => {
    for (const { anonymous, anonymity } of actors) assert.equal(anonymous, anonymity !== null);
  });

  it('are the same on every run', () => {
    fc.assert(
      fc.property(article, markup => assert.deepEqual(read(markup).actors, read(markup).actors)),
      { numRuns: 20 },
    );
  });
});
