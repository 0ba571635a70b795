import { transfer, wrap, type Remote } from 'comlink';
import type { Span } from '../analysis/contract';
import { editBetween } from './delta';
import { reasonOf } from './errors';
import type { Disposable } from './events';
import { unpackAnalysis } from './handOver';
import type { Clock, Log, StartWorker, WorkerThread } from './host';
import type { KeptAnalysis } from './keptAnalysis';
import { changed, type TextChange } from './keptText';
import { Lifetime } from './lifetime';
import type { Overview } from './overview';
import type {
  AnalysisOutcome,
  AnalysisRequest,
  AnalysisService,
  EditedPart,
  HandOver,
  ReportMarkup,
  ReportRequest,
} from './protocol';
import type { TextEdit } from './shift';
import { describeNoWeights, type NoWeights } from './weights';
import { nextTurn } from './yielding';

export type AnalysisResult =
  ({ readonly status: 'analysed' } & Taken) | Exclude<AnalysisOutcome, { status: 'analysed' | 'analysing' }>;

/** An analysis that was taken over from the worker. */
export interface Taken {
  readonly analysis: KeptAnalysis;
  readonly overview: Overview;
}

/** Who waits for a long analysis. */
export interface Onlooker {
  /** The text on display, to be analysed first; null where it need not be. */
  visible(): Span | null;
  /** @param share how much of the text has been analysed, from 0 to 1 */
  onProgress(share: number): void;
  /** What is known of the paragraphs that were edited, which is at once. */
  onEdited(part: EditedPart): void;
  /** What is known so far, the text on display included. */
  onPartial(partial: Taken): void;
}

const NOBODY: Onlooker = {
  visible: () => null,
  onProgress: () => undefined,
  onEdited: () => undefined,
  onPartial: () => undefined,
};

/** The worker ended while a call was pending; the next call starts another one. The message is a phrase for the user. */
export class WorkerDiedError extends Error {
  constructor(
    reason: string,
    /** It was ended on purpose, and the caller's text has nothing to do with it. */
    readonly onPurpose: boolean,
    /** Key of the article that it was at work on; null where it was at work on none. */
    readonly culprit: string | null = null,
  ) {
    super(reason);
  }

  /** Whether it ended of something else than this article. */
  isInnocent(key: string): boolean {
    return this.onPurpose || (this.culprit !== null && this.culprit !== key);
  }
}

/** So many code units of a text are sent in less than a millisecond. */
const PIECE = 50_000;

/** How long a closed article may keep the worker busy, in milliseconds. */
const GRACE = 1000;

/** A worker that is silent for so long, in milliseconds, is taken for dead: each slice of its work takes far less. */
const SILENCE = 5 * 60_000;

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
  /** The last analysis of each article that was taken over: what is as it was there need not cross again. */
  readonly taken: Map<string, { readonly number: number; readonly analysis: KeptAnalysis }>;
  /** The text of each article as the worker has it. */
  readonly texts: Map<string, string>;
  /** The worker's: a Comlink call to one that has died would stay pending for ever. */
  readonly life: Lifetime;
  readonly end: (reason: string, onPurpose: boolean) => void;
}

/** The editor's side of the channel: one worker, started when first needed and again after it died. */
export class AnalysisClient implements Disposable {
  #connection: Promise<Connection> | undefined;
  /** What the worker was told to do, in the order in which it does it, by the article's key. */
  readonly #pending = new Set<{ readonly key: string }>();
  readonly #options: AnalysisClientOptions;
  #noWeights: NoWeights | null = null;
  #tickets = 0;
  #isDisposed = false;

  constructor(options: AnalysisClientOptions) {
    this.#options = options;
  }

  /** Why the worker does without the trained weights; null where it has them, or has not started yet. */
  get noWeights(): NoWeights | null {
    return this.#noWeights;
  }

  /** Starts the worker, where it is to be needed soon; does nothing where it runs. */
  start(): void {
    // Whoever asks it for something hears of a failure.
    this.#connect().catch(() => undefined);
  }

  /**
   * Begins again where the worker dies meanwhile of something else.
   *
   * @param signal aborted when the result is no longer wanted; the outcome is then `superseded`
   * @throws {WorkerDiedError} when the worker dies of this article
   */
  async analyse(
    request: AnalysisRequest,
    signal: AbortSignal,
    onlooker: Onlooker = NOBODY,
  ): Promise<AnalysisResult> {
    while (!signal.aborted) {
      try {
        return await this.#analyse(request, signal, onlooker);
      } catch (error) {
        if (!this.#isOthersFault(error, request.key)) throw error;
      }
    }
    return { status: 'superseded' };
  }

  async #analyse(request: AnalysisRequest, signal: AbortSignal, onlooker: Onlooker): Promise<AnalysisResult> {
    const connection = await this.#connect();
    const { service, taken, texts } = connection;
    const { text, ...untold } = request;
    const { key } = untold;
    const ticket = ++this.#tickets;
    const standing = () => ({ ticket, has: taken.get(key)?.number ?? null, visible: onlooker.visible() });
    const unwanted = () => signal.aborted;
    let told = texts.get(key) ?? '';
    const pieces = piecesOf(editBetween(told, text), text);
    const last = pieces.pop()!;
    // Until then, a newer version of the text may be told.
    const isOutdated = () => unwanted() || (texts.get(key) ?? '') !== told;
    for (const piece of pieces) {
      if (isOutdated()) return { status: 'superseded' };
      told = changed(told, piece);
      texts.set(key, told);
      // Of a worker that has died, whoever waits for the analysis hears.
      void service.change(key, piece);
      await nextTurn();
    }
    if (isOutdated()) return { status: 'superseded' };
    texts.set(key, text);
    let work: Promise<AnalysisOutcome> = service.analyse(untold, last, standing());
    for (;;) {
      const outcome = await this.#working(key, connection, work);
      if (outcome.status === 'analysed') {
        if (unwanted()) break;
        return { status: 'analysed', ...this.#take(key, outcome.whole, connection) };
      }
      if (outcome.status !== 'analysing') return outcome;
      if (unwanted()) break;
      if (outcome.edited) onlooker.onEdited(outcome.edited);
      if (outcome.partial) onlooker.onPartial(this.#take(key, outcome.partial, connection));
      onlooker.onProgress(outcome.share);
      work = service.goOn(key, standing());
    }
    return { status: 'superseded' };
  }

  /** What the worker is at work on. */
  get #running(): { readonly key: string } | undefined {
    const [running] = this.#pending;
    return running;
  }

  /** Whether something can be asked again of the next worker. */
  #isOthersFault(error: unknown, key: string): boolean {
    return error instanceof WorkerDiedError && error.isInnocent(key) && !this.#isDisposed;
  }

  async #working<T>(key: string, { life, end }: Connection, work: Promise<T>): Promise<T> {
    const pending = { key };
    this.#pending.add(pending);
    const watch = () =>
      this.#options.clock.after(SILENCE, () => {
        if (this.#running === pending) end(`it was silent for ${SILENCE / 60_000} minutes`, false);
        else cancelWatch = watch();
      });
    let cancelWatch = watch();
    return life.during(work).finally(() => {
      cancelWatch();
      this.#pending.delete(pending);
    });
  }

  #take(key: string, { number, analysis: packed, overview }: HandOver, { taken }: Connection): Taken {
    const analysis = unpackAnalysis(packed, taken.get(key)?.analysis);
    taken.set(key, { number, analysis });
    return { analysis, overview };
  }

  /**
   * @param analysis the last one of the article
   * @returns null where the worker does not have that one: it has to be started again, or a newer one is under way
   * @throws {WorkerDiedError} when the worker dies of this article
   */
  async report(key: string, analysis: KeptAnalysis, request: ReportRequest): Promise<ReportMarkup | null> {
    const connection = await this.#connect();
    const known = connection.taken.get(key);
    if (known?.analysis !== analysis) return null;
    try {
      return await this.#working(key, connection, connection.service.report(key, known.number, request));
    } catch (error) {
      if (this.#isOthersFault(error, key)) return null;
      throw error;
    }
  }

  /** Tells the worker that an article was closed; an analysis of it that is under way does not hold up others for long. */
  forget(key: string): void {
    const running = this.#running;
    if (running?.key === key) {
      this.#options.clock.after(GRACE, () => {
        if (this.#pending.has(running)) this.#end('a closed article kept it busy');
      });
    }
    this.#connection
      ?.then(({ service, life, taken, texts }) => {
        taken.delete(key);
        texts.delete(key);
        return life.during(service.forget(key));
      })
      .catch((error: unknown) => {
        this.#options.log.debug(`Nothing to forget: ${String(error)}`);
      });
  }

  /** Ends the worker: what is pending is rejected. */
  restart(): void {
    this.#end('it was asked to restart');
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#end('the extension ends');
  }

  #end(reason: string): void {
    this.#connection?.then(
      ({ end }) => {
        end(reason, true);
      },
      // It died while it started: whoever waited for it has heard of that.
      () => undefined,
    );
  }

  #connect(): Promise<Connection> {
    if (this.#connection) return this.#connection;
    const connection = this.#open();
    this.#connection = connection;
    connection.then(
      ({ life }) => life.over.then(() => (this.#connection = undefined)),
      () => (this.#connection = undefined),
    );
    return connection;
  }

  async #open(): Promise<Connection> {
    const { startWorker, log } = this.#options;
    const weights = this.#readWeights();
    // To start a thread takes some ten milliseconds, for which the activation is not to be held.
    await nextTurn();
    const thread = await startWorker();
    log.debug('The analysis worker has started.');
    const life = new Lifetime();
    const end = (reason: string, onPurpose: boolean) => {
      thread.terminate();
      log[onPurpose ? 'info' : 'warn'](`The analysis worker ended: ${reason}`);
      // The rest is a stack trace.
      const [phrase = ''] = reason.split('\n', 1);
      life.end(new WorkerDiedError(phrase, onPurpose, this.#running?.key));
    };
    thread.onDidDie(reason => {
      end(reason, false);
    });
    const service = wrap<AnalysisService>(thread.endpoint);
    try {
      await life.during(this.#handOver(weights, service));
    } catch (error) {
      // Of one that lives on, nobody would know.
      thread.terminate();
      throw error;
    }
    return { thread, service, taken: new Map(), texts: new Map(), life, end };
  }

  async #readWeights(): Promise<Uint8Array | null> {
    try {
      // A copy: the buffer is given away, and the host's file system may go on using its own.
      return new Uint8Array(await this.#options.readWeights());
    } catch (error) {
      this.#doWithoutWeights('missing', reasonOf(error));
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

/** What an edit inserted, in pieces, the first of which takes the place of what it deleted. */
function piecesOf({ start, end, inserted }: TextEdit, text: string): TextChange[] {
  return Array.from({ length: Math.max(1, Math.ceil(inserted / PIECE)) }, (_, nth) => {
    const from = start + nth * PIECE;
    const piece = text.slice(from, Math.min(from + PIECE, start + inserted));
    return { start: from, end: nth === 0 ? end : from, text: piece };
  });
}
