import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { reportCommand } from '../../src/cli/report';
import { untrainedWeights } from '../articles/weights';

async function report(args: readonly string[], stdin = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([stdout.setEncoding('utf8').toArray(), stderr.setEncoding('utf8').toArray()]);
  let exitCode = 0;
  const terminal = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    columns: 80,
    color: false,
    fail: (code: number) => {
      exitCode = code;
    },
  };
  await reportCommand(terminal, () => Promise.resolve(untrainedWeights())).parseAsync(args, { from: 'user' });
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { out: out.join(''), err: err.join(''), exitCode };
}

describe('sourcelight report', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await writeFile(file('bridge.txt'), '“The bridge is closed,” Mayor Ida Brandt said on Monday.\n');
  });
  after(() => rm(folder, { recursive: true }));

  it('writes a page to a file', async () => {
    const { out, err, exitCode } = await report([file('bridge.txt'), '--out', file('page.html')]);
    assert.deepEqual([out, err, exitCode], ['', '', 0]);
    assert.match(await readFile(file('page.html'), 'utf8'), /^<!doctype html>[\s\S]*Ida Brandt/i);
  });

  it('reads standard input and prints the page where no file is given', async () => {
    const { out, exitCode } = await report(['-'], '“No,” Ida Brandt said.\n');
    assert.match(out, /1 claim from 1 source/);
    assert.equal(exitCode, 0);
  });

  it('says what it cannot read or write, and fails', async () => {
    const missing = await report([file('none.txt')]);
    assert.deepEqual([missing.exitCode, missing.out], [1, '']);
    assert.match(missing.err, /none\.txt: no such file/);
    const unwritable = await report([file('bridge.txt'), '--out', join(folder, 'no', 'page.html')]);
    assert.equal(unwritable.exitCode, 1);
    assert.match(unwritable.err, /page\.html/);
  });
});
