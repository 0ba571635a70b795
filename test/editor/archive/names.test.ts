import * as assert from 'node:assert/strict';
import { AllArticlesModel } from '../../../src/editor/archive/allArticlesModel';
import {
  apart,
  Archive,
  isDecided,
  together,
  undecided,
  type KeptArticle,
} from '../../../src/editor/archive/archive';
import { Pages } from '../../../src/editor/pages';

const NOTHING_SAID = { apart: [], together: [] };

const articleWith = (...names: readonly string[]): KeptArticle => ({
  title: '',
  date: null,
  anonymous: 0,
  sources: names.map((name, nth) => ({
    actor: `k${nth}`,
    name,
    type: 'organization',
    anonymity: null,
    claims: 1,
  })),
  claims: [],
});

const archiveOf = (...articles: readonly KeptArticle[]) => {
  const archive = new Archive(NOTHING_SAID);
  articles.forEach((article, nth) => {
    archive.add(`file:///${nth}.article`, 'key', article);
  });
  return archive;
};

describe('names over all articles', () => {
  it('are found whatever the form of their apostrophes and white space', async () => {
    const archive = archiveOf(articleWith('Orla O’Neill', 'Tom Reyes'));
    for (const search of ["O'Neill", 'o’neill', ' orla\u00a0 O’NEILL ']) {
      const model = new AllArticlesModel(
        {
          archive,
          failures: new Map(),
          options: { grouping: 'actor', order: 'claims', search },
          claimsOf: () => Promise.resolve([]),
        },
        new Pages(),
      );
      assert.equal(await model.size(), 1, search);
    }
  });

  it('stay decided, and can be taken back, when another article’s spelling comes first', async () => {
    const said = archiveOf(articleWith('Harbour Board', 'Quay Watch'));
    const [one, other] = await said.actors();
    assert.ok(one && other);
    const joined = together(said.names, one, other);
    const archive = archiveOf(articleWith('the Harbour board', 'QUAY WATCH'));
    archive.names = joined;
    const [actor, ...others] = await archive.actors();
    assert.ok(actor && others.length === 0);
    assert.ok(isDecided(joined, actor));
    assert.deepEqual(undecided(joined, actor), NOTHING_SAID);
  });

  it('that were told apart are joined in any spelling', async () => {
    const archive = archiveOf(articleWith('The Harbour Board', 'Quay Watch'));
    archive.names = apart(archive.names, 'Harbour Board', null);
    const [one, other] = await archive.actors();
    assert.ok(one && other);
    archive.names = together(archive.names, one, other);
    assert.deepEqual(archive.names.apart, []);
    assert.equal((await archive.actors()).length, 1);
  });
});
