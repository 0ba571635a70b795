import * as vscode from 'vscode';
import type { Choice } from '../articles/host';
import { settings } from './settings';

const STORED = 'switches';

/** The languages that Sourcelight looks at by itself; any other file can be switched on. */
export const ARTICLE_LANGUAGES: readonly string[] = ['plaintext', 'markdown', 'news-article'];

/** Text documents that are part of the workbench, not somebody's text. */
const WORKBENCH_SCHEMES = ['output', 'comment', 'vscode-scm', 'vscode-chat-code-block', 'walkThroughSnippet'];

/** Which files are analysed: the user's switch of a file comes first, then the settings. */
export class Switches implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #memory: vscode.Memento;

  /** A file was switched on or off; tells its URI. */
  readonly onDidChange = this.#changed.event;

  constructor(workspaceState: vscode.Memento) {
    this.#memory = workspaceState;
  }

  /** Whether Sourcelight has anything to say about a document, be it only why it is left alone. */
  concerns(document: vscode.TextDocument): boolean {
    if (WORKBENCH_SCHEMES.includes(document.uri.scheme)) return false;
    return ARTICLE_LANGUAGES.includes(document.languageId) || this.#isOn(document) === true;
  }

  choose(document: vscode.TextDocument): Choice {
    const on = this.#isOn(document);
    if (on !== undefined) return on ? 'always' : 'switched-off';
    return settings.enabled(document) && !isExcluded(document) ? 'judge' : 'excluded';
  }

  /** Remembers the choice for this workspace. */
  async set(uri: vscode.Uri, on: boolean): Promise<void> {
    await this.#memory.update(STORED, { ...this.#stored(), [uri.toString()]: on });
    this.#changed.fire(uri.toString());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #isOn(document: vscode.TextDocument): boolean | undefined {
    return this.#stored()[document.uri.toString()];
  }

  #stored(): Record<string, boolean | undefined> {
    return this.#memory.get(STORED, {});
  }
}

function isExcluded(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return settings.exclude(document).some(glob => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, document) > 0;
  });
}
