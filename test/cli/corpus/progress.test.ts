import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { progressOf } from '../../../src/cli/corpus/progress';

/** What a stream was told, and whether it is a terminal. */
function listen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  return { stream, text: () => String(stream.read() ?? '') };
}

describe('the progress of a corpus run', () => {
  it('is a bar on a terminal, and lines that stay are above it', () => {
    const { stream, text } = listen(true);
    const progress = progressOf(stream, 200);
    progress.update(50, 1);
    progress.say('a.txt: no such file');
    progress.stop();
    const shown = text();
    const lines = stripVTControlCharacters(shown).split('\n');
    assert.match(shown, /\u001b\[\?25l/);
    assert.ok(
      shown.lastIndexOf('\u001b[?25h') > shown.lastIndexOf('\u001b[?25l'),
      'the cursor is shown again',
    );
    assert.match(lines[0] ?? '', /sourcelight: a\.txt: no such file$/);
    assert.match(lines[1] ?? '', /█+░+ 25 % · 50\/200 articles · 1 failed · /);
  });

  it('leaves the signals to the run', () => {
    const before = process.listenerCount('SIGTERM');
    const progress = progressOf(listen(true).stream, 2);
    assert.equal(process.listenerCount('SIGTERM'), before);
    progress.stop();
  });

  it('is a line for each tenth elsewhere, without what only a terminal understands, also of a file’s name', () => {
    const { stream, text } = listen(false);
    const progress = progressOf(stream, 20);
    progress.update(1, 0);
    progress.update(2, 0);
    progress.say('\u001b]0;a\n.txt: no such file');
    progress.update(4, 1);
    progress.stop();
    assert.equal(
      text(),
      '2 of 20 articles\nsourcelight: ]0;a .txt: no such file\n4 of 20 articles, 1 failed\n',
    );
  });
});
