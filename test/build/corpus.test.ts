import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { decided, writeUserFile } from '../platform/decided';
import {
  articleOf,
  endOf,
  numbersFrom,
  program,
  start as startIn,
  writeArticles,
  type Ended,
} from './corpusFixture';

describe('sourcelight corpus, as it is shipped', () => {
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  const start = (...args: string[]) => startIn(folder, ...args);

  const sourcelight = (...args: string[]): Promise<Ended> => endOf(start(...args));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await writeArticles(at('archive'), 40);
  });
  after(() => rm(folder, { recursive: true }));

  it('writes the same table whatever the number of jobs, and with a cache analyses nothing again', async () => {
    const one = await sourcelight('corpus', 'archive', '-o', 'one.csv', '-j', '1', '--no-cache');
    assert.deepEqual([one.code, one.err.split('\n')[0]], [0, '4 of 40 articles']);
    assert.match(one.out, /^40 articles, \d+ claims/);
    await sourcelight('corpus', 'archive', '-o', 'two.csv', '-j', '2', '--cache', 'cache');
    const again = await sourcelight('corpus', 'archive', '-o', 'three.csv', '-j', '2', '--cache', 'cache');
    assert.match(again.out, /From the cache: 40\n/);
    const table = await readFile(at('one.csv'), 'utf8');
    assert.ok(table.split('\r\n').length > 100);
    assert.equal(await readFile(at('two.csv'), 'utf8'), table);
    assert.equal(await readFile(at('three.csv'), 'utf8'), table);
    assert.deepEqual(
      (await readdir(folder)).filter(name => /journal|lock|writing/.test(name)),
      [],
    );
  });

  it('killed ten times and started again, it writes what a run in one piece writes', async () => {
    await sourcelight('corpus', 'archive', '-o', 'whole.ndjson', '-j', '2', '--no-cache');
    const number = numbersFrom(7);
    let killed = 0;
    let resumed = 0;
    for (let tries = 0; killed < 10 && tries < 30; tries++) {
      const child = start('corpus', 'archive', '-o', 'pieces.ndjson', '-j', '1', '--no-cache');
      const closed = once(child, 'close');
      // At one of the first things that it does to its files and then some: when it takes the lock, opens the journal
      // or has done some articles.
      let left = number(12);
      const watcher = watch(folder, (_, name) => {
        if (name?.startsWith('pieces.') && left-- === 0) setTimeout(() => child.kill('SIGKILL'), number(15));
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('going on')) resumed++;
      });
      await closed;
      watcher.close();
      if (child.signalCode === 'SIGKILL') killed++;
    }
    assert.equal(killed, 10);
    assert.ok(resumed > 0);
    const last = await sourcelight('corpus', 'archive', '-o', 'pieces.ndjson', '-j', '2', '--no-cache');
    assert.equal(last.code, 0);
    assert.deepEqual(await readFile(at('pieces.ndjson')), await readFile(at('whole.ndjson')));
  });

  it('writes Parquet that DuckDB reads, with the same answer to who is quoted most as from CSV', async function () {
    const duckdb = await import('@duckdb/node-api').catch(() => null);
    if (!duckdb) {
      console.log('        DuckDB has no build for this platform.');
      return this.skip();
    }
    await sourcelight('corpus', 'archive', '-o', 'claims.parquet', '--cache', 'cache');
    await sourcelight('corpus', 'archive', '-o', 'claims.csv', '--cache', 'cache');
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const ask = async (question: string) => (await connection.runAndReadAll(question)).getRowsJson();
    const quotedMost = (table: string) =>
      ask(
        `SELECT source, count(*) AS claims, count(DISTINCT article) AS articles FROM '${at(table)}' ` +
          `WHERE kind <> 'indirect' AND NOT anonymous GROUP BY source ORDER BY claims DESC, source LIMIT 5`,
      );
    const most = await quotedMost('claims.parquet');
    assert.equal(most.length, 5);
    assert.deepEqual(await quotedMost('claims.csv'), most);
    assert.deepEqual(
      await ask(
        `SELECT typeof(anonymous), typeof(start), typeof(confidence), typeof(claim) FROM '${at('claims.parquet')}' LIMIT 1`,
      ),
      [['BOOLEAN', 'INTEGER', 'DOUBLE', 'VARCHAR']],
    );
    connection.closeSync();
  });

  it('answers what the documentation asks of the table', async function () {
    const duckdb = await import('@duckdb/node-api').catch(() => null);
    if (!duckdb) return this.skip();
    const [, question] =
      /duckdb -c "([^"]+)"/.exec(await readFile(join(root, 'docs', 'corpus.md'), 'utf8')) ?? [];
    assert.ok(question);
    await sourcelight('corpus', 'archive', '-o', 'claims.parquet', '--cache', 'cache');
    const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
    const answer = await connection.runAndReadAll(question.replace('claims.parquet', at('claims.parquet')));
    assert.deepEqual(answer.columnNames(), ['source', 'claims']);
    assert.ok(answer.getRowsJson().length > 0);
    connection.closeSync();
  });

  it('heeds what was decided, also where it has the articles in the cache', async () => {
    await writeArticles(at('decided'), 3);
    const run = async (...args: string[]) => {
      const { code, err } = await sourcelight(
        'corpus',
        'decided',
        '-o',
        'decided.csv',
        '--cache',
        'cache',
        ...args,
      );
      assert.equal(code, 0);
      return { table: await readFile(at('decided.csv'), 'utf8'), err };
    };
    const before = await run();
    const file = 'day 0/article-0.txt';
    const text = await readFile(at('decided', file), 'utf8');
    const source =
      before.table
        .split('\r\n')
        .find(row => row.startsWith(file))
        ?.split(',')[5] ?? '';
    await writeUserFile(
      at('decided'),
      'decisions.ndjson',
      `${decided(text, file, source, 'named')}\nno decision\n`,
    );
    const after = await run();
    assert.match(after.table, /article-0\.txt,[^\n]*,Wen Halloran,/);
    assert.equal(after.err.match(/decisions\.ndjson:2: cannot be read as a decision/g)?.length, 1);
    assert.deepEqual((await run('--no-decisions')).table, before.table);
  });

  it('leaves a table alone that another run is writing', async () => {
    const first = start('corpus', 'archive', '-o', 'shared.csv', '-j', '1', '--no-cache');
    const closed = once(first, 'close');
    await once(first.stderr, 'data');
    const second = await sourcelight('corpus', 'archive', '-o', 'shared.csv', '--no-cache');
    assert.deepEqual([second.code, second.out], [1, '']);
    assert.match(second.err, /^sourcelight: shared\.csv: another run is writing it \(process \d+ on /);
    assert.deepEqual(await closed, [0, null]);
    assert.equal(await readFile(at('shared.csv'), 'utf8'), await readFile(at('one.csv'), 'utf8'));
    assert.ok(!(await readdir(folder)).some(name => name.startsWith('shared.csv.')));
  });

  it('goes on over files that are no articles, and names them', async () => {
    await writeArticles(at('mixed'), 3);
    await writeFile(at('mixed', 'picture.txt'), Buffer.from([0x89, 0x50, 0, 1]));
    await writeFile(
      at('mixed', 'cut.txt'),
      Buffer.concat([Buffer.from(articleOf(9)), Buffer.from([0xe9, 0x20])]),
    );
    await writeFile(at('mixed', 'huge.txt'), Buffer.alloc(17 * 2 ** 20, 'Nothing. '));
    await writeFile(at('mixed', 'empty.md'), '');
    const { code, out, err } = await sourcelight('corpus', 'mixed', '-o', 'mixed.csv', '--no-cache');
    assert.equal(code, 1);
    assert.match(out, /^4 articles, .*\n(?:.*\n)*Left alone: 1 empty\n/);
    assert.match(
      out,
      /Failed:\n {2}huge\.txt: is larger than 16 MB\n {2}picture\.txt: is a binary file, not text\n/,
    );
    assert.match(err, /cut\.txt: not valid UTF-8/);
  });

  it('goes on without a cache that cannot be written', async () => {
    await writeFile(at('no-folder'), '');
    const { code, err } = await sourcelight('corpus', 'archive', '-o', 'x.csv', '--cache', 'no-folder');
    assert.equal(code, 0);
    assert.equal(err.match(/the cache is not used from here on/g)?.length, 1);
  });

  it('takes the files of several globs, before or after the folder', async () => {
    const globs = ['--include', 'day 0/*', '--include', 'day 1/*'];
    const { out } = await sourcelight('corpus', ...globs, 'archive', '-o', 'some.csv', '--cache', 'cache');
    assert.match(out, /^12 articles, /);
  });

  for (const [wrong, args] of Object.entries({
    'another command': ['analyse', 'archive'],
    'another option': ['analyze', '--jobs', '2', 'archive'],
    'another format': ['import', '--format', 'xlsx', 'a.json', 'a.txt'],
    'no folder': ['corpus', '-o', 'x.csv'],
    'a folder that is none': ['corpus', 'nowhere', '-o', 'x.csv'],
    'no table': ['corpus', 'archive'],
    'a table of another kind': ['corpus', 'archive', '-o', 'x.xlsx'],
    'a glob too many': ['corpus', '--include', '*.txt', '*.md', 'archive', '-o', 'x.csv'],
    'half a job': ['corpus', 'archive', '-o', 'x.csv', '-j', '0.5'],
  })) {
    it(`exits with 2 on ${wrong}`, async () => {
      const { code, out, err } = await sourcelight(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /^error: /);
    });
  }

  it('is, as “analyze --input ndjson”, a map over lines: the parts together are the whole', async function () {
    if (spawnSync('split', ['--version']).status !== 0) return this.skip();
    const lines = Array.from({ length: 12 }, (_, nth) =>
      JSON.stringify({ id: `n${nth}`, text: articleOf(nth + 1) }),
    );
    await writeFile(at('articles.ndjson'), lines.join('\n') + '\n');
    const analyze = `"${process.execPath}" "${program}" analyze --input ndjson --format ndjson -`;
    const shell = (command: string) => {
      const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    shell(`${analyze} < articles.ndjson > single.ndjson`);
    shell(`split -n r/2 --filter='${analyze} > "$FILE.out"' articles.ndjson part-`);
    const parts = (await readdir(folder)).filter(name => /^part-.*\.out$/.test(name));
    assert.equal(parts.length, 2);
    const sorted = (text: string) => text.trimEnd().split('\n').sort();
    const union = await Promise.all(parts.map(name => readFile(at(name), 'utf8')));
    assert.deepEqual(sorted(union.join('')), sorted(await readFile(at('single.ndjson'), 'utf8')));
  });
});
