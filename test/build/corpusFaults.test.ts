import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleOf, endOf, program, start as startIn, writeArticles, type Ended } from './corpusFixture';

const hasUnix = process.platform === 'linux';
/** Whether a file system of our own can be mounted, for our processes only. */
const mounts =
  hasUnix &&
  spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

describe('a corpus run that meets faults, as it is shipped', () => {
  let folder: string;
  /** What a run without faults writes. */
  let whole: string;
  const at = (...names: string[]) => join(folder, ...names);
  const start = (...args: string[]) => startIn(folder, 'corpus', ...args);
  const corpus = (...args: string[]): Promise<Ended> => endOf(start(...args));

  /** In a shell that has a file system of its own in `small`: of 256 KB. */
  function shell(script: string): Promise<Ended> {
    const prelude = `
      set -e
      mount -t tmpfs -o size=256k none small
      corpus() { "${process.execPath}" "${program}" corpus "$@"; }
    `;
    return endOf(
      spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', prelude + script], { cwd: folder }),
    );
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await writeArticles(at('archive'), 40);
    await mkdir(at('small'));
    await corpus('archive', '-o', 'whole.csv', '--cache', 'cache');
    whole = await readFile(at('whole.csv'), 'utf8');
  });
  after(() => rm(folder, { recursive: true }));

  it('gives up an article that takes more memory than a job may have, and analyses the others', async () => {
    await writeArticles(at('heavy'), 3);
    const article = articleOf(1);
    await writeFile(at('heavy', 'b.txt'), article.repeat((12 * 2 ** 20) / article.length));
    const { code, out, err } = await corpus(
      ...['heavy', '-o', 'heavy.csv', '--no-cache', '-j', '1', '--memory', '64'],
    );
    assert.equal(code, 1);
    assert.match(out, /^3 articles, /);
    assert.match(err, /b\.txt: the analysis broke off twice: .*memory/);
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`stops at ${signal}, says how to go on, and goes on`, async function () {
      if (process.platform === 'win32') return this.skip();
      const table = `${signal}.csv`;
      const first = start('archive', '-o', table, '-j', '1', '--no-cache');
      const ended = endOf(first);
      first.stderr.once('data', () => first.kill(signal));
      const stopped = await ended;
      assert.deepEqual([stopped.code, stopped.out], [code, '']);
      assert.match(stopped.err, /\nsourcelight: interrupted; the same command goes on from here\n$/);
      assert.deepEqual(await besides(table), [`${table}.journal`]);
      const second = await corpus('archive', '-o', table, '-j', '1', '--no-cache');
      assert.match(
        second.err,
        /^sourcelight: going on with a run that was interrupted after [1-9]\d* articles\n/,
      );
      assert.equal(await readFile(at(table), 'utf8'), whole);
    });
  }

  it('writes the whole table when nobody reads what it tells any more', async () => {
    const run = start('archive', '-o', 'unread.csv', '-j', '1', '--no-cache');
    run.stdout.destroy();
    await once(run.stderr, 'data');
    run.stderr.destroy();
    assert.deepEqual(await once(run, 'close'), [0, null]);
    assert.equal(await readFile(at('unread.csv'), 'utf8'), whole);
    assert.deepEqual(await besides('unread.csv'), []);
  });

  it('says that the disk is full where the table does not fit, leaves no half, and goes on later', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    await symlink('/dev/full', at('full.csv.writing'));
    const { code, out, err } = await corpus('archive', '-o', 'full.csv', '--cache', 'cache');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /\nsourcelight: full\.csv: the disk is full; the same command goes on from here\n$/);
    assert.deepEqual(await besides('full.csv'), ['full.csv.journal']);
    const later = await corpus('archive', '-o', 'full.csv', '--cache', 'cache');
    assert.match(later.err, /^sourcelight: going on .* after 40 articles\n/);
    assert.equal(await readFile(at('full.csv'), 'utf8'), whole);
  });

  it('says that the disk is full where the journal does not fit, and goes on once it does', async function () {
    if (!mounts) return this.skip();
    const { code, err } = await shell(`
      dd if=/dev/zero of=small/other bs=1k count=200 2>/dev/null
      set +e
      corpus archive -o small/table.csv -j 2 --cache cache >&2
      echo "ended with $?" >&2
      rm small/other
      corpus archive -o small/table.csv -j 2 --cache cache >/dev/null && cmp small/table.csv whole.csv
    `);
    assert.equal(code, 0, err);
    assert.match(
      err,
      /sourcelight: small\/table\.csv: the disk is full; the same command goes on from here\nended with 1\n/,
    );
    assert.match(err, /going on with a run that was interrupted after [1-9]\d* articles/);
  });

  it('can be started again after a disk had no room for the lock', async function () {
    if (!mounts) return this.skip();
    const { code, err } = await shell(`
      set +e
      dd if=/dev/zero of=small/other bs=1k 2>/dev/null
      corpus archive -o small/table.csv --cache cache
      echo "ended with $?" >&2
      rm small/other
      corpus archive -o small/table.csv --cache cache >/dev/null && cmp small/table.csv whole.csv
    `);
    assert.equal(code, 0, err);
    assert.match(err, /: the disk is full; .*\nended with 1\n/);
  });

  for (const [fault, prepare] of [
    ['the disk is full', 'dd if=/dev/zero of=small/other bs=1k count=240 2>/dev/null'],
    ['it may not be written', 'mount -t tmpfs -o ro none small'],
  ] as const) {
    it(`goes on without a cache of which ${fault}, and says so once`, async function () {
      if (!mounts) return this.skip();
      const { code, err } = await shell(`
        ${prepare} || true
        corpus archive -o uncached.csv -j 2 --cache small >/dev/null
        find small -name '*.json.*' >&2
      `);
      assert.equal(code, 0, err);
      assert.deepEqual(err.match(/.*\bcache\b.*/g), [
        `sourcelight: the cache is not used from here on: small: ${fault}`,
      ]);
      assert.doesNotMatch(err, /\.json\./);
      assert.equal(await readFile(at('uncached.csv'), 'utf8'), whole);
    });
  }

  it('writes to where a link in the place of the table leads', async function () {
    if (!hasUnix) return this.skip();
    await mkdir(at('shared'));
    await symlink('shared/claims.csv', at('linked.csv'));
    for (let times = 0; times < 2; times++) {
      assert.equal((await corpus('archive', '-o', 'linked.csv', '--cache', 'cache')).code, 0);
      assert.equal(await readlink(at('linked.csv')), 'shared/claims.csv');
      assert.equal(await readFile(at('shared', 'claims.csv'), 'utf8'), whole);
      assert.deepEqual(await readdir(at('shared')), ['claims.csv']);
    }
  });

  it('keeps the table of an earlier run where every article fails', async () => {
    await mkdir(at('binary'));
    await writeFile(at('binary', 'picture.txt'), Buffer.from([0x89, 0x50, 0, 1]));
    await writeFile(at('earlier.csv'), 'earlier');
    const { code, err } = await corpus('binary', '-o', 'earlier.csv', '--no-cache');
    assert.equal(code, 1);
    assert.match(err, /sourcelight: earlier\.csv is not written, as every article failed\n/);
    assert.equal(await readFile(at('earlier.csv'), 'utf8'), 'earlier');
    assert.deepEqual(await besides('earlier.csv'), []);
  });

  it('keeps the table of an earlier run where the folder may not be read', async function () {
    // The superuser may read everything.
    if (!hasUnix || process.getuid?.() === 0) return this.skip();
    await mkdir(at('closed'), { mode: 0 });
    await writeFile(at('kept.csv'), 'earlier');
    const { code, err } = await corpus('closed', '-o', 'kept.csv', '--no-cache');
    assert.deepEqual([code, err], [2, 'error: closed: permission denied\n']);
    assert.equal(await readFile(at('kept.csv'), 'utf8'), 'earlier');
  });

  it('says why a table cannot be written at all', async () => {
    const { code, out, err } = await corpus('archive', '-o', 'nowhere/table.csv', '--no-cache');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^sourcelight: nowhere\/table\.csv: there is no such folder/);
  });

  it('names a file that is gone when its turn comes', async () => {
    await writeArticles(at('going'), 40);
    const run = start('going', '-o', 'going.csv', '-j', '1', '--no-cache');
    const ended = endOf(run);
    run.stderr.once('data', () => void rm(at('going', 'day 6', 'article-6.txt')));
    const { code, out, err } = await ended;
    assert.equal(code, 1);
    assert.match(out, /^39 articles, /);
    assert.match(err, /day 6\/article-6\.txt: no such file\n/);
  });

  it('names what may not be read, leads nowhere or is no file, and analyses the others', async function () {
    if (!hasUnix) return this.skip();
    await writeArticles(at('odd'), 3);
    await writeFile(at('odd', 'closed.txt'), articleOf(7), { mode: 0 });
    await symlink('nowhere', at('odd', 'link.txt'));
    await symlink('loop.txt', at('odd', 'loop.txt'));
    spawnSync('mkfifo', [at('odd', 'pipe.txt')]);
    const { code, out } = await corpus('odd', '-o', 'odd.csv', '--no-cache');
    // The superuser may read everything.
    const isRefused = process.getuid?.() !== 0;
    const failed = {
      ...(isRefused ? { 'closed.txt': 'permission denied' } : {}),
      'link.txt': 'no such file',
      'loop.txt': 'cannot be read (ELOOP)',
      'pipe.txt': 'is no file',
    };
    assert.equal(code, 1);
    assert.ok(out.startsWith(`${isRefused ? 3 : 4} articles, `));
    assert.equal(
      out.slice(out.indexOf('Failed:')),
      ['Failed:', ...Object.entries(failed).map(([file, why]) => `  ${file}: ${why}`), ''].join('\n'),
    );
  });

  it('draws a bar in a terminal, and shows the cursor again after Ctrl+C', async function () {
    if (spawnSync('script', ['--version']).status !== 0 || !hasUnix) return this.skip();
    const command = `"${process.execPath}" "${program}" corpus archive -o bar.csv -j 1 --no-cache`;
    const terminal = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder });
    let shown = '';
    for await (const text of terminal.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      // As the key does: the terminal tells the program.
      if (!/ [1-9]\d*\/40 articles/.test(shown) && / [1-9]\d*\/40 articles/.test(shown + text))
        terminal.stdin.write('\x03');
      shown += text;
    }
    if (terminal.exitCode === null) await once(terminal, 'close');
    assert.match(shown, /█+░+ \d+ % · \d+\/40 articles · 0 failed/);
    assert.match(shown, /interrupted; the same command goes on from here/);
    assert.ok(shown.lastIndexOf('\u001b[?25h') > shown.lastIndexOf('\u001b[?25l'));
    assert.equal(terminal.exitCode, 130);
  });

  /** What lies beside a table. */
  async function besides(table: string): Promise<string[]> {
    return (await readdir(folder)).filter(name => name.startsWith(`${table}.`));
  }
});
