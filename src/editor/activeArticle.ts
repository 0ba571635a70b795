import * as vscode from 'vscode';
import type { Articles, ArticleState } from '../articles/articles';
import { keyOf } from './documents';
import type { Switches } from './switches';

/** The article that the tree and the status bar speak of: the one in the active editor. */
export class ActiveArticle implements vscode.Disposable {
  #document: vscode.TextDocument | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Another article became active, or its state changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly articles: Articles,
    private readonly switches: Switches,
  ) {
    this.#document = this.#find();
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#update();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        this.#update();
      }),
      articles.onDidChange(key => {
        if (this.#document && key === keyOf(this.#document)) this.#changed.fire();
        else this.#update();
      }),
    );
  }

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get state(): ArticleState | undefined {
    return this.#document && this.articles.state(keyOf(this.#document));
  }

  /** How much of it has been analysed, from 0 to 1, where that takes long; null where it does not. */
  get progress(): number | null {
    return this.#document ? this.articles.progress(keyOf(this.#document)) : null;
  }

  /** Whether the analysis of it as it is now was given up. */
  get failed(): boolean {
    return this.#document !== undefined && this.articles.failed(keyOf(this.#document));
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #update(): void {
    const document = this.#find();
    if (document === this.#document) return;
    this.#document = document;
    this.#changed.fire();
  }

  /** While another part of the workbench has the focus, the article that is still on display stays the active one. */
  #find(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active) return this.switches.concerns(active) ? active : undefined;
    const visible = vscode.window.visibleTextEditors.some(({ document }) => document === this.#document);
    return visible ? this.#document : undefined;
  }
}
