import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../../src/articles/article';
import { parseDecisions } from '../../../src/articles/decisions/decisionFile';
import { REPORT_VIEW, ReportTab } from '../../../src/editor/exports/report';
import type { Report } from '../../../src/export/report/page';
import { ferryAnalysis, ferryText } from '../../articles/fixture';
import { answering } from '../answers';
import { cleanUp, decisionsText } from '../checks/checked';
import { api, ARTICLE, eventually, show, writeFile } from '../support';

const reportTabs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(REPORT_VIEW));

/** Tabs, and then their titles, are told of a moment after they were made. */
async function untilReportTab(): Promise<void> {
  await eventually(reportTabs, ([tab]) => Boolean(tab?.label));
}

/** The page that the report of an article is saved as, once all of it is analysed. */
async function saved(document: vscode.TextDocument, hidden: readonly string[] = []): Promise<string> {
  await (await api()).analysisOf(document.uri);
  const page = await writeFile('sources.html', '');
  await answering({ pick: hidden, save: page }, () =>
    vscode.commands.executeCommand('sourcelight.saveReport'),
  );
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  await vscode.workspace.fs.delete(page);
  return text;
}

describe('the Sources report', () => {
  afterEach(cleanUp);

  it('opens one tab for an article, however often it is asked for', async () => {
    const document = await show(ARTICLE);
    await (await api()).analysisOf(document.uri);
    await vscode.commands.executeCommand('sourcelight.openReport');
    await untilReportTab();
    assert.equal(reportTabs().length, 1);
    assert.match(reportTabs()[0]?.label ?? '', /^Sources: Untitled/);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('sourcelight.openReport');
    assert.equal(reportTabs().length, 1);
  });

  it('is saved as a page of its own', async () => {
    const page = await saved(await show(ARTICLE));
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /<h2 id="voices-title">Who speaks how much<\/h2>/);
    assert.match(page, /Ines Okafor/);
  });

  it('is saved without the names that are not to be told', async () => {
    const page = await saved(await show(ARTICLE), ['Ines Okafor']);
    assert.doesNotMatch(page, /Okafor|Ines/);
    assert.match(page, /\[source 1\]/);
  });

  it('is saved without the name of a confidential source, also where its claims are not shown', async () => {
    const document = await show(
      'The ferry to Low Island will run again\n\nMayor Ines Okafor believes that the pier is rotten. It rained.\n\n' +
        '“We have waited long enough,” said Per Lund, who lives on the island.\n',
    );
    const { analysisOf } = await api();
    const actor = (await analysisOf(document.uri))?.actors.find(({ name }) => name === 'Ines Okafor');
    assert.ok(actor);
    const [mention] = actor.mentions;
    const at = document.positionAt(mention?.span[0]?.start ?? 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('sourcelight.keepConfidential');
    const isConfidential = async () =>
      (await analysisOf(document.uri))?.actors.some(({ confidential }) => confidential);
    assert.ok(await eventually(isConfidential, Boolean));
    const configuration = vscode.workspace.getConfiguration('sourcelight');
    await configuration.update('level', 'quotesAndSpeech', vscode.ConfigurationTarget.Global);
    try {
      const page = await saved(document);
      assert.match(page, /Per Lund/);
      assert.doesNotMatch(page, /Okafor/);
    } finally {
      await configuration.update('level', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is saved without what the user keeps private about a claim', async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile('private.article', ARTICLE));
    await vscode.window.showTextDocument(document);
    const key = document.uri.toString();
    const start = ARTICLE.indexOf('We have waited');
    await vscode.commands.executeCommand('sourcelight.markWrong', key, { start, end: start });
    assert.match(await saved(document), /class="status">Wrong</);
    const [line] = parseDecisions((await decisionsText()) ?? '');
    const made = { kind: 'decision', key, decision: line?.decision };
    await vscode.commands.executeCommand('sourcelight.makeDecisionPrivate', made);
    assert.equal(await decisionsText(), '');
    assert.doesNotMatch(await saved(document), /class="status">/);
    await vscode.commands.executeCommand('sourcelight.undoDecision');
  });
});

describe('the tab of a Sources report', () => {
  /** A tab, and what its page shows: what it was loaded with and sent since. */
  function tabWith(): {
    readonly show: (body: string) => Promise<void>;
    readonly hide: () => void;
    /** VS Code loads the page of a hidden tab anew. */
    readonly unhide: () => void;
    readonly page: () => string;
    readonly sent: readonly string[];
  } {
    const received = new vscode.EventEmitter<unknown>();
    const changed = new vscode.EventEmitter<unknown>();
    const sent: string[] = [];
    let page = '';
    let loaded = '';
    const load = (html: string) => {
      page = /<main>.*<\/main>/.exec(html)?.[0] ?? '';
      received.fire({ type: 'ready' });
    };
    const webview = {
      onDidReceiveMessage: received.event,
      get html() {
        return loaded;
      },
      set html(html: string) {
        loaded = html;
        if (panel.visible) load(html);
      },
      postMessage: ({ body }: { body: string }) => {
        sent.push(body);
        page = body;
        return Promise.resolve(true);
      },
    };
    const panel = { title: '', visible: true, webview, onDidChangeViewState: changed.event };
    let report: Report = { title: '', body: '' };
    const state = () =>
      ({ kind: 'analysed', article: new Article(ferryText, ferryAnalysis), current: true }) as const;
    const tab = new ReportTab(
      panel as unknown as vscode.WebviewPanel,
      'file:///ferry.article',
      { state },
      () => Promise.resolve(report),
    );
    return {
      show: body => {
        report = { title: '', body: `<main>${body}</main>` };
        return tab.update();
      },
      hide: () => {
        panel.visible = false;
        changed.fire(undefined);
      },
      unhide: () => {
        panel.visible = true;
        load(loaded);
        changed.fire(undefined);
      },
      page: () => page.replace(/<\/?main>/g, ''),
      sent,
    };
  }

  it('goes back to what its page was loaded with', async () => {
    const tab = tabWith();
    await tab.show('one claim');
    await tab.show('two claims');
    assert.equal(tab.page(), 'two claims');
    await tab.show('one claim');
    assert.equal(tab.page(), 'one claim');
    assert.equal(tab.sent.length, 2);
  });

  it('sends its page nothing that it shows already', async () => {
    const tab = tabWith();
    await tab.show('one claim');
    await tab.show('two claims');
    await tab.show('two claims');
    assert.equal(tab.sent.length, 1);
  });

  it('has its page loaded with the last report once it was hidden', async () => {
    const tab = tabWith();
    await tab.show('one claim');
    await tab.show('two claims');
    tab.hide();
    tab.unhide();
    assert.equal(tab.page(), 'two claims');
    await tab.show('one claim');
    assert.equal(tab.page(), 'one claim');
  });
});
