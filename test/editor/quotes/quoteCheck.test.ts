import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkQuotes } from '../../../src/articles/quoteCheck';
import { answering } from '../answers';
import { cleanUp } from '../checks/checked';
import { api, ARTICLE, pause, writeFile } from '../support';

const NOTES =
  'We have waited so very long and enough is enough. The pier is rotten. Nobody knows about the fares.';

describe('checking quotes against a file', function () {
  this.timeout(20_000);
  let document: vscode.TextDocument;
  let notes: vscode.Uri;

  beforeEach(async () => {
    notes = await writeFile('notes.txt', NOTES);
    document = await vscode.workspace.openTextDocument(await writeFile('quoted.article', ARTICLE));
    await vscode.window.showTextDocument(document);
    await (await api()).analysisOf(document.uri);
    await vscode.commands.executeCommand(
      'sourcelight.checkQuotes',
      document.uri.toString(),
      notes.toString(),
    );
  });

  afterEach(cleanUp);

  it('asks which file, of the other ones that are open or any', async () => {
    await vscode.workspace.openTextDocument(notes);
    await answering({ pick: 'notes.txt' }, () => vscode.commands.executeCommand('sourcelight.checkQuotes'));
    await answering({ pick: undefined }, () => vscode.commands.executeCommand('sourcelight.checkQuotes'));
  });

  it('shows a near quote and the file side by side, beside the article', async () => {
    await show('“We have waited so long,”');
    const diff = await tabWith(input => input instanceof vscode.TabInputTextDiff);
    const { original, modified } = diff.input as vscode.TabInputTextDiff;
    const textOf = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.equal(await textOf(original), 'We have waited so very long\n');
    assert.equal(await textOf(modified), 'We have waited so long\n');
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('shows an exact quote in the article and in the file', async () => {
    await show('“The pier is rotten,”');
    await tabWith(input => input instanceof vscode.TabInputText && input.uri.path.endsWith('notes.txt'));
    const editor = vscode.window.visibleTextEditors.find(it => it.document.uri.path.endsWith('notes.txt'));
    assert.equal(editor?.document.getText(editor.selection), 'The pier is rotten');
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.getText(activeTextEditor.selection), '“The pier is rotten,”');
  });

  it('keeps to the file that was named last, where the one before cannot be read', async () => {
    const gone = vscode.Uri.joinPath(notes, '..', 'gone.txt');
    const key = document.uri.toString();
    await Promise.all(
      [gone, notes].map(file =>
        vscode.commands.executeCommand('sourcelight.checkQuotes', key, file.toString()),
      ),
    );
    await show('“The pier is rotten,”');
    await tabWith(input => input instanceof vscode.TabInputText && input.uri.path.endsWith('notes.txt'));
  });

  it('says so where the file cannot be read', async () => {
    const gone = vscode.Uri.joinPath(notes, '..', 'gone.txt');
    await vscode.commands.executeCommand('sourcelight.checkQuotes', document.uri.toString(), gone.toString());
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  /** Chooses a quote of the tree. */
  async function show(words: string): Promise<void> {
    const [result] = [...checkQuotes([words], NOTES)].filter(it => it !== null);
    const start = ARTICLE.indexOf('“The pier');
    const span = { start, end: start + '“The pier is rotten,”'.length };
    await vscode.commands.executeCommand('sourcelight.showCheckedQuote', {
      kind: 'quote',
      key: document.uri.toString(),
      parent: { fileName: 'notes.txt' },
      quote: { span, words, result },
    });
  }
});

async function tabWith(isMeant: (input: unknown) => boolean): Promise<vscode.Tab> {
  for (let waited = 0; waited < 3000; waited += 50) {
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
    const tab = tabs.find(({ input }) => isMeant(input));
    if (tab) return tab;
    await pause(50);
  }
  return assert.fail('There is no such tab.');
}
