import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { telling } from '../answers';
import { api, ARTICLE, cardsAt, closeAll, eventually, pause, writeFile } from '../support';

const WORDS = '.sourcelight/words.json';
const KNOWN = 'Captain Ines Okafor';

const writeWords = (name: string) =>
  writeFile(
    WORDS,
    JSON.stringify({ sources: [{ name, role: 'harbour pilot', spellings: ['Ines Okafor'] }] }),
  );

describe('the word list of a workspace folder', () => {
  afterEach(async () => {
    await closeAll();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, WORDS));
    await pause(300);
  });

  it('is heeded, followed when it changes, and holds as it was while it is broken', async () => {
    await writeWords(KNOWN);
    const uri = await writeFile('listed.article', ARTICLE);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const names = async () => ((await (await api()).analysisOf(uri))?.actors ?? []).map(({ name }) => name);
    const assertNamed = async (name: string) => {
      const found = await eventually(names, all => all.includes(name));
      assert.ok(found.includes(name), found.join());
    };
    await assertNamed(KNOWN);
    const [card] = await cardsAt(document, 'Okafor');
    assert.match(card?.value ?? '', /By the word list\\: harbour pilot/);

    await telling(async told => {
      await writeFile(WORDS, '{ "sources": 7 }');
      const warnings = await eventually(
        () => told.filter(message => message.includes('sources')),
        all => all.length > 0,
      );
      assert.match(warnings[0] ?? '', /^\.sourcelight\/words\.json cannot be read.*sources: /);
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.positionAt(ARTICLE.length), '\nThe end.\n');
    await vscode.workspace.applyEdit(edit);
    await assertNamed(KNOWN);

    await writeWords('Ines Okafor of the Harbour');
    await assertNamed('Ines Okafor of the Harbour');
  });
});
