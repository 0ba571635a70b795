import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeUnionMerge } from '../../src/editor/decisions/unionMerge';
import { telling } from './answers';
import { assertListed, CHECKED, cleanUp, codeOf, decisionsText, VAGUE } from './checks/checked';
import { MemoryFileSystem } from './memoryFileSystem';
import { api, ARTICLE, eventually, pause, writeFile } from './support';

describe('ordinary life of a document', () => {
  afterEach(cleanUp);

  it('renamed: its analysis is under the new name, and nothing is listed under the old one', async () => {
    const document = await open(await writeFile('before.article', CHECKED));
    await assertListed(document, 'anonymity.vague', true);
    const renamed = await rename(document.uri, 'after.article');
    await assertListed(renamed, 'anonymity.vague', true);
    await assertNothingListed(document.uri);
    await vscode.workspace.fs.delete(renamed.uri);
  });

  it('moved into another folder with changes that are not saved: they are analysed', async () => {
    const document = await open(await writeFile('before.article', ARTICLE));
    await insert(document, '“It floats,” said Mayor Ida Brandt.\n\n');
    const moved = await rename(document.uri, 'archive/after.article');
    const analysis = await (await api()).analysisOf(moved.uri);
    const words = analysis?.attributions.flatMap(({ content }) =>
      content.map(({ start, end }) => moved.getText().slice(start, end)),
    );
    assert.ok(words?.includes('“It floats,”'), words?.join());
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.workspace.fs.delete(moved.uri);
  });

  it('deleted while it is open, then closed: nothing is listed any more', async () => {
    // Not by `openTextDocument`, which keeps a file open for minutes.
    await vscode.commands.executeCommand('vscode.open', await writeFile('gone.article', CHECKED));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    await assertListed(document, 'anonymity.vague', true);
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await assertNothingListed(document.uri);
  });

  it('deleted and written anew: the new text is analysed', async () => {
    const document = await open(await writeFile('again.article', ARTICLE));
    await vscode.workspace.fs.delete(document.uri);
    await pause(100);
    const again = await open(await writeFile('again.article', CHECKED));
    for (let waited = 0; again.getText() !== CHECKED && waited < 5000; waited += 50) await pause(50);
    await assertListed(again, 'anonymity.vague', true);
  });

  it('reverted: what was found in the changes is gone', async () => {
    const document = await open(await writeFile('reverted.article', ARTICLE));
    const before = await (await api()).analysisOf(document.uri);
    await insert(document, '“It floats,” a source said.\n\n');
    await assertListed(document, 'anonymity.vague', true);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await assertListed(document, 'anonymity.vague', false);
    assert.deepEqual(await (await api()).analysisOf(document.uri), before);
  });

  it('in two editors: each check is listed once', async () => {
    const document = await open(await writeFile('split.article', CHECKED));
    await assertListed(document, 'anonymity.vague', true);
    const once = codesOf(document.uri);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    assert.equal(vscode.window.visibleTextEditors.filter(it => it.document === document).length, 2);
    await pause(300);
    assert.deepEqual(codesOf(document.uri), once);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await pause(300);
    assert.deepEqual(codesOf(document.uri), once, 'the other editor still shows it');
  });
});

describe('a workspace with several folders', () => {
  const memory = new MemoryFileSystem({ '/desk/ferry.article': CHECKED });
  const readOnly = new MemoryFileSystem({ '/shelf/ferry.article': CHECKED });
  const desk = vscode.Uri.from({ scheme: 'sourcelight-memory', path: '/desk' });
  const shelf = vscode.Uri.from({ scheme: 'sourcelight-read-only', path: '/shelf' });
  const subscriptions: vscode.Disposable[] = [];

  before(async () => {
    await api();
    subscriptions.push(
      vscode.workspace.registerFileSystemProvider(desk.scheme, memory, { isCaseSensitive: true }),
      vscode.workspace.registerFileSystemProvider(shelf.scheme, readOnly, {
        isCaseSensitive: true,
        isReadonly: true,
      }),
    );
    await changeFolders(1, 0, desk, shelf);
  });
  after(async () => {
    await changeFolders(1, 2);
    for (const subscription of subscriptions) subscription.dispose();
  });
  afterEach(cleanUp);

  it('keeps the decisions of a folder in that folder, also on a virtual file system', async () => {
    const here = await open(await writeFile('ferry.article', CHECKED));
    await assertListed(here, 'anonymity.vague', true);
    const there = await open(vscode.Uri.joinPath(desk, 'ferry.article'));
    await assertListed(there, 'anonymity.vague', true);
    await dismiss(there, 'sourcelight.dismissCheckInWorkspace');
    await assertListed(there, 'anonymity.vague', false);
    assert.match(memory.textOf('/desk/.sourcelight/decisions.ndjson') ?? '', /"anonymity\.vague"/);
    assert.equal(await decisionsText(), undefined);
    await assertListed(here, 'anonymity.vague', true);
  });

  it('follows a virtual file system that changes the decisions', async () => {
    const document = await open(vscode.Uri.joinPath(desk, 'ferry.article'));
    await assertListed(document, 'anonymity.vague', false);
    memory.delete(vscode.Uri.joinPath(desk, '.sourcelight', 'decisions.ndjson'));
    await assertListed(document, 'anonymity.vague', true);
  });

  it('analyses an article in a read-only folder, and keeps its decisions in memory', async () => {
    const document = await open(vscode.Uri.joinPath(shelf, 'ferry.article'));
    await assertListed(document, 'anonymity.vague', true);
    await dismiss(document, 'sourcelight.dismissCheckHere');
    await assertListed(document, 'anonymity.vague', false);
    assert.equal(readOnly.textOf('/shelf/.sourcelight/decisions.ndjson'), undefined);
  });

  it('goes on where a folder with an open article is removed', async () => {
    const document = await open(vscode.Uri.joinPath(desk, 'ferry.article'));
    await assertListed(document, 'anonymity.vague', true);
    await changeFolders(1, 1);
    await dismiss(document, 'sourcelight.dismissCheckHere');
    await assertListed(document, 'anonymity.vague', false);
    assert.equal(memory.textOf('/desk/.sourcelight/decisions.ndjson'), undefined);
    await changeFolders(1, 0, desk);
  });
});

describe('a disk with faults', () => {
  const memory = new MemoryFileSystem({ '/cabin/ferry.article': CHECKED });
  const cabin = vscode.Uri.from({ scheme: 'sourcelight-faulty', path: '/cabin' });
  const decisions = vscode.Uri.joinPath(cabin, '.sourcelight', 'decisions.ndjson');
  let registered: vscode.Disposable;
  let document: vscode.TextDocument;

  before(async () => {
    await api();
    registered = vscode.workspace.registerFileSystemProvider(cabin.scheme, memory, { isCaseSensitive: true });
    await changeFolders(1, 0, cabin);
  });
  after(async () => {
    await changeFolders(1, 1);
    registered.dispose();
  });
  beforeEach(async () => {
    document = await open(vscode.Uri.joinPath(cabin, 'ferry.article'));
    await assertListed(document, 'anonymity.vague', true);
  });
  afterEach(async () => {
    memory.locked.clear();
    if (memory.textOf(decisions.path) !== undefined) memory.delete(decisions);
    await assertListed(document, 'anonymity.vague', true);
    await cleanUp();
  });

  const nextReading = () =>
    new Promise<void>(resolve => {
      memory.afterRead = path => {
        if (path !== decisions.path) return;
        memory.afterRead = () => undefined;
        resolve();
      };
    });

  it('keeps in memory what a read-only file cannot take, and writes it once it can', async () => {
    memory.put(decisions, 'a line of somebody\n');
    memory.locked.add(decisions.path);
    await dismiss(document, 'sourcelight.dismissCheckHere');
    await assertListed(document, 'anonymity.vague', false);
    assert.equal(memory.textOf(decisions.path), 'a line of somebody\n');
    memory.locked.clear();
    await dismiss(document, 'sourcelight.dismissCheckHere', 'anonymity.reason-missing');
    const text = memory.textOf(decisions.path) ?? '';
    assert.match(text, /^(\{.*"dismiss".*\}\n){2}a line of somebody\n$/);
  });

  it('keeps what another program writes between its reading and its writing', async () => {
    // The reading after that change is over, and the next one is that before our writing.
    const reading = nextReading();
    memory.put(decisions, 'a line of somebody\n');
    await reading;
    const interrupted = nextReading().then(() => {
      memory.put(decisions, 'a line of somebody\nanother line\n');
    });
    await dismiss(document, 'sourcelight.dismissCheckHere');
    await interrupted;
    assert.match(memory.textOf(decisions.path) ?? '', /^\{.*\}\na line of somebody\nanother line\n$/);
  });

  it('leaves a file of decisions alone that is too large, and says so', async () => {
    const huge = ' '.repeat(17 * 1024 * 1024);
    await telling(async told => {
      memory.put(decisions, huge);
      const isTold = (messages: readonly string[]) =>
        messages.some(it => it.includes('decisions.ndjson” is larger'));
      assert.ok(isTold(await eventually(() => told, isTold)), told.join());
      await dismiss(document, 'sourcelight.dismissCheckHere');
      await assertListed(document, 'anonymity.vague', false);
    });
    assert.ok(memory.textOf(decisions.path) === huge);
    memory.delete(decisions);
    await dismiss(document, 'sourcelight.dismissCheckHere', 'anonymity.reason-missing');
    await eventually(
      () => memory.textOf(decisions.path),
      text => text?.split('\n').length === 3,
    );
  });

  it('leaves a word list alone that is too large, and says so', async () => {
    const words = vscode.Uri.joinPath(cabin, '.sourcelight', 'words.json');
    await telling(async told => {
      memory.put(words, ' '.repeat(17 * 1024 * 1024));
      const isTold = (messages: readonly string[]) =>
        messages.some(it => it.includes('words.json” is larger'));
      assert.ok(isTold(await eventually(() => told, isTold)), told.join());
    });
    memory.delete(words);
  });

  it('tells where git’s attributes cannot be written', async () => {
    const attributes = vscode.Uri.joinPath(cabin, '.gitattributes');
    memory.put(attributes, '*.article text\n');
    memory.locked.add(attributes.path);
    await telling(async told => {
      await writeUnionMerge(cabin.toString());
      assert.match(told.join(), /^“\.gitattributes” cannot be written: /);
    });
    memory.locked.clear();
    await writeUnionMerge(cabin.toString());
    assert.match(memory.textOf(attributes.path) ?? '', /^\*\.article text\n.*merge=union\n$/);
    memory.delete(attributes);
  });
});

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Renames a file as the explorer does, and gives its document under the new name. */
async function rename(from: vscode.Uri, name: string): Promise<vscode.TextDocument> {
  const to = vscode.Uri.joinPath(from, '..', name);
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: true });
  assert.ok(await vscode.workspace.applyEdit(edit));
  const document = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === to.toString());
  for (let waited = 0; !document() && waited < 5000; waited += 50) await pause(50);
  const renamed = document();
  assert.ok(renamed, 'the editor shows the file under its new name');
  return renamed;
}

async function insert(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function dismiss(
  document: vscode.TextDocument,
  command: string,
  code = 'anonymity.vague',
): Promise<void> {
  const start = document.getText().indexOf(VAGUE);
  const span = { start, end: start + VAGUE.length };
  const check = { code, args: {}, span, attribution: null, actor: null };
  await vscode.commands.executeCommand(command, document.uri.toString(), check);
}

function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Sourcelight')
    .map(codeOf);
}

/** VS Code may keep a document for a while after its last editor was closed. */
async function assertNothingListed(uri: vscode.Uri): Promise<void> {
  for (let waited = 0; codesOf(uri).length > 0 && waited < 10_000; waited += 100) await pause(100);
  assert.deepEqual(codesOf(uri), []);
}

async function changeFolders(start: number, remove: number, ...added: vscode.Uri[]): Promise<void> {
  const changed = new Promise(resolve => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve(undefined);
    });
  });
  assert.ok(vscode.workspace.updateWorkspaceFolders(start, remove, ...added.map(uri => ({ uri }))));
  await changed;
}
