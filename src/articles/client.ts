import { wrap, type Remote } from 'comlink';
import type { Analysis } from '../analysis/contract';
import type { Disposable } from './events';
import type { Log, StartWorker, WorkerThread } from './host';
import { AnalysisAssembly } from './parts';
import type { AnalysisOutcome, AnalysisRequest, AnalysisService } from './protocol';

export type AnalysisResult =
  | { readonly status: 'analysed'; readonly analysis: Analysis }
  | Exclude<AnalysisOutcome, { status: 'analysed' }>;

/** The worker died while a call was pending; the next call starts another one. */
export class WorkerDiedError extends Error {}

interface Connection {
  readonly thread: WorkerThread;
  readonly service: Remote<AnalysisService>;
  /** Rejects when the worker dies; a Comlink call by itself would stay pending for ever. */
  readonly died: Promise<never>;
  readonly end: (reason: string) => void;
}

/** The editor's side of the channel: one worker, started when first needed and again after it died. */
export class AnalysisClient implements Disposable {
  #connection: Promise<Connection> | undefined;
  readonly #startWorker: StartWorker;
  readonly #log: Log;

  constructor(startWorker: StartWorker, log: Log) {
    this.#startWorker = startWorker;
    this.#log = log;
  }

  /**
   * @param signal aborted when the result is no longer wanted; the outcome is then `superseded`
   * @throws {WorkerDiedError} when the worker dies meanwhile
   */
  async analyse(request: AnalysisRequest, signal: AbortSignal): Promise<AnalysisResult> {
    const { service, died } = await this.#connect();
    const unwanted = () => signal.aborted;
    if (unwanted()) return { status: 'superseded' };
    const outcome = await Promise.race([service.analyse(request), died]);
    if (outcome.status !== 'analysed') return outcome;
    const assembly = new AnalysisAssembly();
    for (let taken = 0; taken < outcome.parts; taken++) {
      // Asking for one part at a time leaves the thread free between any two.
      const part = unwanted()
        ? null
        : await Promise.race([service.takePart(request.key, request.version), died]);
      if (!part) return { status: 'superseded' };
      assembly.add(part);
    }
    return { status: 'analysed', analysis: assembly.finish() };
  }

  /** Tells the worker that an article was closed. */
  forget(key: string): void {
    this.#connection
      ?.then(({ service, died }) => Promise.race([service.forget(key), died]))
      .catch((error: unknown) => {
        this.#log.debug(`Nothing to forget: ${String(error)}`);
      });
  }

  /** Ends the worker as if it had died: what is pending is rejected. */
  restart(): void {
    void this.#connection?.then(({ end }) => {
      end('it was asked to restart');
    });
  }

  dispose(): void {
    this.restart();
  }

  #connect(): Promise<Connection> {
    if (this.#connection) return this.#connection;
    const connection = this.#open();
    this.#connection = connection;
    connection.then(
      ({ died }) => died.catch(() => (this.#connection = undefined)),
      () => (this.#connection = undefined),
    );
    return connection;
  }

  async #open(): Promise<Connection> {
    const thread = await this.#startWorker();
    this.#log.debug('The analysis worker has started.');
    let reject: (error: Error) => void;
    const died = new Promise<never>((_, rejectDied) => (reject = rejectDied));
    const end = (reason: string) => {
      thread.terminate();
      this.#log.warn(`The analysis worker ended: ${reason}`);
      reject(new WorkerDiedError(reason));
    };
    thread.onDidDie(end);
    return { thread, service: wrap<AnalysisService>(thread.endpoint), died, end };
  }
}
