import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Span } from '../../analysis/contract';
import { shownChecks, type CheckChoices, type ShownCheck } from '../../articles/checks';
import type { DecisionStore } from '../../articles/decisions/store';
import type { ActiveArticle } from '../activeArticle';
import { checksTreeItem, SHOW_CHECK, SHOW_MORE_CHECKS } from './checksTreeItems';
import {
  ChecksTreeModel,
  type CheckNode,
  type ChecksTreeNode,
  type ChecksTreeOptions,
  type DismissalNode,
  type MoreChecksNode,
} from './checksTreeModel';
import { keyOf } from '../documents';
import { showSpans } from '../navigation';
import { Pages } from '../pages';
import { onDidChangeSettings, settings } from '../settings';
import { TreeChoices, type Choosable } from '../treeChoices';
import { checkProfileWords, notToItsEnd, openCheckCount } from '../words';

const VIEW = 'sourcelight.checks';

const CHECKS_TREE: Choosable<ChecksTreeOptions> = {
  name: 'checksTree',
  defaults: { grouping: 'rule' },
  changes: {
    'sourcelight.groupChecksByRule': { grouping: 'rule' },
    'sourcelight.groupChecksByText': { grouping: 'text' },
  },
};

/** The view "Checks": the newsroom rules that the active article does not meet. */
export function registerChecksTree(
  active: ActiveArticle,
  decisions: Pick<DecisionStore, 'of' | 'remove'>,
  workspaceState: vscode.Memento,
): vscode.Disposable {
  const choices = new TreeChoices(CHECKS_TREE, workspaceState);
  const provider = new ChecksTree(active, decisions, settings.checks, choices);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const update = () => {
    provider.refresh();
    const open = provider.open.length;
    view.badge = open > 0 ? { value: open, tooltip: openCheckCount(open) } : undefined;
    view.description = provider.profileInWords;
    // An empty tree has a welcome text instead, which a message would hide.
    const partial = active.state?.kind === 'analysed' && active.state.article.partial;
    const dismissed = provider.emptiness === 'dismissed' ? l10n.t('All checks pass, or are dismissed.') : '';
    view.message = partial && open > 0 ? notToItsEnd() : dismissed;
    void vscode.commands.executeCommand('setContext', 'sourcelight.checksTree.empty', provider.emptiness);
  };
  update();
  return vscode.Disposable.from(
    choices,
    provider,
    view,
    active.onDidChange(update),
    choices.onDidChange(update),
    onDidChangeSettings(['checks'], update),
    vscode.commands.registerCommand('sourcelight.restoreCheck', async (node: DismissalNode) => {
      if (await decisions.remove(provider.key, new Set([node.dismissal.id]))) return;
      void vscode.window.showWarningMessage(
        l10n.t('The checks are still dismissed: the file with the decisions cannot be written.'),
      );
    }),
    vscode.commands.registerCommand(SHOW_CHECK, async (node: CheckNode | DismissalNode) => {
      const span = provider.spanOf(node);
      if (span) await showSpans(vscode.Uri.parse(provider.key, true), [span]);
    }),
    vscode.commands.registerCommand(SHOW_MORE_CHECKS, (node: MoreChecksNode) => {
      provider.showMore(node);
    }),
    vscode.commands.registerCommand('sourcelight.showChecks', () =>
      vscode.commands.executeCommand(`${VIEW}.focus`),
    ),
  );
}

/** Why there is nothing to do; but for `open` and `dismissed`, the tree is empty, and package.json has a welcome text. */
type Emptiness = 'none' | 'analysing' | 'failed' | 'left-alone' | 'off' | 'pass' | 'dismissed' | 'open';

export class ChecksTree implements vscode.TreeDataProvider<ChecksTreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ChecksTreeNode | undefined>();
  readonly #pages = new WeakMap<vscode.TextDocument, Pages>();
  #model: ChecksTreeModel | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly active: Pick<ActiveArticle, 'document' | 'state'>,
    private readonly decisions: Pick<DecisionStore, 'of'>,
    private readonly checkChoices: (document: vscode.TextDocument) => CheckChoices,
    private readonly choices: { readonly options: ChecksTreeOptions },
  ) {}

  /** Of the active article. */
  get key(): string {
    const { document } = this.active;
    return document ? keyOf(document) : '';
  }

  /** The checks that are neither switched off nor dismissed, in the order of the text. */
  get open(): readonly ShownCheck[] {
    const { document, state } = this.active;
    if (!document || state?.kind !== 'analysed') return [];
    return shownChecks(state.article, this.checkChoices(document));
  }

  get profileInWords(): string {
    const { document } = this.active;
    return document ? checkProfileWords[this.checkChoices(document).profile]() : '';
  }

  get emptiness(): Emptiness {
    const { document, state } = this.active;
    if (!document || !state) return 'none';
    if (state.kind === 'leftAlone') return 'left-alone';
    if (state.kind !== 'analysed') return state.kind;
    if (this.open.length > 0) return 'open';
    if (state.article.partial) return 'analysing';
    if (this.#modelNow?.children(null).length) return 'dismissed';
    return this.#isOff ? 'off' : 'pass';
  }

  refresh(): void {
    this.#model = undefined;
    this.#changed.fire(undefined);
  }

  showMore({ parent }: MoreChecksNode): void {
    const { document } = this.active;
    if (document) this.#pagesOf(document).showMore(parent?.id ?? '');
    this.#changed.fire(parent ?? undefined);
  }

  getChildren(node?: ChecksTreeNode): ChecksTreeNode[] {
    if (node && node.kind !== 'rule' && node.kind !== 'dismissed') return [];
    return this.#modelNow?.children(node ?? null) ?? [];
  }

  getTreeItem(node: ChecksTreeNode): vscode.TreeItem {
    const { document } = this.active;
    if (!this.#model || !document) return new vscode.TreeItem('');
    return checksTreeItem(node, this.#model.article, offset => document.positionAt(offset).line + 1);
  }

  /** Where a check, or the first one that was dismissed, stands now: edits since may have moved it. */
  spanOf(node: CheckNode | DismissalNode): Span | undefined {
    const { state } = this.active;
    if (!this.#model || state?.kind !== 'analysed') return undefined;
    const { checks, decisions } = state.article;
    if (node.kind === 'dismissal')
      return decisions.find(({ id }) => id === node.effect.id)?.dismissed[0]?.span;
    return checks[this.#model.article.checks.indexOf(node.check)]?.span;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  get #isOff(): boolean {
    const { document } = this.active;
    return document !== undefined && this.checkChoices(document).profile === 'off';
  }

  /** Made when it is first needed: a hidden view asks for nothing. */
  get #modelNow(): ChecksTreeModel | undefined {
    const { document, state } = this.active;
    if (!this.#model && document && state?.kind === 'analysed') {
      this.#model = new ChecksTreeModel(
        state.article,
        this.open,
        this.#isOff ? [] : this.decisions.of(this.key),
        this.choices.options,
        this.#pagesOf(document),
      );
    }
    return this.#model;
  }

  #pagesOf(document: vscode.TextDocument): Pages {
    const known = this.#pages.get(document);
    if (known) return known;
    const pages = new Pages();
    this.#pages.set(document, pages);
    return pages;
  }
}
