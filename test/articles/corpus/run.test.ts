import assert from 'node:assert/strict';
import { WorkerDiedError, type AnalysisResult } from '../../../src/articles/client';
import {
  CorpusFileError,
  runCorpus,
  type CorpusCache,
  type CorpusEvent,
  type CorpusRun,
} from '../../../src/articles/corpus/run';
import { analysed, analysisWith } from '../fixture';

type Analyse = (path: string) => Promise<AnalysisResult>;

const done: AnalysisResult = analysed(analysisWith({}));

/** Articles `a`, `b` …, each its own text. */
function runOver(names: string, analyse: Analyse, parts: Partial<CorpusRun<string>> = {}) {
  const told: string[] = [];
  const run = runCorpus<string>({
    files: [...names].map(path => ({ path, languageId: 'plaintext' })),
    read: ({ path }) => Promise.resolve({ text: path, words: null, decisions: [], problem: null }),
    analysts: [{ analyse: ({ key }) => analyse(key), forget: () => undefined }],
    keep: (_, text) => text,
    stamp: 'stamp',
    cache: null,
    onEvent: event => void told.push(lineOf(event)),
    signal: new AbortController().signal,
    ...parts,
  });
  return { run, told };
}

function lineOf(event: CorpusEvent<string>): string {
  if (event.type === 'uncached') return `uncached: ${event.reason}`;
  const detail =
    event.type === 'failed' ? `: ${event.reason}` : event.type === 'finished' ? ` ${event.from}` : '';
  return `${event.file.path} ${event.type}${detail}`;
}

const dying = (deaths: number): Analyse => {
  let left = deaths;
  return path =>
    path === 'b' && left-- > 0
      ? Promise.reject(new WorkerDiedError('out of memory', false))
      : Promise.resolve(done);
};

describe('a run over a corpus', () => {
  it('tries an article again with which a worker died', async () => {
    const { run, told } = runOver('abc', dying(1));
    await run;
    assert.deepEqual(told, ['a finished analysis', 'b finished analysis', 'c finished analysis']);
  });

  it('gives up one with which a worker died twice, and goes on', async () => {
    const { run, told } = runOver('abc', dying(2));
    await run;
    assert.deepEqual(told, [
      'a finished analysis',
      'b failed: the analysis broke off twice: out of memory',
      'c finished analysis',
    ]);
  });

  it('names a file that cannot be read, and goes on', async () => {
    const read: CorpusRun<string>['read'] = ({ path }) =>
      path === 'b'
        ? Promise.reject(new CorpusFileError('no such file'))
        : Promise.resolve({ text: path, words: null, decisions: [], problem: null });
    const { run, told } = runOver('abc', () => Promise.resolve(done), { read });
    await run;
    assert.deepEqual(told, ['a finished analysis', 'b failed: no such file', 'c finished analysis']);
  });

  for (const fault of ['read', 'write'] as const) {
    it(`leaves a cache alone that fails to ${fault}, and says so once`, async () => {
      let uses = 0;
      const fails = () => {
        uses++;
        return Promise.reject(new Error('the disk is full'));
      };
      const cache: CorpusCache = {
        read: fault === 'read' ? fails : () => Promise.resolve(null),
        write: fault === 'write' ? fails : () => Promise.resolve(),
      };
      const { run, told } = runOver('abc', () => Promise.resolve(done), { cache });
      await run;
      assert.deepEqual(told, [
        'uncached: the disk is full',
        'a finished analysis',
        'b finished analysis',
        'c finished analysis',
      ]);
      assert.equal(uses, 1);
    });
  }

  for (const entry of [
    '',
    '{"stat',
    '{}',
    '3',
    '"x"',
    'null',
    `{"checksum":"${'0'.repeat(64)}","value":{"status":"analysed"}}`,
  ]) {
    it(`analyses an article anew whose entry in the cache is ${JSON.stringify(entry)}`, async () => {
      const cache: CorpusCache = { read: () => Promise.resolve(entry), write: () => Promise.resolve() };
      const { run, told } = runOver('a', () => Promise.resolve(done), { cache });
      await run;
      assert.deepEqual(told, ['a finished analysis']);
    });
  }

  it('ends where its listener fails, begins nothing more and leaves nothing under way', async () => {
    const began: string[] = [];
    let underWay = 0;
    const analyse = async (path: string, signal: AbortSignal): Promise<AnalysisResult> => {
      began.push(path);
      if (path === 'a') return done;
      underWay++;
      if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve));
      underWay--;
      return { status: 'superseded' };
    };
    const analyst = {
      analyse: ({ key }: { key: string }, signal: AbortSignal) => analyse(key, signal),
      forget: () => undefined,
    };
    const { run } = runOver('abcd', () => Promise.resolve(done), {
      analysts: [analyst, analyst],
      onEvent: () => Promise.reject(new Error('the disk is full')),
    });
    await assert.rejects(run, { message: 'the disk is full' });
    assert.deepEqual([began.sort(), underWay], [['a', 'b'], 0]);
  });

  it('ends after the articles in hand when it is cancelled', async () => {
    const abort = new AbortController();
    const { run, told } = runOver(
      'abc',
      path => {
        if (path === 'b') abort.abort();
        return Promise.resolve(done);
      },
      { signal: abort.signal },
    );
    await run;
    assert.deepEqual(told, ['a finished analysis', 'b finished analysis']);
  });
});
