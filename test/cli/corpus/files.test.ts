import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ARTICLE_FILES, findArticles, folderProblem } from '../../../src/cli/corpus/files';
import { filesOf } from '../../../src/cli/corpus/output';

describe('the articles of a folder', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await mkdir(at('archive/day'), { recursive: true });
    await mkdir(at('other'));
    const files = ['archive/a.txt', 'archive/day/b.txt', 'other/c.txt'];
    for (const file of [...files, ...filesOf('archive/claims.csv')]) await writeFile(at(file), '');
    if (process.platform === 'win32') return;
    await symlink('../other', at('archive/linked'));
    await symlink('..', at('archive/day/above'));
    await symlink('../other/c.txt', at('archive/c.txt'));
    await symlink('archive', at('link'));
  });
  after(() => rm(folder, { recursive: true }));

  async function found(include: readonly string[], top = 'archive', own: readonly string[] = []) {
    const links: string[] = [];
    const articles = await findArticles(at(top), include, own, {
      unreadable: path => assert.fail(path),
      linkToFolder: path => links.push(path),
    });
    return { paths: articles.map(({ path }) => path), links: links.sort() };
  }

  for (const include of [ARTICLE_FILES, ['**']]) {
    it(`are not looked for in linked folders, which is told: ${include.join()}`, async function () {
      if (process.platform === 'win32') return this.skip();
      const { paths, links } = await found(include);
      assert.deepEqual(links, ['day/above', 'linked']);
      assert.deepEqual(
        paths.filter(path => path.endsWith('.txt')),
        ['a.txt', 'c.txt', 'day/b.txt'],
      );
      assert.ok(!paths.some(path => links.includes(path)));
    });
  }

  it('are not what the run itself writes, however the folder is named', async function () {
    if (process.platform === 'win32') return this.skip();
    const own = filesOf(at('archive/claims.csv'));
    for (const top of ['archive', 'link'])
      assert.deepEqual((await found(['**'], top, own)).paths, ['a.txt', 'c.txt', 'day/b.txt']);
  });

  it('cannot be looked for in what is no folder', async () => {
    assert.deepEqual(
      await Promise.all(['archive', 'archive/a.txt', 'nowhere'].map(it => folderProblem(at(it)))),
      [null, 'is no folder', 'is no folder'],
    );
  });
});
