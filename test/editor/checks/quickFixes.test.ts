import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assertListed, CHECKED, cleanUp, codeOf, listed, putCursor, VAGUE } from './checked';
import { pause, show, writeFile } from '../support';

describe('the quick fixes', () => {
  afterEach(cleanUp);

  it('offer to dismiss a check here, in the file and in the workspace, to explain it and to change it', async () => {
    const document = await showFile();
    const fixes = await fixesAt(document, 'anonymity.vague');
    const title = 'Vague description of a source';
    assert.deepEqual(
      fixes.filter(fix => fix.title.includes(title)).map(fix => fix.title),
      [
        `Dismiss “${title}” here`,
        `Explain “${title}”`,
        `Dismiss “${title}” in this file`,
        `Dismiss “${title}” in this workspace`,
        `Change how “${title}” is shown…`,
      ],
    );
  });

  it('offer nothing for the workspace where the article is in none', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    const titles = (await fixesAt(document, 'anonymity.vague')).map(fix => fix.title);
    assert.ok(titles.length > 0);
    assert.deepEqual(
      titles.filter(title => title.includes('workspace')),
      [],
    );
  });

  it('are not offered where nothing is to be checked', async () => {
    const document = await showFile();
    assert.deepEqual(await fixesIn(document, new vscode.Range(0, 0, 0, 3)), []);
  });

  for (const where of ['here', 'in this file', 'in this workspace']) {
    it(`dismiss a check ${where}`, async () => {
      const document = await showFile();
      const fixes = await fixesAt(document, 'anonymity.vague');
      const fix = fixes.find(({ title }) => title === `Dismiss “Vague description of a source” ${where}`);
      assert.ok(fix?.command);
      await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
      await assertListed(document, 'anonymity.vague', false);
      await assertListed(document, 'anonymity.reason-missing', true);
    });
  }

  it('show the section about a check in the Markdown preview', async () => {
    await showFile();
    putCursor(VAGUE);
    await vscode.commands.executeCommand('sourcelight.explainCheck');
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab;
    for (let waited = 0; !(tab()?.input instanceof vscode.TabInputWebview) && waited < 5000; waited += 50) {
      await pause(50);
    }
    const input = tab()?.input;
    assert.ok(input instanceof vscode.TabInputWebview);
    assert.match(input.viewType, /markdown\.preview/);
    assert.match(tab()?.label ?? '', /checks\.md/);
  });
});

async function showFile(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await writeFile('checked.article', CHECKED));
  await vscode.window.showTextDocument(document);
  await assertListed(document, 'anonymity.vague', true);
  return document;
}

async function fixesAt(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
  const diagnostic = (await listed(document, () => true)).find(it => codeOf(it) === code);
  assert.ok(diagnostic);
  return fixesIn(document, diagnostic.range);
}

async function fixesIn(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ command }) => command?.command.startsWith('sourcelight.'));
}
