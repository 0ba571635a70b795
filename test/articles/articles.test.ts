import assert from 'node:assert/strict';
import { Articles, type ArticleState } from '../../src/articles/articles';
import { WorkerDiedError, type AnalysisResult, type Onlooker } from '../../src/articles/client';
import type { Decision } from '../../src/articles/decisions/decision';
import type { ArticleDocument, Choice } from '../../src/articles/host';
import type { Level } from '../../src/articles/levels';
import type { AnalysisRequest } from '../../src/articles/protocol';
import type { WordList } from '../../src/articles/wordList';
import { analysed, analysisWith, attributionWith } from './fixture';

const PAUSE = 300;

const DISMISSED: Decision = {
  id: 'd1',
  at: '2031-04-02T09:00:00.000Z',
  kind: 'dismiss',
  check: 'cue.loaded',
  file: null,
  target: null,
};

/** A document, a clock and a worker that do nothing by themselves. */
class Desk {
  text = 'She said no.';
  version = 1;
  choice: Choice = 'judge';
  level: Level = 'likely';
  decisions: readonly Decision[] = [];
  now = 0;
  readonly errors: string[] = [];
  readonly forgotten: string[] = [];
  readonly changes: ArticleState['kind'][] = [];
  readonly requests: {
    request: AnalysisRequest;
    signal: AbortSignal;
    onlooker: Onlooker | undefined;
    resolve: (result: AnalysisResult) => void;
    reject: (error: Error) => void;
  }[] = [];
  readonly #timers: { due: number; callback: () => void; cancelled: boolean }[] = [];

  words: WordList | null = null;

  readonly articles = new Articles({
    client: {
      analyse: (request, signal, onlooker) =>
        new Promise((resolve, reject) => this.requests.push({ request, signal, onlooker, resolve, reject })),
      forget: key => void this.forgotten.push(key),
    },
    pause: () => PAUSE,
    level: () => this.level,
    decisions: () => this.decisions,
    words: () => this.words,
    clock: {
      after: (milliseconds, callback) => {
        const timer = { due: this.now + milliseconds, callback, cancelled: false };
        this.#timers.push(timer);
        return () => (timer.cancelled = true);
      },
    },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: message => void this.errors.push(message),
    },
  });

  constructor() {
    this.articles.onDidChange(() => {
      const { state } = this;
      if (state) this.changes.push(state.kind);
    });
  }

  get document(): ArticleDocument {
    const version = () => this.version;
    return {
      key: 'k',
      fileName: '/k.txt',
      languageId: 'plaintext',
      get version() {
        return version();
      },
      text: () => this.text,
      choice: () => this.choice,
      visible: () => ({ start: 0, end: 12 }),
    };
  }

  get state(): ArticleState | undefined {
    return this.articles.state('k');
  }

  /** Types words at an offset. */
  type(at: number, words: string): void {
    this.text = this.text.slice(0, at) + words + this.text.slice(at);
    this.version++;
    this.articles.edited('k', [{ start: at, end: at, text: words }]);
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    for (const timer of this.#timers.splice(0)) {
      if (timer.cancelled) continue;
      if (timer.due <= this.now) timer.callback();
      else this.#timers.push(timer);
    }
  }

  /** Answers the nth request: one claim on the word “no”. */
  async answer(nth: number, confidence = 1): Promise<void> {
    const asked = this.requests[nth];
    assert.ok(asked, `request ${nth} was not made`);
    const start = asked.request.text.indexOf('no');
    const claim = attributionWith({ id: 'a1', content: [{ start, end: start + 2 }], confidence });
    asked.resolve(analysed(analysisWith({ attributions: [claim] }), asked.request.text));
    await settle();
  }

  claimedWords(): string | undefined {
    if (this.state?.kind !== 'analysed') return undefined;
    const { article } = this.state;
    return article.words(article.analysis.attributions[0]?.content ?? []);
  }
}

function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

describe('the articles on display', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    desk.articles.open(desk.document);
  });

  it('are analysed at once, and once', async () => {
    desk.articles.open(desk.document);
    assert.equal(desk.requests.length, 1);
    assert.equal(desk.state?.kind, 'analysing');
    await desk.answer(0);
    assert.equal(desk.claimedWords(), 'no');
    assert.deepEqual(desk.changes, ['analysing', 'analysed']);
  });

  it('are analysed again after a pause in typing', async () => {
    await desk.answer(0);
    desk.type(0, 'a');
    desk.pass(PAUSE - 1);
    desk.type(0, 'b');
    desk.pass(PAUSE - 1);
    assert.equal(desk.requests.length, 1);
    desk.pass(1);
    assert.deepEqual(
      desk.requests.map(({ request }) => request.text),
      ['She said no.', 'baShe said no.'],
    );
  });

  it('keep the last analysis, moved along with the text, until the next one is there', async () => {
    await desk.answer(0);
    desk.type(0, 'Again ');
    assert.equal(desk.claimedWords(), 'no');
    assert.equal(desk.state?.kind === 'analysed' && desk.state.current, false);
    desk.pass(PAUSE);
    desk.type(0, 'And ');
    assert.equal(desk.claimedWords(), 'no');
    assert.deepEqual(desk.changes, ['analysing', 'analysed']);
  });

  it('move an analysis that comes late by the edits it has not seen', async () => {
    desk.type(0, 'Well, ');
    await desk.answer(0);
    assert.equal(desk.claimedWords(), 'no');
    assert.equal(desk.state?.kind === 'analysed' && desk.state.current, false);
    desk.pass(PAUSE);
    await desk.answer(1);
    assert.equal(desk.state?.kind === 'analysed' && desk.state.current, true);
  });

  it('do not want an older version any more when a newer one is asked for', async () => {
    desk.type(0, 'x');
    desk.pass(PAUSE);
    assert.equal(desk.requests[0]?.signal.aborted, true);
    await desk.answer(1);
    await desk.answer(0);
    assert.equal(desk.claimedWords(), 'no');
    assert.equal(desk.changes.filter(kind => kind === 'analysed').length, 1);
  });

  it('are left alone when the text turns out to be none of ours, and looked at again when it changes', async () => {
    desk.requests[0]?.resolve({ status: 'leftAlone', reason: 'not-english', language: 'fr' });
    await settle();
    assert.deepEqual(desk.state, { kind: 'leftAlone', reason: 'not-english', language: 'fr' });
    desk.type(0, 'x');
    desk.pass(PAUSE);
    await desk.answer(1);
    assert.equal(desk.claimedWords(), 'no');
    assert.deepEqual(desk.changes, ['analysing', 'leftAlone', 'analysed'], 'nothing flickers in between');
  });

  it('are shown as under way when their text, left alone before, takes long', async () => {
    desk.requests[0]?.resolve({ status: 'leftAlone', reason: 'not-english', language: 'fr' });
    await settle();
    desk.type(0, 'x');
    desk.pass(PAUSE);
    desk.requests[1]?.onlooker?.onProgress(0.1);
    assert.deepEqual(desk.state, { kind: 'analysing' });
  });

  it('are shown as under way when they are switched on', async () => {
    desk.choice = 'switched-off';
    desk.articles.reconsider('k');
    desk.choice = 'judge';
    desk.articles.reconsider('k');
    assert.deepEqual(desk.state, { kind: 'analysing' });
    await desk.answer(1);
    assert.equal(desk.claimedWords(), 'no');
  });

  for (const choice of ['switched-off', 'excluded'] as const) {
    it(`are not even asked about when they are ${choice}`, async () => {
      await desk.answer(0);
      desk.choice = choice;
      desk.articles.reconsider('k');
      assert.deepEqual(desk.state, { kind: 'leftAlone', reason: choice, language: null });
      assert.equal(desk.requests.length, 1);
    });
  }

  it('are not judged when the user switched them on', () => {
    desk.choice = 'always';
    desk.articles.reconsider();
    assert.deepEqual(
      desk.requests.map(({ request }) => request.judge),
      [true, false],
    );
  });

  it('are analysed by another worker when one died', async () => {
    desk.requests[0]?.reject(new WorkerDiedError('killed', false));
    await settle();
    await desk.answer(1);
    assert.equal(desk.claimedWords(), 'no');
    assert.deepEqual(desk.errors, []);
  });

  it('are given up when they kill every worker, and the log tells', async () => {
    desk.requests[0]?.reject(new WorkerDiedError('killed', false));
    await settle();
    desk.requests[1]?.reject(new WorkerDiedError('killed again', false));
    await settle();
    assert.equal(desk.requests.length, 2);
    assert.equal(desk.state?.kind, 'failed');
    assert.match(desk.errors.join(), /killed again/);
  });

  it('keep the last analysis when the next one fails', async () => {
    await desk.answer(0);
    desk.type(0, 'x');
    desk.pass(PAUSE);
    desk.requests[1]?.reject(new Error('a fault'));
    await settle();
    assert.equal(desk.claimedWords(), 'no');
    assert.match(desk.errors.join(), /a fault/);
    assert.equal(desk.articles.failed('k'), true);
    assert.equal(desk.changes.at(-1), 'analysed', 'whoever listens is told');
    desk.type(0, 'x');
    desk.pass(PAUSE);
    assert.equal(desk.articles.failed('k'), false);
  });

  it('are shown at another level without being analysed again, also while they are edited', async () => {
    await desk.answer(0, 0.3);
    assert.equal(desk.claimedWords(), '');
    desk.type(0, 'Again ');
    desk.level = 'everything';
    desk.articles.levelChanged();
    assert.equal(desk.claimedWords(), 'no');
    desk.type(0, 'And ');
    assert.equal(desk.claimedWords(), 'no');
    desk.level = 'likely';
    desk.articles.levelChanged();
    assert.equal(desk.claimedWords(), '');
    assert.equal(desk.state?.kind === 'analysed' && desk.state.article.whole.attributions.length, 1);
    assert.equal(desk.requests.length, 1);
    assert.deepEqual(desk.changes, ['analysing', 'analysed', 'analysed', 'analysed']);
  });

  it('are shown at the level that was chosen while they were analysed', async () => {
    desk.level = 'everything';
    desk.articles.levelChanged();
    await desk.answer(0, 0.3);
    assert.equal(desk.claimedWords(), 'no');
    assert.equal(desk.state?.kind === 'analysed' && desk.state.article.counts.claims, 1);
  });

  it('are analysed again when the user decided something about them, and only then', async () => {
    await desk.answer(0);
    desk.articles.decisionsChanged();
    assert.equal(desk.requests.length, 1);
    desk.decisions = [DISMISSED];
    desk.articles.decisionsChanged();
    assert.equal(desk.claimedWords(), 'no');
    desk.articles.decisionsChanged();
    await desk.answer(1);
    assert.deepEqual(
      desk.requests.map(({ request }) => request.decisions),
      [[], [DISMISSED]],
    );
    assert.deepEqual(desk.changes, ['analysing', 'analysed', 'analysed']);
  });

  it('are gone when they are closed, even if an analysis is still on its way', async () => {
    desk.articles.close('k');
    assert.equal(desk.requests[0]?.signal.aborted, true);
    assert.deepEqual(desk.forgotten, ['k']);
    await desk.answer(0);
    assert.equal(desk.state, undefined);
    desk.type(0, 'x');
    desk.pass(PAUSE);
    assert.equal(desk.requests.length, 1);
  });

  it('can be awaited: the pause is cut short', async () => {
    await desk.answer(0);
    desk.type(0, 'x');
    const settled = desk.articles.settled('k');
    await settle();
    await desk.answer(1);
    const state = await settled;
    assert.equal(state?.kind === 'analysed' && state.current, true);
  });

  it('can be awaited even when they are closed meanwhile', async () => {
    const settled = desk.articles.settled('k');
    desk.articles.close('k');
    desk.requests[0]?.resolve({ status: 'superseded' });
    assert.equal(await settled, undefined);
    assert.equal(await desk.articles.settled('unknown'), undefined);
  });
});
