import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, show } from '../support';

const ARTICLE = [
  '“The pier is rotten,” Mayor Ines Okafor said.',
  '“It is safe,” said Per Lund, who owns the ferry.',
  '“We have waited long enough,” Okafor told the Quay Post.',
  'The island has 412 residents, a school and one shop.\n',
].join('\n\n');

async function open(content = ARTICLE) {
  const document = await show(content);
  await (await api()).analysisOf(document.uri);
  return document;
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

function goTo(document: vscode.TextDocument, words: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(at, at);
}

async function run(command: string): Promise<string> {
  await vscode.commands.executeCommand(`sourcelight.${command}`);
  return selected();
}

const CLAIMS = ['“The pier is rotten,”', '“It is safe,”', '“We have waited long enough,”'];

describe('steps', () => {
  afterEach(closeAll);

  it('go from claim to claim, selecting the words, and begin again behind the last', async () => {
    await open();
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) seen.push(await run('nextClaim'));
    assert.deepEqual(seen, [...CLAIMS, CLAIMS[0]]);
    assert.equal(await run('previousClaim'), CLAIMS[2]);
  });

  it('go from claim to claim of the actor at the cursor', async () => {
    const document = await open();
    goTo(document, 'Okafor told');
    assert.equal(await run('nextClaimOfActor'), CLAIMS[0]);
    assert.equal(await run('nextClaimOfActor'), CLAIMS[2]);
    assert.equal(await run('previousClaimOfActor'), CLAIMS[0]);
    assert.equal(await run('previousClaimOfActor'), CLAIMS[2]);
  });

  it('find a claim that was typed a moment ago', async () => {
    const document = await open();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), '“No,” Okafor said.\n');
    await vscode.workspace.applyEdit(edit);
    goTo(document, 'residents');
    assert.equal(await run('nextClaim'), '“No,”');
  });

  it('stay where they are where there is no claim', async () => {
    await open('The island has a school and one shop.\n');
    assert.equal(await run('nextClaim'), '');
  });
});

describe('a claim', () => {
  afterEach(closeAll);

  const copied = async (command: string) => {
    await vscode.commands.executeCommand(`sourcelight.${command}`);
    return vscode.env.clipboard.readText();
  };

  it('is copied with its source, as a sentence or as Markdown', async () => {
    const document = await open();
    goTo(document, 'waited long');
    assert.equal(await copied('copyClaim'), 'Ines Okafor told the Quay Post: “We have waited long enough.”');
    assert.equal(
      await copied('copyClaimAsMarkdown'),
      '> “We have waited long enough,”\n>\n> — **Ines Okafor**, Mayor\n',
    );
  });
});

describe('the keys', () => {
  it('take none that VS Code has', async () => {
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const text = defaults.getText().replace(/^\s*\/\/.*$/gm, '');
    const bindings = JSON.parse(text) as { key: string; command: string }[];
    const manifest = vscode.extensions.getExtension('sourcelight.sourcelight')?.packageJSON as {
      contributes: { keybindings: { key: string; mac: string }[] };
    };
    const taken = new Set(
      bindings.filter(({ command }) => !command.startsWith('sourcelight.')).map(({ key }) => key),
    );
    assert.ok(taken.size > 300 && taken.has('f8'));
    for (const { key } of manifest.contributes.keybindings) {
      const [first = ''] = key.split(' ');
      assert.ok(!taken.has(key) && !taken.has(first), key);
      assert.ok(key.includes(' ') || ![...taken].some(other => other.startsWith(`${key} `)), key);
    }
  });
});
