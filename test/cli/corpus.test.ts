import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusCommand } from '../../src/cli/corpus';
import { run } from './terminal';

/** Those that this process has open below a folder. */
async function openFiles(folder: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  const files = await Promise.all(descriptors.map(it => readlink(join('/proc/self/fd', it)).catch(() => '')));
  return files.filter(file => file.startsWith(folder));
}

describe('sourcelight corpus', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('leaves no file open where the table cannot be written', async function () {
    if (!existsSync('/proc/self/fd')) return this.skip();
    await mkdir(join(folder, 'empty'));
    const table = join(folder, 'table.csv');
    await mkdir(table);
    const files = { path: (it: string) => it, read: () => Promise.resolve(new Uint8Array()) };
    const { err, exitCode } = await run(
      terminal => corpusCommand(terminal, files, __filename),
      [join(folder, 'empty'), '-o', table, '--no-cache', '-j', '1'],
    );
    assert.deepEqual(
      [err, exitCode],
      [`sourcelight: ${table}: it is a folder; the same command goes on from here\n`, 1],
    );
    assert.deepEqual(await openFiles(folder), []);
  });
});
