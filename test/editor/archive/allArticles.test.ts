import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnalysisClient, WorkerDiedError, type AnalysisResult } from '../../../src/articles/client';
import { ARTICLE_ENDINGS } from '../../../src/articles/corpus/articleFiles';
import type { Decision } from '../../../src/articles/decisions/decision';
import { DecisionStore } from '../../../src/articles/decisions/store';
import { systemClock } from '../../../src/articles/host';
import type { AnalysisRequest } from '../../../src/articles/protocol';
import { WEIGHTS_FILE } from '../../../src/articles/weights';
import { AllArticles } from '../../../src/editor/archive/allArticles';
import type { ArchiveNode, ArchiveOptions } from '../../../src/editor/archive/allArticlesModel';
import {
  apart,
  Archive,
  isDecided,
  together,
  undecided,
  type KeptArticle,
} from '../../../src/editor/archive/archive';
import { archiveCache } from '../../../src/editor/archive/archiveCache';
import { ArchiveDecisions } from '../../../src/editor/archive/archiveDecisions';
import { archiveHost } from '../../../src/editor/archive/archiveHost';
import { lastRuns } from '../../../src/editor/archive/lastRun';
import { ArchiveRun, type ArchiveHost } from '../../../src/editor/archive/archiveRun';
import { extensionFiles } from '../../../src/editor/files';
import { startWorker } from '#platform';
import { actorWith, analysed, analysisWith, attributionWith, spanOf } from '../../articles/fixture';
import { MemoryFileSystem } from '../memoryFileSystem';
import { api, ARTICLE, closeAll, eventually } from '../support';

const scheme = 'sourcelight-archive';
const at = (path: string) => vscode.Uri.from({ scheme, path });
const NAMES = { apart: [], together: [] };

/** “NAME said WORDS.” on every line; “broken” kills the worker. */
class FakeAnalyst {
  asked: string[] = [];
  readonly decided = new Map<string, readonly Decision[]>();
  onAsked: (request: AnalysisRequest) => void = () => undefined;

  analyse(request: AnalysisRequest, signal: AbortSignal): Promise<AnalysisResult> {
    this.asked.push(request.key);
    this.decided.set(request.key, request.decisions);
    this.onAsked(request);
    if (signal.aborted) return Promise.resolve({ status: 'superseded' });
    const { text } = request;
    if (text.includes('broken')) return Promise.reject(new WorkerDiedError('it was killed', false));
    const said = [...text.matchAll(/^(.+) said (.+)\.$/gm)];
    const names = [...new Set(said.map(([, name = '']) => name))];
    return Promise.resolve(
      analysed(
        analysisWith({
          actors: names.map((name, nth) => actorWith({ id: `k${nth}`, name, type: 'person' })),
          attributions: said.map(([, name = '', words = ''], nth) =>
            attributionWith({
              id: `a${nth}`,
              content: [spanOf(text, words)],
              source: { mention: [spanOf(text, name)], actor: `k${names.indexOf(name)}` },
            }),
          ),
        }),
      ),
    );
  }

  forget(): void {
    // Nothing is kept.
  }

  restart(): void {
    // There is no worker.
  }
}

class Memory implements vscode.Memento {
  readonly #values = new Map<string, unknown>();
  keys = () => [...this.#values.keys()];
  get<T>(key: string, otherwise?: T): T {
    return (this.#values.get(key) as T | undefined) ?? (otherwise as T);
  }
  update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    return Promise.resolve();
  }
}

const { fs } = vscode.workspace;
const storageFiles = {
  readFile: fs.readFile.bind(fs),
  readDirectory: fs.readDirectory.bind(fs),
  stat: fs.stat.bind(fs),
  delete: fs.delete.bind(fs),
};
const silent = () => vscode.Disposable.from();

const never = new vscode.CancellationTokenSource().token;
const progress = { report: () => undefined };
const pathsOf = (run: ArchiveRun) =>
  [...run.archive.articles.keys()].map(it => vscode.Uri.parse(it).path).sort();

describe('a run over all articles', () => {
  const files = new MemoryFileSystem({
    '/desk/one.article': 'Ada Lind said the bridge holds.\n',
    '/desk/two.txt': 'Ada Lind said the bridge sways.\nTom Reyes said it is shut.\n',
    '/desk/below/three.md': 'Tom Reyes said the ferry sails.\n',
    '/desk/four.news': 'this one is broken',
    '/desk/five.txt': 'nul\0nul',
    '/desk/.hidden/six.txt': 'Nobody said a word.\n',
    '/desk/node_modules/seven.md': 'Nobody said a word.\n',
    '/desk/table.csv': 'Nobody said a word.\n',
    '/desk/left/out.txt': 'Nobody said a word.\n',
  });
  const analysts = [new FakeAnalyst(), new FakeAnalyst()];
  const asked = () => analysts.flatMap(it => it.asked);
  let provider: vscode.Disposable;
  const runs: ArchiveRun[] = [];

  const hostWith = (parts: Partial<ArchiveHost> = {}): ArchiveHost => ({
    fs: vscode.workspace.fs,
    analysts,
    cache: archiveCache(at('/storage'), vscode.workspace.fs),
    lastRuns: lastRuns(at('/storage'), vscode.workspace.fs),
    decisions: { about: () => Promise.resolve([]), onDidChange: silent, dispose: () => undefined },
    stamp: () => Promise.resolve('stamp'),
    words: () => Promise.resolve(null),
    memory: new Memory(),
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    ...parts,
  });
  const newRun = (parts?: Partial<ArchiveHost>) => {
    const run = new ArchiveRun(hostWith(parts));
    runs.push(run);
    return run;
  };
  const exclude = (globs: readonly string[] | undefined) =>
    vscode.workspace
      .getConfiguration('sourcelight')
      .update('exclude', globs, vscode.ConfigurationTarget.Global);

  before(async () => {
    await api();
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    await exclude(['**/left/**']);
  });
  after(async () => {
    provider.dispose();
    await exclude(undefined);
  });
  beforeEach(() => {
    for (const analyst of analysts) {
      analyst.asked = [];
      analyst.onAsked = () => undefined;
    }
  });
  afterEach(async () => {
    for (const run of runs.splice(0)) run.dispose();
    await closeAll();
  });

  it('takes every article of a virtual folder, leaves out what is excluded, and lists what failed', async () => {
    const run = newRun();
    await run.begin([at('/desk')], progress, never);
    assert.deepEqual(pathsOf(run), ['/desk/below/three.md', '/desk/one.article', '/desk/two.txt']);
    assert.deepEqual([...run.failures.keys()].map(it => vscode.Uri.parse(it).path).sort(), [
      '/desk/five.txt',
      '/desk/four.news',
    ]);
    assert.equal(run.state, 'done');
    assert.deepEqual(
      (await run.archive.actors()).map(({ name, claims, articles }) => [name, claims, articles]),
      [
        ['Ada Lind', 2, 2],
        ['Tom Reyes', 2, 2],
      ],
    );
  });

  it('takes the same files for articles as the command line', async () => {
    for (const ending of ARTICLE_ENDINGS)
      files.writeFile(at(`/endings/a.${ending}`), new TextEncoder().encode('Ada Lind said so.\n'));
    const run = newRun();
    await run.begin([at('/endings')], progress, never);
    assert.equal(run.archive.articles.size, ARTICLE_ENDINGS.length);
  });

  it('costs nothing a second time, but for what failed', async () => {
    await newRun().begin([at('/desk')], progress, never);
    for (const analyst of analysts) analyst.asked = [];
    const again = newRun();
    await again.begin([at('/desk')], progress, never);
    assert.equal(again.archive.articles.size, 3);
    assert.deepEqual(
      [...new Set(asked())].map(it => vscode.Uri.parse(it).path),
      ['/desk/four.news'],
    );
  });

  it('can be cancelled in the middle and resumed: every article is analysed once', async () => {
    const source = new vscode.CancellationTokenSource();
    const parts = { analysts: analysts.slice(0, 1), stamp: () => Promise.resolve('another') };
    const run = newRun(parts);
    analysts[0]!.onAsked = ({ key }) => {
      if (key.endsWith('one.article')) source.cancel();
    };
    await run.begin([at('/desk')], progress, source.token);
    assert.equal(run.state, 'stopped');
    const before = run.archive.articles.size;
    assert.ok(before < 3, `${before} articles`);
    analysts[0]!.onAsked = () => undefined;
    await run.resume(progress, never);
    assert.equal(run.state, 'done');
    assert.equal(run.archive.articles.size, 3);
    const times = asked().filter(it => it.endsWith('three.md')).length;
    assert.equal(times, 1);
  });

  it('goes on without its storage where that cannot be written to', async () => {
    let tries = 0;
    const full = {
      ...storageFiles,
      writeFile: () => {
        tries++;
        return Promise.reject(vscode.FileSystemError.NoPermissions('the disk is full'));
      },
    };
    const run = newRun({ cache: archiveCache(at('/full'), full) });
    await run.begin([at('/desk')], progress, never);
    assert.equal(run.archive.articles.size, 3);
    await run.begin([at('/desk')], progress, never);
    assert.equal(run.archive.articles.size, 3);
    assert.ok(tries >= 1 && tries <= analysts.length, `${tries} tries`);
    assert.equal((await run.claimsOf(at('/desk/two.txt').toString())).length, 2, 'analysed again');
  });

  it('renews an article that is saved, and drops one that is deleted', async () => {
    files.writeFile(at('/paper/a.txt'), new TextEncoder().encode('Ada Lind said so.\n'));
    files.writeFile(at('/paper/b.txt'), new TextEncoder().encode('Tom Reyes said so.\n'));
    const run = newRun();
    await run.begin([at('/paper')], progress, never);
    const document = await vscode.workspace.openTextDocument(at('/paper/a.txt'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, 8), 'Ida Berg');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    await eventually(
      async () => (await run.archive.actors()).some(({ name }) => name === 'Ida Berg'),
      Boolean,
    );
    assert.deepEqual((await run.archive.actors()).map(({ name }) => name).sort(), ['Ida Berg', 'Tom Reyes']);
    const deleting = new vscode.WorkspaceEdit();
    deleting.deleteFile(at('/paper/b.txt'));
    assert.ok(await vscode.workspace.applyEdit(deleting));
    await eventually(() => run.archive.articles.size === 1, Boolean);
    assert.deepEqual(
      (await run.archive.actors()).map(({ name }) => name),
      ['Ida Berg'],
    );
  });

  it('renews an article that is saved while a run has it in hand once the run is over', async () => {
    files.writeFile(at('/press/a.txt'), new TextEncoder().encode('Ada Lind said so.\n'));
    const [first, second] = [new FakeAnalyst(), new FakeAnalyst()];
    const run = newRun({ analysts: [first, second] });
    let renewing: Promise<void> | undefined;
    first.onAsked = () => {
      files.writeFile(at('/press/a.txt'), new TextEncoder().encode('Ida Berg said so.\n'));
      renewing ??= run.renew([at('/press/a.txt')]);
      assert.equal(first.asked.length + second.asked.length, run.state === 'running' ? 1 : 2);
    };
    await run.begin([at('/press')], progress, never);
    assert.equal(run.state, 'done');
    await renewing;
    assert.deepEqual(
      (await run.archive.actors()).map(({ name }) => name),
      ['Ida Berg'],
    );
    assert.equal(run.state, 'done');
  });

  it('has the articles of a folder that is renamed at their new places', async () => {
    files.writeFile(at('/moved/old/a.txt'), new TextEncoder().encode('Ada Lind said so.\n'));
    files.writeFile(at('/moved/old/below/b.md'), new TextEncoder().encode('Tom Reyes said so.\n'));
    files.writeFile(at('/moved/c.txt'), new TextEncoder().encode('Ida Berg said so.\n'));
    const run = newRun();
    await run.begin([at('/moved')], progress, never);
    const renaming = new vscode.WorkspaceEdit();
    renaming.renameFile(at('/moved/old'), at('/moved/new'));
    assert.ok(await vscode.workspace.applyEdit(renaming));
    const moved = ['/moved/c.txt', '/moved/new/a.txt', '/moved/new/below/b.md'];
    assert.deepEqual(
      await eventually(
        () => pathsOf(run),
        paths => paths.join() === moved.join(),
      ),
      moved,
    );
    assert.deepEqual([run.state, run.found, run.isWhole], ['done', 3, true]);
  });

  for (const [what, from, to] of [
    ['over which it was made', '/year/desk', '/year/office'],
    ['above the one over which it was made', '/year', '/decade'],
  ] as const) {
    it(`follows a folder that is renamed ${what}`, async () => {
      files.put(at('/year/desk/a.txt'), 'Ada Lind said so.\n');
      files.put(at('/year/desk/below/b.md'), 'Tom Reyes said so.\n');
      const run = newRun();
      await run.begin([at('/year/desk')], progress, never);
      const renaming = new vscode.WorkspaceEdit();
      renaming.renameFile(at(from), at(to));
      assert.ok(await vscode.workspace.applyEdit(renaming));
      const folder = '/year/desk'.replace(from, to);
      const moved = [`${folder}/a.txt`, `${folder}/below/b.md`];
      assert.deepEqual(
        await eventually(
          () => pathsOf(run),
          paths => paths.join() === moved.join(),
        ),
        moved,
      );
      assert.deepEqual([run.state, run.found, run.isWhole], ['done', 2, true]);
      files.put(at(`${folder}/c.txt`), 'Ida Berg said so.\n');
      await run.update(progress, never);
      assert.deepEqual(pathsOf(run), [moved[0], moved[1], `${folder}/c.txt`].toSorted());
      const deleting = new vscode.WorkspaceEdit();
      for (const path of pathsOf(run)) deleting.deleteFile(at(path));
      assert.ok(await vscode.workspace.applyEdit(deleting));
      await eventually(() => run.archive.articles.size === 0, Boolean);
    });
  }

  it('has no failures of a folder that is renamed while a run is at it', async () => {
    files.put(at('/moving/old/a.txt'), 'Ada Lind said so.\n');
    files.put(at('/moving/old/b.txt'), 'Tom Reyes said so.\n');
    const renaming = new vscode.WorkspaceEdit();
    renaming.renameFile(at('/moving/old'), at('/moving/new'));
    let renamed: Thenable<boolean> | undefined;
    const warnings: string[] = [];
    const run = newRun({
      analysts: [new FakeAnalyst()],
      words: async () => {
        // With the first in hand, the second is gone.
        renamed ??= vscode.workspace.applyEdit(renaming);
        await renamed;
        return null;
      },
      log: { ...hostWith().log, warn: message => warnings.push(message) },
    });
    await run.begin([at('/moving')], progress, never);
    assert.ok(await renamed);
    assert.equal(warnings.length, 1, 'the second has failed');
    const moved = ['/moving/new/a.txt', '/moving/new/b.txt'];
    await eventually(
      () => pathsOf(run),
      paths => paths.join() === moved.join(),
    );
    assert.deepEqual([[...run.failures], run.found, run.isWhole], [[], 2, true]);
  });

  it('tells the log where an article that was saved cannot be analysed anew', async () => {
    files.writeFile(at('/unstamped/a.txt'), new TextEncoder().encode('Ada Lind said so.\n'));
    const warnings: string[] = [];
    let isThere = true;
    const run = newRun({
      stamp: () => (isThere ? Promise.resolve('stamp') : Promise.reject(new Error('there is no worker'))),
      log: { ...hostWith().log, warn: message => warnings.push(message) },
    });
    await run.begin([at('/unstamped')], progress, never);
    isThere = false;
    const document = await vscode.workspace.openTextDocument(at('/unstamped/a.txt'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Ida Berg said so.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    await eventually(() => warnings.length, Boolean);
    assert.deepEqual(warnings, ['Articles cannot be analyzed anew: there is no worker']);
  });

  it('finds who said what with the real workers, in this host', async () => {
    files.writeFile(at('/town/ferry.article'), new TextEncoder().encode(ARTICLE));
    files.writeFile(at('/town/pier.article'), new TextEncoder().encode(`${ARTICLE}\nThe end.\n`));
    const extension = vscode.extensions.getExtension('sourcelight.sourcelight');
    assert.ok(extension);
    const own = extensionFiles(extension.extensionUri);
    const newClient = () =>
      new AnalysisClient({
        startWorker: () => startWorker(own),
        readWeights: () => own.read(WEIGHTS_FILE),
        clock: systemClock,
        log: hostWith().log,
      });
    const run = newRun({ analysts: [newClient(), newClient()] });
    await run.begin([at('/town')], progress, never);
    assert.deepEqual([run.state, run.archive.articles.size, [...run.failures]], ['done', 2, []]);
    const okafor = (await run.archive.actors()).find(({ name }) => name === 'Ines Okafor');
    assert.deepEqual([okafor?.articles, okafor?.claims], [2, 4]);
    const claims = await run.claimsOf(at('/town/ferry.article').toString());
    assert.ok(claims.some(({ words }) => words.includes('We have waited long enough')));
  });

  it('shows what the last run of an earlier window came to, analyses nothing, and can be brought up to date', async () => {
    files.writeFile(at('/past/a.txt'), new TextEncoder().encode('Ada Lind said it holds.\n'));
    files.writeFile(at('/past/b.txt'), new TextEncoder().encode('Tom Reyes said it sways.\n'));
    files.writeFile(at('/past/c.txt'), new TextEncoder().encode('this one is broken'));
    const parts = { lastRuns: lastRuns(at('/past-storage'), vscode.workspace.fs) };
    const before = newRun(parts);
    await before.begin([at('/past')], progress, never);
    const { endedAt } = before;
    for (const analyst of analysts) analyst.asked = [];
    files.writeFile(at('/past/b.txt'), new TextEncoder().encode('Ida Berg said it fell.\n'));

    const opened: string[] = [];
    const reading = {
      stat: vscode.workspace.fs.stat.bind(vscode.workspace.fs),
      readFile: (uri: vscode.Uri) => {
        opened.push(uri.path);
        return vscode.workspace.fs.readFile(uri);
      },
    };
    const run = newRun({ ...parts, fs: reading });
    assert.deepEqual([run.state, run.archive.articles.size], ['none', 0], 'before the view is shown');
    await run.restore();
    assert.deepEqual([run.state, run.endedAt, run.isWhole], ['restored', endedAt, true]);
    const names = async () => (await run.archive.actors()).map(({ name }) => name).sort();
    assert.deepEqual(await names(), ['Ada Lind', 'Tom Reyes']);
    assert.deepEqual(
      [...run.failures.keys()].map(it => vscode.Uri.parse(it).path),
      ['/past/c.txt'],
    );
    const [claim] = await run.claimsOf(at('/past/b.txt').toString());
    assert.equal(claim?.words, 'it sways');
    await run.renew([at('/past/b.txt')]);
    assert.deepEqual([asked(), opened], [[], []], 'nothing is analysed by itself');

    await run.update(progress, never);
    assert.equal(run.state, 'done');
    assert.deepEqual(await names(), ['Ada Lind', 'Ida Berg']);
    assert.deepEqual([...new Set(asked())].map(it => vscode.Uri.parse(it).path).sort(), [
      '/past/b.txt',
      '/past/c.txt',
    ]);
  });

  it('is kept and read an article at a time, so that the thread is free in between', async () => {
    const past = lastRuns(at('/long-storage'), vscode.workspace.fs);
    const articles = Array.from({ length: 100 }, (_, nth) => ({
      path: at(`/long/${nth}.txt`).toString(),
      ...{ key: `${nth}`, title: 'Die Fähre fährt', date: null, sources: [], anonymous: 0, claims: 0 },
    }));
    const about = { at: 1, folders: [at('/long').toString()], leftAlone: [], failures: [], rest: [] };
    const before = { TextEncoder, TextDecoder };
    let longest = 0;
    class Encoder extends TextEncoder {
      override encode(text = '') {
        longest = Math.max(longest, text.length);
        return super.encode(text);
      }
    }
    class Decoder extends TextDecoder {
      override decode(bytes?: Uint8Array) {
        longest = Math.max(longest, bytes?.length ?? 0);
        return super.decode(bytes);
      }
    }
    Object.assign(globalThis, { TextEncoder: Encoder, TextDecoder: Decoder });
    try {
      await past.write({ ...about, articles });
      assert.deepEqual(await past.read(), { ...about, articles });
      await past.write({ ...about, articles: [] });
      assert.deepEqual(await past.read(), { ...about, articles: [] });
    } finally {
      Object.assign(globalThis, before);
    }
    assert.ok(longest > 0 && longest < 1000, `${longest} at once`);
  });

  it('restores a run that was stopped with what is left, and nothing where there was none', async () => {
    const source = new vscode.CancellationTokenSource();
    const parts = {
      analysts: analysts.slice(0, 1),
      stamp: () => Promise.resolve('stopped'),
      lastRuns: lastRuns(at('/stopped-storage'), vscode.workspace.fs),
    };
    analysts[0]!.onAsked = ({ key }) => {
      if (key.endsWith('one.article')) source.cancel();
    };
    await newRun(parts).begin([at('/desk')], progress, source.token);
    const run = newRun(parts);
    await run.restore();
    assert.deepEqual([run.state, run.found, run.isWhole], ['restored', 5, false]);
    const none = newRun({ lastRuns: lastRuns(at('/nowhere'), vscode.workspace.fs) });
    await none.restore();
    assert.equal(none.state, 'none');
  });

  it('heeds what the user decided, also in private, and analyses anew only what that is about', async () => {
    const one = at('/decided/one%20pier.txt');
    const two = at('/decided/two.txt');
    for (const uri of [one, two]) files.writeFile(uri, new TextEncoder().encode('Ada Lind said it holds.\n'));
    const kept: Record<'shared' | 'private', string> = { shared: '', private: '' };
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const store = new DecisionStore({
      storage: {
        placeOf: key => ({ folder: at('/decided').toString(), file: vscode.Uri.parse(key).path.slice(9) }),
        read: () => Promise.resolve(kept.shared),
        write: (_, text) => {
          kept.shared = text;
          return Promise.resolve();
        },
        onDidChange: silent,
      },
      privateStorage: {
        read: () => kept.private,
        write: (_, text) => {
          kept.private = text;
          return Promise.resolve();
        },
      },
      log,
      now: Date.now,
      tellKeptInMemory: silent,
      tellUnreadable: silent,
      tellShared: silent,
    });
    const notClaim = (id: string, file: string): Decision => ({
      kind: 'not-claim',
      id,
      at: '2026-03-01T10:00:00.000Z',
      file,
      target: { exact: 'it holds', prefix: 'said ', suffix: '.', start: 14, end: 22 },
    });
    await store.add(one.toString(), notClaim('d1', 'one%20pier.txt'));
    const run = newRun({ decisions: new ArchiveDecisions(store), stamp: () => Promise.resolve('decided') });
    await run.begin([at('/decided')], progress, never);
    const idsOf = (uri: vscode.Uri) =>
      analysts.flatMap(({ decided }) => decided.get(uri.toString())?.map(({ id }) => id) ?? []);
    assert.deepEqual([idsOf(one), idsOf(two)], [['d1'], []]);

    const clear = () => {
      for (const analyst of analysts) {
        analyst.asked = [];
        analyst.decided.clear();
      }
    };
    clear();
    const secret = { ...notClaim('d2', 'two.txt'), private: true } as const;
    await store.add(two.toString(), secret);
    await eventually(asked, paths => paths.length > 0);
    assert.deepEqual([asked(), idsOf(two)], [[two.toString()], ['d2']]);

    clear();
    const { target } = secret;
    const dismissal = {
      ...secret,
      id: 'd3',
      kind: 'dismiss',
      check: 'source.single-voice',
      target,
    } as Decision;
    await store.add(two.toString(), dismissal);
    await store.remove(two.toString(), new Set(['d2']));
    await run.begin([at('/decided')], progress, never);
    assert.deepEqual(asked(), [], 'both are in the cache: taken back, and without what is only dismissed');
    store.dispose();
  });

  it('keeps its storage within bounds: what is old goes, then the oldest, what is on display last', async () => {
    const ages: Record<string, number> = { old: 40, used: 39, older: 3, newer: 2 };
    const aged = {
      ...storageFiles,
      writeFile: fs.writeFile.bind(fs),
      stat: async (uri: vscode.Uri) => {
        const days = ages[/([^/]+)\.json$/.exec(uri.path)?.[1] ?? ''] ?? 0;
        return { ...(await fs.stat(uri)), mtime: Date.now() - days * 24 * 60 * 60 * 1000 };
      },
    };
    const left = async (bytes: number) => {
      const storage = at(`/bounds-${bytes}`);
      const cache = archiveCache(storage, aged, { bytes, days: 30 });
      for (const key of Object.keys(ages)) await cache.write(key, '"0123456789"');
      await lastRuns(storage, fs).write({
        at: 0,
        folders: [],
        leftAlone: [],
        failures: [],
        rest: [],
        articles: [],
      });
      await cache.prune(new Set(['used']));
      const names = await fs.readDirectory(vscode.Uri.joinPath(storage, 'archive'));
      return names.map(([name]) => name.replace(/\.json$/, '')).sort();
    };
    assert.deepEqual(await left(1000), ['last.ndjson', 'newer', 'older', 'used']);
    assert.deepEqual(await left(30), ['last.ndjson', 'newer', 'used']);
    assert.deepEqual(await left(15), ['last.ndjson', 'used']);
    assert.deepEqual(await left(5), ['last.ndjson']);
  });

  it('tidies its storage up at the end of a run, for what is on display', async () => {
    const pruned: (readonly string[])[] = [];
    const cache = {
      ...archiveCache(at('/storage'), vscode.workspace.fs),
      prune: (needed: ReadonlySet<string>) => {
        pruned.push([...needed]);
        return Promise.reject(new Error('no'));
      },
    };
    const run = newRun({ cache });
    await run.begin([at('/desk')], progress, never);
    assert.deepEqual(pruned, [[...run.archive.articles.values()].map(({ key }) => key)]);
    assert.equal(run.state, 'done');
  });

  it('keeps what was said about names for the next run', async () => {
    const memory = new Memory();
    const run = newRun({ memory });
    await run.begin([at('/desk')], progress, never);
    const [one, other] = await run.archive.actors();
    assert.ok(one && other);
    await run.decide(together(run.archive.names, one, other));
    assert.equal((await run.archive.actors()).length, 1);
    const next = newRun({ memory });
    await next.begin([at('/desk')], progress, never);
    assert.equal((await next.archive.actors()).length, 1);
  });
});

describe('what a run over all articles needs of the extension', () => {
  it('has its stamp read anew after that has failed', async () => {
    const storage = at('/storage');
    const decisions = { onDidChange: silent } as Partial<DecisionStore> as DecisionStore;
    let tries = 0;
    const host = archiveHost({
      context: { storageUri: storage, globalStorageUri: storage, workspaceState: new Memory() },
      files: {
        path: relative => relative,
        read: file => {
          const isRead = file !== 'worker.js' || ++tries > 1;
          return isRead ? Promise.resolve(new Uint8Array()) : Promise.reject(new Error('not now'));
        },
      },
      log: { debug: silent, info: silent, warn: silent, error: silent },
      newClient: () => new FakeAnalyst() as Partial<AnalysisClient> as AnalysisClient,
      words: { read: () => Promise.resolve(null) },
      decisions,
      workerFile: 'worker.js',
    });
    await assert.rejects(host.stamp(), /not now/);
    const stamp = await host.stamp();
    assert.equal(await host.stamp(), stamp);
    assert.equal(tries, 2, 'once it is read, it is kept');
    host.decisions.dispose();
  });
});

describe('the tree over all articles', () => {
  const options: ArchiveOptions = { grouping: 'actor', order: 'claims', search: '' };
  const kept = (name: string, over: Partial<KeptArticle> = {}): KeptArticle => ({
    title: '',
    date: null,
    anonymous: 0,
    sources: [{ actor: 'k1', name, type: 'person', anonymity: null, claims: 1 }],
    claims: [{ actor: 'k1', words: 'it holds', kind: 'direct', span: { start: 0, end: 8 } }],
    ...over,
  });
  const treeOf = (
    archive: Archive,
    over: Partial<ArchiveOptions> = {},
    failures = new Map<string, string>(),
  ) => {
    const read: string[] = [];
    const claimsOf = (path: string) => {
      read.push(path);
      return Promise.resolve(kept('').claims);
    };
    const tree = new AllArticles({ archive, failures, claimsOf }, { options: { ...options, ...over } });
    return { tree, read };
  };
  const labels = (tree: AllArticles, nodes: readonly ArchiveNode[]) =>
    nodes.map(node => {
      const { label, description } = tree.getTreeItem(node);
      return `${typeof label === 'string' ? label : ''} | ${typeof description === 'string' ? description : ''}`;
    });

  it('of 10,000 articles makes one page, and reads no article before it is unfolded', async () => {
    const archive = new Archive(NAMES);
    for (let nth = 0; nth < 10_000; nth++) {
      archive.add(`file:///archive/${nth}.article`, 'key', kept(`${NAME_PARTS[nth % 26]!}${nth} Lind`));
    }
    const { tree, read } = treeOf(archive);
    const page = await tree.getChildren();
    assert.ok(page.length <= 301, `${page.length} nodes`);
    assert.equal(page.at(-1)?.kind, 'more');
    assert.deepEqual(read, []);
    const [article] = await tree.getChildren(page[0]);
    assert.deepEqual(read, []);
    await tree.getChildren(article);
    assert.equal(read.length, 1);
    const more = page.at(-1);
    assert.ok(more?.kind === 'more');
    tree.showMore(more);
    const longer = await tree.getChildren();
    assert.deepEqual(
      longer.slice(0, page.length - 1).map(({ id }) => id),
      page.slice(0, -1).map(({ id }) => id),
    );
    assert.equal(new Set(longer.map(({ id }) => id)).size, longer.length);
  });

  it('of 10,000 articles is joined, searched and sorted in stretches, with the thread free in between', async () => {
    const archive = new Archive(NAMES);
    for (let nth = 0; nth < 10_000; nth++) {
      archive.add(`file:///archive/${nth}.article`, 'key', kept(`${NAME_PARTS[nth % 26]!}${nth} Lind`));
    }
    const turnsIn = async (over: Partial<ArchiveOptions>) => {
      let [turns, isOn] = [0, true];
      const turn = () => {
        turns++;
        if (isOn) setTimeout(turn, 0);
      };
      setTimeout(turn, 0);
      await treeOf(archive, over).tree.getChildren();
      isOn = false;
      return turns;
    };
    // In one go, there is no turn for anything else.
    assert.ok((await turnsIn({})) > 2, 'joined');
    assert.ok((await turnsIn({ search: 'lind', order: 'name' })) > 0, 'searched and sorted');
  });

  it('lists actors, then their articles with the newest first, then claims', async () => {
    const archive = new Archive(NAMES);
    archive.add('file:///a.article', 'key', kept('Ada Lind', { title: 'Bridge holds', date: '2024-03-01' }));
    archive.add('file:///b.article', 'key', kept('Ada Lind', { title: 'Bridge sways', date: '2024-05-01' }));
    archive.add('file:///c.article', 'key', kept('Tom Reyes'));
    const { tree } = treeOf(archive, {}, new Map([['file:///d.txt', 'binary']]));
    const roots = await tree.getChildren();
    assert.deepEqual(labels(tree, roots), [
      '1 file could not be analyzed | ',
      'Ada Lind | 2 claims · 2 articles',
      'Tom Reyes | 1 claim · 1 article',
    ]);
    const articles = await tree.getChildren(roots[1]);
    assert.deepEqual(labels(tree, articles), [
      'Bridge sways | 2024-05-01 · 1 claim',
      'Bridge holds | 2024-03-01 · 1 claim',
    ]);
    assert.deepEqual(labels(tree, await tree.getChildren(articles[0])), ['it holds | ']);
  });

  it('draws an actor as the tree of an article does, and says what it is', async () => {
    const archive = new Archive(NAMES);
    const about = { actor: 'k1', type: 'person', claims: 1 } as const;
    const sources = [
      { ...about, name: 'Ada Lind', anonymity: null },
      { ...about, name: 'a clerk', anonymity: { class: 'individual' } },
      { ...about, name: 'a spokesman', anonymity: { class: 'role' } },
      { ...about, name: 'police', type: 'organization', anonymity: { class: 'collective' } },
    ] as const;
    archive.add('file:///a.article', 'key', kept('', { sources }));
    const { tree } = treeOf(archive, { order: 'name' });
    const looks = (await tree.getChildren()).map(node => {
      const { iconPath, accessibilityInformation } = tree.getTreeItem(node);
      assert.ok(iconPath instanceof vscode.ThemeIcon);
      return [iconPath.id, iconPath.color?.id, accessibilityInformation?.label];
    });
    assert.deepEqual(looks, [
      ['eye-closed', 'sourcelight.anonymousSource', 'a clerk, anonymous, 1 claim, 1 article'],
      [
        'megaphone',
        'sourcelight.roleSource',
        'a spokesman, speaks for an organization, without a name, 1 claim, 1 article',
      ],
      ['person', 'sourcelight.namedSource', 'Ada Lind, person, 1 claim, 1 article'],
      [
        'briefcase',
        'sourcelight.roleSource',
        'police, speaks as one body, without names, 1 claim, 1 article',
      ],
    ]);
  });

  it('lists articles by the share of their claims that is anonymous', async () => {
    const archive = new Archive(NAMES);
    archive.add('file:///a.article', 'key', kept('Ada Lind', { title: 'Named' }));
    archive.add('file:///b.article', 'key', kept('Tom Reyes', { title: 'Unnamed', anonymous: 1 }));
    const { tree } = treeOf(archive, { grouping: 'article' });
    assert.deepEqual(labels(tree, await tree.getChildren()), [
      'Unnamed | 1 claim · 100% anonymous',
      'Named | 1 claim · 0% anonymous',
    ]);
  });

  it('is searched by names, whatever their capitals and accents', async () => {
    const archive = new Archive(NAMES);
    archive.add('file:///a.article', 'key', kept('Inés Okafor'));
    archive.add('file:///b.article', 'key', kept('Tom Reyes'));
    const { tree } = treeOf(archive, { search: 'INES' });
    assert.deepEqual(labels(tree, await tree.getChildren()), ['Inés Okafor | 1 claim · 1 article']);
  });

  it('tells names apart and joins them, and takes that back', async () => {
    const archive = new Archive(NAMES);
    archive.add('file:///a.article', 'key', kept('Robert J. Reyes'));
    archive.add('file:///b.article', 'key', kept('Robert Reyes'));
    const [joined] = await archive.actors();
    assert.ok(joined);
    assert.equal((await archive.actors()).length, 1);
    archive.names = apart(archive.names, 'Robert Reyes', null);
    const [one, other] = await archive.actors();
    assert.ok(one && other && isDecided(archive.names, joined));
    archive.names = together(archive.names, one, other);
    assert.equal((await archive.actors()).length, 1);
    archive.names = undecided(archive.names, joined);
    assert.deepEqual(archive.names, NAMES);
  });
});

const NAME_PARTS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
