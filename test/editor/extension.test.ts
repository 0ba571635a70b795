import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './support';

describe('the extension', () => {
  it('gives its article files a language of their own', async () => {
    assert.ok((await vscode.languages.getLanguages()).includes('news-article'));
  });

  it('registers every command that it contributes', async () => {
    await api();
    const extension = vscode.extensions.getExtension('sourcelight.sourcelight');
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter(command => !registered.has(command)),
      [],
    );
  });
});
