import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCommand } from '../../../src/cli/report';
import { untrainedWeights } from '../../articles/weights';
import { decided, writeUserFile } from '../../platform/decided';
import { run } from '../../cli/terminal';

const report = (args: readonly string[], stdin = '') =>
  run(terminal => reportCommand(terminal, () => Promise.resolve(untrainedWeights())), args, stdin);

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

  it('leaves names out, and says which one the article does not have', async () => {
    const args = ['-', '-r', 'Brandt', '--redact', 'Holm', '--redact-as'];
    const text = '“No,” Mayor Ida Brandt said. Brandt’s office would not open, Wen Halloran said.\n';
    const replaced = await report([...args, 'replace'], text);
    assert.doesNotMatch(replaced.out, /\b(Brandt|Ida)\b/);
    assert.match(replaced.out, /\[source 1\][\s\S]*Wen Halloran/);
    assert.deepEqual(
      [replaced.err, replaced.exitCode],
      ['sourcelight: no article names “Holm”, so it was not left out\n', 1],
    );
    const omitted = await report([...args, 'omit'], text);
    assert.doesNotMatch(omitted.out, /\b(Brandt|Ida)\b|source 1/);
  });

  it('heeds what was decided in the editor, unless that is left aside', async () => {
    const text = '“The bridge is closed,” a clerk said.\n';
    await writeUserFile(folder, 'decisions.ndjson', decided(text, 'clerk.txt', 'a clerk', 'named'));
    await writeFile(file('clerk.txt'), text);
    assert.match((await report([file('clerk.txt')])).out, /Wen Halloran/);
    assert.doesNotMatch((await report([file('clerk.txt'), '--no-decisions'])).out, /Wen Halloran/);
  });

  it('says what it cannot read or write, and fails', async () => {
    const missing = await report([file('none.txt')]);
    assert.deepEqual([missing.exitCode, missing.out], [1, '']);
    assert.match(missing.err, /none\.txt: no such file/);
    const page = join(folder, 'no', 'page.html');
    const unwritable = await report([file('bridge.txt'), '--out', page]);
    assert.deepEqual(
      [unwritable.err, unwritable.exitCode],
      [`sourcelight: ${page}: there is no such folder\n`, 1],
    );
  });
});
