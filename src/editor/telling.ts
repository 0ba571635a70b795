import * as vscode from 'vscode';

/** How long the status bar tells what was done, in milliseconds. */
const TOLD = 6000;

/** Tells what a command did, where nobody need answer. */
export function tellInPassing(what: string): void {
  vscode.window.setStatusBarMessage(what, TOLD);
}

/** Tells why a command did nothing. */
export function tell(why: string): void {
  void vscode.window.showInformationMessage(why);
}
