import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  assertListed,
  CHECKED,
  cleanUp,
  decisionsText,
  decisionsUri,
  listed,
  putCursor,
  VAGUE,
} from '../checks/checked';
import { closeAll, pause, show, writeFile } from '../support';

const DISMISS = 'sourcelight.dismissCheckHere';

describe('the decisions', () => {
  afterEach(cleanUp);

  it('are written into a file of the workspace, none before the first one', async () => {
    const document = await showFile('checked.article');
    assert.equal(await decisionsText(), undefined);
    await dismissVague();
    await assertListed(document, 'anonymity.vague', false);
    const text = await decisionsText();
    assert.match(text ?? '', /^\{"id":"[\w-]{36}","kind":"dismiss","check":"anonymity\.vague",.*\}\n$/);
    assert.match(text ?? '', /"source":"checked\.article","selector":\[\{"type":"TextQuoteSelector",/);
  });

  it('hold when the article is closed and opened again, and after edits around the words', async () => {
    await showFile('checked.article');
    await dismissVague();
    await closeAll();
    const document = await showFile('checked.article', `At last.\n\n${CHECKED.replace('412', '413')}`, false);
    await assertListed(document, 'anonymity.reason-missing', true);
    await assertListed(document, 'anonymity.vague', false);
  });

  it('are about one file, or about all of them', async () => {
    await showFile('checked.article');
    await dismissVague('sourcelight.dismissCheckInFile');
    const other = await showFile('other.article');
    await dismissVague('sourcelight.dismissCheckInWorkspace');
    await assertListed(other, 'anonymity.vague', false);
    await closeAll();
    const third = await showFile('third.article', CHECKED, false);
    await assertListed(third, 'anonymity.reason-missing', true);
    await assertListed(third, 'anonymity.vague', false);
  });

  it('are followed when somebody else changes the file', async () => {
    const document = await showFile('checked.article');
    await dismissVague();
    await assertListed(document, 'anonymity.vague', false);
    await vscode.workspace.fs.writeFile(decisionsUri(), new TextEncoder().encode('a broken line\n'));
    await assertListed(document, 'anonymity.vague', true);
    await dismissVague();
    assert.match((await decisionsText()) ?? '', /^\{.*\}\na broken line\n$/);
  });

  it('can be taken back', async () => {
    const document = await showFile('checked.article');
    await dismissVague();
    await assertListed(document, 'anonymity.vague', false);
    const restored = vscode.commands.executeCommand('sourcelight.restoreDismissedChecks');
    await pause(500);
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await restored;
    await assertListed(document, 'anonymity.vague', true);
    assert.equal(await decisionsText(), '');
  });

  it('are undone one by one, the last one first, be it a correction or a dismissed check', async () => {
    const document = await showFile('checked.article');
    putCursor('The ferry to Low Island');
    await vscode.commands.executeCommand('sourcelight.confirmClaim');
    await dismissVague();
    assert.match((await decisionsText()) ?? '', /"dismiss"/);
    await vscode.commands.executeCommand('sourcelight.undoDecision');
    await assertListed(document, 'anonymity.vague', true);
    assert.match((await decisionsText()) ?? '', /^\{"id":"[\w-]{36}","kind":"confirm",.*\}\n$/);
    await vscode.commands.executeCommand('sourcelight.undoDecision');
    assert.equal(await decisionsText(), '');
  });

  it('about an untitled article are kept in memory', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    await dismissVague();
    await assertListed(document, 'anonymity.vague', false);
    assert.equal(await decisionsText(), undefined);
  });

  it('about an untitled article go into the workspace’s file when it is saved', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'saved.article');
    // Left behind by a try before.
    await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
    const untitled = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
    await vscode.window.showTextDocument(untitled);
    const edit = new vscode.WorkspaceEdit();
    // Saved with the end of its last line, which is missing here.
    edit.insert(untitled.uri, new vscode.Position(0, 0), CHECKED.trimEnd());
    assert.ok(await vscode.workspace.applyEdit(edit));
    await assertListed(untitled, 'anonymity.vague', true);
    await dismissVague();
    await assertListed(untitled, 'anonymity.vague', false);
    assert.ok(await untitled.save());
    await waitForDecisions(/"source":"saved\.article"/);
    await vscode.window.showTextDocument(uri);
    const saved = await vscode.workspace.openTextDocument(uri);
    await assertListed(saved, 'anonymity.reason-missing', true);
    await assertListed(saved, 'anonymity.vague', false);
    await closeAll();
    await vscode.workspace.fs.delete(uri);
  });

  it('go with an article that is renamed, and stay when it is deleted', async () => {
    const { uri } = await showFile('checked.article');
    await dismissVague();
    const renamed = vscode.Uri.joinPath(uri, '..', 'renamed.article');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed, { overwrite: true });
    await vscode.workspace.applyEdit(edit);
    await waitForDecisions(/"source":"renamed\.article"/);
    const document = await vscode.workspace.openTextDocument(renamed);
    await vscode.window.showTextDocument(document);
    await assertListed(document, 'anonymity.reason-missing', true);
    await assertListed(document, 'anonymity.vague', false);
    await closeAll();
    await vscode.workspace.fs.delete(renamed);
    await pause(200);
    assert.match((await decisionsText()) ?? '', /"source":"renamed\.article"/);
  });

  it('say so where there is no check at the cursor', async () => {
    await showFile('checked.article');
    putCursor('The island has');
    await vscode.commands.executeCommand(DISMISS);
    assert.equal(await decisionsText(), undefined);
  });
});

async function waitForDecisions(expected: RegExp): Promise<void> {
  for (let waited = 0; waited < 5000 && !expected.test((await decisionsText()) ?? ''); waited += 50) {
    await pause(50);
  }
  assert.match((await decisionsText()) ?? '', expected);
}

async function showFile(name: string, content = CHECKED, isChecked = true): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await writeFile(name, content));
  await vscode.window.showTextDocument(document);
  if (isChecked) await assertListed(document, 'anonymity.vague', true);
  else await listed(document, codes => codes.length > 0);
  return document;
}

/** At one place several checks may meet: the one that is meant is handed over. */
async function dismissVague(command = DISMISS): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  const start = document.getText().indexOf(VAGUE);
  const span = { start, end: start + VAGUE.length };
  const check = { code: 'anonymity.vague', args: {}, span, attribution: null, actor: null };
  await vscode.commands.executeCommand(command, document.uri.toString(), check);
}
