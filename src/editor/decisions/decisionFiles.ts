import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { DecisionStore, type DecisionPlace, type DecisionStorage } from '../../articles/decisions/store';
import { DECISIONS_FILE as FILE } from '../../articles/decisions/decisionFile';
import { hasUnionMerge, withUnionMerge } from '../../articles/decisions/gitAttributes';
import type { Log } from '../../articles/host';
import { keyOf } from '../documents';

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

/** Whether a folder is under git, which is not told yet to keep what two people add to the file. */
export async function lacksUnionMerge(folder: string): Promise<boolean> {
  if (!(await isUnderGit(vscode.Uri.parse(folder, true)))) return false;
  return !hasUnionMerge(await attributesOf(folder));
}

/** Tells git, in the folder's `.gitattributes`, to keep what two people add to the file. */
export async function writeUnionMerge(folder: string): Promise<void> {
  if (await isUntrustedLink(attributesUri(folder))) {
    void vscode.window.showWarningMessage(
      l10n.t(
        '“{0}” is a link. In a workspace that is not trusted, Sourcelight does not follow it.',
        GIT_ATTRIBUTES,
      ),
    );
    return;
  }
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

async function read(folder: string): Promise<string | null> {
  await refuseUntrustedLink(folder);
  return textOf(fileOf(folder));
}

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
  await refuseUntrustedLink(folder);
  await vscode.workspace.fs.writeFile(fileOf(folder), new TextEncoder().encode(text));
}

async function refuseUntrustedLink(folder: string): Promise<void> {
  if (await isBehindUntrustedLink(folder))
    throw new Error('A link is not followed in an untrusted workspace');
}

/** A link in a workspace that nobody vouches for may lead to any file of the user's. */
async function isBehindUntrustedLink(folder: string): Promise<boolean> {
  const file = fileOf(folder);
  return (await isUntrustedLink(vscode.Uri.joinPath(file, '..'))) || isUntrustedLink(file);
}

async function isUntrustedLink(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.isTrusted) return false;
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}

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

async function tellKeptInMemory(folder: string | null): Promise<void> {
  const isLink = folder !== null && (await isBehindUntrustedLink(folder));
  void vscode.window.showInformationMessage(
    isLink
      ? l10n.t(
          'What you decide about this article is kept until the window is closed: “{0}” is a link, which Sourcelight does not follow in a workspace that is not trusted.',
          FILE,
        )
      : l10n.t(
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
