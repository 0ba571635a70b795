import * as vscode from 'vscode';

export interface Choosable<Options> {
  /** Under which the choice is stored, and its context keys are named. */
  readonly name: string;
  readonly defaults: Options;
  /** By command. */
  readonly changes: Readonly<Record<string, Partial<Options>>>;
}

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
