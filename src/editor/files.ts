import * as vscode from 'vscode';

/** The extension's own files, wherever it is installed: a folder, or an address on the web. */
export function extensionFiles(extensionUri: vscode.Uri) {
  const uri = (relative: string) => vscode.Uri.joinPath(extensionUri, relative);
  return {
    path: (relative: string) => uri(relative).fsPath,
    read: async (relative: string) => vscode.workspace.fs.readFile(uri(relative)),
  };
}
