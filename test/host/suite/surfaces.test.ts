import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analysisOf, claims, closeAll, show } from './extension';

const text = [
  'Harbour shuts for winter',
  '',
  '“The quay will close on Friday,” said Mayor Runa Silfver of Port Verrin.',
  '',
  'Officials familiar with the matter told the Verrin Courier that the port is short of money.',
].join('\n');

describe('an article in the editor', () => {
  afterEach(closeAll);

  it('is analysed', async () => {
    const { document } = await show(text);
    const found = claims(await analysisOf(document), document).join('\n');
    assert.match(found, /Silfver: “The quay will close on Friday,”/);
    assert.match(found, /[Oo]fficials.*: .*the port is short of money/);
  });

  for (const language of ['plaintext', 'markdown']) {
    it(`is analysed as ${language} too`, async () => {
      const { document } = await show(text, language);
      assert.match(claims(await analysisOf(document), document).join('\n'), /Silfver/);
    });
  }

  it('has a card on a name', async () => {
    const { document } = await show(text);
    const card = await hover(document, 'Runa');
    assert.match(card, /Silfver/);
    assert.match(card, /quay will close/);
  });

  it('has a card on a claim that says who says so', async () => {
    const { document } = await show(text);
    assert.match(await hover(document, 'short of money'), /officials/i);
  });

  it('has no card on words that nobody is said to have said', async () => {
    const { document } = await show(text);
    assert.equal(await hover(document, 'shuts'), '');
  });

  it('is analysed again after an edit', async () => {
    const editor = await show(text);
    await analysisOf(editor.document);
    await editor.edit(edit => {
      edit.insert(new vscode.Position(2, 0), '“We will swim,” said Ilse Marren.\n\n');
    });
    const found = claims(await analysisOf(editor.document), editor.document).join('\n');
    assert.match(found, /Marren: “We will swim,”/);
    assert.match(found, /Silfver: “The quay will close on Friday,”/);
  });

  it('is analysed again when the worker has been started anew', async () => {
    const { document } = await show(text);
    const before = claims(await analysisOf(document), document);
    await vscode.commands.executeCommand('sourcelight.restartAnalysis');
    assert.deepEqual(claims(await analysisOf(document), document), before);
  });

  it('is left alone when it is switched off, until it is switched on again', async () => {
    const { document } = await show(text);
    await analysisOf(document);
    await vscode.commands.executeCommand('sourcelight.switchOff');
    assert.equal(await hover(document, 'Runa'), '');
    await vscode.commands.executeCommand('sourcelight.switchOn');
    assert.match(await hover(document, 'Runa'), /Silfver/);
  });

  it('gives the same analysis for text with CRLF, at the offsets of that text', async () => {
    const { document } = await show(text.replaceAll('\n', '\r\n'));
    assert.match(
      claims(await analysisOf(document), document).join('\n'),
      /Silfver: “The quay will close on Friday,”/,
    );
  });
});

/** The text of the cards at some words, once the document has been analysed. */
async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  await analysisOf(document).catch(() => undefined);
  const position = document.positionAt(document.getText().indexOf(words));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
