import * as vscode from 'vscode';
import type { ActiveArticle } from './activeArticle';

/** Tells menus and welcome texts whether there is an article in the active editor, and whether it is analysed. */
export function registerContextKeys(active: ActiveArticle): vscode.Disposable {
  const update = () => {
    const { state } = active;
    void vscode.commands.executeCommand('setContext', 'sourcelight.article', state !== undefined);
    void vscode.commands.executeCommand('setContext', 'sourcelight.analysed', state?.kind === 'analysed');
  };
  update();
  return active.onDidChange(update);
}
