import * as vscode from 'vscode';
import { l10n } from 'vscode';

/** So many megabytes a file of a workspace that Sourcelight reads by itself may have. */
const MEGABYTES = 16;

/** A file that is left alone for what it is; the message is worded for the user. */
export class RefusedFileError extends Error {}

/**
 * The text of a file of a workspace folder; null where there is no such file. Any other error must not be taken for
 * that: the file would be overwritten.
 *
 * @param name relative to the folder, with `/`
 * @throws RefusedFileError as `refusalOf` has it
 */
export async function readText(folder: vscode.Uri, name: string): Promise<string | null> {
  await refuse(folder, name);
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/**
 * Writes a file of a workspace folder, whose folders the file system makes.
 *
 * @throws RefusedFileError as `refusalOf` has it
 */
export async function writeText(folder: vscode.Uri, name: string, text: string): Promise<void> {
  await refuse(folder, name);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
}

/**
 * Why a file of a workspace folder is left alone, in words; null where it is not. In a workspace that nobody vouches
 * for, a link may lead to any file of the user's. A file that is too large would hold up everything else.
 */
export async function refusalOf(folder: vscode.Uri, name: string): Promise<string | null> {
  const parts = name.split('/');
  for (const depth of parts.keys()) {
    const stat = await statOf(vscode.Uri.joinPath(folder, ...parts.slice(0, depth + 1)));
    if (!stat) return null;
    if (!vscode.workspace.isTrusted && (stat.type & vscode.FileType.SymbolicLink) !== 0) {
      return l10n.t(
        '“{0}” is a link. In a workspace that is not trusted, Sourcelight does not follow it.',
        name,
      );
    }
    if ((stat.type & vscode.FileType.File) !== 0 && stat.size > MEGABYTES * 1024 * 1024) {
      return l10n.t('“{0}” is larger than {1} MB. Sourcelight leaves it alone.', name, MEGABYTES);
    }
  }
  return null;
}

async function refuse(folder: vscode.Uri, name: string): Promise<void> {
  const refusal = await refusalOf(folder, name);
  if (refusal !== null) throw new RefusedFileError(refusal);
}

/** Undefined where there is nothing, or nothing that can be told: reading and writing will say why. */
async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}
