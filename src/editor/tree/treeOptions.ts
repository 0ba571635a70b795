import * as vscode from 'vscode';
import type { ActorOrder, ClaimFilter } from '../../articles/claims';

export interface TreeOptions extends ClaimFilter {
  readonly grouping: 'actor' | 'text';
  readonly order: ActorOrder;
  /** The active article, or every open one. */
  readonly scope: 'active' | 'open';
}

export interface ChecksTreeOptions {
  readonly grouping: 'rule' | 'text';
}

interface Choosable<Options> {
  /** Under which the choice is stored, and its context keys are named. */
  readonly name: string;
  readonly defaults: Options;
  /** By command. */
  readonly changes: Readonly<Record<string, Partial<Options>>>;
}

const EVERY_CLAIM: ClaimFilter = { anonymousOnly: false, directOnly: false, statuses: [], search: '' };

export const TREE: Choosable<TreeOptions> = {
  name: 'tree',
  defaults: { ...EVERY_CLAIM, grouping: 'actor', order: 'text', scope: 'active' },
  changes: {
    'sourcelight.groupByActor': { grouping: 'actor' },
    'sourcelight.groupByText': { grouping: 'text' },
    'sourcelight.showAnonymousOnly': { anonymousOnly: true },
    'sourcelight.showAnonymousAndNamed': { anonymousOnly: false },
    'sourcelight.showDirectOnly': { directOnly: true },
    'sourcelight.showDirectAndIndirect': { directOnly: false },
    'sourcelight.clearSearch': { search: '' },
    'sourcelight.showAllClaims': EVERY_CLAIM,
    'sourcelight.sortActorsByText': { order: 'text' },
    'sourcelight.sortActorsByClaims': { order: 'claims' },
    'sourcelight.sortActorsByName': { order: 'name' },
    'sourcelight.showActiveArticle': { scope: 'active' },
    'sourcelight.showOpenArticles': { scope: 'open' },
  },
};

export const CHECKS_TREE: Choosable<ChecksTreeOptions> = {
  name: 'checksTree',
  defaults: { grouping: 'rule' },
  changes: {
    'sourcelight.groupChecksByRule': { grouping: 'rule' },
    'sourcelight.groupChecksByText': { grouping: 'text' },
  },
};

/** How a tree is grouped and filtered: changed by its buttons, remembered for the workspace. */
export class TreeChoices<Options extends object> implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #tree: Choosable<Options>;
  readonly #memory: vscode.Memento;
  readonly #commands: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(tree: Choosable<Options>, workspaceState: vscode.Memento) {
    this.#tree = tree;
    this.#memory = workspaceState;
    this.#commands = vscode.Disposable.from(
      ...Object.entries(tree.changes).map(([command, change]) =>
        vscode.commands.registerCommand(command, () => this.change(change)),
      ),
    );
    this.#tellMenus();
  }

  get options(): Options {
    return { ...this.#tree.defaults, ...this.#memory.get<Partial<Options>>(this.#tree.name) };
  }

  dispose(): void {
    this.#commands.dispose();
    this.#changed.dispose();
  }

  async change(change: Partial<Options>): Promise<void> {
    await this.#memory.update(this.#tree.name, { ...this.options, ...change });
    this.#tellMenus();
    this.#changed.fire();
  }

  /** The buttons are shown by these context keys. */
  #tellMenus(): void {
    for (const [name, value] of Object.entries(this.options)) {
      void vscode.commands.executeCommand('setContext', `sourcelight.${this.#tree.name}.${name}`, value);
    }
  }
}
