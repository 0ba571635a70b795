import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { decodeText, readLines, UnreadableError } from '../../src/platform/node/input';
import { fuzzed } from './fuzzed';
import { anyText } from './texts';

const wellFormed = anyText.map(text => text.replace(/\p{Surrogate}/gu, '\ufffd'));

describe('fuzzing the input of the command line', () => {
  fuzzed(
    'any bytes are decoded or refused',
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      try {
        const { text } = decodeText(bytes);
        assert.doesNotMatch(text, /\p{Surrogate}/u);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
      }
    }),
  );

  fuzzed(
    'what was written as UTF-8 or UTF-16 is read as it was',
    fc.property(wellFormed, text => {
      const start = text.startsWith('\ufeff') ? text.slice(1) : text;
      assert.equal(decodeText(Buffer.from(`\ufeff${start}`, 'utf16le')).text, start);
      if (!text.includes('\0')) assert.equal(decodeText(Buffer.from(text)).text, start);
    }),
  );

  fuzzed(
    'lines are the same however the stream is cut',
    fc.asyncProperty(wellFormed, fc.array(fc.nat(40), { maxLength: 40 }), async (text, lengths) => {
      const bytes = Buffer.from(text);
      const chunks: Buffer[] = [];
      let at = 0;
      for (const length of [...lengths, bytes.length]) {
        chunks.push(bytes.subarray(at, at + length));
        at += length;
      }
      const lines: string[] = [];
      for await (const line of readLines(Readable.from(chunks.filter(it => it.length > 0)))) lines.push(line);
      const expected = text.replace(/^\ufeff/, '').split('\n');
      if (expected.at(-1) === '') expected.pop();
      assert.deepEqual(
        lines,
        expected.map((line, nth) =>
          nth < expected.length - 1 || text.endsWith('\n') ? line.replace(/\r$/, '') : line,
        ),
      );
    }),
  );
});
