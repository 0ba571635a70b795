import * as vscode from 'vscode';
import type { ClaimFilter } from '../articles/claims';

export type Grouping = 'actor' | 'text';

export interface TreeOptions extends ClaimFilter {
  readonly grouping: Grouping;
}

const STORED = 'tree';
const DEFAULTS: TreeOptions = { grouping: 'actor', anonymousOnly: false, directOnly: false };

const CHANGES: Record<string, Partial<TreeOptions>> = {
  'sourcelight.groupByActor': { grouping: 'actor' },
  'sourcelight.groupByText': { grouping: 'text' },
  'sourcelight.showAnonymousOnly': { anonymousOnly: true },
  'sourcelight.showAnonymousAndNamed': { anonymousOnly: false },
  'sourcelight.showDirectOnly': { directOnly: true },
  'sourcelight.showDirectAndIndirect': { directOnly: false },
  'sourcelight.showAllClaims': { anonymousOnly: false, directOnly: false },
};

/** How the tree is grouped and filtered: changed by its buttons, remembered for the workspace. */
export class TreeChoices implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeOptions>();
  readonly #memory: vscode.Memento;
  readonly #commands: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(workspaceState: vscode.Memento) {
    this.#memory = workspaceState;
    this.#commands = vscode.Disposable.from(
      ...Object.entries(CHANGES).map(([command, change]) =>
        vscode.commands.registerCommand(command, () => this.#change(change)),
      ),
    );
    this.#tellMenus();
  }

  get options(): TreeOptions {
    return { ...DEFAULTS, ...this.#memory.get<Partial<TreeOptions>>(STORED) };
  }

  dispose(): void {
    this.#commands.dispose();
    this.#changed.dispose();
  }

  async #change(change: Partial<TreeOptions>): Promise<void> {
    await this.#memory.update(STORED, { ...this.options, ...change });
    this.#tellMenus();
    this.#changed.fire(this.options);
  }

  /** The buttons are shown by these context keys. */
  #tellMenus(): void {
    for (const [name, value] of Object.entries(this.options)) {
      void vscode.commands.executeCommand('setContext', `sourcelight.tree.${name}`, value);
    }
  }
}
