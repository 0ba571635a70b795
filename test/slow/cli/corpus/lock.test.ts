import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { LockedError, takeLock } from '../../../../src/cli/corpus/lock';

describe('a lock', () => {
  let folder: string;
  let path: string;
  const heldBy = (holder: unknown) => writeFile(path, JSON.stringify(holder));
  const ended = () => spawnSync(process.execPath, ['--version']).pid;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    path = join(folder, 'claims.csv.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('can be had again once it is given back, and leaves nothing', async () => {
    for (let times = 0; times < 2; times++) {
      const giveBack = await takeLock(path);
      await giveBack();
    }
    assert.deepEqual(await readdir(folder), []);
  });

  it('is given back where its name leaves no room for a longer one', async () => {
    const giveBack = await takeLock(join(folder, 'x'.repeat(250)));
    await giveBack();
    assert.deepEqual(await readdir(folder), []);
  });

  it('is not given while a process has it, which is named', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(other, 'spawn');
    await heldBy({ pid: other.pid, host: hostname() });
    await assert.rejects(takeLock(path), (error: unknown) => {
      assert.ok(error instanceof LockedError);
      assert.ok(
        error.message.includes(`process ${other.pid} on ${hostname()}`) && error.message.includes(path),
      );
      return true;
    });
    const gone = once(other, 'exit');
    other.kill();
    await gone;
    await (
      await takeLock(path)
    )();
  });

  const unknown: [what: string, content: () => string][] = [
    ['of another machine', () => JSON.stringify({ pid: ended(), host: `not-${hostname()}` })],
    ['that is just being written', () => ''],
    ['that is something else', () => '[]'],
  ];
  for (const [what, content] of unknown) {
    it(`is not taken from one ${what}`, async () => {
      await writeFile(path, content());
      await assert.rejects(takeLock(path), LockedError);
      assert.equal((await readFile(path, 'utf8')).length, content().length);
    });
  }

  for (const content of ['', '{"pid":12']) {
    it(`is taken over from one that was killed as it wrote its name: “${content}”`, async () => {
      await writeFile(path, content);
      const then = new Date(Date.now() - 60_000);
      await utimes(path, then, then);
      const giveBack = await takeLock(path);
      assert.ok((await readFile(path, 'utf8')).includes(`${process.pid}`));
      await giveBack();
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it('is taken over from a process whose number another one has by now', async function () {
    // Others do not tell when a process was started.
    if (process.platform !== 'linux') this.skip();
    await heldBy({ pid: process.ppid, host: hostname(), started: '1' });
    await (
      await takeLock(path)
    )();
  });

  it('is taken over after one was killed as it took it over, of which nothing is left', async () => {
    for (const file of [path, `${path}.taking`])
      await writeFile(file, JSON.stringify({ pid: ended(), host: hostname(), started: null }));
    const giveBack = await takeLock(path);
    await giveBack();
    assert.deepEqual(await readdir(folder), []);
  });

  it('is not taken over while another process does so', async () => {
    await heldBy({ pid: ended(), host: hostname(), started: null });
    await writeFile(`${path}.taking`, JSON.stringify({ pid: process.ppid, host: hostname(), started: null }));
    await assert.rejects(takeLock(path), LockedError);
    assert.equal((await readdir(folder)).length, 2);
  });

  it('of a process that has ended is taken over by one only, also where one was killed as it did so', async () => {
    for (const file of [path, `${path}.taking`])
      await writeFile(file, JSON.stringify({ pid: ended(), host: hostname(), started: null }));
    const outfile = join(folder, 'lock.cjs');
    buildSync({
      entryPoints: [join(process.cwd(), 'src/cli/corpus/lock.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
    });
    const script = `
      const { takeLock } = require(${JSON.stringify(outfile)});
      process.stdin.once('data', async () => {
        console.log(await takeLock(${JSON.stringify(path)}).then(() => 'taken', () => 'refused'));
      });
      console.log('ready');
    `;
    const rivals = Array.from({ length: 4 }, () => spawn(process.execPath, ['-e', script]));
    const gone = rivals.map(rival => once(rival, 'exit'));
    const said = async () =>
      Promise.all(rivals.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
    try {
      await said();
      const answers = said();
      for (const { stdin } of rivals) stdin.write('go\n');
      assert.deepEqual((await answers).sort(), ['refused', 'refused', 'refused', 'taken']);
    } finally {
      for (const rival of rivals) rival.kill();
      await Promise.all(gone);
    }
  }).timeout(30_000);
});
