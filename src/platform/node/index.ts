import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';
import type { Endpoint } from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter';
import type { ExtensionFiles, WorkerThread } from '../../articles/host';

/** The bundle of the analysis worker, among the extension's own files. */
export const WORKER_FILE = 'dist/worker.js';

/** Starts the analysis worker as a thread of this process, which ends where it needs more than the limits. */
export function startWorker(
  files: ExtensionFiles,
  resourceLimits: ResourceLimits = {},
): Promise<WorkerThread> {
  const worker = new Worker(files.path(WORKER_FILE), { name: 'sourcelight', resourceLimits });
  return Promise.resolve({
    endpoint: nodeEndpoint(worker),
    onDidDie(listener) {
      let reason: string | undefined;
      worker.once('error', error => (reason = error.stack ?? error.message));
      worker.once('exit', code => {
        listener(reason ?? `it exited with code ${code}`);
      });
    },
    terminate() {
      worker.removeAllListeners('exit');
      void worker.terminate();
    },
  });
}

/** The worker's own end of the channel. */
export function ownEndpoint(): Endpoint {
  if (!parentPort) throw new Error('This is not a worker.');
  return nodeEndpoint(parentPort);
}
