import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, ARTICLE, closeAll, show, writeFile } from './support';

/** Some thousand words: more than one slice of the worker's time. */
const LONG = Array.from({ length: 60 }, (_, n) => ARTICLE.replaceAll('412', String(400 + n))).join('\n');

describe('under load', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  it('edits that come faster than the analysis end in that of the last text', async () => {
    const document = await show(LONG);
    const { analysisOf } = await api();
    // Each question cuts the pause after an edit short, so that an analysis is under way when the next edit comes.
    const asked: Promise<unknown>[] = [];
    for (let n = 0; n < 30; n++) {
      await insert(document, `“Pier ${n} is rotten,” Mayor Ines Okafor said.\n\n`);
      asked.push(analysisOf(document.uri));
    }
    await Promise.all(asked);
    const edited = await analysisOf(document.uri);
    const fresh = await analysisOf((await show(document.getText())).uri);
    assert.ok(fresh && !fresh.partial);
    assert.deepEqual(known(edited), known(fresh));
  });

  it('five megabytes in one line are analysed to the end, while other articles are', async function () {
    this.timeout(280_000);
    const sentence = 'The harbour master said that “the ferry will sail” in April. ';
    const text = `${sentence.repeat(Math.ceil(5e6 / sentence.length))}“It floats,” said Mayor Ida Brandt.`;
    const uri = await writeFile('megabytes.article', text);
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.commands.executeCommand('sourcelight.switchOn');
    const { analysisOf } = await api();
    const pending = analysisOf(uri);
    const other = await show(ARTICLE);
    assert.ok((await analysisOf(other.uri))?.attributions.length);
    const analysis = await pending;
    assert.equal(analysis?.partial, false);
    const last = analysis.attributions.at(-1)?.content[0];
    assert.equal(last && text.slice(last.start, last.end), '“It floats,”');
  });

  it('a worker that ends again and again amid edits is replaced each time', async () => {
    const document = await show(LONG);
    const { analysisOf } = await api();
    for (let n = 0; n < 5; n++) {
      await insert(document, `“Quay ${n} is rotten,” Mayor Ines Okafor said.\n\n`);
      const pending = analysisOf(document.uri);
      await vscode.commands.executeCommand('sourcelight.restartAnalysis');
      const analysis = await pending;
      assert.equal(analysis?.partial, false);
      const words = analysis.attributions.map(({ content: [first] }) => first && textAt(document, first));
      assert.ok(words.includes(`“Quay ${n} is rotten,”`));
    }
  });
});

/** All that is found, without what tells two documents apart. */
function known(analysis: object | undefined): object {
  return { ...analysis, id: null, file: null };
}

function textAt(document: vscode.TextDocument, { start, end }: { start: number; end: number }): string {
  return document.getText().slice(start, end);
}

async function insert(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
