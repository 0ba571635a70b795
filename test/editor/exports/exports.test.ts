import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, ARTICLE, closeAll, pause, show, writeFile } from '../support';

const exportTo = async (to: string, format: string, choices: object = {}) =>
  vscode.commands.executeCommand('sourcelight.export', { format, to, ...choices });

describe('the exports', () => {
  afterEach(closeAll);

  it('go to a new document', async () => {
    await analysed();
    await exportTo('document', 'markdown');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    assert.match(document.getText(), /^# Ferry to Low Island will run again\n/);
    assert.match(document.getText(), /\n## Ines Okafor\n/);
  });

  it('go to the clipboard', async () => {
    await analysed();
    await exportTo('clipboard', 'csv');
    assert.match(await vscode.env.clipboard.readText(), /^article,title,.*,source,.*\r\n[^\r]*,Ines Okafor,/);
  });

  it('leave out the names of chosen sources', async () => {
    await analysed();
    for (const format of ['csv', 'json', 'markdown', 'webannotation']) {
      await exportTo('clipboard', format, { hide: ['Okafor'], form: 'omit' });
      const exported = await vscode.env.clipboard.readText();
      assert.doesNotMatch(exported, /Okafor|Ines/);
      assert.ok(exported.includes('…'), format);
    }
  });

  it('can be imported again: what somebody else has is here too, and undone in one go', async () => {
    await analysed();
    await exportTo('clipboard', 'webannotation');
    const exported = await vscode.env.clipboard.readText();
    const file = await writeFile(
      'ferry.jsonld',
      exported.replaceAll('\\"evidence\\":[', '\\"evidence\\":[\\"decision:confirmed\\",'),
    );
    await closeAll();
    const document = await analysed();
    void vscode.commands.executeCommand('sourcelight.importAnnotations', file.toString());
    assert.ok(await becomes(document, confirmed => confirmed.every(Boolean)), 'imported');
    await vscode.commands.executeCommand('sourcelight.undoDecision');
    assert.ok(await becomes(document, confirmed => !confirmed.some(Boolean)), 'undone');
  });
});

/** Whether it is soon so which claims were confirmed. */
async function becomes(
  { uri }: vscode.TextDocument,
  isSo: (confirmed: readonly boolean[]) => boolean,
): Promise<boolean> {
  const { analysisOf } = await api();
  for (let tries = 0; tries < 50; tries++) {
    const claims = (await analysisOf(uri))?.attributions ?? [];
    if (claims.length > 0 && isSo(claims.map(({ evidence }) => evidence.includes('decision:confirmed'))))
      return true;
    await pause(100);
  }
  return false;
}

async function analysed(): Promise<vscode.TextDocument> {
  const document = await show(ARTICLE);
  const { analysisOf } = await api();
  assert.ok((await analysisOf(document.uri))?.attributions.length);
  return document;
}
