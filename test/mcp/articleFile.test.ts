import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticleFile } from '../../src/mcp/articleFile';
import { ToolError } from '../../src/tools/input';

describe('the files that a language model can have read', () => {
  let outside: string;
  let folder: string;

  before(async () => {
    outside = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    folder = join(outside, 'desk');
    await mkdir(join(folder, 'drafts'), { recursive: true });
    await writeFile(join(folder, 'drafts', 'bridge.txt'), '\ufeff“No,” she said.');
    await writeFile(join(folder, '..hidden.txt'), 'Dots.');
    await writeFile(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    await writeFile(join(folder, 'huge.txt'), '');
    await truncate(join(folder, 'huge.txt'), 5_000_001);
    await writeFile(join(outside, 'secret.txt'), 'Secret.');
    await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'), 'file');
  });
  after(() => rm(outside, { recursive: true }));

  const textAt = async (path: string) => (await readArticleFile(folder, path)).text;

  it('are those of its folder, by relative path', async () => {
    assert.equal(await textAt('drafts/bridge.txt'), '“No,” she said.');
    assert.equal(await textAt('..hidden.txt'), 'Dots.');
  });

  it('or by absolute path', async () => {
    assert.equal(await textAt(join(folder, 'drafts', 'bridge.txt')), '“No,” she said.');
  });

  const refused: [path: string, reason: string][] = [
    ['no.txt', 'no such file'],
    ['drafts', 'is a directory'],
    ['picture.png', 'is a binary file, not text'],
    ['huge.txt', 'is larger than 5 MB'],
    ['../secret.txt', 'is outside of the folder that the server runs in'],
    ['link.txt', 'is outside of the folder that the server runs in'],
    ['.', 'is outside of the folder that the server runs in'],
    ['a\0b', 'cannot be read (ERR_INVALID_ARG_VALUE)'],
  ];
  for (const [path, reason] of refused) {
    it(`not ${JSON.stringify(path)}: ${reason}`, async () => {
      await assert.rejects(readArticleFile(folder, path), new ToolError(`${path}: ${reason}`));
    });
  }
});
