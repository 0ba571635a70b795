import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expose } from 'comlink';
import type { AnalyzeOptions } from '../../src/analysis/analyze';
import type { Analysis, Check } from '../../src/analysis/contract';
import { readWeights } from '../../src/analysis/tagger';
import { AnalysisClient, WorkerDiedError } from '../../src/articles/client';
import type { Decision } from '../../src/articles/decisions/decision';
import { systemClock, type Clock, type Log, type WorkerThread } from '../../src/articles/host';
import type { AnalysisRequest, Analyst, ReportRequest } from '../../src/articles/protocol';
import { AnalysisWorker } from '../../src/articles/service';
import { analysisWith, attributionWith, ferryAnalysis } from './fixture';
import { damagedWeights, untrainedWeights } from './weights';

const request: AnalysisRequest = {
  key: 'file:///ferry.txt',
  text: 'text',
  fileName: '/ferry.txt',
  languageId: 'plaintext',
  judge: true,
  decisions: [],
  words: null,
};
const wanted = () => new AbortController().signal;

/** Most tests are not about the weights: their workers make the same of anything. */
const noWeights = (): Uint8Array => new Uint8Array(1);
const untrained = readWeights(untrainedWeights());

interface FakeAnalyst extends Partial<Analyst> {
  /** An analysis that is done at once. */
  readonly analyze?: (text: string, options: AnalyzeOptions) => Analysis;
}

/** Workers in this same thread, over a real message channel; the last one can be killed. */
class Workers {
  started = 0;
  ended = 0;
  kill: (reason: string) => void = () => undefined;
  readonly log: string[] = [];
  /** How often the file of weights was read. */
  reads = 0;
  readonly client: AnalysisClient;
  readonly #ports: { close(): void }[] = [];
  readonly #timers = new Set<{ readonly milliseconds: number; readonly callback: () => void }>();

  constructor(analyst: FakeAnalyst, weights: () => Uint8Array) {
    const say = (message: string) => void this.log.push(message);
    const log: Log = { debug: say, info: say, warn: say, error: say };
    const clock: Clock = {
      after: (milliseconds, callback) => {
        const timer = { milliseconds, callback };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
    };
    this.client = new AnalysisClient({
      startWorker: () => Promise.resolve(this.#start(analyst)),
      readWeights: async () => {
        this.reads++;
        return Promise.resolve(weights());
      },
      clock,
      log,
    });
  }

  /** What is due within so many milliseconds happens. */
  passTime(milliseconds: number): void {
    for (const timer of [...this.#timers]) {
      if (timer.milliseconds <= milliseconds && this.#timers.delete(timer)) timer.callback();
    }
  }

  close(): void {
    for (const port of this.#ports) port.close();
  }

  #start({ analyze = () => ferryAnalysis, ...analyst }: FakeAnalyst): WorkerThread {
    this.started++;
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    const worker = new AnalysisWorker({
      begin: (text, options) => ({
        share: 1,
        analyse: () => 0,
        next: () => false,
        result: () => analyze(text, options),
      }),
      readWeights: () => untrained,
      judge: () => ({ eligible: true, reason: null, language: 'en' }),
      report: () => ({ title: '', body: '' }),
      ...analyst,
    });
    expose(worker, port2);
    return {
      endpoint: port1,
      onDidDie: listener => {
        this.kill = reason => {
          port2.close();
          listener(reason);
        };
      },
      terminate: () => {
        this.ended++;
        port2.close();
      },
    };
  }
}

describe('the analysis client', () => {
  let workers: Workers | undefined;
  const start = (analyst: FakeAnalyst = {}, weights = noWeights) => (workers = new Workers(analyst, weights));
  /** Tells as well which texts are analysed. */
  const startRecorded = () => {
    const analysed: string[] = [];
    const analyze = (text: string) => {
      analysed.push(text);
      return ferryAnalysis;
    };
    return { client: start({ analyze }).client, analysed };
  };
  afterEach(() => workers?.close());

  it('starts no worker before the first request, and one for all of them', async () => {
    const { client } = start();
    assert.equal(workers?.started, 0);
    await client.analyse(request, wanted());
    await client.analyse({ ...request, text: 'text 2' }, wanted());
    assert.equal(workers.started, 1);
  });

  it('starts the worker ahead of the first request, once', async () => {
    const { client } = start();
    client.start();
    client.start();
    while (!workers?.started) await new Promise(resolve => setTimeout(resolve, 1));
    await client.analyse(request, wanted());
    assert.equal(workers.started, 1);
  });

  it('brings the analysis over whole', async () => {
    const result = await start().client.analyse(request, wanted());
    assert.ok(result.status === 'analysed');
    assert.deepEqual(result.analysis.whole, ferryAnalysis);
  });

  it('brings over an analysis of many findings', async () => {
    const many = analysisWith({
      quotations: Array.from({ length: 1234 }, (_, i) => ({
        span: { start: i, end: i + 1 },
        role: 'speech',
        balanced: true,
        attribution: null,
      })),
    });
    const result = await start({ analyze: () => many }).client.analyse(request, wanted());
    assert.ok(result.status === 'analysed');
    assert.deepEqual(result.analysis.whole, many);
  });

  it('tells the worker a long text in pieces, and then what has become of it', async () => {
    const { client, analysed } = startRecorded();
    const long = 'The ferry sails at “nine”. '.repeat(10_000);
    const texts = [
      long,
      long.replace('sails', 'does not sail'),
      `${long.slice(0, 90_000)}${long}${long.slice(100_000)}`,
      'The ferry.',
      '',
    ];
    for (const text of texts) {
      await client.analyse({ ...request, text }, wanted());
      assert.ok(analysed.at(-1) === text);
    }
  });

  it('tells no more of a text when a newer version of it is told', async () => {
    const { client, analysed } = startRecorded();
    const versions = ['a', 'b', 'c'].map(letter => letter.repeat(200_000));
    const results = await Promise.all(versions.map(text => client.analyse({ ...request, text }, wanted())));
    assert.deepEqual(
      results.map(({ status }) => status),
      ['superseded', 'superseded', 'analysed'],
    );
    assert.ok(analysed.length === 1 && analysed[0] === versions[2]);
  });

  it('holds on to nothing of an article that it was told to forget', async () => {
    const { client } = start();
    const claimOf = async (key: string) => {
      const result = await client.analyse({ ...request, key }, wanted());
      assert.ok(result.status === 'analysed' && result.analysis.whole.attributions[0]);
      return new WeakRef(result.analysis.whole.attributions[0]);
    };
    const forgotten = await claimOf('forgotten');
    client.forget('forgotten');
    const kept = await claimOf('kept');
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    assert.deepEqual([forgotten.deref() === undefined, kept.deref() === undefined], [true, false]);
  });

  it('tells why a text is left alone, unless it is not to be judged', async () => {
    const { client } = start({ judge: () => ({ eligible: false, reason: 'not-english', language: 'fr' }) });
    assert.deepEqual(await client.analyse(request, wanted()), {
      status: 'leftAlone',
      reason: 'not-english',
      language: 'fr',
    });
    assert.equal((await client.analyse({ ...request, judge: false }, wanted())).status, 'analysed');
  });

  it('does not analyse a version when a newer one was asked for meanwhile', async () => {
    const { client, analysed } = startRecorded();
    const outcomes = await Promise.all(
      [1, 2, 3].map(version => client.analyse({ ...request, text: `v${version}` }, wanted())),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['superseded', 'superseded', 'analysed'],
    );
    assert.deepEqual(analysed, ['v3']);
  });

  it('analyses a version once when a decision was made meanwhile, and applies it', async () => {
    const check = {
      code: 'cue.loaded',
      args: {},
      span: { start: 0, end: 4 },
      attribution: null,
      actor: null,
    };
    let analysed = 0;
    const { client } = start({
      analyze: () => {
        analysed++;
        return analysisWith({ checks: [check as Check] });
      },
    });
    const dismissed: Decision = {
      id: 'd1',
      at: '',
      kind: 'dismiss',
      check: 'cue.loaded',
      file: null,
      target: null,
    };
    const [first, second] = await Promise.all([
      client.analyse(request, wanted()),
      client.analyse({ ...request, decisions: [dismissed] }, wanted()),
    ]);
    assert.equal(first.status, 'superseded');
    assert.ok(second.status === 'analysed');
    assert.deepEqual(second.analysis.whole.checks, []);
    assert.deepEqual(second.analysis.whole.decisions, [{ id: 'd1', state: 'applied', dismissed: [check] }]);
    assert.equal(analysed, 1);
  });

  it('does not analyse an article that was closed meanwhile', async () => {
    let analysed = 0;
    const { client } = start({
      analyze: () => {
        analysed++;
        return ferryAnalysis;
      },
    });
    const pending = client.analyse(request, wanted());
    client.forget(request.key);
    assert.equal((await pending).status, 'superseded');
    assert.equal(analysed, 0);
  });

  it('gives up what is no longer wanted', async () => {
    const abort = new AbortController();
    const pending = start().client.analyse(request, abort.signal);
    abort.abort();
    assert.equal((await pending).status, 'superseded');
  });

  it('rejects what is pending when the worker dies, and starts another one for the next request', async () => {
    const { client, log } = start();
    await client.analyse(request, wanted());
    const pending = client.analyse({ ...request, text: 'text 2' }, wanted());
    await Promise.resolve();
    workers?.kill('out of memory');
    await assert.rejects(pending, WorkerDiedError);
    assert.equal((await client.analyse({ ...request, text: 'text 3' }, wanted())).status, 'analysed');
    assert.equal(workers?.started, 2);
    assert.ok(log.some(message => message.includes('out of memory')));
  });

  const kill = () => {
    workers?.kill('a fault');
  };
  const stages: [stage: string, analyst: FakeAnalyst][] = [
    [
      'takes the weights',
      {
        readWeights: () => {
          kill();
          return untrained;
        },
      },
    ],
    [
      'analyses',
      {
        analyze: () => {
          kill();
          return ferryAnalysis;
        },
      },
    ],
    [
      'is between two slices',
      {
        begin: () => ({
          share: 0.5,
          analyse: () => 0,
          next: () => {
            setTimeout(kill, 0);
            return false;
          },
          result: () => ferryAnalysis,
        }),
      },
    ],
  ];
  for (const [stage, analyst] of stages) {
    it(`rejects what is pending when the worker dies while it ${stage}, and starts another one`, async () => {
      const { client } = start(analyst);
      await assert.rejects(client.analyse(request, wanted()), WorkerDiedError);
      const started = workers?.started;
      await assert.rejects(client.analyse(request, wanted()), WorkerDiedError);
      assert.deepEqual([started, workers?.started], [1, 2]);
    });
  }

  it('rejects the article a worker died of, and asks the next one about those that only waited', async () => {
    const { client } = start({
      analyze: text => {
        if (text === 'too much') kill();
        return ferryAnalysis;
      },
    });
    await client.analyse({ ...request, key: 'file:///first.txt' }, wanted());
    const deadly = client.analyse({ ...request, text: 'too much' }, wanted());
    const other = client.analyse({ ...request, key: 'file:///other.txt' }, wanted());
    await assert.rejects(deadly, { message: 'a fault', culprit: request.key });
    assert.equal((await other).status, 'analysed');
    assert.equal(workers?.started, 2);
  });

  it('tells users why a worker died, and the log where as well', async () => {
    const { client, log } = start({
      analyze: () => {
        workers?.kill('out of memory\n    at somewhere');
        return ferryAnalysis;
      },
    });
    await assert.rejects(client.analyse(request, wanted()), { message: 'out of memory' });
    assert.ok(log.some(message => message.includes('at somewhere')));
  });

  it('survives that a worker dies while it starts, also when it is to end meanwhile', async () => {
    const { client } = start({
      readWeights: () => {
        kill();
        return untrained;
      },
    });
    const pending = client.analyse(request, wanted());
    client.restart();
    await assert.rejects(pending, WorkerDiedError);
    await new Promise(resolve => setTimeout(resolve, 0));
    assert.equal(workers?.started, 1);
  });

  it('does not let a closed article hold up another one', async () => {
    const { client } = start();
    await client.analyse(request, wanted());
    const abort = new AbortController();
    const closed = client.analyse({ ...request, text: 'text 2' }, abort.signal);
    const other = client.analyse({ ...request, key: 'file:///other.txt' }, wanted());
    await Promise.resolve();
    abort.abort();
    client.forget(request.key);
    // The worker has not come round to either of them.
    workers?.passTime(1000);
    assert.deepEqual([(await closed).status, (await other).status], ['superseded', 'analysed']);
    assert.equal(workers?.started, 2);
  });

  it('takes a worker that is silent for minutes for dead, and blames the article that it is at work on', async () => {
    const { client } = start();
    await client.analyse({ ...request, key: 'file:///first.txt' }, wanted());
    const pending = client.analyse(request, wanted());
    await Promise.resolve();
    // The worker has not come round to it.
    workers?.passTime(60_000);
    assert.equal(workers?.started, 1);
    workers.passTime(10 * 60_000);
    await assert.rejects(pending, { message: 'it was silent for 5 minutes', culprit: request.key });
    assert.equal((await client.analyse(request, wanted())).status, 'analysed');
  });

  it('lets the worker live when a closed article keeps it busy no longer', async () => {
    const { client } = start();
    const closed = client.analyse(request, wanted());
    await Promise.resolve();
    await Promise.resolve();
    client.forget(request.key);
    await closed;
    workers?.passTime(1000);
    await client.analyse({ ...request, text: 'text 2' }, wanted());
    assert.equal(workers?.started, 1);
  });

  it('lets the worker live when an article that was closed is open again', async () => {
    const { client } = start();
    await client.analyse(request, wanted());
    const closed = client.analyse({ ...request, text: 'text 2' }, wanted());
    await Promise.resolve();
    client.forget(request.key);
    await closed;
    const opened = client.analyse({ ...request, text: 'text 3' }, wanted());
    await Promise.resolve();
    workers?.passTime(1000);
    assert.equal((await opened).status, 'analysed');
    assert.equal(workers?.started, 1);
  });

  it('asks the next worker about what is pending when it is asked to restart', async () => {
    const { client } = start();
    await client.analyse(request, wanted());
    const pending = client.analyse({ ...request, text: 'text 2' }, wanted());
    client.restart();
    assert.equal((await pending).status, 'analysed');
    assert.equal(workers?.started, 2);
  });

  it('starts no worker any more once it has ended', async () => {
    const { client } = start();
    await client.analyse(request, wanted());
    const pending = client.analyse({ ...request, text: 'text 2' }, wanted());
    client.dispose();
    await assert.rejects(pending, WorkerDiedError);
    assert.equal(workers?.started, 1);
  });

  it('ends a worker that fails while it starts', async () => {
    const { client } = start({
      readWeights: () => {
        throw new RangeError('no memory');
      },
    });
    for (const number of [1, 2]) {
      await assert.rejects(client.analyse(request, wanted()), /no memory/);
      assert.deepEqual([workers?.started, workers?.ended], [number, number]);
    }
  });

  it('tries again after a worker could not be started', async () => {
    let tries = 0;
    const say = () => undefined;
    const client = new AnalysisClient({
      startWorker: () => Promise.reject(new Error(`no worker ${++tries}`)),
      readWeights: () => Promise.resolve(untrainedWeights()),
      clock: systemClock,
      log: { debug: say, info: say, warn: say, error: say },
    });
    await assert.rejects(client.analyse(request, wanted()), /no worker 1/);
    await assert.rejects(client.analyse(request, wanted()), /no worker 2/);
    client.start();
    await new Promise(resolve => setTimeout(resolve, 0));
    await assert.rejects(client.analyse(request, wanted()), /no worker 4/);
  });

  describe('and the trained weights', () => {
    it('are read when a worker starts, not before, and once for each', async () => {
      const { client } = start();
      assert.equal(workers?.reads, 0);
      await client.analyse(request, wanted());
      await client.analyse({ ...request, text: 'text 2' }, wanted());
      assert.equal(workers.reads, 1);
    });

    it('are with the worker before its first analysis', async () => {
      const taggers: unknown[] = [];
      const { client } = start(
        {
          readWeights,
          analyze: (_, { tagger }) => {
            taggers.push(tagger?.data);
            return ferryAnalysis;
          },
        },
        untrainedWeights,
      );
      await client.analyse(request, wanted());
      assert.deepEqual([taggers, client.noWeights], [['0123456789abcdef'], null]);
    });

    const unusable: [what: string, weights: () => Uint8Array, reason: string, said: RegExp][] = [
      ['a damaged file', damagedWeights, 'damaged', /model\/tagger\.bin is damaged.*rules alone/],
      ['an empty file', () => new Uint8Array(), 'not-weights', /is damaged or something else.*rules alone/],
      [
        'no file',
        () => {
          throw new Error('no such file');
        },
        'missing',
        /cannot be read \(no such file\).*rules alone/,
      ],
    ];
    for (const [what, weights, reason, said] of unusable) {
      it(`are done without where there is ${what}, and the log says so once`, async () => {
        const taggers: unknown[] = [];
        const { client, log } = start(
          {
            readWeights,
            analyze: (_, { tagger }) => {
              taggers.push(tagger);
              return ferryAnalysis;
            },
          },
          weights,
        );
        assert.equal((await client.analyse(request, wanted())).status, 'analysed');
        const pending = client.analyse({ ...request, text: 'text 2' }, wanted());
        await Promise.resolve();
        workers?.kill('a fault');
        await assert.rejects(pending, WorkerDiedError);
        await client.analyse({ ...request, text: 'text 3' }, wanted());
        assert.equal(workers?.started, 2);
        assert.deepEqual(taggers, [null, null]);
        assert.equal(client.noWeights, reason);
        assert.equal(log.filter(message => said.test(message)).length, 1, log.join('\n'));
      });
    }

    it('leave the host’s own buffer alone', async () => {
      const bytes = untrainedWeights();
      await start({}, () => bytes).client.analyse(request, wanted());
      assert.ok(bytes.length > 0);
    });
  });

  describe('and the report', () => {
    const asked: ReportRequest = {
      level: 'everything',
      checks: { profile: 'strict', severities: {} },
      withheld: [],
      hidden: [],
      language: 'en',
      sentences: {},
    };
    const report: Analyst['report'] = ({ attributions, checks }, text, { hidden, language }) => ({
      title: `${text} (${language})`,
      body: JSON.stringify([attributions.map(({ id }) => id), checks.map(({ code }) => code), hidden]),
    });
    const analysed = async ({ client }: Workers, of = request) => {
      const result = await client.analyse(of, wanted());
      assert.ok(result.status === 'analysed');
      return result.analysis;
    };
    const check = (code: Check['code']): Check => ({
      code,
      args: {},
      span: { start: 0, end: 4 },
      attribution: null,
      actor: null,
    });

    it('is made in the worker, of what the level and the settings show', async () => {
      const uncertain = attributionWith({ id: 'a2', content: [{ start: 0, end: 4 }], confidence: 0.1 });
      const whole = analysisWith({
        attributions: [
          attributionWith({ id: 'a1', content: [{ start: 0, end: 4 }], confidence: 0.9 }),
          uncertain,
        ],
        checks: [check('anonymity.vague'), check('attribution.missing')],
      });
      const started = start({ analyze: () => whole, report });
      const analysis = await analysed(started);
      assert.deepEqual(
        await started.client.report(request.key, analysis, {
          ...asked,
          level: 'likely',
          checks: { profile: 'strict', severities: { 'anonymity.vague': 'off' } },
          hidden: ['k1'],
          language: 'fr',
        }),
        { title: 'text (fr)', body: '[["a1"],["attribution.missing"],["k1"]]' },
      );
    });

    it('is of the analysis that was asked about, and of no other one', async () => {
      const started = start({ analyze: () => analysisWith({}), report });
      const first = await analysed(started);
      const second = await analysed(started, { ...request, text: 'text 2' });
      assert.equal(await started.client.report(request.key, first, asked), null);
      assert.equal((await started.client.report(request.key, second, asked))?.title, 'text 2 (en)');
    });

    it('is not made by a worker that was started again, which does not have the analysis', async () => {
      const started = start({ report });
      const analysis = await analysed(started);
      started.client.restart();
      await new Promise(resolve => setTimeout(resolve, 0));
      assert.equal(await started.client.report(request.key, analysis, asked), null);
    });

    it('is not made when the worker ends of something else', async () => {
      const started = start({ report });
      const analysis = await analysed(started);
      const pending = started.client.report(request.key, analysis, asked);
      started.client.restart();
      assert.equal(await pending, null);
    });

    it('is rejected when the worker dies of it', async () => {
      const started = start({
        report: () => {
          kill();
          return { title: '', body: '' };
        },
      });
      const analysis = await analysed(started);
      await assert.rejects(started.client.report(request.key, analysis, asked), WorkerDiedError);
    });
  });

  it('gives each article what was made of its own paragraphs before, until it is closed', async () => {
    const caches: unknown[] = [];
    const { client } = start({
      analyze: (_, { cache }) => {
        caches.push(cache);
        return ferryAnalysis;
      },
    });
    await client.analyse(request, wanted());
    await client.analyse({ ...request, text: 'text 2' }, wanted());
    await client.analyse({ ...request, key: 'file:///other.txt' }, wanted());
    client.forget(request.key);
    await client.analyse({ ...request, text: 'text 3' }, wanted());
    const [first, edited, again, other, reopened] = caches;
    assert.equal(first, edited);
    assert.equal(first, again);
    assert.notEqual(first, other);
    assert.notEqual(first, reopened);
  });

  it('passes an error of the analysis on, and the worker lives', async () => {
    let fail = true;
    const { client } = start({
      analyze: () => {
        if (fail) throw new Error('a fault in a stage');
        return ferryAnalysis;
      },
    });
    await assert.rejects(client.analyse(request, wanted()), /a fault in a stage/);
    fail = false;
    assert.equal((await client.analyse({ ...request, text: 'text 2' }, wanted())).status, 'analysed');
    assert.equal(workers?.started, 1);
  });
});
