import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import { ATTEMPT, becomes, until } from './until.js';
import type { Workbench } from './workbench.js';

const ALL_ARTICLES = 'All Articles';

/** Without this, VS Code prefers the Node host of the machine that the folder is on. */
const WEB = { 'remote.extensionKind': { 'sourcelight.sourcelight': ['web'] } };

describe('the packaged extension in the web worker host', () => {
  let workbench: Workbench;
  let folder: string;
  const requested: string[] = [];

  withSamples({ settings: { ...WEB, 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    workbench.page.on('request', request => requested.push(decodeURIComponent(request.url())));
    await writeFile(
      join(folder, 'pier.article'),
      'Pier will stand, says harbour master\n\n' +
        '“We have waited long enough,” Oda Reiss, the harbour master, told the town council on Monday.\n\n' +
        'Two officials, who asked not to be named, said that the pier was rotten.\n',
    );
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.sideBar.showContainer('Sourcelight');
    await workbench.sideBar.widen(140);
  });

  /** The names of the workers in the page, each behind that of the one that started it. */
  const workers = () =>
    Promise.all(workbench.page.workers().map(worker => worker.evaluate<string>('self.name')));

  it('is loaded from the bundle for the web, and analyses in a worker of the page', async () => {
    await workbench.editor.marks();
    const bundle = /sourcelight\.sourcelight-[\d.]+\/dist\/web\/extension\.js/;
    assert.ok(
      requested.some(url => bundle.test(url)),
      'the page has asked for the bundle',
    );
    await becomes('the workers', workers, names => names.includes('ExtensionHostWorker -> sourcelight'));
  });

  it('marks an article, counts in the status bar, and opens cards', async () => {
    await workbench.editor.marksOn(['officials familiar with the talks', 'Imre Vandel', 'Nobody asked us']);
    await workbench.statusItem(/\d+ sources · \d+ anonymous · \d+ claims/).waitFor();
    assert.match(await workbench.editor.hover('Adela Brandt', /mayor/i), /will not pay twice/);
    await workbench.picture('web host');
  });

  it('sums up who said what, and goes to a claim', async () => {
    await workbench.sideBar.expand('Tomas Okoye');
    const line = (await readFile(join(folder, SAMPLE), 'utf8'))
      .split('\n')
      .findIndex(it => it.includes('the best thing to happen'));
    await workbench.sideBar.clickItem('the best thing to happen', () => workbench.isOnLine(line + 1));
  });

  it('lists the rules that are not met, and goes to the words', async () => {
    await workbench.sideBar.clickItem('two people briefed on', () => workbench.isOnLine(9), 'Checks');
  });

  const decisions = () =>
    readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8').catch(() => 'no decision yet');

  it('writes a decision into the folder, and takes it back', async () => {
    await workbench.sideBar.foldView('Checks');
    const isDecided = () => workbench.sideBar.has('Decisions (1)');
    if (!(await isDecided())) {
      await workbench.sideBar.chooseOnItem('Adela Brandt', 'Not a Source', isDecided);
    }
    await becomes('the file of the decisions', decisions, text => text.includes('"not-source"'));
    await workbench.quickInput.runCommand('Sourcelight: Undo Last Decision');
    await workbench.sideBar.treeItem('Adela Brandt').waitFor();
    await becomes('the file of the decisions', decisions, text => text === '');
  });

  it('marks what is typed', async () => {
    await workbench.quickInput.openFile('pier.article');
    await workbench.editor.marksOn(['Oda Reiss']);
    await workbench.page.keyboard.press('Control+End');
    await workbench.editor.typeAtEndOfLine('“It is raining,” said Petra Holm, a baker.');
    await workbench.editor.marksOn(['Petra Holm']);
    await workbench.sideBar.treeItem('Petra Holm').waitFor();
    await workbench.quickInput.runCommand('File: Revert File');
    await workbench.sideBar.treeItem('Petra Holm').waitFor({ state: 'detached' });
  });

  it('analyses all articles of the folder', async () => {
    await workbench.quickInput.runCommand('Analyze All Articles in Folder');
    await workbench.quickInput.pick('articles');
    await workbench.sideBar
      .message(ALL_ARTICLES)
      .filter({ hasText: /^\s*2 articles/ })
      .waitFor();
    await workbench.sideBar.foldView('Who Said What');
    await workbench.sideBar.expand('Oda Reiss', ALL_ARTICLES);
    await workbench.sideBar.treeItem('Pier will stand', ALL_ARTICLES).waitFor();
    await workbench.picture('web host, all articles');
  });

  it('opens the Sources report, which goes to places in the editor', async () => {
    const report = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
    await workbench.quickInput.openFile(SAMPLE);
    await workbench.quickInput.runCommand('Sourcelight: Open Sources Report');
    await report.getByRole('heading', { name: 'Who speaks how much' }).waitFor();
    await report.getByText('22 claims from').waitFor();
    await until(
      'the place of the first mark',
      () => report.locator('.timeline > .rows .line a').first().click({ timeout: ATTEMPT }),
      () => workbench.isOnLine(13),
    );
    await workbench.picture('web host, report');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
