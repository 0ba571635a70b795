import * as vscode from 'vscode';
import { fileNameOf } from '../documents';

/** Asks where to save what was made of an article; undefined where the user thought better of it. */
export async function askWhere(
  article: vscode.Uri,
  ending: string,
  options: { readonly title: string; readonly filters: Record<string, string[]> },
): Promise<vscode.Uri | undefined> {
  const defaultUri = besides(article, ending);
  return vscode.window.showSaveDialog({ ...options, ...(defaultUri ? { defaultUri } : {}) });
}

/**
 * Where to propose to save it: `harbour-deal-claims.csv` beside `harbour-deal.article`, in the
 * workspace for what is no file yet; undefined where there is none.
 *
 * @param ending such as `claims.csv`
 */
function besides(article: vscode.Uri, ending: string): vscode.Uri | undefined {
  const folder =
    article.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(article, '..');
  const name = fileNameOf(article).replace(/\.[^.]*$/, '');
  return folder && vscode.Uri.joinPath(folder, `${name}-${ending}`);
}
