import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../articles/article';
import type { LeftAloneReason } from '../articles/articles';
import type { ActiveArticle } from './activeArticle';
import { aboutArticle, aboutItem } from './anatomyTree';
import { actorCard, claimCard, type CardContext } from './cards';
import { keyOf } from './documents';
import { openChecks } from './openChecks';
import { onDidChangeSettings, settings } from './settings';
import { SHOW_MORE, treeItem } from './treeItems';
import { TreeModel, type ActorNode, type ClaimNode, type MoreNode, type TreeNode } from './treeModel';
import { TREE, TreeChoices, type TreeOptions } from './treeOptions';
import { belowLevel, levelWords, whoIsAnonymous } from './words';

const VIEW = 'sourcelight.whoSaidWhat';

/** A cursor that runs through the text with an arrow key need not be followed at every step. */
const CURSOR_REST = 120;

/** The view "Who said what": the active article's actors and claims. */
export function registerTree(active: ActiveArticle, workspaceState: vscode.Memento): vscode.Disposable {
  const choices = new TreeChoices(TREE, workspaceState);
  const provider = new WhoSaidWhat(active, choices);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const showState = () => {
    void vscode.commands.executeCommand('setContext', 'sourcelight.empty', provider.emptiness);
    // An empty tree has a welcome text instead, which a message would hide.
    if (view.visible)
      view.message = provider.model?.claimCount ? messageOf(provider.model, choices.options) : '';
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
    onDidChangeSettings(['level'], showState),
    choices.onDidChange(refresh),
    view.onDidChangeVisibility(showState),
    followCursor(active, provider, view),
    vscode.commands.registerCommand(SHOW_MORE, (node: MoreNode) => {
      provider.showMore(node);
    }),
  );
}

/** Why the tree is empty, and so the welcome text in package.json; `claims`: it is not. */
type Emptiness =
  'none' | 'analysing' | 'failed' | 'nothing' | 'below-level' | 'filtered' | 'claims' | LeftAloneReason;

export class WhoSaidWhat implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
  readonly #active: Pick<ActiveArticle, 'document' | 'state'>;
  readonly #choices: { readonly options: TreeOptions };
  #model: TreeModel | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(active: Pick<ActiveArticle, 'document' | 'state'>, choices: { readonly options: TreeOptions }) {
    this.#active = active;
    this.#choices = choices;
  }

  /** Made when it is first needed: a hidden view asks for nothing. */
  get model(): TreeModel | undefined {
    const { state } = this.#active;
    if (!this.#model && state?.kind === 'analysed') {
      this.#model = new TreeModel(state.article, this.#choices.options);
    }
    return this.#model;
  }

  get emptiness(): Emptiness {
    const { state } = this.#active;
    if (!state) return 'none';
    if (state.kind === 'leftAlone') return state.reason;
    if (state.kind !== 'analysed') return state.kind;
    const { analysis, whole } = state.article;
    if (whole.attributions.length === 0) return 'nothing';
    if (analysis.attributions.length === 0) return 'below-level';
    const { anonymousOnly, directOnly } = this.#choices.options;
    // Only then is a hidden view's model needed.
    const isFiltered = anonymousOnly || directOnly;
    return isFiltered && this.model?.claimCount === 0 ? 'filtered' : 'claims';
  }

  refresh(): void {
    this.#model = undefined;
    this.#changed.fire(undefined);
  }

  showMore(node: MoreNode): void {
    this.#model?.showMore(node.parent);
    this.#changed.fire(node.parent ?? undefined);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node?.kind === 'about') return [...node.children];
    if (!this.model || (node && node.kind !== 'actor')) return [];
    const children = this.model.children(node ?? null);
    // An empty tree has a welcome text instead.
    return node || children.length === 0 ? children : [...children, ...aboutArticle(this.model.article)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'actor' ? undefined : (node.parent ?? undefined);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'about' || node.kind === 'fact') return aboutItem(node, this.#key);
    return this.model ? treeItem(node, this.model.article, this.#key) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (!this.model) return item;
    const { article } = this.model;
    if (node.kind === 'claim') item.tooltip = claimCard(article, node.claim, this.#cardContext(article));
    else if (node.kind === 'actor' && node.group.actor)
      item.tooltip = actorCard(article, node.group.actor, this.#cardContext(article));
    return item;
  }

  /** The node for a place in the text: the innermost claim, else the actor that is mentioned there. */
  nodeAt(offset: number): ActorNode | ClaimNode | null {
    const { model } = this;
    if (!model) return null;
    const { actors, attributions } = model.article.at(offset);
    for (const { id } of attributions) {
      const node = model.nodeOfClaim(id);
      if (node) return this.#shown(node);
    }
    for (const { id } of actors) {
      const node = model.nodeOfActor(id);
      if (node) return this.#shown(node);
    }
    return null;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #key(): string {
    const { document } = this.#active;
    return document ? keyOf(document) : '';
  }

  #cardContext(article: Article): CardContext {
    const { document } = this.#active;
    return { key: this.#key, checks: document ? openChecks(article, document) : [] };
  }

  #shown<T extends ActorNode | ClaimNode>(node: T): T {
    if (this.#model?.makeShown(node)) this.#changed.fire(this.getParent(node));
    return node;
  }
}

/** Says what the filters and the level leave out. */
function messageOf({ article, claimCount }: TreeModel, { anonymousOnly }: TreeOptions): string {
  const shown = article.analysis.attributions.length;
  const total = article.whole.attributions.length;
  return [
    ...(claimCount < shown
      ? [l10n.t('{0} of {1} claims, the others are filtered out', claimCount, shown)]
      : []),
    ...(anonymousOnly ? [whoIsAnonymous()] : []),
    ...(shown < total ? [belowLevel(total - shown, article.level)] : []),
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
