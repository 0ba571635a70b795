import * as vscode from 'vscode';

/** Whether one of the globs names a file; they are relative to its workspace folder where it lies in one. */
export function isNamedBy(globs: readonly string[], uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return globs.some(glob => {
    const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
    return vscode.languages.match({ pattern }, { uri, languageId: '' } as vscode.TextDocument) > 0;
  });
}
