import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analysisOf, claims, closeAll, extension, show } from './extension';

const sentence = '“It rains,” said Odd Lund.';

describe('bad input', () => {
  afterEach(closeAll);

  const texts: Record<string, string> = {
    'an empty file': '',
    'a file of blanks': ' \t\n\n\t ',
    'binary data': Array.from({ length: 4000 }, (_, at) => String.fromCharCode((at * 37) % 256)).join(''),
    'lone surrogates': `\ud800 ${sentence} \udfff “\ud83d said`,
    'text from right to left': `\u202b”هطل المطر،“ قال أود.\u202c ${sentence}`,
    'an opening mark that is never closed': `“It rains, said Odd Lund. ${'And on it went. '.repeat(50)}`,
    'marks alone': '“”‘’"\'«»„“'.repeat(200),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`${name} does no harm to the next article`, async () => {
      const { document } = await show(text);
      const api = await extension().activate();
      const analysis = await api.analysisOf(document.uri);
      for (const { content } of analysis?.attributions ?? []) {
        for (const { start, end } of content) assert.ok(0 <= start && start < end && end <= text.length);
      }
      const next = await show(sentence);
      assert.match(claims(await analysisOf(next.document), next.document).join('\n'), /Lund/);
    });
  }

  it('a file that is deleted while it is open keeps its analysis', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'deleted.article');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(sentence));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await analysisOf(document);
    await vscode.workspace.fs.delete(uri);
    assert.match(claims(await analysisOf(document), document).join('\n'), /Lund/);
  });

  it('a document that is closed while it is analysed holds up no other', async () => {
    const { document } = await show(`${sentence}\n\n`.repeat(500));
    const api = await extension().activate();
    const pending = api.analysisOf(document.uri);
    await closeAll();
    await pending;
    const next = await show(sentence);
    assert.match(claims(await analysisOf(next.document), next.document).join('\n'), /Lund/);
  });

  it('5 MB in one line holds up no other article', async () => {
    const { document } = await show(`${sentence} `.repeat(Math.ceil(5_000_000 / sentence.length)));
    const api = await extension().activate();
    void api.analysisOf(document.uri);
    const next = await show(sentence);
    assert.match(claims(await analysisOf(next.document), next.document).join('\n'), /Lund/);
  });
});
