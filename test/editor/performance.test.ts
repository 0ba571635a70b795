import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { spread } from '../../bench/spread';
import { mostOfOurs, profiled, type Moment } from './profiler';
import { api, closeAll, eventually, pause, writeFile } from './support';

/** Asked for by `npm run bench:host`, which measures at full size; the tests look at less, and at no milliseconds. */
const BENCH = process.env.SOURCELIGHT_BENCH === '1';
const PROFILE = process.env.SOURCELIGHT_PROFILE === '1';
const WORDS = BENCH ? 100_000 : 5_000;
const CYCLES = BENCH ? 200 : 40;
/** In which the cycles are gone through. */
const ROUNDS = 4;
const EDITS = BENCH ? 30 : 5;

/** An invented article in which people, bodies and claims grow in number with its length. */
function writeLong(words: number): string {
  const names = [
    'Abram',
    'Corbel',
    'Dunmore',
    'Fenwick',
    'Galt',
    'Harrow',
    'Jorden',
    'Kestrel',
    'Larkin',
    'Moll',
  ];
  const things = ['ferry', 'pier', 'tram line', 'school', 'reservoir', 'night train', 'market', 'lighthouse'];
  const paragraphs = ['Verrin weighs its future'];
  for (let written = 0, n = 0; written < words; n++) {
    const name = `${names[n % 10]}${names[(n >> 3) % 10]?.toLowerCase()}`;
    const thing = things[n % 8];
    const paragraph = [
      `The ${thing} would close in year ${n}, Ida ${name}, a spokeswoman for the ${name} Council, said on Monday. “We cannot pay ${n} crowns for it,” ${name} added.`,
      `Nobody came to see the ${thing} for ${n} days, and the rain went on.`,
      `Two officials, who asked not to be named because they feared for their jobs, warned that the ${thing} was unsafe, according to the ${name} Post.`,
      `“It was never safe,” said Jan ${name}, who has kept the ${thing} for years. He believes that ${n} people use it.`,
    ][n % 4]!;
    paragraphs.push(paragraph);
    written += paragraph.split(' ').length;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

interface Block {
  /** By the clock: on a busy machine the thread has to wait for a processor as well. */
  readonly elapsed: number;
  /** That the thread itself was at work; NaN where the host does not tell. */
  readonly busy: number;
  /** When the thread came round to the timer. */
  readonly moments: readonly Moment[];
}

/** Longest time, in milliseconds, for which the thread did not come round to a timer while something went on. */
async function longestBlock(during: () => Promise<void>): Promise<Block> {
  const longest = { elapsed: 0, busy: 0, moments: [] as Moment[] };
  let last = thisMoment();
  const timer = setInterval(() => {
    const now = thisMoment();
    longest.elapsed = Math.max(longest.elapsed, now.at - last.at);
    longest.busy = Math.max(longest.busy, now.worked - last.worked);
    longest.moments.push(now);
    last = now;
  }, 1);
  await during();
  clearInterval(timer);
  return longest;
}

/** Again with a profile, which makes everything slower: what the extension itself had of the thread at most. */
async function reportOurs(name: string, what: string, measure: () => Promise<Block>): Promise<void> {
  if (!BENCH) return;
  let moments: readonly Moment[] = [];
  const profile = await profiled(name, async () => {
    ({ moments } = await measure());
  });
  const { elapsed, busy, functions } = mostOfOurs(profile, moments);
  report(`${what}: most of a block by Sourcelight, by the clock`, elapsed, 'ms');
  report(`${what}: most of a block by Sourcelight, at work`, busy, 'ms', 16);
  if (PROFILE) for (const line of functions) console.log(`│   ${line}`);
}

function thisMoment(): Moment {
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage?.() ?? { user: NaN, system: NaN };
  return { at: performance.now(), worked: (user + system) / 1000 };
}

/** Hears what the extension tells of its own times, in the moment in which it does. */
class Times {
  readonly #mark = performance.mark.bind(performance);
  readonly #listeners = new Set<(name: string, detail: unknown) => void>();

  constructor() {
    performance.mark = (name, options) => {
      for (const listener of [...this.#listeners]) listener(name, options?.detail);
      return this.#mark(name, options);
    };
  }

  /** How long each of the two turns of the next activation takes. */
  async activation(): Promise<readonly Pick<Block, 'elapsed' | 'busy'>[]> {
    return [await this.#turnOfActivation(), await this.#turnOfActivation()];
  }

  /** When the marks of an article are next set. */
  async marked(uri: vscode.Uri): Promise<number> {
    return (await this.#next('marks', uri.toString())).at;
  }

  async #turnOfActivation(): Promise<Pick<Block, 'elapsed' | 'busy'>> {
    const [began, ended] = await Promise.all([this.#next('activating'), this.#next('activated')]);
    return { elapsed: ended.at - began.at, busy: ended.worked - began.worked };
  }

  #next(what: string, about?: string): Promise<Moment> {
    return new Promise(resolve => {
      const listener = (name: string, detail: unknown) => {
        if (name !== `sourcelight.${what}` || detail !== about) return;
        this.#listeners.delete(listener);
        resolve(thisMoment());
      };
      this.#listeners.add(listener);
    });
  }

  end(): void {
    performance.mark = this.#mark;
  }
}

const figures: { what: string; figure: string; limit: string }[] = [];

/** @param limit what the value is to stay within, where there is such a limit */
function report(what: string, value: number, unit: string, limit?: number): void {
  if (!BENCH) return;
  const figure = `${value.toFixed(1)} ${unit}`;
  const told = limit === undefined ? '' : `${limit} ${unit}: ${value <= limit ? 'held' : 'missed'}`;
  figures.push({ what, figure, limit: told });
  console.log(`│   ${what}: ${figure}${told && ` (${told})`}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function reportBlock(what: string, { elapsed, busy }: Block): void {
  report(`${what}: longest block, by the clock`, elapsed, 'ms');
  report(`${what}: longest block, at work`, busy, 'ms');
}

/** @param limit what 19 of 20 are to stay within */
function reportSpread(what: string, times: readonly number[], limit?: number): void {
  const { half, most } = spread(times);
  report(`${what}, half of them within`, half, 'ms');
  report(`${what}, 19 of 20 within`, most, 'ms', limit);
}

/** Milliseconds for a megabyte that the system has not given out before: machines differ a hundredfold in that. */
function freshMegabyte(): number {
  const megabytes = 16;
  const page = 4096;
  const memory = new Uint8Array(megabytes << 20);
  const from = performance.now();
  for (let at = 0; at < memory.length; at += page) memory[at] = 1;
  return (performance.now() - from) / megabytes;
}

async function insert(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** When the extensions hear that a document has come into view. */
function heardOf(uri: vscode.Uri): Promise<number> {
  return new Promise(resolve => {
    const listening = vscode.window.onDidChangeVisibleTextEditors(editors => {
      if (!editors.some(({ document }) => document.uri.toString() === uri.toString())) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
}

/** How long it takes, in milliseconds, until the marks of a document that is shown are set: in all, and once it was heard of. */
async function marksAfter(times: Times, uri: vscode.Uri, showing: () => PromiseLike<unknown>) {
  const from = performance.now();
  const heard = heardOf(uri);
  const marked = times.marked(uri);
  await showing();
  return { inAll: (await marked) - from, ofOurs: (await marked) - (await heard) };
}

async function leave(name: string, content: string): Promise<void> {
  const { extensionUri } = vscode.extensions.getExtension('sourcelight.sourcelight')!;
  const file = vscode.Uri.joinPath(extensionUri, 'out', 'reports', name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
}

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('the extension host’s thread', function () {
  this.timeout(280_000);
  const text = writeLong(WORDS);
  afterEach(closeAll);

  let times: Times;
  before(() => {
    times = new Times();
  });
  after(async () => {
    times.end();
    if (BENCH) await leave('bench-host.json', JSON.stringify(figures));
  });

  it('is held for a moment by the activation, and has the first marks soon', async () => {
    const { isActive } = vscode.extensions.getExtension('sourcelight.sourcelight')!;
    report('a megabyte of fresh memory, for comparison', freshMegabyte(), 'ms');
    const uris = await Promise.all(
      ['cold', 'warm'].map(name => writeFile(`${name}.article`, writeLong(1000))),
    );
    const activation = times.activation();
    const began = performance.now();
    await api();
    if (!isActive) {
      report('activation, with loading and all that VS Code does for it', performance.now() - began, 'ms');
      const turns = await activation;
      const elapsed = turns.map(turn => turn.elapsed);
      const busy = turns.map(turn => turn.busy);
      report('`activate()`, the longer of its two turns, by the clock', Math.max(...elapsed), 'ms');
      report('`activate()`, the longer of its two turns, at work', Math.max(...busy), 'ms', 20);
      report('`activate()`, both turns, by the clock', sum(elapsed), 'ms');
      report('`activate()`, both turns, at work', sum(busy), 'ms');
    }
    for (const [index, uri] of uris.entries()) {
      const document = await vscode.workspace.openTextDocument(uri);
      const marks = await marksAfter(times, uri, () => vscode.window.showTextDocument(document));
      const what = `first marks of 1000 words, ${index === 0 ? 'cold' : 'warm'}`;
      report(what, marks.inAll, 'ms');
      const limit = index === 0 ? 500 : 120;
      report(`${what}, after VS Code has told of the editor`, marks.ofOurs, 'ms', limit);
    }
  });

  it('is kept free while a long article is opened and typed into', async () => {
    const { analysisOf, reasonLeftAlone } = await api();
    const plain = await writeFile('long.bin.log', text);
    const uri = await writeFile('long.article', text);
    const control = await longestBlock(async () => {
      await show(plain);
      await pause(1000);
    });
    let whole = 0;
    const open = async (article: vscode.Uri) => {
      const opening = await longestBlock(async () => {
        const from = performance.now();
        await show(article);
        // No surface asks for the whole analysis, which is put together in one go.
        assert.equal(await reasonLeftAlone(article), undefined);
        whole = performance.now() - from;
        await pause(1000);
      });
      const analysis = await analysisOf(article);
      assert.ok(analysis && !analysis.partial && analysis.attributions.length > WORDS / 60);
      return opening;
    };
    reportBlock(`opening ${WORDS} words`, await open(uri));
    reportBlock('VS Code itself, opening the same text', control);
    report(`${WORDS} words opened → all is analysed`, whole, 'ms');
    const again = await writeFile('again.article', text);
    await reportOurs('opening', `opening ${WORDS} words`, () => open(again));
    const placeOf = (n: number) => text.indexOf('\n\n', (n * text.length) / EDITS);
    const untouched = await show(plain);
    const plainTyping = await longestBlock(async () => {
      for (let n = 0; n < EDITS; n++) {
        await insert(untouched, placeOf(n), ` Edit${n}.`);
        await pause(100);
      }
    });
    const document = await show(uri);
    await pause(1000);
    const marked: number[] = [];
    const analysed: number[] = [];
    const type = () =>
      longestBlock(async () => {
        for (let n = 0; n < EDITS; n++) {
          await insert(document, placeOf(n), ` Edit${n}, they said.`);
          const from = performance.now();
          const marks = times.marked(uri);
          assert.equal(await reasonLeftAlone(document.uri), undefined);
          analysed.push(performance.now() - from);
          marked.push((await marks) - from);
          await pause(200);
        }
      });
    const typing = await type();
    const quotes =
      (await analysisOf(document.uri))?.attributions.filter(({ kind }) => kind === 'direct') ?? [];
    assert.ok(quotes.length > WORDS / 100);
    for (const { content } of quotes)
      assert.match(document.getText().slice(content[0]?.start, content.at(-1)?.end), /^“.*”$/s);
    reportBlock(`typing into ${WORDS} words`, typing);
    reportBlock('VS Code itself, typing into the same text', plainTyping);
    reportSpread('edit → marks in the paragraph, after the pause', marked, 30);
    reportSpread('edit → whole analysis, after the pause', analysed);
    await reportOurs('typing', `typing into ${WORDS} words`, type);
    const other = await writeFile('other.article', writeLong(1000));
    await analysisOf((await show(other)).uri);
    await pause(500);
    const switched: number[] = [];
    const heard: number[] = [];
    const switching = await longestBlock(async () => {
      for (let n = 0; n < 10; n++) {
        const to = n % 2 ? other : uri;
        const marks = await marksAfter(times, to, () => show(to));
        switched.push(marks.inAll);
        heard.push(marks.ofOurs);
        await pause(200);
      }
    });
    reportBlock('switching tabs', switching);
    reportSpread('switch to an analysed article → its marks on display are set', switched);
    reportSpread('the same, after VS Code has told of the editor', heard, 16);
  });

  it('gives fifty articles up that are closed while they wait for their analysis, and analyses the next one', async () => {
    const { analysisOf } = await api();
    const text = writeLong(2000);
    const uris = await Promise.all(
      Array.from({ length: 50 }, (_, n) => writeFile(`many/${n}.article`, `${text}\nArticle ${n}.\n`)),
    );
    let areClosed = false;
    const late: string[] = [];
    const settling: Promise<void>[] = [];
    await Promise.all(
      uris.map(async uri => {
        await openTab(uri);
        assert.ok(isOpen(uri));
        const settled = analysisOf(uri).then(analysis => {
          if (analysis && areClosed) late.push(uri.path);
        });
        settling.push(settled);
      }),
    );
    await closeTabs(uris);
    areClosed = true;
    await Promise.all(settling);
    assert.deepEqual(late, [], 'analysed though nobody follows them any more');
    const next = await writeFile('next.article', text);
    await openTab(next);
    assert.ok((await analysisOf(next))?.attributions.length);
    await closeTabs([next]);
  });

  it('keeps nothing of articles that were closed', async function () {
    const collect = collector();
    if (!collect) return this.skip();
    const { analysisOf } = await api();
    const text = writeLong(1000);
    const each = CYCLES / ROUNDS;
    const rounds: { open: Memory; closed: Memory }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Other ones each time: what is kept of one is let go when it is opened again.
      const uris = await Promise.all(
        Array.from({ length: each }, (_, n) =>
          writeFile(`closed/${round}-${n}.article`, `${text}\nArticle ${round}-${n}.\n`),
        ),
      );
      for (const uri of uris) {
        await openTab(uri);
        assert.ok(await analysisOf(uri));
      }
      const open = await collect();
      await closeTabs(uris);
      rounds.push({ open, closed: await collect() });
    }
    const heaps = rounds.map(({ closed }) => closed.heap / 1e6);
    report(`heap after ${each} articles`, heaps[0]!, 'MB');
    report(`heap after ${CYCLES} articles`, heaps.at(-1)!, 'MB');
    // Those in the middle: now and then V8 gives up some of its compiled code, or VS Code a text of an earlier test.
    const freed = spread(rounds.map(({ open, closed }) => open.all - closed.all)).half / each;
    const kept =
      spread(rounds.slice(1).map(({ closed }, n) => closed.all - rounds[n]!.closed.all)).half / each;
    report('an article of 1000 words, freed when it is closed', freed / 1e3, 'kB');
    report('an article of 1000 words, kept for good', kept / 1e3, 'kB');
    assert.ok(kept < freed / 4, `${kept} bytes of each article are kept, ${freed} are freed`);
  });
});

/** Opens a file in a tab of its own; not by `openTextDocument`, which keeps it open for minutes after that is closed. */
async function openTab(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
}

/** Closes all tabs at once, and waits until VS Code has told that some documents are closed. */
async function closeTabs(uris: readonly vscode.Uri[]): Promise<void> {
  const { tabGroups } = vscode.window;
  await tabGroups.close(tabGroups.all.flatMap(({ tabs }) => tabs));
  assert.deepEqual(
    await eventually(
      () => uris.filter(isOpen).map(String),
      open => open.length === 0,
    ),
    [],
  );
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
}

/** Of the editor's thread, in bytes. */
interface Memory {
  readonly heap: number;
  /** With what lies outside of the heap, as the bytes of packed findings do. */
  readonly all: number;
}

/** Collects the garbage and tells how much memory is in use; undefined where the host has no such thing. */
function collector(): (() => Promise<Memory>) | undefined {
  if (!('getBuiltinModule' in process)) return undefined;
  const v8 = process.getBuiltinModule('node:v8');
  const vm = process.getBuiltinModule('node:vm');
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc') as () => void;
  return async () => {
    // What the first collection lets go of may hold more, and is told of in a later turn.
    for (let n = 0; n < 3; n++) {
      gc();
      await pause(50);
    }
    const { heapUsed, external } = process.memoryUsage();
    return { heap: heapUsed, all: heapUsed + external };
  };
}
