import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { AnalysisClient } from '../../articles/client';
import { languageOf, LARGEST_ARTICLE } from '../../articles/corpus/articleFiles';
import { readCacheEntry } from '../../articles/corpus/cacheEntry';
import { NO_NAME_DECISIONS, type NameDecisions } from '../../articles/corpus/joinActors';
import {
  CorpusFileError,
  runCorpus,
  type CorpusEvent,
  type CorpusFile,
  type CorpusOutcome,
} from '../../articles/corpus/run';
import { reasonOf } from '../../articles/errors';
import type { Log } from '../../articles/host';
import type { WordList } from '../../articles/wordList';
import { Archive, keepArticle, type KeptArticle, type KeptClaim } from './archive';
import type { ArchiveCache } from './archiveCache';
import type { ArchiveDecisions } from './archiveDecisions';
import { findArticles, isArticleFile } from './archiveFiles';
import type { LastRuns } from './lastRun';
import { settings } from '../settings';

/** Changes with what {@link keepArticle} keeps, so that the cache holds nothing older. */
const KEPT = 'archive 2';
/** In the storage of a workspace: what the user said about names. */
const NAMES = 'archiveNames';
/** After an edit, so long nothing new is begun, in milliseconds. */
const TYPING = 1000;
/** The view is shown anew when there are so many times as many articles as before: all joining together stays linear. */
const GROWTH = 1.5;
/** After an article was analysed by itself, so long it is waited for others before all is kept again, in milliseconds. */
const KEEPING = 2000;

/** What a run over all articles needs of the extension. */
export interface ArchiveHost {
  readonly fs: Pick<vscode.FileSystem, 'stat' | 'readFile'>;
  /** A worker each; they are started when they are first needed, and ended with the run. */
  readonly analysts: readonly Pick<AnalysisClient, 'analyse' | 'forget' | 'restart'>[];
  readonly cache: ArchiveCache;
  readonly lastRuns: LastRuns;
  /** Tells apart the weights and versions that make something else of the same text. */
  readonly stamp: () => Promise<string>;
  readonly words: (key: string) => Promise<WordList | null>;
  /** Disposed of with the run. */
  readonly decisions: Pick<ArchiveDecisions, 'about' | 'onDidChange' | 'dispose'>;
  readonly memory: vscode.Memento;
  readonly log: Log;
}

/**
 * `restored`: what the last run of an earlier window came to, as it was then; `stopped`: some of the articles that were
 * found are not analysed yet.
 */
export type ArchiveState = 'none' | 'restored' | 'running' | 'stopped' | 'done';

/** Analyses every article of a folder or workspace, on request only, and keeps what came of it up to date. */
export class ArchiveRun implements vscode.Disposable {
  readonly archive: Archive;
  /** By URI, with the reason. */
  readonly failures = new Map<string, string>();
  readonly #host: ArchiveHost;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** URIs of the articles that were found. */
  #found: readonly string[] = [];
  readonly #leftAlone = new Set<string>();
  #state: ArchiveState = 'none';
  #folders: readonly vscode.Uri[] = [];
  #watchers = vscode.Disposable.from();
  /** Cancelled when other folders are followed, or none. */
  #following = new vscode.CancellationTokenSource();
  #stop: vscode.CancellationTokenSource | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #lastEdit = -Infinity;
  #isCacheUseless = false;
  #single: Promise<unknown> = Promise.resolve();
  /** When the last run ended, in milliseconds since 1970. */
  #endedAt = 0;
  #restoring: Promise<void> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #lastKept: Promise<void> = Promise.resolve();

  readonly onDidChange = this.#changed.event;

  constructor(host: ArchiveHost) {
    this.#host = host;
    this.archive = new Archive(host.memory.get(NAMES, NO_NAME_DECISIONS));
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) this.#lastEdit = performance.now();
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        this.#unattended(this.renew([uri]));
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        this.#unattended(this.#renewMoved(files));
      }),
      host.decisions,
      host.decisions.onDidChange(paths => {
        const done = paths.filter(path => this.#isDone(path));
        this.#unattended(this.renew(done.map(path => vscode.Uri.parse(path, true))));
      }),
    );
  }

  get state(): ArchiveState {
    return this.#state;
  }

  /** When what is there was found. */
  get endedAt(): Date {
    return new Date(this.#endedAt);
  }

  /** How many articles were found. */
  get found(): number {
    return this.#found.length;
  }

  /** Whether each of these was analysed, left alone, or has failed. */
  get isWhole(): boolean {
    return this.#done >= this.found;
  }

  /** How many of these are not in English, or no prose. */
  get leftAlone(): number {
    return this.#leftAlone.size;
  }

  /** Analyses all articles below the folders; what an earlier run found is not shown any more. */
  async begin(
    folders: readonly vscode.Uri[],
    progress: Progress,
    token: vscode.CancellationToken,
  ): Promise<void> {
    await this.#whole(token, async stopped => {
      this.archive.clear();
      this.failures.clear();
      this.#leftAlone.clear();
      this.#found = [];
      this.#follow(folders);
      this.#setState('running');
      const found: string[] = [];
      const unreadable = (folder: vscode.Uri, error: unknown) => {
        found.push(folder.toString());
        this.failures.set(folder.toString(), reasonOf(error));
      };
      for await (const uri of findArticles(folders, stopped, unreadable)) {
        found.push(uri.toString());
        if (found.length % 100 === 0) progress.report({ message: l10n.t('{0} files found', found.length) });
      }
      this.#found = found;
      await this.#rest(progress, stopped);
    });
  }

  /** Analyses all articles of the last run again, also one of an earlier window; those that are the same cost nothing. */
  async update(progress: Progress, token: vscode.CancellationToken): Promise<void> {
    await this.begin(this.#folders, progress, token);
  }

  /** Shows what the last run of an earlier window came to, once; nothing is analysed, and no article read. */
  restore(): Promise<void> {
    this.#restoring ??= this.#restore();
    return this.#restoring;
  }

  /** Analyses what a run that was stopped has left. */
  async resume(progress: Progress, token: vscode.CancellationToken): Promise<void> {
    await this.#whole(token, async stopped => {
      this.#setState('running');
      await this.#rest(progress, stopped);
    });
  }

  stop(): void {
    this.#stop?.cancel();
  }

  /** Analyses articles anew that the run has had, or that are new among those it has had, once it is over. */
  async renew(uris: readonly vscode.Uri[]): Promise<void> {
    await this.#afterRuns();
    if (this.#state === 'none' || this.#state === 'restored') return;
    const paths = [...new Set(uris.filter(uri => this.#isInScope(uri)).map(String))];
    if (paths.length === 0) return;
    this.#found = [...new Set([...this.#found, ...paths])];
    const { token } = this.#following;
    await this.#alone(paths, token, event => {
      if (!token.isCancellationRequested) this.#take(event);
    });
    this.#changed.fire();
    this.#keepSoon();
  }

  /** The claims of an article, from disk; analysed again where they are not there any more. */
  async claimsOf(path: string): Promise<readonly KeptClaim[]> {
    const kept = await this.#keptOf(path);
    if (kept) return kept.claims;
    let claims: readonly KeptClaim[] = [];
    await this.#alone([path], NEVER, event => {
      if (event.type === 'finished' && event.outcome.status === 'analysed')
        claims = event.outcome.kept.claims;
    });
    return claims;
  }

  async decide(names: NameDecisions): Promise<void> {
    this.archive.names = names;
    await this.#host.memory.update(NAMES, names);
    this.#changed.fire();
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.#keeping);
    this.#endWorkers();
    this.#following.cancel();
    this.#watchers.dispose();
    this.#subscriptions.dispose();
  }

  /** One run after the other: a new one stops the one before. */
  async #whole(
    token: vscode.CancellationToken,
    work: (stopped: vscode.CancellationToken) => Promise<void>,
  ): Promise<void> {
    this.stop();
    const before = this.#running;
    const run = (async () => {
      await before;
      await this.#single;
      const stop = new vscode.CancellationTokenSource();
      this.#stop = stop;
      const cancelling = token.onCancellationRequested(() => {
        stop.cancel();
      });
      if (token.isCancellationRequested) stop.cancel();
      try {
        await work(stop.token);
      } finally {
        const isDone = !stop.token.isCancellationRequested && this.isWhole;
        this.#stop = null;
        cancelling.dispose();
        stop.dispose();
        this.#endWorkers();
        this.#endedAt = Date.now();
        this.#setState(isDone ? 'done' : 'stopped');
      }
      await this.#keep();
      void this.#prune();
    })();
    this.#running = run.catch(() => undefined);
    await run;
  }

  async #rest(progress: Progress, token: vscode.CancellationToken): Promise<void> {
    let shown = 0;
    let told = 0;
    const tell = () => {
      const done = this.#done;
      progress.report({
        message: l10n.t('{0} of {1} articles', done, this.found),
        increment: (100 * (done - told)) / Math.max(1, this.found),
      });
      told = done;
      if (this.archive.articles.size < Math.max(shown * GROWTH, 1)) return;
      shown = this.archive.articles.size;
      this.#changed.fire();
    };
    await this.#run(
      this.#found.filter(path => !this.#isDone(path)),
      token,
      event => {
        this.#take(event);
        tell();
      },
    );
  }

  /** A worker can be asked about an article by one run at a time. */
  async #afterRuns(): Promise<void> {
    for (let last; last !== this.#running; await last) last = this.#running;
  }

  /** Articles by themselves, after those that were asked for before. */
  async #alone(
    paths: readonly string[],
    token: vscode.CancellationToken,
    onEvent: (event: CorpusEvent<KeptArticle>) => void,
  ): Promise<void> {
    const run = this.#single.then(async () => {
      await this.#run(paths, token, onEvent);
      if (!this.#stop) this.#endWorkers();
    });
    this.#single = run.catch(() => undefined);
    await run;
  }

  /** VS Code tells of a folder as one: all its articles are elsewhere now, and so may be a folder that is followed. */
  async #renewMoved(moves: readonly Move[]): Promise<void> {
    const before = this.#folders;
    const now = before.map(folder => moves.reduce(placeAfter, folder));
    const moved = now.filter(folder => !before.includes(folder));
    if (moved.length > 0) this.#watch(now);
    // A run that is under way fails with those that are gone.
    await this.#afterRuns();
    this.#dropAll(moves.map(({ oldUri }) => oldUri));
    const articles: vscode.Uri[] = [];
    for (const uri of [...moved, ...moves.map(({ newUri }) => newUri).filter(it => this.#isFollowed(it))]) {
      if (isArticleFile(uri)) articles.push(uri);
      else for await (const article of findArticles([uri], NEVER, () => undefined)) articles.push(article);
    }
    await this.renew(articles);
  }

  /** Work that an event has begun: nobody waits for it. */
  #unattended(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#host.log.warn(`Articles cannot be analyzed anew: ${reasonOf(error)}`);
    });
  }

  async #run(
    paths: readonly string[],
    token: vscode.CancellationToken,
    onEvent: (event: CorpusEvent<KeptArticle>) => void,
  ): Promise<void> {
    const { analysts, cache, stamp } = this.#host;
    const abort = new AbortController();
    const cancelling = token.onCancellationRequested(() => {
      abort.abort();
    });
    if (token.isCancellationRequested) abort.abort();
    const level = settings.level();
    try {
      await runCorpus<KeptArticle>({
        files: files(paths),
        read: file => this.#read(file),
        analysts,
        keep: (analysis, text) => keepArticle(analysis, text, level),
        stamp: [KEPT, level, await stamp()].join(' '),
        cache: this.#isCacheUseless ? null : cache,
        ready: () => this.#pause(),
        onEvent,
        signal: abort.signal,
      });
    } finally {
      cancelling.dispose();
    }
  }

  #take(event: CorpusEvent<KeptArticle>): void {
    if (event.type === 'uncached') {
      this.#doWithoutCache(event.reason);
      return;
    }
    const { path } = event.file;
    if (event.type === 'failed') {
      this.#drop(path);
      this.failures.set(path, event.reason);
      this.#host.log.warn(`${path}: ${event.reason}`);
    } else if (event.type === 'finished') {
      this.#drop(path);
      if (event.outcome.status === 'leftAlone') this.#leftAlone.add(path);
      else this.archive.add(path, event.key, event.outcome.kept);
    }
  }

  #endWorkers(): void {
    for (const analyst of this.#host.analysts) analyst.restart();
  }

  async #read(file: CorpusFile) {
    const uri = vscode.Uri.parse(file.path, true);
    const { fs, words, decisions } = this.#host;
    try {
      const { size } = await fs.stat(uri);
      if (size > LARGEST_ARTICLE) throw new Error(l10n.t('longer than {0} MB', LARGEST_ARTICLE / 2 ** 20));
      const text = await vscode.workspace.decode(await fs.readFile(uri), { uri });
      const about = await decisions.about(file.path);
      return { text, words: await words(file.path), decisions: about, problem: null };
    } catch (error) {
      throw new CorpusFileError(reasonOf(error));
    }
  }

  async #restore(): Promise<void> {
    const { lastRuns, log } = this.#host;
    try {
      const last = await lastRuns.read();
      if (!last || this.#state !== 'none') return;
      const { at, folders, articles, failures, leftAlone, rest } = last;
      this.#endedAt = at;
      for (const article of articles) this.archive.put(article);
      for (const [path, reason] of failures) this.failures.set(path, reason);
      for (const path of leftAlone) this.#leftAlone.add(path);
      const done = [...this.archive.articles.keys(), ...this.failures.keys(), ...leftAlone];
      this.#found = [...done, ...rest];
      this.#follow(folders.map(folder => vscode.Uri.parse(folder, true)));
      this.#setState('restored');
    } catch (error) {
      log.warn(`What the last run over all articles came to cannot be read: ${reasonOf(error)}`);
    }
  }

  /** For the next window. */
  async #keep(): Promise<void> {
    clearTimeout(this.#keeping);
    if (this.#isCacheUseless) return;
    const { lastRuns, log } = this.#host;
    const run = {
      at: this.#endedAt,
      folders: this.#folders.map(String),
      leftAlone: [...this.#leftAlone],
      failures: [...this.failures],
      rest: this.#found.filter(path => !this.#isDone(path)),
      articles: [...this.archive.articles.values()],
    };
    this.#lastKept = this.#lastKept
      .then(() => lastRuns.write(run))
      .catch((error: unknown) => {
        log.warn(`What the run over all articles came to cannot be kept: ${reasonOf(error)}`);
      });
    await this.#lastKept;
  }

  /** A run that is under way keeps all at its end. */
  #keepSoon(): void {
    clearTimeout(this.#keeping);
    if (this.#stop) return;
    this.#keeping = setTimeout(() => void this.#keep(), KEEPING);
  }

  async #prune(): Promise<void> {
    if (this.#isCacheUseless) return;
    try {
      await this.#host.cache.prune(new Set([...this.archive.articles.values()].map(({ key }) => key)));
    } catch (error) {
      this.#host.log.warn(`The storage of the extension cannot be tidied up: ${reasonOf(error)}`);
    }
  }

  async #keptOf(path: string): Promise<KeptArticle | null> {
    const key = this.archive.articles.get(path)?.key;
    if (key === undefined) return null;
    try {
      const entry = await this.#host.cache.read(key);
      const outcome = entry === null ? null : await readCacheEntry<CorpusOutcome<KeptArticle>>(entry);
      return outcome?.status === 'analysed' ? outcome.kept : null;
    } catch {
      // Not to be read: it is made again.
      return null;
    }
  }

  /** Whoever types comes first. */
  async #pause(): Promise<void> {
    for (;;) {
      const left = this.#lastEdit + TYPING - performance.now();
      if (left <= 0) return;
      await new Promise(resolve => setTimeout(resolve, left));
    }
  }

  /** Said once: the run goes on, and the next one begins anew. */
  #doWithoutCache(reason: string): void {
    this.#isCacheUseless = true;
    this.#host.log.warn(`The storage of the extension cannot be used: ${reason}`);
    void vscode.window.showWarningMessage(
      l10n.t('What is found in the articles cannot be kept for the next time: {0}', reason),
    );
  }

  get #done(): number {
    return this.archive.articles.size + this.failures.size + this.#leftAlone.size;
  }

  #isDone(path: string): boolean {
    return this.archive.articles.has(path) || this.failures.has(path) || this.#leftAlone.has(path);
  }

  #isInScope(uri: vscode.Uri): boolean {
    return isArticleFile(uri) && this.#isFollowed(uri);
  }

  #isFollowed(uri: vscode.Uri): boolean {
    return this.#folders.some(folder => isBelow(uri, folder));
  }

  #follow(folders: readonly vscode.Uri[]): void {
    this.#following.cancel();
    this.#following = new vscode.CancellationTokenSource();
    this.#watch(folders);
  }

  /** Nothing is analysed by itself: a file that something else has changed is as it was until the next run. */
  #watch(folders: readonly vscode.Uri[]): void {
    this.#watchers.dispose();
    this.#folders = folders;
    const watchers = folders.map(folder =>
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'), true, true),
    );
    const listening = watchers.map(watcher =>
      watcher.onDidDelete(uri => {
        this.#dropAll([uri]);
      }),
    );
    this.#watchers = vscode.Disposable.from(...watchers, ...listening);
  }

  #dropAll(uris: readonly vscode.Uri[]): void {
    if (this.#state === 'none') return;
    const isDropped = (path: string) => uris.some(uri => isBelow(vscode.Uri.parse(path, true), uri));
    // One that a run had in hand as it was dropped before is known, and not found any more.
    const known = [...this.archive.articles.keys(), ...this.failures.keys(), ...this.#leftAlone];
    const dropped = new Set([...this.#found, ...known].filter(isDropped));
    if (dropped.size === 0) return;
    this.#found = this.#found.filter(path => !dropped.has(path));
    for (const path of dropped) this.#drop(path);
    this.#changed.fire();
    this.#keepSoon();
  }

  #drop(path: string): void {
    this.archive.remove(path);
    this.failures.delete(path);
    this.#leftAlone.delete(path);
  }

  #setState(state: ArchiveState): void {
    this.#state = state;
    this.#changed.fire();
  }
}

type Move = vscode.FileRenameEvent['files'][number];

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

const NEVER: vscode.CancellationToken = new vscode.CancellationTokenSource().token;

function* files(paths: readonly string[]): Generator<CorpusFile> {
  for (const path of paths) yield { path, languageId: languageOf(path) };
}

/** Where a file or folder is once another one, or itself, was renamed; the same object where that is where it was. */
function placeAfter(uri: vscode.Uri, { oldUri, newUri }: Move): vscode.Uri {
  return isBelow(uri, oldUri) ? newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }) : uri;
}

function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return (
    uri.scheme === folder.scheme &&
    uri.authority === folder.authority &&
    (uri.path === folder.path || uri.path.startsWith(root))
  );
}
