import assert from 'node:assert/strict';
import { once } from 'node:events';
import { root } from '../../scripts/run.mjs';
import { endOf, start } from './corpusFixture';

describe('the sourcelight program', () => {
  it('ends quietly when the reader of its output goes away', async () => {
    const program = start(root, 'analyze', '--format', 'ndjson', '--input', 'ndjson', '-');
    let err = '';
    program.stderr.setEncoding('utf8').on('data', text => (err += String(text)));
    program.stdin.on('error', () => undefined);
    program.stdin.write('{"text":"One."}\n');
    await once(program.stdout, 'data');
    program.stdout.destroy();
    program.stdin.end('{"text":"Two."}\n'.repeat(2000));
    const [exitCode] = (await once(program, 'close')) as [number];
    assert.deepEqual([err, exitCode], ['', 0]);
  });

  it('ends with exit code 1 when a file cannot be read', async () => {
    assert.deepEqual(await endOf(start(root, 'analyze', 'no-such-article.txt')), {
      code: 1,
      out: '',
      err: 'sourcelight: no-such-article.txt: no such file\n',
    });
  });
});
