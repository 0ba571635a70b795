import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { DecisionStore, type DecisionPlace, type DecisionStorage } from '../articles/decisions/store';
import type { Log } from '../articles/host';

/** The decisions' file in its workspace folder. */
const FILE = '.sourcelight/decisions.ndjson';

/** What the user decided, kept in a file of each workspace folder, on whatever file system that is. */
export class DecisionFiles extends DecisionStore {
  readonly #subscriptions: vscode.Disposable;

  constructor(log: Log) {
    const changed = new vscode.EventEmitter<string>();
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${FILE}`);
    const tell = (uri: vscode.Uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
      if (folder !== undefined && fileOf(folder).toString() === uri.toString()) changed.fire(folder);
    };
    const storage: DecisionStorage = { placeOf, read, write, onDidChange: changed.event };
    super({ storage, log, tellKeptInMemory, tellUnreadable });
    this.#subscriptions = vscode.Disposable.from(
      changed,
      watcher,
      watcher.onDidCreate(tell),
      watcher.onDidChange(tell),
      watcher.onDidDelete(tell),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) this.forget(uri.toString());
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

function fileOf(folder: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(folder, true), FILE);
}

async function read(folder: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(folder)));
  } catch (error) {
    // Nothing was decided yet. Any other error must not be taken for that: the file would be overwritten.
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** The file system makes the folder that the file lies in. */
async function write(folder: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileOf(folder), new TextEncoder().encode(text));
}

function tellKeptInMemory(): void {
  void vscode.window.showInformationMessage(
    l10n.t(
      'What you decide about this article is kept until the window is closed: its folder cannot be written to, or it is in no folder of this workspace.',
    ),
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
