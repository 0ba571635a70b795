import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import { becomes } from './until.js';
import type { Workbench } from './workbench.js';

const VIEW = 'Checks';

describe('checking an article with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    await writeFile(
      join(folder, 'fair.article'),
      'The village fair opens on Friday at noon, Mayor Oda Reiss told the town council of Low Harbour on Monday.\n',
    );
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.sideBar.showContainer('Sourcelight');
    await workbench.sideBar.foldView('All Articles');
    await workbench.sideBar.widen(100);
  });

  const open = async () => Number(await workbench.sideBar.badge('Sourcelight').innerText());
  const has = (row: string | RegExp) => workbench.sideBar.has(row, VIEW);
  const isDismissed = () => has('Dismissed (1)');
  const isRestored = async () => !(await isDismissed());

  /** Brings back what was dismissed, where that is the case. */
  const restore = async (row: string) => {
    if (await isRestored()) return;
    await workbench.sideBar.expand('Dismissed (1)', VIEW);
    await workbench.sideBar.pressItemButton(row, 'Restore This Check', isRestored, VIEW);
    await workbench.sideBar.treeItem(/^No reason given/, VIEW).waitFor();
  };
  const dismissHere = async () => {
    if (await isDismissed()) return;
    await workbench.sideBar.pressItemButton('two people briefed on', 'Dismiss', isDismissed, VIEW);
  };

  const openBecomes = (count: number) =>
    workbench.sideBar
      .badge('Sourcelight')
      .filter({ hasText: new RegExp(`^${count}$`) })
      .waitFor();

  it('lists the rules that are not met, with the words and their lines', async () => {
    await workbench.sideBar.treeItem('No reason given for anonymity', VIEW).waitFor();
    await workbench.sideBar.treeItem(/two people briefed on the company's plans.*line 9/s, VIEW).waitFor();
    await workbench.picture('checks');
  });

  it('says how many checks are open on the icon and in the status bar', async () => {
    const counts = async () => [
      await open(),
      Number(/· (\d+) checks/.exec(await workbench.statusItem(/· \d+ checks/).innerText())?.[1]),
    ];
    await becomes('both counts', counts, ([icon = 0, status]) => icon > 1 && icon === status);
  });

  it('tells a screen reader the rule, the words and the line', async () => {
    const wanted = /^No reason given for anonymity, two people briefed on .*, line 9$/;
    await workbench.sideBar.treeLabels(labels => labels.some(label => wanted.test(label)), VIEW);
  });

  it('goes to the words of a check', async () => {
    await workbench.sideBar.clickItem('two people briefed on', () => workbench.isOnLine(9), VIEW);
  });

  it('lists the checks in the order of the text, and by rule again', async () => {
    const isListed = () => has(/two people briefed on.*line 9 · No reason given/s);
    if (!(await isListed())) {
      await workbench.sideBar.pressTitleButton('List Checks in the Order of the Text', isListed, VIEW);
    }
    await workbench.sideBar.treeItems(items => {
      const lines = items.map(item => Number(/line (\d+)/.exec(item)?.[1]));
      return lines.length > 1 && lines.join() === lines.toSorted((a, b) => a - b).join();
    }, VIEW);
    await workbench.picture('checks in order');
    await workbench.sideBar.pressTitleButton('Group Checks by Rule', () => has(/^No reason given/), VIEW);
  });

  it('shows the anonymity record of a source and what is missing from it', async () => {
    const card = await workbench.editor.hover('two people briefed', /Anonymity record/);
    assert.match(card, /How many: two/);
    assert.match(card, /Open checks:\s*No reason given for anonymity/);
    await workbench.picture('anonymity record');
  });

  it('dismisses a check here with one press, and has one less to count', async () => {
    await restore('“two people briefed on');
    const count = await open();
    await dismissHere();
    await openBecomes(count - 1);
    await workbench.sideBar.treeItem(/^No reason given/, VIEW).waitFor({ state: 'detached' });
    await workbench.statusItem(new RegExp(`· ${count - 1} check`)).waitFor();
    await becomes(
      'the file of the decisions',
      () => readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8'),
      text => text.includes('reason-missing'),
    );
  });

  it('lists what was dismissed, and brings it back', async () => {
    await dismissHere();
    const count = await open();
    await workbench.sideBar.expand('Dismissed (1)', VIEW);
    await workbench.sideBar.treeItem(/“two people briefed on.*line 9/s, VIEW).waitFor();
    await workbench.picture('dismissed');
    await restore('“two people briefed on');
    await openBecomes(count + 1);
  });

  it('dismisses a rule in the whole file from its menu', async () => {
    await restore('in this file');
    const count = await open();
    await workbench.sideBar.chooseOnItem('No reason given for anonymity', 'in This File', isDismissed, VIEW);
    await openBecomes(count - 1);
    await workbench.sideBar.expand('Dismissed (1)', VIEW);
    await workbench.sideBar.treeItem(/No reason given.*in this file/s, VIEW).waitFor();
    await restore('in this file');
    await openBecomes(count);
  });

  it('explains a check', async () => {
    const explanation = workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .getByRole('heading', { name: 'anonymity.reason-missing' });
    await workbench.sideBar.pressItemButton(
      'two people briefed on',
      'Explain',
      () => explanation.isVisible(),
      VIEW,
    );
    await workbench.picture('explained');
    await workbench.quickInput.openFile(SAMPLE);
  });

  it('says when all checks pass', async () => {
    await workbench.quickInput.openFile('fair.article');
    await workbench.sideBar.welcome(VIEW).filter({ hasText: 'All checks pass.' }).waitFor();
    await workbench.sideBar.badge('Sourcelight').waitFor({ state: 'hidden' });
    await workbench.picture('all checks pass');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
