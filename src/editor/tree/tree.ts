import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import type { ArticleState, LeftAloneReason } from '../../articles/articles';
import type { DecisionStore } from '../../articles/decisions/store';
import type { ActiveArticle } from '../activeArticle';
import { aboutArticle, aboutItem } from './anatomyTree';
import { actorCard, claimCard, type CardContext } from '../cards';
import { statusWords } from '../decisions/correctionWords';
import { registerAtCursor } from '../cursor';
import { documentOf, keyOf } from '../documents';
import { openChecks } from '../checks/openChecks';
import type { QuoteChecks } from '../quotes/quoteCheck';
import { Pages } from '../pages';
import { onDidChangeSettings, settings } from '../settings';
import { tell } from '../telling';
import { TreeChoices } from '../treeChoices';
import { articleItem, SHOW_MORE, treeItem } from './treeItems';
import {
  TreeModel,
  type ActorNode,
  type ArticleNode,
  type ClaimNode,
  type MoreNode,
  type TreeNode,
} from './treeModel';
import { TREE, type TreeOptions } from './treeOptions';
import { registerTreeSearch } from './treeSearch';
import { belowLevel, notToItsEnd, levelWords, whoIsAnonymous } from '../words';

const VIEW = 'sourcelight.whoSaidWhat';

/** A cursor that runs through the text with an arrow key need not be followed at every step. */
const CURSOR_REST = 120;

/** The view "Who said what": actors and claims of the active article, or of every open one. */
export function registerTree(about: {
  readonly active: ActiveArticle;
  readonly decisions: Pick<DecisionStore, 'of'>;
  readonly quotes: Pick<QuoteChecks, 'of' | 'onDidChange'>;
  readonly workspaceState: vscode.Memento;
}): vscode.Disposable {
  const { active, decisions, quotes, workspaceState } = about;
  const choices = new TreeChoices(TREE, workspaceState);
  const { articles } = active;
  const open = () => articles.keys.map(key => ({ key, state: articles.state(key) }));
  const provider = new WhoSaidWhat({ active, open, decisions, quotes, choices });
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const showState = () => {
    void vscode.commands.executeCommand('setContext', 'sourcelight.empty', provider.emptiness);
    void vscode.commands.executeCommand(
      'setContext',
      'sourcelight.tree.filtered',
      isFiltered(choices.options),
    );
    // An empty tree has a welcome text instead, which a message would hide.
    if (view.visible) view.message = provider.claimCount > 0 ? messageOf(provider, choices.options) : '';
    view.description = levelWords[settings.level()]();
  };
  const refresh = () => {
    provider.refresh();
    showState();
  };
  showState();
  return vscode.Disposable.from(
    choices,
    provider,
    view,
    active.onDidChange(refresh),
    articles.onDidChange(() => {
      if (choices.options.scope === 'open') refresh();
    }),
    quotes.onDidChange(refresh),
    onDidChangeSettings(['level'], showState),
    choices.onDidChange(refresh),
    view.onDidChangeVisibility(showState),
    followCursor(active, provider, view),
    registerAtCursor(articles, 'sourcelight.revealInTree', async ({ offset }) => {
      const node = provider.nodeAt(offset);
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
      else tell(l10n.t('The view “Who Said What” has nothing for this place.'));
    }),
    registerTreeSearch(choices),
    vscode.commands.registerCommand(SHOW_MORE, (node: MoreNode) => {
      provider.showMore(node);
    }),
  );
}

/** Why the tree is empty, and so the welcome text in package.json; `claims`: it is not. */
type Emptiness =
  'none' | 'analysing' | 'failed' | 'nothing' | 'below-level' | 'filtered' | 'claims' | LeftAloneReason;

export interface TreeContents {
  readonly active: Pick<ActiveArticle, 'document' | 'state'>;
  /** Every article that is open, the active one as well. */
  readonly open: () => readonly { readonly key: string; readonly state: ArticleState | undefined }[];
  readonly decisions: Pick<DecisionStore, 'of'>;
  readonly quotes: Pick<QuoteChecks, 'of'>;
  readonly choices: { readonly options: TreeOptions };
}

export class WhoSaidWhat implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #contents: TreeContents;
  /** By article; made when they are first needed: a hidden view asks for nothing. */
  readonly #models = new Map<string, TreeModel>();
  /** By key, of those that are open: what stays when the tree is made anew. */
  readonly #kept = new Map<string, { readonly node: ArticleNode; readonly pages: Pages }>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(contents: TreeContents) {
    this.#contents = contents;
  }

  /** Those on show. */
  get models(): TreeModel[] {
    return this.#shown.flatMap(({ key }) => this.#model(key) ?? []);
  }

  /** How many claims pass the filters. */
  get claimCount(): number {
    return this.models.reduce((sum, { claimCount }) => sum + claimCount, 0);
  }

  get emptiness(): Emptiness {
    if (this.#isOpenScope) return this.#shown.length > 0 ? 'claims' : 'none';
    const { state } = this.#contents.active;
    if (!state) return 'none';
    if (state.kind === 'leftAlone') return state.reason;
    if (state.kind !== 'analysed') return state.kind;
    const emptiness = this.#emptinessOf(state.article);
    if (emptiness === 'claims') return 'claims';
    const model = this.#model(this.#activeKey);
    return model && [...model.quotes, ...model.decisions].length > 0 ? 'claims' : emptiness;
  }

  refresh(): void {
    this.#models.clear();
    const open = new Set(this.#contents.open().map(({ key }) => key));
    for (const [key, { pages }] of this.#kept) {
      if (open.has(key)) pages.foldUp();
      else this.#kept.delete(key);
    }
    this.#changed.fire(undefined);
  }

  showMore({ key, parent }: MoreNode): void {
    this.#keptOf(key).pages.showMore(parent?.id ?? key);
    this.#changed.fire(parent ?? undefined);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node)
      return this.#isOpenScope ? this.#shown.map(({ key }) => this.#keptOf(key).node) : this.#roots();
    switch (node.kind) {
      case 'about':
      case 'decisions':
      case 'quotes':
        return [...node.children];
      case 'article': {
        const model = this.#model(node.key);
        return model ? contentsOf(model) : [];
      }
      case 'actor':
        return this.#model(node.key)?.children(node) ?? [];
      case 'claim': {
        const context = this.#model(node.key)?.contextOf(node);
        return context ? [context] : [];
      }
      case 'context':
      case 'more':
      case 'decision':
      case 'quote':
      case 'fact':
        return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'article' ? undefined : (node.parent ?? undefined);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'about' || node.kind === 'fact') return aboutItem(node, this.#activeKey);
    const model = this.#model(node.key);
    if (node.kind === 'article') {
      const name = vscode.workspace.asRelativePath(vscode.Uri.parse(node.key, true));
      return articleItem(node, name, model?.claimCount ?? null);
    }
    return model ? treeItem(node, model.article) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind !== 'claim' && node.kind !== 'actor') return item;
    const article = this.#model(node.key)?.article;
    if (!article) return item;
    if (node.kind === 'claim') item.tooltip = claimCard(article, node.claim, cardContext(node.key, article));
    else if (node.group.actor)
      item.tooltip = actorCard(article, node.group.actor.now, cardContext(node.key, article));
    return item;
  }

  /** The node for a place in the active article: the innermost claim, else the actor that is mentioned there. */
  nodeAt(offset: number): ActorNode | ClaimNode | null {
    const model = this.#model(this.#activeKey);
    if (!model) return null;
    const { actors, attributions } = model.article.at(offset);
    for (const { id } of attributions) {
      const node = model.nodeOfClaim(id);
      if (node) return this.#madeShown(model, node);
    }
    for (const { id } of actors) {
      const node = model.nodeOfActor(id);
      if (node) return this.#madeShown(model, node);
    }
    return null;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #emptinessOf(article: Article): Emptiness {
    if (article.total === 0) return 'nothing';
    if (article.counts.claims === 0) return 'below-level';
    // Only then is a hidden view's model needed.
    return isFiltered(this.#contents.choices.options) && this.claimCount === 0 ? 'filtered' : 'claims';
  }

  get #isOpenScope(): boolean {
    return this.#contents.choices.options.scope === 'open';
  }

  get #activeKey(): string {
    const { document } = this.#contents.active;
    return document ? keyOf(document) : '';
  }

  /** The articles on show; those that are left alone are not among them. */
  get #shown(): { readonly key: string; readonly state: ArticleState | undefined }[] {
    if (!this.#isOpenScope) return [{ key: this.#activeKey, state: this.#contents.active.state }];
    return this.#contents
      .open()
      .filter(({ state }) => state?.kind === 'analysed' || state?.kind === 'analysing');
  }

  #roots(): TreeNode[] {
    const model = this.#model(this.#activeKey);
    if (!model) return [];
    const nodes = contentsOf(model);
    // An empty tree has a welcome text instead.
    return nodes.length > 0 ? [...nodes, ...aboutArticle(model.article)] : [];
  }

  #keptOf(key: string): { readonly node: ArticleNode; readonly pages: Pages } {
    const known = this.#kept.get(key);
    if (known) return known;
    const kept = { node: { kind: 'article', id: key, key }, pages: new Pages() } as const;
    this.#kept.set(key, kept);
    return kept;
  }

  #model(key: string): TreeModel | undefined {
    const known = this.#models.get(key);
    const state = this.#shown.find(shown => shown.key === key)?.state;
    if (known || state?.kind !== 'analysed') return known;
    const { decisions, quotes, choices } = this.#contents;
    const { node, pages } = this.#keptOf(key);
    const model = new TreeModel(state.article, {
      key,
      root: this.#isOpenScope ? node : null,
      options: choices.options,
      pages,
      decisions: decisions.of(key),
      quotes: quotes.of(key),
    });
    this.#models.set(key, model);
    return model;
  }

  #madeShown<T extends ActorNode | ClaimNode>(model: TreeModel, node: T): T {
    if (model.makeShown(node)) this.#changed.fire(this.getParent(node));
    return node;
  }
}

/** What was asked for comes first, and what was decided last. */
function contentsOf(model: TreeModel): TreeNode[] {
  return [...model.quotes, ...model.children(null), ...model.decisions];
}

function cardContext(key: string, article: Article): CardContext {
  const document = documentOf(key);
  return { key, checks: document ? openChecks(article, document) : [] };
}

function isFiltered({ anonymousOnly, directOnly, statuses, search }: TreeOptions): boolean {
  return anonymousOnly || directOnly || statuses.length > 0 || search !== '';
}

/** Says what the filters and the level leave out. */
function messageOf({ models, claimCount }: WhoSaidWhat, options: TreeOptions): string {
  const { anonymousOnly, statuses, search } = options;
  const sum = (count: (article: Article) => number) =>
    models.reduce((total, { article }) => total + count(article), 0);
  const shown = sum(article => article.counts.claims);
  const total = sum(({ total }) => total);
  return [
    ...(models.some(({ article }) => article.partial) ? [notToItsEnd()] : []),
    ...(search ? [l10n.t('Search: “{0}”', search)] : []),
    ...(statuses.length > 0
      ? [l10n.t('Verification: {0}', statuses.map(status => statusWords[status]()).join(', '))]
      : []),
    ...(claimCount < shown
      ? [l10n.t('{0} of {1} claims, the others are filtered out', claimCount, shown)]
      : []),
    ...(anonymousOnly ? [whoIsAnonymous()] : []),
    ...(shown < total ? [belowLevel(total - shown, settings.level())] : []),
  ].join('\n');
}

function followCursor(
  active: ActiveArticle,
  provider: WhoSaidWhat,
  view: vscode.TreeView<TreeNode>,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = (editor: vscode.TextEditor) => {
    if (!view.visible || !settings.followCursor() || editor.document !== active.document) return;
    if (active.state?.kind !== 'analysed' || !active.state.current) return;
    const node = provider.nodeAt(editor.document.offsetAt(editor.selection.active));
    if (!node || view.selection.some(selected => isSame(selected, node))) return;
    void view.reveal(node, { select: true, focus: false });
  };
  return vscode.Disposable.from(
    view.onDidChangeVisibility(() => {
      const { activeTextEditor } = vscode.window;
      if (activeTextEditor) follow(activeTextEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(timer);
      timer = setTimeout(follow, CURSOR_REST, textEditor);
    }),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
}

/** A claim that was passed on stands in the tree more than once. */
function isSame(selected: TreeNode, node: ActorNode | ClaimNode): boolean {
  if (selected.kind === 'claim' && node.kind === 'claim') return selected.claim === node.claim;
  return selected.id === node.id;
}
