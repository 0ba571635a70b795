import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, show } from '../support';

const TEXT =
  'Ferry fares\n\nMayor Ines Okafor said on Monday that fares would rise. She added that the pier was rotten. “I know it,” Okafor said.\n';

async function hints(isExpected: (hints: readonly string[]) => boolean = () => true): Promise<string[]> {
  const document = await show(TEXT);
  await (await api()).analysisOf(document.uri);
  return eventually(async () => {
    const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    return (found ?? []).map(({ label, position }) => {
      const words = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
      return `${document.getText(document.getWordRangeAtPosition(position))} ${words}`;
    });
  }, isExpected);
}

describe('the hints at pronouns', () => {
  const set = (on: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('sourcelight')
      .update('pronounHints', on, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('are off until they are asked for', async () => {
    assert.deepEqual(await hints(), []);
  });

  it('say who is meant', async () => {
    await set(true);
    // The provider is registered a little after the analysis is there.
    assert.deepEqual(await hints(found => found.length > 0), ['She ⟨Okafor⟩']);
  });
});
