import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Log } from '../../articles/host';
import type { WordList } from '../../articles/wordList';
import { readWordList, WORD_LIST_FILE } from '../../articles/wordListFile';
import { readText, RefusedFileError } from './workspaceText';

const NO_LIST = { list: null, problem: null };

/** The word list of each workspace folder. One that cannot be read is told of, and the last good one holds. */
export class WordLists implements vscode.Disposable {
  readonly #lists = new Map<string, WordList | null>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** A list was read, changed or taken away. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly log: Log) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${WORD_LIST_FILE}`);
    const read = (uri: vscode.Uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder && this.#lists.has(folder.uri.toString())) this.#readNext(folder);
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate(read),
      watcher.onDidChange(read),
      watcher.onDidDelete(read),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        for (const folder of vscode.workspace.workspaceFolders ?? []) {
          if (this.#lists.has(folder.uri.toString())) this.#readNext(folder);
        }
      }),
    );
  }

  /** The list for an article. It is read when it is first asked for; `onDidChange` tells when it has been. */
  of(articleKey: string): WordList | null {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(articleKey, true));
    if (!folder) return null;
    const key = folder.uri.toString();
    if (!this.#lists.has(key)) {
      this.#lists.set(key, null);
      this.#readNext(folder);
    }
    return this.#lists.get(key) ?? null;
  }

  /** The list for an article, once it has been read. */
  async read(articleKey: string): Promise<WordList | null> {
    this.of(articleKey);
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(articleKey, true));
    if (folder) await this.#reading.get(folder.uri.toString());
    return this.of(articleKey);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** After what is under way: what is read later is newer. */
  #readNext(folder: vscode.WorkspaceFolder): void {
    const key = folder.uri.toString();
    this.#reading.set(
      key,
      (this.#reading.get(key) ?? Promise.resolve()).then(() => this.#read(folder)),
    );
  }

  async #read(folder: vscode.WorkspaceFolder): Promise<void> {
    try {
      const text = await readText(folder.uri, WORD_LIST_FILE);
      const { list, problem } = text === null ? NO_LIST : readWordList(text);
      if (problem === null) this.#set(folder, list);
      else this.#tell(folder, holdsWhatItSaid(problem));
    } catch (error) {
      const isRefused = error instanceof RefusedFileError;
      this.#tell(folder, isRefused ? error.message : holdsWhatItSaid(String(error)));
    }
  }

  #set(folder: vscode.WorkspaceFolder, list: WordList | null): void {
    const key = folder.uri.toString();
    if (list === null && !this.#lists.get(key)) return;
    this.#lists.set(key, list);
    this.#changed.fire();
  }

  #tell(folder: vscode.WorkspaceFolder, message: string): void {
    const uri = vscode.Uri.joinPath(folder.uri, WORD_LIST_FILE);
    this.log.warn(`${uri.toString()}: ${message}`);
    const open = l10n.t('Open the File');
    void vscode.window.showWarningMessage(message, open).then(chosen => {
      if (chosen === open) void vscode.window.showTextDocument(uri);
    });
  }
}

function holdsWhatItSaid(problem: string): string {
  return l10n.t('{0} cannot be read, and what it said before holds: {1}', WORD_LIST_FILE, problem);
}
