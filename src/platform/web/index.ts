import type { Endpoint } from 'comlink';
import type { ExtensionFiles, WorkerThread } from '../../articles/host';

// The part of the browser's API that is used here; the project is compiled without the DOM's types.
interface BrowserWorker extends Endpoint {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}
declare const Worker: new (url: string, options: { readonly name: string }) => BrowserWorker;
declare const self: Endpoint;

/** The bundle of the analysis worker, among the extension's own files. */
export const WORKER_FILE = 'dist/web/worker.js';

/**
 * Starts the analysis worker. The web host lets a worker be made from a Blob URL only, so the script is read through
 * VS Code's file system first.
 */
export async function startWorker(files: ExtensionFiles): Promise<WorkerThread> {
  const script = await files.read(WORKER_FILE);
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'sourcelight' });
  return {
    endpoint: worker,
    onDidDie(listener) {
      worker.onerror = event => {
        listener(event.message);
      };
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** The worker's own end of the channel. */
export function ownEndpoint(): Endpoint {
  return self;
}
