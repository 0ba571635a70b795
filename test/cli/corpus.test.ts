import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionFiles } from '../../src/articles/host';
import { corpusCommand } from '../../src/cli/corpus';
import { UnreadableError } from '../../src/platform/node/input';
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
    await mkdir(join(folder, 'empty'));
  });
  after(() => rm(folder, { recursive: true }));

  const files: ExtensionFiles = { path: it => it, read: () => Promise.resolve(new Uint8Array()) };
  const corpus = (table: string, own = files) =>
    run(
      terminal => corpusCommand(terminal, own, __filename),
      [join(folder, 'empty'), '-o', table, '--no-cache', '-j', '1'],
    );

  it('leaves no file open where the table cannot be written', async function () {
    if (!existsSync('/proc/self/fd')) return this.skip();
    const table = join(folder, 'table.csv');
    await symlink('/dev/full', `${table}.writing`);
    const { err, exitCode } = await corpus(table);
    assert.deepEqual(
      [err, exitCode],
      [`sourcelight: ${table}: the disk is full; the same command goes on from here\n`, 1],
    );
    assert.deepEqual(await openFiles(folder), []);
  });

  it('does not begin where a folder has the name of the table', async () => {
    const table = join(folder, 'folder.csv');
    await mkdir(table);
    const { err } = await corpus(table);
    assert.equal(err, `error: --out: ${table} is there, and is no file\n`);
    assert.ok(!existsSync(`${table}.journal`));
  });

  it('does not begin with an empty glob', async () => {
    const table = join(folder, 'glob.csv');
    const args = [join(folder, 'empty'), '-o', table, '--include', ''];
    const { err } = await run(terminal => corpusCommand(terminal, files, __filename), args);
    assert.match(err, /^error: option '--include <glob>' argument '' is invalid\. It is empty\.\n/);
    assert.ok(!existsSync(`${table}.journal`));
  });

  it('says in a line what is missing of the program itself', async () => {
    const missing = (file: string) =>
      file.endsWith('worker.js') ? Promise.reject(new UnreadableError('no such file')) : files.read(file);
    const { err, exitCode } = await corpus(join(folder, 'x.csv'), { ...files, read: missing });
    assert.deepEqual(
      [err, exitCode],
      ['sourcelight: dist/worker.js: no such file; Sourcelight is to be installed anew\n', 1],
    );
  });
});
