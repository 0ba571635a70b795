import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../../src/cli/corpus/cacheFolder';
import { pruneCache } from '../../../src/cli/corpus/cachePruning';

/** As long as those of the run. */
const keyOf = (digit: number) => `${digit}`.repeat(64);

describe('the cache in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
  async function age(file: string, days: number): Promise<void> {
    const used = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    await utimes(file, used, used);
  }
  /** An entry of 100 bytes that was last used so many days ago. */
  async function keep(digit: number, days: number): Promise<void> {
    await cacheFolder(folder).write(keyOf(digit), 'x'.repeat(100));
    await age(fileOf(keyOf(digit)), days);
  }
  async function kept(): Promise<number[]> {
    const digits: number[] = [];
    for (let digit = 0; digit < 10; digit++) {
      if ((await cacheFolder(folder).read(keyOf(digit))) !== null) digits.push(digit);
    }
    return digits;
  }

  it('has what was written, and nothing for another key', async () => {
    await cacheFolder(folder).write(keyOf(1), 'one');
    assert.deepEqual(
      [await cacheFolder(folder).read(keyOf(1)), await cacheFolder(folder).read(keyOf(2))],
      ['one', null],
    );
  });

  it('is for nobody else on this computer', async function () {
    if (process.platform === 'win32') return this.skip();
    const cache = join(folder, 'new');
    await cacheFolder(cache).write(keyOf(1), 'one');
    const modes = [cache, join(cache, '11'), join(cache, '11', `${keyOf(1).slice(2)}.json`)].map(
      async path => (await stat(path)).mode & 0o777,
    );
    assert.deepEqual(await Promise.all(modes), [0o700, 0o700, 0o600]);
  });

  it('loses what was not used for long', async () => {
    await keep(1, 91);
    await keep(2, 89);
    await pruneCache(folder, { days: 90, bytes: 1000 });
    assert.deepEqual(await kept(), [2]);
  });

  it('loses what was used longest ago where it is too large', async () => {
    await keep(3, 3);
    await keep(1, 1);
    await keep(2, 2);
    await pruneCache(folder, { days: 90, bytes: 250 });
    assert.deepEqual(await kept(), [1, 2]);
  });

  it('keeps what was read meanwhile', async () => {
    await keep(1, 89);
    await keep(2, 89);
    await cacheFolder(folder).read(keyOf(1));
    await pruneCache(folder, { days: 1, bytes: 1000 });
    assert.deepEqual(await kept(), [1]);
  });

  it('loses halves of killed runs, and nothing that is not its own', async () => {
    const old = [
      `${fileOf(keyOf(1))}.123-0`,
      join(folder, '11', 'notes.json'),
      join(folder, 'notes', keyOf(2)),
    ];
    for (const file of old) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, 'x');
      await age(file, 100);
    }
    await pruneCache(folder, { days: 90, bytes: 0 });
    assert.deepEqual(await readdir(join(folder, '11')), ['notes.json']);
    assert.deepEqual(await readdir(join(folder, 'notes')), [keyOf(2)]);
  });

  it('need not be there', async () => {
    await pruneCache(join(folder, 'nowhere'), { days: 90, bytes: 0 });
  });

  it('says in words why it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const cache = cacheFolder(join(folder, 'file'));
    await assert.rejects(cache.write(keyOf(1), ''), {
      message: `${join(folder, 'file')}: a file is in the place of the folder`,
    });
  });
});
