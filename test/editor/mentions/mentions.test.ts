import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, show } from '../support';

const TEXT = [
  'Okafor: ferry fares will rise',
  '',
  'Mayor Ines Okafor said on Monday that fares would rise. She added that the pier was rotten.',
  '',
  '“I have waited long enough,” Okafor told the Quay Post.',
  '',
  'A harbour official said the pier was safe. Per Lund, Okafor’s deputy, said that OKAFOR had a plan.',
  '',
].join('\n');

async function open(text = TEXT, language = 'news-article') {
  const document = await show(text, language);
  await (await api()).analysisOf(document.uri);
  return document;
}

function place(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = document.getText().indexOf(words, at + 1);
  return document.positionAt(at + 1);
}

const ask = <T>(
  command: string,
  document: vscode.TextDocument,
  position: vscode.Position,
  ...more: unknown[]
) => vscode.commands.executeCommand<T>(command, document.uri, position, ...more);

const withWords = (document: vscode.TextDocument, range: vscode.Range) =>
  `${range.start.line + 1}: ${document.getText(range)}`;

const OKAFOR = ['1: Okafor', '3: Mayor Ines Okafor', '3: She', '5: I', '5: Okafor', '7: Okafor', '7: OKAFOR'];

describe('on a mention of an actor', () => {
  afterEach(closeAll);

  const definition = async (document: vscode.TextDocument, position: vscode.Position) =>
    (await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, position)).map(
      ({ targetRange }) => withWords(document, targetRange),
    );

  for (const [words, nth] of [
    ['Okafor', 0],
    ['She', 0],
    ['I have', 0],
    ['OKAFOR', 0],
  ] as const) {
    it(`“${words}” leads to where the actor is introduced`, async () => {
      const document = await open();
      assert.deepEqual(await definition(document, place(document, words, nth)), ['3: Mayor Ines Okafor']);
    });
  }

  it('leads nowhere from words that mention nobody', async () => {
    const document = await open();
    assert.deepEqual(await definition(document, place(document, 'fares would')), []);
  });

  it('leads to the introduction as the text is after an edit', async () => {
    const document = await open();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'A line above.\n\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await definition(document, place(document, 'She')), ['5: Mayor Ines Okafor']);
  });

  it('finds all references, pronouns too', async () => {
    const document = await open();
    const found = await ask<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document,
      place(document, 'She'),
    );
    assert.deepEqual(
      found.map(({ range }) => withWords(document, range)),
      OKAFOR,
    );
  });

  it('highlights them', async () => {
    const document = await open();
    const found = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document,
      place(document, 'She'),
    );
    assert.deepEqual(
      found.map(({ range }) => withWords(document, range)),
      OKAFOR,
    );
    assert.ok(found.every(({ kind }) => kind === vscode.DocumentHighlightKind.Read));
  });

  it('leaves the highlights of equal words to VS Code elsewhere', async () => {
    const document = await open();
    const found = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document,
      place(document, 'pier'),
    );
    assert.ok(found.every(({ range }) => document.getText(range) === 'pier'));
  });
});

describe('a rename', () => {
  afterEach(closeAll);

  const rename = async (document: vscode.TextDocument, words: string, name: string) => {
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document,
      place(document, words),
      name,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    return document.getText();
  };

  it('spells a source’s name otherwise throughout, and can be undone in one step', async () => {
    const document = await open();
    const expected = TEXT.replace('Ines Okafor', 'Inés Okafór')
      .replaceAll('Okafor', 'Okafór')
      .replaceAll('OKAFOR', 'OKAFÓR');
    assert.equal(await rename(document, 'She', 'Inés Okafór'), expected);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
  });

  it('begins with the whole name, wherever it is asked for', async () => {
    const document = await open();
    const { placeholder } = await ask<{ placeholder: string }>(
      'vscode.prepareRename',
      document,
      place(document, 'She'),
    );
    assert.equal(placeholder, 'Ines Okafor');
  });

  for (const [words, reason] of [
    ['harbour official', /is a description/],
    ['had a plan', /Nobody is mentioned here/],
  ] as const) {
    it(`is refused at “${words}”, with the reason`, async () => {
      const document = await open();
      await assert.rejects(async () => ask('vscode.prepareRename', document, place(document, words)), reason);
    });
  }
});

describe('a file that is left alone', () => {
  afterEach(closeAll);

  it('has neither definitions nor references nor highlights nor an outline of ours', async () => {
    const document = await open('name,age\nAnn Marsh,54\nPer Lund,60\nAnn Marsh,55\n', 'plaintext');
    const at = place(document, 'Marsh');
    assert.deepEqual(await ask('vscode.executeDefinitionProvider', document, at), []);
    assert.deepEqual(await ask('vscode.executeReferenceProvider', document, at), []);
    assert.ok(
      !(await ask<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', document, at))?.length,
    );
  });

  it('loses them when it is switched off', async () => {
    const document = await open();
    await vscode.commands.executeCommand('sourcelight.switchOff');
    await (await api()).analysisOf(document.uri);
    const at = place(document, 'She');
    assert.deepEqual(await ask('vscode.executeDefinitionProvider', document, at), []);
  });
});
