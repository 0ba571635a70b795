import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runCorpus } from '../../src/articles/corpus/run';
import { analysed, analysisWith } from '../articles/fixture';

describe('a run over a corpus', () => {
  it('holds no more in memory after 2,000 articles than after 500', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const done = analysed(analysisWith({}));
    const held: number[] = [];
    let told = 0;
    await runCorpus<string>({
      files: Array.from({ length: 2000 }, (_, nth) => ({ path: `${nth}`, languageId: 'plaintext' })),
      read: ({ path }) => Promise.resolve({ text: path, words: null, decisions: [], problem: null }),
      analysts: [{ analyse: () => Promise.resolve(done), forget: () => undefined }],
      keep: (_, text) => text.padEnd(10_000, '…'),
      stamp: 'stamp',
      cache: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
      onEvent: () => {
        if (++told % 500 !== 0) return;
        collect();
        held.push(process.memoryUsage().heapUsed);
      },
      signal: new AbortController().signal,
    });
    const [after500 = NaN, , , after2000 = NaN] = held;
    // What is kept of 1,500 articles would be 30 MB, beside a heap of some 12.
    assert.ok(after2000 / after500 < 1.1, `${after2000} and ${after500} bytes`);
  });
});
