import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { Summary } from '../../../src/cli/corpus/summary';
import { tell } from '../../../src/cli/terminal';

describe('the name of a file, which may hold control characters', () => {
  it('is without them in the summary of a run', () => {
    const summary = new Summary();
    summary.finished('\u001b[2Ja\n.txt', 'analysis', 1);
    summary.fail('\u001b[31mb\n.txt', 'no such file');
    assert.doesNotMatch(summary.text(), /\u001b/);
    assert.match(summary.text(), /\[2Ja \.txt \(1 ms\)[^]*\n {2}\[31mb \.txt: no such file\n/);
  });

  it('is without them in what is told on standard error', async () => {
    const stderr = new PassThrough();
    await tell({ stderr }, '\u001b[31mb\n.txt: no such file');
    assert.equal(String(stderr.read()), 'sourcelight: [31mb .txt: no such file\n');
  });
});
