import * as vscode from 'vscode';

/** The log that a user is asked for when something went wrong: View > Output > Sourcelight. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Sourcelight', { log: true });
}
