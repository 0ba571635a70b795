import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { api, closeAll, pause, writeFile } from './support';

/** Asked for by `npm run bench:host`, which measures at full size; the tests look at less, and at no milliseconds. */
const BENCH = process.env.SOURCELIGHT_BENCH === '1';
const WORDS = BENCH ? 100_000 : 5_000;
const CYCLES = BENCH ? 200 : 40;
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

/** Longest time, in milliseconds, for which the thread did not come round to a timer while something went on. */
async function longestBlock(during: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await during();
  clearInterval(timer);
  return longest;
}

function report(what: string, ...figures: readonly (readonly [name: string, value: number, unit: string])[]) {
  const words = figures.map(([name, value, unit]) => `${name} ${value.toFixed(1)} ${unit}`);
  if (BENCH) console.log(`│   ${what}: ${words.join(', ')}`);
}

async function insert(document: vscode.TextDocument, offset: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
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

  it('is kept free while a long article is opened and typed into', async () => {
    const began = performance.now();
    const { analysisOf } = await api();
    report('until the extension is active, with loading and all that VS Code does for it', [
      '',
      performance.now() - began,
      'ms',
    ]);
    const plain = await writeFile('long.bin.log', text);
    const control = await longestBlock(async () => {
      await show(plain);
      await pause(1000);
    });
    const uri = await writeFile('long.article', text);
    let whole = 0;
    const opening = await longestBlock(async () => {
      const from = performance.now();
      const document = await show(uri);
      const analysis = await analysisOf(document.uri);
      whole = performance.now() - from;
      assert.ok(analysis && !analysis.partial && analysis.attributions.length > WORDS / 60);
      await pause(1000);
    });
    report(
      `opening ${WORDS} words`,
      ['longest block', opening, 'ms'],
      ['of VS Code itself with the same text', control, 'ms'],
      ['until all is analysed', whole, 'ms'],
    );
    const document = await show(uri);
    const ready: number[] = [];
    const typing = await longestBlock(async () => {
      for (let n = 0; n < EDITS; n++) {
        await insert(document, text.indexOf('\n\n', (n * text.length) / EDITS), ` Edit${n}.`);
        const from = performance.now();
        const analysis = await analysisOf(document.uri);
        ready.push(performance.now() - from);
        const last = analysis?.attributions.at(-1)?.content[0];
        assert.ok(last && document.getText().slice(last.start, last.end).length > 0);
      }
    });
    ready.sort((a, b) => a - b);
    report(
      'typing',
      ['longest block', typing, 'ms'],
      ['edit → analysis p50', ready[Math.floor(EDITS / 2)] ?? 0, 'ms'],
      ['p95', ready[Math.floor(EDITS * 0.95)] ?? 0, 'ms'],
    );
    const other = await writeFile('other.article', writeLong(1000));
    await analysisOf((await show(other)).uri);
    const switching = await longestBlock(async () => {
      for (let n = 0; n < 6; n++) {
        await show(n % 2 ? other : uri);
        await pause(200);
      }
    });
    report('switching tabs', ['longest block', switching, 'ms']);
  });

  it('analyses fifty articles that are opened and closed at once, and lives', async () => {
    const { analysisOf } = await api();
    const short = writeLong(300);
    const uris = await Promise.all(
      Array.from({ length: 50 }, (_, n) => writeFile(`many/${n}.article`, `${short}\nArticle ${n}.\n`)),
    );
    const pending = uris.map(async uri => analysisOf((await vscode.workspace.openTextDocument(uri)).uri));
    await closeAll();
    const analyses = await Promise.all(pending);
    assert.ok(analyses.every(analysis => analysis === undefined || analysis.attributions.length > 0));
    assert.ok((await analysisOf((await show(uris[0]!)).uri))?.attributions.length);
  });

  it('keeps nothing of articles that were closed', async function () {
    const collect = collector();
    if (!collect) return this.skip();
    const { analysisOf } = await api();
    const short = writeLong(300);
    const heaps: number[] = [];
    for (let n = 0; n < CYCLES; n++) {
      const document = await vscode.workspace.openTextDocument({ content: short, language: 'news-article' });
      await vscode.window.showTextDocument(document);
      await analysisOf(document.uri);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      if (n + 1 === CYCLES / 4 || n + 1 === CYCLES) heaps.push(collect());
    }
    const [early = 0, late = 0] = heaps;
    report(
      `heap after ${CYCLES / 4} and ${CYCLES} articles`,
      ['', early / 1e6, 'MB'],
      ['', late / 1e6, 'MB'],
    );
    assert.ok(late < 1.3 * early, `${early} bytes became ${late}`);
  });
});

/** Collects the garbage and tells how many bytes of the heap are in use; undefined where the host has no such thing. */
function collector(): (() => number) | undefined {
  if (!('getBuiltinModule' in process)) return undefined;
  const v8 = process.getBuiltinModule('node:v8');
  const vm = process.getBuiltinModule('node:vm');
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc') as () => void;
  return () => {
    gc();
    return v8.getHeapStatistics().used_heap_size;
  };
}
