import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { DecisionStore, type DecisionPlace, type DecisionStorage } from '../../articles/decisions/store';
import { DECISIONS_FILE as FILE } from '../../articles/decisions/decisionFile';
import type { Log } from '../../articles/host';
import { keyOf } from '../documents';
import { readText, RefusedFileError, refusalOf, writeText } from './workspaceText';

/** In the storage of all windows: that the user was told that decisions are kept in a file. */
const TOLD_SHARED = 'sourcelight.toldDecisionsAreShared';

/** In the storage of a workspace, by folder: the lines of private decisions. */
const PRIVATE = 'sourcelight.privateDecisions/';

/** What the user decided, kept in a file of each workspace folder, on whatever file system that is. */
export class DecisionFiles extends DecisionStore {
  readonly #subscriptions: vscode.Disposable;

  /**
   * A decision was written into a folder's file, for the first time since the extension was installed; tells the
   * folder. The file may enter version control.
   */
  readonly onDidShareFirst: vscode.Event<string>;

  constructor(
    log: Log,
    { workspaceState, globalState }: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
  ) {
    const changed = new vscode.EventEmitter<string>();
    const shared = new vscode.EventEmitter<string>();
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${FILE}`);
    const tell = (uri: vscode.Uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
      if (folder !== undefined && fileOf(folder).toString() === uri.toString()) changed.fire(folder);
    };
    const storage: DecisionStorage = {
      placeOf,
      read: tellingRefusals(folder => readText(uriOf(folder), FILE)),
      write: (folder, text) => writeText(uriOf(folder), FILE, text),
      onDidChange: changed.event,
    };
    super({
      storage,
      privateStorage: {
        read: folder => workspaceState.get(PRIVATE + folder, ''),
        write: async (folder, text) =>
          workspaceState.update(PRIVATE + folder, text === '' ? undefined : text),
      },
      log,
      now: Date.now,
      tellKeptInMemory: folder => void tellKeptInMemory(folder),
      tellUnreadable,
      tellShared: folder => {
        if (globalState.get<boolean>(TOLD_SHARED, false)) return;
        void globalState.update(TOLD_SHARED, true);
        shared.fire(folder);
      },
    });
    this.onDidShareFirst = shared.event;
    this.#subscriptions = vscode.Disposable.from(
      changed,
      shared,
      watcher,
      watcher.onDidCreate(tell),
      watcher.onDidChange(tell),
      watcher.onDidDelete(tell),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) this.forget(uri.toString());
      }),
      vscode.workspace.onDidSaveTextDocument(async document => {
        const key = keyOf(document);
        const from = savedFrom(document);
        if (from?.isUntitled) await this.move(keyOf(from), key);
        else if (from) await this.copy(keyOf(from), key);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        for (const { uri } of vscode.workspace.workspaceFolders ?? []) changed.fire(uri.toString());
      }),
      vscode.workspace.onDidRenameFiles(async ({ files }) => {
        for (const { oldUri, newUri } of files) await this.move(oldUri.toString(), newUri.toString());
      }),
    );
  }

  override dispose(): void {
    super.dispose();
    this.#subscriptions.dispose();
  }
}

function placeOf(articleKey: string): DecisionPlace {
  const uri = vscode.Uri.parse(articleKey, true);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder
    ? { folder: folder.uri.toString(), file: vscode.workspace.asRelativePath(uri, false) }
    : { folder: null, file: articleKey };
}

const uriOf = (folder: string) => vscode.Uri.parse(folder, true);

const fileOf = (folder: string) => vscode.Uri.joinPath(uriOf(folder), FILE);

/**
 * The article that was saved as another one, which is not on display yet: an untitled one with the same words, or the
 * one in the active editor.
 */
function savedFrom(saved: vscode.TextDocument): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  const sources = vscode.workspace.textDocuments.filter(
    document => document !== saved && (document.isUntitled || document === active),
  );
  if (sources.length === 0) return undefined;
  const words = wordsOf(saved);
  return sources.find(source => wordsOf(source) === words);
}

/** Saving may trim lines and end the last one. */
function wordsOf(document: vscode.TextDocument): string {
  return document.getText().split(/\s+/).join(' ').trim();
}

/** Tells why a folder's file is left alone: once, until it is read again. */
function tellingRefusals(read: DecisionStorage['read']): DecisionStorage['read'] {
  const told = new Set<string>();
  return async folder => {
    try {
      const text = await read(folder);
      told.delete(folder);
      return text;
    } catch (error) {
      if (error instanceof RefusedFileError && !told.has(folder)) {
        told.add(folder);
        void vscode.window.showWarningMessage(error.message);
      }
      throw error;
    }
  };
}

async function tellKeptInMemory(folder: string | null): Promise<void> {
  const refusal = folder === null ? null : await refusalOf(uriOf(folder), FILE);
  void vscode.window.showInformationMessage(
    refusal === null
      ? l10n.t(
          'What you decide about this article is kept until the window is closed: its folder cannot be written to, or it is in no folder of this workspace.',
        )
      : [l10n.t('What you decide about this article is kept until the window is closed.'), refusal].join(' '),
  );
}

function tellUnreadable(folder: string, lines: readonly string[]): void {
  const open = l10n.t('Open the File');
  const message =
    lines.length === 1
      ? l10n.t('A line of {0} cannot be read. It is left as it is.', FILE)
      : l10n.t('{0} lines of {1} cannot be read. They are left as they are.', lines.length, FILE);
  void vscode.window.showInformationMessage(message, open).then(chosen => {
    if (chosen === open) void vscode.window.showTextDocument(fileOf(folder));
  });
}
