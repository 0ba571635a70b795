import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, ARTICLE, closeAll, show, writeFile } from './support';

describe('bad input', () => {
  afterEach(closeAll);

  const still = async () => {
    const document = await show(ARTICLE);
    const analysis = await (await api()).analysisOf(document.uri);
    assert.ok(analysis && analysis.attributions.length > 0, 'other articles are analysed as before');
  };

  const texts: Record<string, string> = {
    'an empty file': '',
    'nothing but white space': ' \t\r\n\n\u00a0 ',
    'lone surrogates': ARTICLE.replace('waited', 'wai\ud800ted').replace('rotten', 'rot\udc00ten'),
    'carriage returns': ARTICLE.replaceAll('\n', '\r\n'),
    tabs: ARTICLE.replaceAll('\n\n', '\n\t\n\t'),
    'right-to-left text': ARTICLE.replace('Ines Okafor', '\u202bעדי לוי\u202c'),
    'control characters': `\0\u0001\ufffe${ARTICLE}\0`,
    'an opening quotation mark that is never closed': ARTICLE.replaceAll('”', ''),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`${name}: every span lies inside the text`, async () => {
      const document = await show(text);
      await vscode.commands.executeCommand('sourcelight.switchOn');
      const analysis = await (await api()).analysisOf(document.uri);
      assert.ok(analysis);
      const { length } = document.getText();
      for (const { content, cue } of analysis.attributions) {
        for (const { start, end } of [...content, ...cue])
          assert.ok(0 <= start && start < end && end <= length);
      }
    });
  }

  it('a binary file that is named .txt is not opened as text, or left alone', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
    const uri = await writeFile('binary.txt', bytes);
    const document = await vscode.workspace.openTextDocument(uri).then(
      opened => opened,
      () => undefined,
    );
    if (document) assert.equal(await (await api()).analysisOf(uri), undefined);
    await still();
  });

  it('five megabytes in one line do not hold up other articles once they are closed', async function () {
    this.timeout(60_000);
    const sentence = 'The harbour master said that “the ferry will sail” in April. ';
    // A file: VS Code may give the next untitled document the backup of a long one. And not by `openTextDocument`,
    // which keeps a file open for minutes.
    const uri = await writeFile('long.article', sentence.repeat(Math.ceil(5e6 / sentence.length)));
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    await vscode.commands.executeCommand('sourcelight.switchOn');
    const { analysisOf } = await api();
    const first = await Promise.race([
      analysisOf(document.uri).then(() => 'the analysis'),
      turns(50).then(() => 'the extension host'),
    ]);
    assert.equal(first, 'the extension host', 'it comes round while the analysis is being made');
    assert.equal(document.lineCount, 1);
    await closeAll();
    await still();
  });

  it('a file that is deleted while it is open keeps its analysis', async () => {
    const uri = await writeFile('deleted.article', ARTICLE);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const { analysisOf } = await api();
    assert.ok(await analysisOf(uri));
    await vscode.workspace.fs.delete(uri);
    const after = await analysisOf(uri);
    assert.equal(after === undefined, document.isClosed);
    if (after) assert.ok(after.attributions.length > 0);
    await still();
  });

  it('a document that is not open has no analysis', async () => {
    const uri = await writeFile('closed.article', ARTICLE);
    assert.equal(await (await api()).analysisOf(uri), undefined);
  });

  it('a worker that ends in the middle of an analysis is replaced, and nobody notices', async () => {
    const document = await show(ARTICLE.repeat(50));
    const pending = (await api()).analysisOf(document.uri);
    await vscode.commands.executeCommand('sourcelight.restartAnalysis');
    assert.ok(await pending);
    await vscode.commands.executeCommand('sourcelight.restartAnalysis');
    await still();
  });
});

/** Resolves when the thread has come round so many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setTimeout(resolve, 1));
}
