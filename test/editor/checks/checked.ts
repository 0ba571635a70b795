import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, pause } from '../support';

/** An article in which a source is vague and gives no reason, and that source alone. */
export const VAGUE = 'a source';
export const CHECKED = [
  'Ferry to Low Island will run again',
  '',
  'The ferry to Low Island will sail again in April, Mayor Ines Okafor said on Monday.',
  '',
  `“The pier is rotten,” said ${VAGUE}.`,
  '',
  'The island has 412 residents, a school and one shop.',
  '',
].join('\n');

const DECISIONS = '.sourcelight/decisions.ndjson';

/** The checks that VS Code lists for an article, once they are as expected; else as they are in the end. */
export async function listed(
  document: vscode.TextDocument,
  isExpected: (codes: readonly string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  await (await api()).analysisOf(document.uri);
  const diagnostics = () =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Sourcelight');
  for (let waited = 0; waited < 5000 && !isExpected(diagnostics().map(codeOf)); waited += 20) await pause(20);
  return diagnostics();
}

export async function assertListed(document: vscode.TextDocument, code: string, is: boolean): Promise<void> {
  const diagnostics = await listed(document, codes => codes.includes(code) === is);
  assert.equal(diagnostics.map(codeOf).includes(code), is, `${code} in ${diagnostics.map(codeOf).join()}`);
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

export function decisionsUri(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  return vscode.Uri.joinPath(folder, DECISIONS);
}

/** The text of the decisions’ file; undefined where there is none. */
export async function decisionsText(): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(decisionsUri()));
  } catch {
    return undefined;
  }
}

/** Ends with no article and no decision. */
export async function cleanUp(): Promise<void> {
  await closeAll();
  if ((await decisionsText()) === undefined) return;
  // A file that is gone as soon as it has come is none of which a watcher would tell.
  await pause(300);
  await vscode.workspace.fs.delete(decisionsUri());
  await pause(300);
}

/** Puts the cursor on words of the article in the active editor. */
export function putCursor(words: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const position = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(position, position);
}
