import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARTICLE, closeAll, pause, show } from './editor/support';

declare const HOST: 'node' | 'web';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

describe('the extension', () => {
  afterEach(closeAll);

  it(`runs in the ${HOST === 'node' ? 'Node' : 'web worker'} extension host`, () => {
    assert.equal('WorkerGlobalScope' in globalThis, HOST === 'web');
  });

  it('is activated by an article', async () => {
    await show(ARTICLE);
    for (let waited = 0; !extension().isActive && waited < 5000; waited += 50) await pause(50);
    assert.ok(extension().isActive);
  });

  it('has every command that it declares', async () => {
    await extension().activate();
    const { contributes } = extension().packageJSON as Manifest;
    const present = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.map(({ command }) => command).filter(it => !present.has(it));
    assert.deepEqual(missing, []);
  });

  it('has a default for every setting, and VS Code knows it', () => {
    const { contributes } = extension().packageJSON as Manifest;
    for (const [name, { default: value }] of Object.entries(contributes.configuration.properties)) {
      assert.notEqual(value, undefined, name);
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, value, name);
    }
  });

  it('knows articles by their file name', async () => {
    const languages = await vscode.languages.getLanguages();
    assert.ok(languages.includes('news-article'));
  });
});

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('sourcelight.sourcelight');
  assert.ok(found, 'the extension is not installed');
  return found;
}
