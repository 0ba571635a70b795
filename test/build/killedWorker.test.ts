import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setEnvironmentData, type Worker } from 'node:worker_threads';
import { Articles } from '../../src/articles/articles';
import { AnalysisClient, WorkerDiedError } from '../../src/articles/client';
import { systemClock, type ArticleDocument } from '../../src/articles/host';
import type { ReportMarkup, ReportRequest } from '../../src/articles/protocol';
import { WEIGHTS_FILE } from '../../src/articles/weights';
import { startWorker, WORKER_FILE } from '../../src/platform/node';

const root = join(__dirname, '..', '..');
const weights = readFileSync(join(root, WEIGHTS_FILE));
const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/**
 * The worker as it is shipped, telling each moment of its life. At the fatal one it is busy for ever: it is killed there,
 * however fast the machine is. And by its clock each slice has time for one step.
 */
const script = `
  const { getEnvironmentData, parentPort } = require('node:worker_threads');
  const tell = parentPort.postMessage.bind(parentPort);
  let fatal = getEnvironmentData('fatal');
  const counts = new Map();
  const reach = what => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    const moment = what + ' ' + count;
    tell({ moment });
    if (moment === fatal) for (;;);
  };
  reach('loading');
  const calls = new Map();
  parentPort.on('message', message => {
    if ('fatal' in message) {
      ({ fatal } = message);
      counts.clear();
    } else {
      calls.set(message.id, message.path[0]);
      reach('reading ' + message.path[0]);
    }
  });
  parentPort.postMessage = (answer, transferred) => {
    reach('answering ' + calls.get(answer.id));
    tell(answer, transferred);
  };
  let looks = 0;
  Date.now = () => {
    // Once when a slice begins, once before its step, once after it.
    if (looks % 3 === 1) reach('step');
    return looks++ * 15.1;
  };
  require(${JSON.stringify(join(root, WORKER_FILE))});
`;

const OPENED = [
  'Ferry to Low Island will sail again\n\nBy Ole Brandt',
  'The ferry will sail in April, Mayor Ines Okafor said on Monday. “We have waited,” she told the Quay Post.',
  // So that what follows is not analysed with what is on display.
  'Nobody had asked the islanders. '.repeat(30),
  '“The pier is rotten,” said two officials, who asked not to be named because they feared for their jobs.',
  'Bluewater declined to comment. Okafor’s deputy, Jan Moll, denied that. “It is what it is,” he said.',
  // So that the text is told in pieces.
  '\n'.repeat(60_000),
].join('\n\n');
const EDIT = {
  start: OPENED.indexOf(',” she told'),
  end: OPENED.indexOf(' told the Quay'),
  text: ' long,” Moll',
};
const KEY = 'file:///ferry.article';
const WORDING: ReportRequest = {
  level: 'everything',
  checks: { profile: 'strict', severities: {} },
  withheld: [],
  language: 'en',
  sentences: {},
  hidden: [],
};

/** An editor with one article and with workers that can be killed. */
class Editor {
  /** All that were started. */
  readonly threads: Worker[] = [];
  #moments: string[] = [];
  /** Why calls were rejected. */
  #rejections: unknown[] = [];
  /** The kinds of the states in which the article was, one after the other. */
  #states: string[] = [];
  #fatal: string | undefined;
  readonly #client: AnalysisClient;
  readonly #articles: Articles;

  /** @param fatal the moment at which the first worker is killed, if it is to be killed while it starts */
  constructor(file: string, fatal?: string) {
    this.#fatal = fatal;
    this.#client = new AnalysisClient({
      startWorker: () => {
        setEnvironmentData('fatal', this.threads.length === 0 ? fatal : undefined);
        return startWorker({ path: () => file, read: () => Promise.reject(new Error()) });
      },
      readWeights: () => Promise.resolve(weights),
      clock: systemClock,
      log,
    });
    this.#articles = new Articles({
      client: {
        analyse: (...args) => this.#noting(this.#client.analyse(...args)),
        forget: key => {
          this.#client.forget(key);
        },
      },
      pause: () => 0,
      level: () => 'everything',
      decisions: () => [],
      words: () => null,
      clock: systemClock,
      log,
    });
    this.#articles.onDidChange(key => {
      const kind = this.#articles.state(key)?.kind ?? 'closed';
      if (this.#states.at(-1) !== kind) this.#states.push(kind);
    });
    process.on('worker', this.#watch);
  }

  readonly #watch = (thread: Worker) => {
    this.threads.push(thread);
    thread.on('message', ({ moment }: { moment?: string }) => {
      if (moment === undefined) return;
      this.#moments.push(moment);
      if (moment !== this.#fatal) return;
      this.#fatal = undefined;
      void thread.terminate();
    });
  };

  /** The worker that runs is to be killed at a moment counted from now on. */
  arm(fatal: string): void {
    this.#fatal = fatal;
    this.threads.at(-1)?.postMessage({ fatal });
  }

  /** Does all with the article that takes the worker, and tells what there is to be seen in the end of each. */
  async use() {
    this.#moments = [];
    this.#rejections = [];
    this.#states = [];
    const document: ArticleDocument & { version: number } = {
      key: KEY,
      fileName: 'ferry.article',
      languageId: 'news-article',
      version: 1,
      text: () => OPENED,
      choice: () => 'judge',
      visible: () => ({ start: 0, end: 100 }),
    };
    this.#articles.open(document);
    const opened = await this.#seen();
    document.version++;
    this.#articles.edited(KEY, [EDIT]);
    const edited = await this.#seen();
    const report = await this.#report();
    this.#articles.close(KEY);
    const moments = [...this.#moments, 'reading forget 1', 'answering forget 1'];
    this.#articles.open(document);
    const reopened = await this.#seen();
    this.#articles.close(KEY);
    return {
      moments,
      rejections: this.#rejections,
      seen: { opened, edited, report, reopened, states: this.#states },
    };
  }

  /** Ends when no thread is left. */
  async close(): Promise<void> {
    process.off('worker', this.#watch);
    this.#articles.dispose();
    this.#client.dispose();
    while (this.running > 0) await new Promise(resolve => setTimeout(resolve, 1));
  }

  /** How many threads have not ended; those that have are without a number. */
  get running(): number {
    return this.threads.filter(({ threadId }) => threadId >= 0).length;
  }

  async #article() {
    const state = await this.#articles.settled(KEY);
    assert.ok(state?.kind === 'analysed' && state.current && !state.article.partial);
    return state.article;
  }

  async #seen() {
    const { whole, index, marks } = await this.#article();
    return { whole: JSON.stringify(whole), index, marks };
  }

  /** As an editor gets it: where the worker has been started anew, it has no analysis to report on. */
  async #report(): Promise<ReportMarkup> {
    for (;;) {
      const { kept } = await this.#article();
      const report = await this.#noting(this.#client.report(KEY, kept, WORDING)).catch(() => null);
      if (report) return report;
      this.#articles.reconsider(KEY);
    }
  }

  async #noting<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      this.#rejections.push(error);
      throw error;
    }
  }
}

describe('the worker as it is shipped, killed', function () {
  this.timeout(300_000);
  let folder: string;
  let file: string;
  let unharmed: Awaited<ReturnType<Editor['use']>>;
  let editor: Editor;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sourcelight-'));
    file = join(folder, 'worker.cjs');
    writeFileSync(file, script);
    editor = new Editor(file);
    unharmed = await editor.use();
    assert.deepEqual(unharmed.rejections, []);
  });
  afterEach(() => editor.close());
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** One call is rejected, which the article pays for; and all that is seen is as if nothing had happened. */
  const isAsUnharmed = ({ seen, rejections }: typeof unharmed, fatal: string) => {
    const [error, ...others] = rejections;
    assert.ok(error instanceof WorkerDiedError && !error.isInnocent(KEY), fatal);
    assert.deepEqual(others, [], fatal);
    assert.deepEqual(seen, unharmed.seen, fatal);
  };

  it('at any moment of its work: it is started again, and all comes of it that would have', async () => {
    const moments = fatalMoments(unharmed.moments);
    for (const fatal of moments) {
      editor.arm(fatal);
      isAsUnharmed(await editor.use(), fatal);
      assert.equal(editor.running, 1, fatal);
    }
    assert.equal(editor.threads.length, 1 + moments.length);
  });

  it('while it has nothing to do: another one is started, which the article does not notice', async () => {
    editor = new Editor(file);
    await editor.use();
    await editor.threads[0]?.terminate();
    assert.deepEqual(await editor.use(), unharmed);
    assert.equal(editor.threads.length, 2);
  });

  it('before that is known: what is asked of it meanwhile is asked of the next one', async () => {
    editor = new Editor(file);
    await editor.use();
    void editor.threads[0]?.terminate();
    isAsUnharmed(await editor.use(), 'none');
    assert.equal(editor.threads.length, 2);
  });

  for (const fatal of ['loading 1', 'reading takeWeights 1', 'answering takeWeights 1'])
    it(`while it starts (${fatal}): it is started again`, async () => {
      editor = new Editor(file, fatal);
      isAsUnharmed(await editor.use(), fatal);
      assert.equal(editor.threads.length, 2);
    });
});

/**
 * Those of a worker at work: every step of the first analysis; of what comes again and again with each slice, the first
 * and the last time it does.
 */
function fatalMoments(moments: readonly string[]): readonly string[] {
  const whats = moments.map(moment => moment.replace(/ \d+$/, ''));
  const secondAnalysis = moments.indexOf('reading analyse 2');
  return moments.filter((_, nth) => {
    const what = whats[nth]!;
    if (['loading', 'reading takeWeights', 'answering takeWeights'].includes(what)) return false;
    if (what === 'step' && nth < secondAnalysis) return true;
    // A slice has three moments.
    return whats[nth - 3] !== what || whats[nth + 3] !== what;
  });
}
