import * as vscode from 'vscode';
import type { SourcelightApi } from '../../src/editor/api';

/** An article of a few lines; long enough to be told for English prose. */
export const ARTICLE = [
  'Ferry to Low Island will run again',
  '',
  'The ferry to Low Island will sail again in April, Mayor Ines Okafor said on Monday.',
  '',
  '“We have waited long enough,” Okafor told the Quay Post.',
  '',
  '“The pier is rotten,” said two officials, who asked not to be named because they feared for their jobs.',
  '',
  'A spokesman for Bluewater Lines declined to comment on the state of the pier.',
  '',
  'The island has 412 residents, a school and one shop.',
  '',
].join('\n');

export async function api(): Promise<SourcelightApi> {
  const extension = vscode.extensions.getExtension<SourcelightApi>('sourcelight.sourcelight');
  if (!extension) throw new Error('The extension is not installed.');
  return extension.activate();
}

/** Shows a new untitled article. */
export async function show(content: string, language = 'news-article'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of the workspace on show for the tests, and gives its address. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The tests need a workspace folder.');
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(
    uri,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  return uri;
}

/** The words on the hover cards at a place. */
export async function cardsAt(
  document: vscode.TextDocument,
  words: string,
): Promise<vscode.MarkdownString[]> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Asks again until what comes is as expected, for some seconds at most; gives what came last. */
export async function eventually<T>(
  ask: () => T | PromiseLike<T>,
  isExpected: (answer: T) => boolean,
): Promise<T> {
  let answer = await ask();
  for (let waited = 0; !isExpected(answer) && waited < 10_000; waited += 100) {
    await pause(100);
    answer = await ask();
  }
  return answer;
}
