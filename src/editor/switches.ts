import * as vscode from 'vscode';
import type { Choice } from '../articles/host';
import { CHECK_DOCS_SCHEME } from './checks/checkDocs';
import { isNamedBy } from './globs';
import { QUOTE_SCHEME } from './quotes/quoteScheme';
import { settings } from './settings';

const STORED = 'switches';

/** The languages that Sourcelight looks at by itself; any other file can be switched on. */
const ARTICLE_LANGUAGES: readonly string[] = ['plaintext', 'markdown', 'news-article'];

/** Text documents that are part of the workbench, not somebody's text. */
const WORKBENCH_SCHEMES = [
  'output',
  'comment',
  'vscode-scm',
  'vscode-chat-code-block',
  'walkThroughSnippet',
  CHECK_DOCS_SCHEME,
  QUOTE_SCHEME,
];

/** Which files are analysed: the user's switch of a file comes first, then the settings. */
export class Switches implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #memory: vscode.Memento;
  /** An untitled document's name is given to another one later, so its switch ends with it. */
  readonly #untitled = new Map<string, boolean>();
  readonly #closing: vscode.Disposable;

  /** A file was switched on or off; tells its URI. */
  readonly onDidChange = this.#changed.event;

  constructor(workspaceState: vscode.Memento) {
    this.#memory = workspaceState;
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
      if (isUntitled) this.#untitled.delete(uri.toString());
    });
  }

  /** Whether Sourcelight has anything to say about a document, be it only why it is left alone. */
  concerns(document: vscode.TextDocument): boolean {
    if (WORKBENCH_SCHEMES.includes(document.uri.scheme)) return false;
    return ARTICLE_LANGUAGES.includes(document.languageId) || this.#isOn(document) === true;
  }

  choose(document: vscode.TextDocument): Choice {
    const on = this.#isOn(document);
    if (on !== undefined) return on ? 'always' : 'switched-off';
    const isExcluded = isNamedBy(settings.exclude(document), document.uri);
    return settings.enabled(document) && !isExcluded ? 'judge' : 'excluded';
  }

  /** Remembers the choice for this workspace, that of an untitled document until it is closed. */
  async set({ uri, isUntitled }: vscode.TextDocument, on: boolean): Promise<void> {
    const key = uri.toString();
    if (isUntitled) this.#untitled.set(key, on);
    else await this.#memory.update(STORED, { ...this.#stored(), [key]: on });
    this.#changed.fire(key);
  }

  dispose(): void {
    this.#closing.dispose();
    this.#changed.dispose();
  }

  #isOn(document: vscode.TextDocument): boolean | undefined {
    const key = document.uri.toString();
    return document.isUntitled ? this.#untitled.get(key) : this.#stored()[key];
  }

  #stored(): Record<string, boolean | undefined> {
    return this.#memory.get(STORED, {});
  }
}
