import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../src/articles/article';
import type { ArticleState } from '../../src/articles/articles';
import { languageModelTool, toolName } from '../../src/editor/languageModelTools';
import { TOOLS } from '../../src/tools';
import { CHECKED, cleanUp } from './checks/checked';
import { api, ARTICLE, pause, show, writeFile } from './support';

const SETTING = 'sourcelight.languageModelTools.enable';

interface Answer {
  readonly partial?: true;
  readonly total: number;
  readonly sources?: readonly { readonly name: string; readonly anonymous: boolean }[];
  readonly claims?: readonly { readonly words: string; readonly line: number }[];
  readonly checks?: readonly { readonly rule: string; readonly about: string; readonly words: string }[];
}

describe('the tools for language models', () => {
  before(async () => {
    await api();
    await switchTools(true);
  });
  after(() => switchTools(false));
  afterEach(cleanUp);

  it('answer about the article on display, as they do about a path, an address or a text', async () => {
    const uri = await writeFile('tools.article', ARTICLE);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const answers = await Promise.all(
      [{}, { path: uri.toString() }, { path: uri.fsPath }, { path: 'tools.article' }, { text: ARTICLE }].map(
        input => ask('get_sources', input),
      ),
    );
    const [first] = answers;
    assert.deepEqual(
      first?.sources?.find(({ name }) => name === 'Ines Okafor'),
      first?.sources?.find(({ anonymous }) => !anonymous),
    );
    for (const answer of answers) assert.deepEqual(answer, first);
  });

  it('tell of the text as it is now', async () => {
    const document = await show(ARTICLE);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '“It floats,” said Mayor Ida Brandt.\n\n');
    await vscode.workspace.applyEdit(edit);
    const { claims } = await ask('list_claims', {});
    assert.deepEqual([claims?.[0]?.words, claims?.[0]?.line], ['“It floats,”', 1]);
    assert.ok(claims?.some(({ words, line }) => words === '“We have waited long enough,”' && line === 7));
  });

  it('tell of the checks in words, without those that were dismissed', async () => {
    const uri = await writeFile('tools-checked.article', CHECKED);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const vague = (answer: Answer) => answer.checks?.find(({ rule }) => rule === 'anonymity.vague');
    const check = vague(await ask('check_sourcing', {}));
    assert.deepEqual(
      [check?.words, check?.about.startsWith('This description could fit')],
      ['a source', true],
    );
    const start = CHECKED.indexOf('a source');
    await vscode.commands.executeCommand('sourcelight.dismissCheckHere', uri.toString(), {
      code: 'anonymity.vague',
      args: {},
      span: { start, end: start + 8 },
      attribution: null,
      actor: null,
    });
    for (let waited = 0; waited < 5000 && vague(await ask('check_sourcing', {})); waited += 50)
      await pause(50);
    assert.equal(vague(await ask('check_sourcing', {})), undefined);
  });

  it('never name a source that is confidential', async () => {
    const document = await show(ARTICLE.replace('on Monday.', 'on Monday. Critics called Okafor rash.'));
    const analysis = await (await api()).analysisOf(document.uri);
    assert.ok(analysis);
    const actors = analysis.actors.map(actor =>
      actor.name === 'Ines Okafor' ? { ...actor, confidential: true as const } : actor,
    );
    const article = new Article(document.getText(), { ...analysis, actors });
    for (const tool of TOOLS) {
      const answer = await answerAbout(document, { kind: 'analysed', article, current: true }, tool);
      assert.doesNotMatch(answer, /Okafor|Ines/);
      if (tool.name !== 'check_sourcing') assert.match(answer, /\[source 1\]/);
    }
  });

  it('say so where the analysis of the text as it is now was given up', async () => {
    const document = await show(ARTICLE);
    const analysis = await (await api()).analysisOf(document.uri);
    assert.ok(analysis);
    const answerWith = async (partial: boolean, current: boolean) => {
      const article = new Article(document.getText(), { ...analysis, partial });
      return answerAbout(document, { kind: 'analysed', article, current }, TOOLS[0]!);
    };
    assert.match(await answerWith(true, true), /^\{"partial":true,/);
    assert.match(await answerWith(false, false), /^\{"partial":true,/);
    assert.doesNotMatch(await answerWith(false, true), /partial/);
  });

  const refused: [what: string, input: object, reason: RegExp][] = [
    ['a file that is not open', { path: 'closed.article' }, /closed\.article is not open/],
    ['an empty text', { text: '' }, /This file is empty/],
    ['a path and a text', { path: 'a', text: 'b' }, /not both/],
    ['no article', {}, /No article is in the editor/],
  ];
  for (const [what, input, reason] of refused) {
    it(`say what is wrong with ${what}`, async () => {
      await assert.rejects(ask('get_sources', input), reason);
    });
  }

  it('tell the user what they are about to read, and what goes where', async () => {
    const active = { document: undefined };
    for (const tool of TOOLS) {
      const prepared = await languageModelTool(tool, { active } as never).prepareInvocation?.(
        { input: { path: 'ferry.article' } },
        new vscode.CancellationTokenSource().token,
      );
      assert.match(prepared?.invocationMessage as string, / ferry\.article$/);
      assert.match(
        prepared?.confirmationMessages?.message as string,
        /ferry\.article go to the language model/,
      );
    }
  });

  it('are gone once they are switched off', async () => {
    await show(ARTICLE);
    assert.ok((await ask('get_sources', {})).total > 0);
    await switchTools(false);
    await assert.rejects(ask('get_sources', {}));
    await switchTools(true);
    assert.ok((await ask('get_sources', {})).total > 0);
  });
});

/** What a tool answers about a document whose analysis is in this state. */
async function answerAbout(
  document: vscode.TextDocument,
  state: ArticleState,
  tool: (typeof TOOLS)[number],
): Promise<string> {
  const about = {
    active: { document },
    articles: { open: () => undefined, settled: () => Promise.resolve(state) },
    switches: { concerns: () => true },
  } as never;
  const { token } = new vscode.CancellationTokenSource();
  const input = { input: {}, toolInvocationToken: undefined };
  const result = await languageModelTool(tool, about).invoke(input, token);
  const [part] = result?.content ?? [];
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return part.value;
}

async function switchTools(on: boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration()
    .update(SETTING, on || undefined, vscode.ConfigurationTarget.Global);
  await pause(100);
}

async function ask(name: string, input: object): Promise<Answer> {
  const tool = TOOLS.find(it => it.name === name);
  assert.ok(tool);
  const { content } = await vscode.lm.invokeTool(toolName(tool), { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart && content.length === 1);
  return JSON.parse(part.value) as Answer;
}
