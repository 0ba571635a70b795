import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { DecisionStore, type DecisionPlace, type DecisionStorage } from '../../articles/decisions/store';
import { hasUnionMerge, withUnionMerge } from '../../articles/decisions/gitAttributes';
import type { Log } from '../../articles/host';

/** The decisions' file in its workspace folder. */
const FILE = '.sourcelight/decisions.ndjson';

const GIT_ATTRIBUTES = '.gitattributes';

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
    const storage: DecisionStorage = { placeOf, read, write, onDidChange: changed.event };
    super({
      storage,
      privateStorage: {
        read: folder => workspaceState.get(PRIVATE + folder, ''),
        write: async (folder, text) =>
          workspaceState.update(PRIVATE + folder, text === '' ? undefined : text),
      },
      log,
      now: Date.now,
      tellKeptInMemory,
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

/** Whether a folder is under git, which is not told yet to keep what two people add to the file. */
export async function lacksUnionMerge(folder: string): Promise<boolean> {
  if (!(await isUnderGit(vscode.Uri.parse(folder, true)))) return false;
  return !hasUnionMerge(await attributesOf(folder));
}

/** Tells git, in the folder's `.gitattributes`, to keep what two people add to the file. */
export async function writeUnionMerge(folder: string): Promise<void> {
  const text = withUnionMerge(await attributesOf(folder));
  await vscode.workspace.fs.writeFile(attributesUri(folder), new TextEncoder().encode(text));
}

const attributesUri = (folder: string) => vscode.Uri.joinPath(vscode.Uri.parse(folder, true), GIT_ATTRIBUTES);

const attributesOf = async (folder: string) => (await textOf(attributesUri(folder))) ?? '';

/** The repository may begin in a folder further up. */
async function isUnderGit(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, '.git'));
    return true;
  } catch {
    const parent = vscode.Uri.joinPath(folder, '..');
    return parent.path !== folder.path && isUnderGit(parent);
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

const read = (folder: string) => textOf(fileOf(folder));

/** Null where there is no such file. Any other error must not be taken for that: the file would be overwritten. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
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
