import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll } from './support';

describe('the sample article', () => {
  afterEach(closeAll);

  it('opens as an untitled copy, which changes no file', async () => {
    await api();
    await vscode.commands.executeCommand('sourcelight.openSample');
    const { document } = vscode.window.activeTextEditor ?? {};
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'news-article');
    assert.match(document.getText(), /^Port Verrin talks stall/);
  });

  it('is shown again where it is open already', async () => {
    await api();
    await vscode.commands.executeCommand('sourcelight.openSample');
    const first = vscode.window.activeTextEditor?.document;
    await vscode.commands.executeCommand('sourcelight.openSample');
    assert.equal(vscode.window.activeTextEditor?.document, first);
  });
});
