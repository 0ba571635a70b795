import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actorWith, ferryAnalysis, ferryText } from '../../articles/fixture';
import { Article } from '../../../src/articles/article';
import { REPORT_VIEW, reportFileOf } from '../../../src/editor/exports/report';
import { api, ARTICLE, closeAll, eventually, show } from '../support';

const reportTabs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(REPORT_VIEW));

/** Tabs, and then their titles, are told of a moment after they were made. */
async function untilReportTab(): Promise<void> {
  await eventually(reportTabs, ([tab]) => Boolean(tab?.label));
}

describe('the Sources report', () => {
  afterEach(closeAll);

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

  it('as a file leaves out the names that are not to be told', async () => {
    const article = new Article(ferryText, ferryAnalysis);
    const named =
      ferryAnalysis.actors.find(({ name }) => name === 'Ines Okafor') ?? actorWith({ id: '', name: '' });
    assert.match(await reportFileOf(article, undefined, []), /Okafor/);
    const page = await reportFileOf(article, undefined, [named.id]);
    assert.doesNotMatch(page, /Okafor|Ines/);
    assert.match(page, /\[source 1\]/);
  });
});
