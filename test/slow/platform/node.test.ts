import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrap, type Remote } from 'comlink';
import type { ExtensionFiles, WorkerThread } from '../../../src/articles/host';
import { startWorker } from '../../../src/platform/node';

/** What the worker of this test can do. */
interface Service {
  echo(value: unknown): unknown;
  exit(code: number): void;
  crash(): void;
}

const script = `
  const { expose } = require(${JSON.stringify(require.resolve('comlink'))});
  const endpoint = require(${JSON.stringify(require.resolve('comlink/dist/umd/node-adapter'))});
  expose({
    echo: value => value,
    exit: code => process.exit(code),
    crash: () => void setTimeout(() => { throw new Error('a crash outside any call'); }),
  }, endpoint(require('node:worker_threads').parentPort));
`;

describe('a worker thread of Node', () => {
  let folder: string;
  let thread: WorkerThread | undefined;
  const files: ExtensionFiles = {
    path: () => join(folder, 'worker.cjs'),
    read: () => Promise.reject(new Error('not needed here')),
  };
  const start = async () => {
    thread = await startWorker(files);
    const died = new Promise<string>(resolve => thread?.onDidDie(resolve));
    return { service: wrap<Service>(thread.endpoint), died };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcelight-'));
    writeFileSync(join(folder, 'worker.cjs'), script);
  });
  afterEach(() => thread?.terminate());
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('answers, and gives back what it was given', async () => {
    const { service } = await start();
    const text = 'lone surrogate \ud800, null \0, right-to-left \u202e\u05d0';
    assert.equal(await echo(service, text), text);
  });

  it('tells when it ends by itself', async () => {
    const { service, died } = await start();
    void service.exit(3);
    assert.match(await died, /code 3/);
  });

  it('tells what it crashed of', async () => {
    const { service, died } = await start();
    await service.crash();
    assert.match(await died, /a crash outside any call/);
  });

  it('says nothing when it was asked to end', async () => {
    const { service, died } = await start();
    await echo(service, 1);
    thread?.terminate();
    const silence = new Promise<string>(resolve => setTimeout(resolve, 100, 'silence'));
    assert.equal(await Promise.race([died, silence]), 'silence');
  });

  it('tells when its script cannot be read', async () => {
    thread = await startWorker({ ...files, path: () => join(folder, 'missing.cjs') });
    const died = new Promise<string>(resolve => thread?.onDidDie(resolve));
    assert.match(await died, /missing\.cjs/);
  });
});

function echo(service: Remote<Service>, value: unknown): Promise<unknown> {
  return service.echo(value);
}
