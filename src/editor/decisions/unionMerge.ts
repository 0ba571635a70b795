import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { hasUnionMerge, withUnionMerge } from '../../articles/decisions/gitAttributes';
import { reasonOf } from '../../articles/errors';
import { readText, RefusedFileError, writeText } from './workspaceText';

const FILE = '.gitattributes';

/**
 * Whether a folder is under git, which is not told yet to keep what two people add to the decisions' file. Attributes
 * that cannot be read do not tell it: whoever wants them written learns why that cannot be done.
 */
export async function lacksUnionMerge(folder: string): Promise<boolean> {
  const uri = vscode.Uri.parse(folder, true);
  if (!(await isUnderGit(uri))) return false;
  const attributes = await readText(uri, FILE).catch(() => null);
  return !hasUnionMerge(attributes ?? '');
}

/** Tells git, in the folder's `.gitattributes`, to keep what two people add to the file; tells the user if it cannot. */
export async function writeUnionMerge(folder: string): Promise<void> {
  const uri = vscode.Uri.parse(folder, true);
  try {
    await writeText(uri, FILE, withUnionMerge((await readText(uri, FILE)) ?? ''));
  } catch (error) {
    const reason = reasonOf(error);
    void vscode.window.showErrorMessage(
      error instanceof RefusedFileError ? reason : l10n.t('“{0}” cannot be written: {1}', FILE, reason),
    );
  }
}

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
