import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../../src/articles/article';
import type { ShownCheck } from '../../../src/articles/checks';
import { diagnosticsOf, MOST } from '../../../src/editor/checks/diagnostics';
import { analysisWith } from '../../articles/fixture';
import { assertListed, CHECKED, cleanUp, codeOf, listed, VAGUE } from './checked';
import { api, pause, show } from '../support';

describe('the diagnostics', () => {
  const configuration = () => vscode.workspace.getConfiguration('sourcelight');
  const set = (name: string, value: unknown) =>
    configuration().update(name, value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    await set('checks.profile', undefined);
    await set('checks.severity', undefined);
    await cleanUp();
  });

  it('list the checks of an article, at their words, with a link to what they mean', async () => {
    const document = await show(CHECKED);
    const diagnostics = await listed(document, codes => codes.length > 0);
    const vague = diagnostics.find(it => codeOf(it) === 'anonymity.vague');
    assert.ok(vague);
    assert.equal(document.getText(vague.range), VAGUE);
    assert.match(vague.message, /^This description could fit almost anyone\./);
    assert.ok(diagnostics.every(({ severity }) => severity >= vscode.DiagnosticSeverity.Information));
    assert.ok(typeof vague.code === 'object');
    const { target } = vague.code;
    const page = await vscode.workspace.openTextDocument(target.with({ fragment: '' }));
    const line = Number(/^L(\d+)$/.exec(target.fragment)?.[1]) - 1;
    assert.match(page.lineAt(line).text, /^#+ .*anonymity\.vague/);
  });

  it('point to what is claimed', async () => {
    const document = await show(CHECKED);
    const [first] = await listed(document, codes => codes.length > 0);
    const related = first?.relatedInformation?.map(({ location }) => document.getText(location.range));
    assert.match(related?.join() ?? '', /The pier is rotten/);
  });

  it('are as loud as the user wants, or silent', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    await set('checks.severity', { 'anonymity.vague': 'warning', 'anonymity.reason-missing': 'off' });
    await assertListed(document, 'anonymity.reason-missing', false);
    const vague = (await listed(document, () => true)).find(it => codeOf(it) === 'anonymity.vague');
    assert.equal(vague?.severity, vscode.DiagnosticSeverity.Warning);
    await set('checks.profile', 'off');
    assert.deepEqual(await listed(document, codes => codes.length === 0), []);
  });

  it('follow an edit, and are there all the while', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    const counts: number[] = [];
    const watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(uri => uri.toString() === document.uri.toString())) {
        counts.push(vscode.languages.getDiagnostics(document.uri).length);
      }
    });
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'At last: ');
      edit.insert(document.uri, new vscode.Position(1, 0), 'It was closed for a year.\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await (await api()).analysisOf(document.uri);
      for (let waited = 0; counts.length === 0 && waited < 5000; waited += 20) await pause(20);
      const places = (await listed(document, () => true)).map(({ range }) => document.getText(range));
      assert.ok(places.length > 0 && places.every(words => words === VAGUE), places.join());
      assert.ok(counts.length > 0 && counts.every(count => count > 0), counts.join());
    } finally {
      watching.dispose();
    }
  });

  it('are gone when what they are about is mended', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    const edit = new vscode.WorkspaceEdit();
    const start = document.positionAt(CHECKED.indexOf(VAGUE));
    const range = new vscode.Range(start, start.translate(0, VAGUE.length));
    edit.replace(document.uri, range, 'harbour master Olu Brandt');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await listed(document, codes => codes.length === 0), []);
  });

  it('are gone when the article is switched off, and when it is closed', async () => {
    const document = await show(CHECKED);
    await assertListed(document, 'anonymity.vague', true);
    await vscode.commands.executeCommand('sourcelight.switchOff');
    assert.deepEqual(await listed(document, codes => codes.length === 0), []);
    await vscode.commands.executeCommand('sourcelight.switchOn');
    await assertListed(document, 'anonymity.vague', true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.deepEqual(await listed(document, codes => codes.length === 0), []);
  });

  it('are as many as VS Code takes, and the last one tells how many are not listed', async () => {
    const document = await show('word '.repeat(1234));
    const checks = Array.from({ length: 1234 }, (_, i): ShownCheck => {
      const span = { start: 5 * i, end: 5 * i + 4 };
      const check = { code: 'cue.loaded', args: {}, span, attribution: null, actor: null } as const;
      return { check, severity: 'hint' };
    });
    const article = new Article(document.getText(), analysisWith({}));
    const listOf = (some: ShownCheck[]) => diagnosticsOf(document, article, some, () => document.uri);
    assert.deepEqual(new Set(listOf(checks.slice(0, MOST)).map(codeOf)), new Set(['cue.loaded']));
    const capped = listOf(checks);
    assert.equal(capped.length, MOST);
    assert.match(capped.at(-1)?.message ?? '', /235 from here on are not listed/);
  });
});
