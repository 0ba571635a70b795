import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { root } from '../../scripts/run.mjs';
import { endOf, program, start } from './corpusFixture';

describe('the sourcelight program', () => {
  it('ends quietly when the reader of its output goes away, with the exit code that shells have for that', async () => {
    const program = start(root, 'analyze', '--format', 'ndjson', '--input', 'ndjson', '-');
    let err = '';
    program.stderr.setEncoding('utf8').on('data', text => (err += String(text)));
    program.stdin.on('error', () => undefined);
    program.stdin.write('{"text":"One."}\n');
    await once(program.stdout, 'data');
    program.stdout.destroy();
    program.stdin.end('{"text":"Two."}\n'.repeat(2000));
    const [exitCode] = (await once(program, 'close')) as [number];
    assert.deepEqual([err, exitCode], ['', 141]);
  });

  it('prints all of its output when nobody reads what is wrong any more', async () => {
    const program = start(root, 'analyze', '--format', 'ndjson', '--input', 'ndjson', '-');
    const out = program.stdout.setEncoding('utf8').toArray() as Promise<string[]>;
    program.stdin.write('no article\n');
    await once(program.stderr, 'data');
    program.stderr.destroy();
    program.stdin.end('no article\n{"text":"One."}\n'.repeat(2000));
    const [exitCode] = (await once(program, 'close')) as [number];
    assert.deepEqual([(await out).join('').split('\n').length - 1, exitCode], [2000, 1]);
  });

  for (const args of [
    ['analyze', 'samples/harbour-deal.article'],
    ['report', 'samples/harbour-deal.article'],
  ]) {
    it(`says in a line that what “${args[0]}” prints cannot be written`, function () {
      if (!existsSync('/dev/full')) return this.skip();
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: root,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      assert.deepEqual([stderr, status], ['sourcelight: standard output: the disk is full\n', 1]);
    });
  }

  it('ends with exit code 1, and says no more, when even its faults cannot be written', function () {
    if (!existsSync('/dev/full')) return this.skip();
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [program, 'analyze', 'no-such-article.txt'], {
      cwd: root,
      stdio: ['ignore', full, full],
    });
    closeSync(full);
    assert.equal(status, 1);
  });

  it('ends with exit code 1 when a file cannot be read', async () => {
    assert.deepEqual(await endOf(start(root, 'analyze', 'no-such-article.txt')), {
      code: 1,
      out: '',
      err: 'sourcelight: no-such-article.txt: no such file\n',
    });
  });
});
