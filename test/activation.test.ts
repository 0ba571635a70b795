import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate } from '../src/extension';
import { ARTICLE, closeAll, pause, writeFile } from './editor/support';

/**
 * The extension switched on and off again. VS Code offers tests no way to do that, so a second copy of it runs in the
 * tests, before the installed one does: that one would not start if anything were left of the copy.
 */
describe('the extension, disabled and enabled again', () => {
  const installed = () => {
    const extension = vscode.extensions.getExtension('sourcelight.sourcelight');
    assert.ok(extension);
    return extension;
  };
  const declared = () =>
    (
      installed().packageJSON as {
        contributes: { commands: readonly { command: string }[] };
      }
    ).contributes.commands.map(({ command }) => command);
  const present = async () => {
    const commands = new Set(await vscode.commands.getCommands(true));
    return declared().filter(command => commands.has(command));
  };
  const diagnostics = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Sourcelight');

  before(() => {
    assert.ok(!installed().isActive, 'no test before this one opens an article');
  });
  afterEach(closeAll);

  for (const time of ['the first time', 'the second time']) {
    it(`leaves nothing behind ${time}`, async () => {
      // Of a language that does not start the installed extension.
      const uri = await writeFile('activation.html', ARTICLE);
      const context = fakeContext(installed(), uri);
      const { analysisOf } = await activate(context);
      assert.deepEqual(await present(), declared());
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const analysis = await analysisOf(document.uri);
      assert.ok(analysis && analysis.attributions.length > 0);
      for (let waited = 0; diagnostics(document.uri).length === 0 && waited < 5000; waited += 50)
        await pause(50);
      assert.ok(diagnostics(document.uri).length > 0);

      disposeAll(context);
      assert.deepEqual(await present(), []);
      assert.deepEqual(diagnostics(document.uri), []);
      assert.deepEqual(await hovers(document), []);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '“No,” a source said.\n\n');
      await vscode.workspace.applyEdit(edit);
      await pause(500);
      assert.deepEqual(diagnostics(document.uri), []);
    });
  }

  it('ends in the middle of an analysis', async () => {
    const uri = await writeFile('activation.html', ARTICLE.repeat(200));
    const context = fakeContext(installed(), uri);
    const { analysisOf } = await activate(context);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const pending = analysisOf(document.uri);
    disposeAll(context);
    assert.equal(await pending, undefined);
  });
});

function hovers(document: vscode.TextDocument): Thenable<vscode.Hover[]> {
  const position = document.positionAt(document.getText().indexOf('Mayor Ines') + 7);
  return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
}

/** As VS Code does it. */
function disposeAll({ subscriptions }: vscode.ExtensionContext): void {
  for (const subscription of subscriptions) subscription.dispose();
}

/** @param switchedOn a file that the user has switched on before */
function fakeContext(extension: vscode.Extension<unknown>, switchedOn: vscode.Uri): vscode.ExtensionContext {
  const { extensionUri, extensionPath } = extension;
  const context: Partial<vscode.ExtensionContext> = {
    extension,
    extensionUri,
    extensionPath,
    subscriptions: [],
    globalStorageUri: vscode.Uri.joinPath(switchedOn, '..', 'storage'),
    workspaceState: memento([['switches', { [switchedOn.toString()]: true }]]),
    globalState: Object.assign(memento([]), { setKeysForSync: () => undefined }),
  };
  return context as vscode.ExtensionContext;
}

function memento(stored: readonly [string, unknown][]): vscode.Memento {
  const values = new Map(stored);
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) ?? otherwise) as T,
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}
