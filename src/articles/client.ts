import { transfer, wrap, type Remote } from 'comlink';
import type { Analysis } from '../analysis/contract';
import type { Disposable } from './events';
import type { Clock, Log, StartWorker, WorkerThread } from './host';
import { AnalysisAssembly } from './parts';
import type { AnalysisOutcome, AnalysisRequest, AnalysisService } from './protocol';
import { describeNoWeights, type NoWeights } from './weights';

export type AnalysisResult =
  | { readonly status: 'analysed'; readonly analysis: Analysis }
  | Exclude<AnalysisOutcome, { status: 'analysed' }>;

/** The worker ended while a call was pending; the next call starts another one. */
export class WorkerDiedError extends Error {
  constructor(
    reason: string,
    /** It was ended on purpose, and the caller's text has nothing to do with it. */
    readonly onPurpose: boolean,
  ) {
    super(reason);
  }
}

/** How long a closed article may keep the worker busy, in milliseconds. */
const GRACE = 1000;

export interface AnalysisClientOptions {
  readonly startWorker: StartWorker;
  /** Reads the file with the trained weights; called when a worker starts, never before. */
  readonly readWeights: () => Promise<Uint8Array>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Connection {
  readonly thread: WorkerThread;
  readonly service: Remote<AnalysisService>;
  /** Rejects when the worker dies; a Comlink call by itself would stay pending for ever. */
  readonly died: Promise<never>;
  readonly end: (reason: string, onPurpose: boolean) => void;
}

/** The editor's side of the channel: one worker, started when first needed and again after it died. */
export class AnalysisClient implements Disposable {
  #connection: Promise<Connection> | undefined;
  /** The articles whose analysis is pending; the worker takes them in this order. */
  readonly #pending = new Set<{ readonly key: string }>();
  readonly #options: AnalysisClientOptions;
  #noWeights: NoWeights | null = null;

  constructor(options: AnalysisClientOptions) {
    this.#options = options;
  }

  /** Why the worker does without the trained weights; null where it has them, or has not started yet. */
  get noWeights(): NoWeights | null {
    return this.#noWeights;
  }

  /**
   * @param signal aborted when the result is no longer wanted; the outcome is then `superseded`
   * @throws {WorkerDiedError} when the worker dies meanwhile
   */
  async analyse(request: AnalysisRequest, signal: AbortSignal): Promise<AnalysisResult> {
    const { service, died } = await this.#connect();
    const unwanted = () => signal.aborted;
    if (unwanted()) return { status: 'superseded' };
    this.#pending.add(request);
    const outcome = await Promise.race([service.analyse(request), died]).finally(() =>
      this.#pending.delete(request),
    );
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

  /** Tells the worker that an article was closed; an analysis of it that is under way does not hold up others for long. */
  forget(key: string): void {
    const isRunning = () => [...this.#pending][0]?.key === key;
    if (isRunning()) {
      this.#options.clock.after(GRACE, () => {
        if (isRunning()) this.#end('a closed article kept it busy');
      });
    }
    this.#connection
      ?.then(({ service, died }) => Promise.race([service.forget(key), died]))
      .catch((error: unknown) => {
        this.#options.log.debug(`Nothing to forget: ${String(error)}`);
      });
  }

  /** Ends the worker: what is pending is rejected. */
  restart(): void {
    this.#end('it was asked to restart');
  }

  dispose(): void {
    this.#end('the extension ends');
  }

  #end(reason: string): void {
    void this.#connection?.then(({ end }) => {
      end(reason, true);
    });
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
    const { startWorker, log } = this.#options;
    const weights = this.#readWeights();
    const thread = await startWorker();
    log.debug('The analysis worker has started.');
    let reject: (error: Error) => void;
    const died = new Promise<never>((_, rejectDied) => (reject = rejectDied));
    const end = (reason: string, onPurpose: boolean) => {
      thread.terminate();
      log[onPurpose ? 'info' : 'warn'](`The analysis worker ended: ${reason}`);
      reject(new WorkerDiedError(reason, onPurpose));
    };
    thread.onDidDie(reason => {
      end(reason, false);
    });
    const service = wrap<AnalysisService>(thread.endpoint);
    await Promise.race([this.#handOver(weights, service), died]);
    return { thread, service, died, end };
  }

  async #readWeights(): Promise<Uint8Array | null> {
    try {
      // A copy: the buffer is given away, and the host's file system may go on using its own.
      return new Uint8Array(await this.#options.readWeights());
    } catch (error) {
      this.#doWithoutWeights('missing', error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  async #handOver(weights: Promise<Uint8Array | null>, service: Remote<AnalysisService>): Promise<void> {
    const bytes = await weights;
    const problem = bytes && (await service.takeWeights(transfer(bytes, [bytes.buffer])));
    if (problem) this.#doWithoutWeights(problem);
  }

  /** Says so once: a worker that is started again meets the same file. */
  #doWithoutWeights(reason: NoWeights, detail?: string): void {
    if (this.#noWeights === reason) return;
    this.#noWeights = reason;
    this.#options.log.warn(describeNoWeights(reason, detail));
  }
}
