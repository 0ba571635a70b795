import * as vscode from 'vscode';
import { hasArticleEnding } from '../../articles/corpus/articleFiles';
import { isNamedBy } from '../globs';
import { settings } from '../settings';

/**
 * Finds the articles of folders, on any file system, in the order of their names. Hidden files and those that
 * `files.exclude` and `sourcelight.exclude` name are left out, and so is `node_modules`.
 *
 * Folders are read one by one: VS Code's own search needs a provider, which a virtual file system may not have.
 *
 * @param tellUnreadable a folder could not be read; the others still are
 */
export async function* findArticles(
  folders: readonly vscode.Uri[],
  token: vscode.CancellationToken,
  tellUnreadable: (folder: vscode.Uri, error: unknown) => void,
): AsyncGenerator<vscode.Uri> {
  for (const folder of folders) {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      tellUnreadable(folder, error);
      continue;
    }
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (token.isCancellationRequested) return;
      const uri = vscode.Uri.joinPath(folder, name);
      if (isHidden(name) || isExcludedFile(uri)) continue;
      // A link to a folder may lead back to where it is.
      if (type === vscode.FileType.Directory) yield* findArticles([uri], token, tellUnreadable);
      else if (type & vscode.FileType.File && hasArticleEnding(name)) yield uri;
    }
  }
}

/** Whether a file is one that a run over its folder takes. */
export function isArticleFile(uri: vscode.Uri): boolean {
  const path = vscode.workspace.asRelativePath(uri, false).split('/');
  const isExcluded = path.some(
    (name, depth) =>
      isHidden(name) || isExcludedFile(vscode.Uri.joinPath(uri, ...path.slice(depth + 1).map(() => '..'))),
  );
  return hasArticleEnding(uri.path) && !isExcluded;
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isExcludedFile(uri: vscode.Uri): boolean {
  const hidden = vscode.workspace.getConfiguration('files', uri).get<Record<string, unknown>>('exclude', {});
  const globs = [
    ...Object.entries(hidden).flatMap(([glob, isOn]) => (isOn === true ? [glob] : [])),
    ...settings.exclude(uri),
  ];
  return isNamedBy(globs, uri);
}
