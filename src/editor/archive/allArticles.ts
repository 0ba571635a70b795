import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { folded } from '../../articles/claims';
import type { JoinedActor } from '../../articles/corpus/joinActors';
import {
  AllArticlesModel,
  type ArchiveActorNode,
  type ArchiveArticleNode,
  type ArchiveClaimNode,
  type ArchiveNode,
  type ArchiveOptions,
  type MoreInArchiveNode,
} from './allArticlesModel';
import { archiveItem, articleCount, SHOW_IN_ARCHIVE, SHOW_MORE_IN_ARCHIVE } from './allArticlesItems';
import { apart, isDecided, together, undecided } from './archive';
import { ArchiveRun, type ArchiveHost } from './archiveRun';
import { showSpans } from '../navigation';
import { Pages } from '../pages';
import { TreeChoices } from '../treeChoices';

const VIEW = 'sourcelight.allArticles';

const ARCHIVE_TREE = {
  name: 'archiveTree',
  defaults: { grouping: 'actor', order: 'claims', search: '' } as ArchiveOptions,
  changes: {
    'sourcelight.listActorsOfAllArticles': { grouping: 'actor' },
    'sourcelight.listAllArticles': { grouping: 'article' },
    'sourcelight.sortAllArticlesByClaims': { order: 'claims' },
    'sourcelight.sortAllArticlesByArticles': { order: 'articles' },
    'sourcelight.sortAllArticlesByName': { order: 'name' },
    'sourcelight.clearSearchOfAllArticles': { search: '' },
  },
} as const;

/** The view "All articles": who claimed what in the articles of a folder or workspace, where and when. */
export function registerAllArticles(host: ArchiveHost): vscode.Disposable {
  const choices = new TreeChoices<ArchiveOptions>(ARCHIVE_TREE, host.memory);
  const run = new ArchiveRun(host);
  const provider = new AllArticles(run, choices);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const showState = () => {
    void vscode.commands.executeCommand('setContext', 'sourcelight.archive.state', run.state);
    if (!view.visible) return;
    void run.restore();
    const { model } = provider;
    void messageOf(run, model, choices.options).then(message => {
      // By now there may be another one.
      if (model === provider.model) view.message = message;
    });
  };
  const refresh = () => {
    provider.refresh();
    showState();
  };
  const onActor = (command: string, decide: (actor: JoinedActor) => unknown) =>
    vscode.commands.registerCommand(command, async (node?: ArchiveNode) => {
      const actor =
        node?.kind === 'actor'
          ? node.actor
          : await pickActor(await run.archive.actors(), l10n.t('Whose Names?'));
      if (actor) await decide(actor);
    });
  showState();
  return vscode.Disposable.from(
    run,
    choices,
    provider,
    view,
    run.onDidChange(refresh),
    choices.onDidChange(refresh),
    view.onDidChangeVisibility(showState),
    vscode.commands.registerCommand('sourcelight.analyzeAllArticles', async (folder?: vscode.Uri) => {
      const folders = folder instanceof vscode.Uri ? [folder] : await askForFolders();
      if (folders) await withProgress((progress, token) => run.begin(folders, progress, token));
    }),
    vscode.commands.registerCommand('sourcelight.resumeAllArticles', () =>
      run.state === 'stopped' ? withProgress((progress, token) => run.resume(progress, token)) : undefined,
    ),
    vscode.commands.registerCommand('sourcelight.updateAllArticles', () =>
      run.state === 'none' || run.state === 'running'
        ? undefined
        : withProgress((progress, token) => run.update(progress, token)),
    ),
    vscode.commands.registerCommand('sourcelight.stopAllArticles', () => {
      run.stop();
    }),
    vscode.commands.registerCommand('sourcelight.searchAllArticles', async () => {
      const search = await vscode.window.showInputBox({
        title: l10n.t('Search All Articles'),
        prompt: l10n.t('Words of a name, or of an article’s title or file; nothing shows all again'),
        value: choices.options.search,
      });
      if (search !== undefined) await choices.change({ search: search.trim() });
    }),
    vscode.commands.registerCommand(SHOW_MORE_IN_ARCHIVE, (node: MoreInArchiveNode) => {
      provider.showMore(node);
    }),
    vscode.commands.registerCommand(SHOW_IN_ARCHIVE, showClaim),
    onActor('sourcelight.splitNames', async actor => {
      const name = await pickSpelling(actor);
      if (name !== undefined) await run.decide(apart(run.archive.names, name, null));
    }),
    vscode.commands.registerCommand('sourcelight.splitNameInArticle', async (node: ArchiveArticleNode) => {
      const ids = new Set(node.appearances.map(({ actor }) => actor));
      const names = node.article.sources.filter(({ actor }) => ids.has(actor)).map(({ name }) => name);
      const said = names.reduce((all, name) => apart(all, name, node.article.path), run.archive.names);
      await run.decide(said);
    }),
    onActor('sourcelight.joinNames', async actor => {
      const others = (await run.archive.actors()).filter(({ id }) => id !== actor.id);
      const other = await pickActor(others, l10n.t('Who Is the Same as {0}?', actor.name));
      if (other) await run.decide(together(run.archive.names, actor, other));
    }),
    onActor('sourcelight.takeBackNames', async actor => {
      await run.decide(undecided(run.archive.names, actor));
    }),
  );
}

/** A tree that reads the disk for nothing but the claims that are unfolded. */
export class AllArticles implements vscode.TreeDataProvider<ArchiveNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ArchiveNode | undefined>();
  readonly #pages = new Pages();
  #model: AllArticlesModel | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly run: Pick<ArchiveRun, 'archive' | 'failures' | 'claimsOf'>,
    private readonly choices: { readonly options: ArchiveOptions },
  ) {}

  /** Made when it is first needed: a hidden view asks for nothing. */
  get model(): AllArticlesModel {
    const { archive, failures } = this.run;
    this.#model ??= new AllArticlesModel(
      { archive, failures, options: this.choices.options, claimsOf: path => this.run.claimsOf(path) },
      this.#pages,
    );
    return this.#model;
  }

  refresh(): void {
    this.#model = undefined;
    this.#changed.fire(undefined);
  }

  showMore({ parent }: MoreInArchiveNode): void {
    this.#pages.showMore(parent?.id ?? '');
    this.#changed.fire(parent ?? undefined);
  }

  getChildren(node?: ArchiveNode): Promise<ArchiveNode[]> {
    return this.model.children(node ?? null);
  }

  getParent(node: ArchiveNode): ArchiveNode | undefined {
    return 'parent' in node ? (node.parent ?? undefined) : undefined;
  }

  getTreeItem(node: ArchiveNode): vscode.TreeItem {
    return archiveItem(node, ({ actor }: ArchiveActorNode) => isDecided(this.run.archive.names, actor));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** What was analysed, when, and what is left out; nothing where there is a welcome text. */
async function messageOf(
  run: ArchiveRun,
  model: AllArticlesModel,
  { search, grouping }: ArchiveOptions,
): Promise<string> {
  const { state, archive, found, leftAlone } = run;
  if (state === 'none') return '';
  const count = articleCount(archive.articles.size);
  const isWhole = (state === 'done' || state === 'restored') && run.isWhole;
  const analysed = isWhole ? count : l10n.t('{0} analyzed, of {1} files found', count, found);
  return [
    search
      ? grouping === 'actor'
        ? l10n.t('Search: “{0}” (actors: {1})', search, await model.size())
        : l10n.t('Search: “{0}” (articles: {1})', search, await model.size())
      : '',
    state === 'stopped' ? l10n.t('{0}. The rest is left, and can be gone on with.', analysed) : analysed,
    state === 'restored'
      ? l10n.t('From {0}. “Bring All Articles Up to Date” analyzes what has changed since.', timeOf(run))
      : '',
    leftAlone > 0 ? l10n.t('{0} files are no English prose and were left alone', leftAlone) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function timeOf({ endedAt }: ArchiveRun): string {
  return endedAt.toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
}

async function withProgress(
  work: (
    progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
    token: vscode.CancellationToken,
  ) => Promise<void>,
): Promise<void> {
  const { Notification: location } = vscode.ProgressLocation;
  const title = l10n.t('Analyzing all articles');
  void vscode.commands.executeCommand(`${VIEW}.focus`);
  await vscode.window.withProgress({ location, title, cancellable: true }, work);
}

/** The whole workspace, one of its folders, or any. */
async function askForFolders(): Promise<readonly vscode.Uri[] | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const browse = { label: l10n.t('$(folder-opened) Choose a Folder…'), uris: null };
  const title = l10n.t('Analyze All Articles');
  const picked = await vscode.window.showQuickPick(
    [
      ...(folders.length > 1
        ? [{ label: l10n.t('$(root-folder) The Whole Workspace'), uris: folders.map(({ uri }) => uri) }]
        : []),
      ...folders.map(({ name, uri }) => ({ label: `$(folder) ${name}`, uris: [uri] })),
      browse,
    ],
    { title, placeHolder: l10n.t('Every article in it is analyzed, on this machine') },
  );
  if (!picked) return undefined;
  return (
    picked.uris ?? vscode.window.showOpenDialog({ title, canSelectFolders: true, canSelectFiles: false })
  );
}

/** The list gets long: only what fits the words typed so far is offered. */
const OFFERED = 200;

function pickActor(actors: readonly JoinedActor[], title: string): Promise<JoinedActor | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly actor: JoinedActor }>();
  pick.title = title;
  const offer = () => {
    const words = folded(pick.value);
    pick.items = actors
      .filter(({ names }) => names.some(name => folded(name).includes(words)))
      .slice(0, OFFERED)
      .map(actor => ({
        label: actor.name,
        description: articleCount(actor.articles),
        // VS Code would look for what was typed once more, letter by letter and in this spelling alone.
        alwaysShow: true,
        actor,
      }));
  };
  offer();
  return new Promise(resolve => {
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.actor);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Which of an actor's spellings is somebody else. */
async function pickSpelling({ name, names }: JoinedActor): Promise<string | undefined> {
  if (names.length < 2) {
    void vscode.window.showInformationMessage(
      l10n.t('{0} is spelled in one way only. Below it, single articles can be told apart.', name),
    );
    return undefined;
  }
  return vscode.window.showQuickPick([...names], { title: l10n.t('Which Name Is Somebody Else?') });
}

/** So many characters of a claim tell it from others. */
const TELLING = 40;

/** Where the article was changed since, the words of the claim are looked for. */
async function showClaim({ claim, parent }: ArchiveClaimNode): Promise<void> {
  const { start, end } = claim.span;
  const uri = vscode.Uri.parse(parent.article.path, true);
  const text = (await vscode.workspace.openTextDocument(uri)).getText();
  const words = claim.words.slice(0, TELLING).split('…', 1)[0] ?? '';
  const places = [text.indexOf(words, start), text.lastIndexOf(words, start)].filter(at => at >= 0);
  const moved = Math.min(...places.map(at => Math.abs(at - start)));
  const at = places.find(it => Math.abs(it - start) === moved) ?? start;
  await showSpans(uri, [{ start: at, end: at + end - start }]);
}
