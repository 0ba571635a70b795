import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
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
    await workbench.showContainer('Sourcelight');
    await workbench.foldView('All Articles');
    await workbench.widenSideBar(100);
  });

  const open = async () => Number(await workbench.badge('Sourcelight').innerText());
  const openBecomes = (count: number) =>
    workbench
      .badge('Sourcelight')
      .filter({ hasText: new RegExp(`^${count}$`) })
      .waitFor();

  it('lists the rules that are not met, with the words and their lines', async () => {
    await workbench.treeItem('No reason given for anonymity', VIEW).waitFor();
    await workbench.treeItem(/two people briefed on the company's plans.*line 9/s, VIEW).waitFor();
    await workbench.picture('checks');
  });

  it('says how many checks are open on the icon and in the status bar', async () => {
    const count = await open();
    assert.ok(count > 1);
    await workbench.statusItem(new RegExp(`· ${count} checks`)).waitFor();
  });

  it('tells a screen reader the rule, the words and the line', async () => {
    const labels = await workbench.treeLabels(VIEW);
    assert.ok(
      labels.some(label => /^No reason given for anonymity, two people briefed on .*, line 9$/.test(label)),
      labels.join('\n'),
    );
  });

  it('goes to the words of a check', async () => {
    await workbench.treeItem('two people briefed on', VIEW).click();
    await workbench.lineBecomes(9);
  });

  it('lists the checks in the order of the text, and by rule again', async () => {
    await workbench.pressTitleButton('List Checks in the Order of the Text', VIEW);
    await workbench.treeItem(/two people briefed on.*line 9 · No reason given/s, VIEW).waitFor();
    const items = await workbench.treeItems(VIEW);
    const lines = items.map(item => Number(/line (\d+)/.exec(item)?.[1]));
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
    await workbench.picture('checks in order');
    await workbench.pressTitleButton('Group Checks by Rule', VIEW);
    await workbench.treeItem(/^No reason given/, VIEW).waitFor();
  });

  it('shows the anonymity record of a source and what is missing from it', async () => {
    const card = await workbench.hover('two people briefed');
    assert.match(card, /Anonymity record/);
    assert.match(card, /How many: two/);
    assert.match(card, /Open checks:\s*No reason given for anonymity/);
    await workbench.picture('anonymity record');
  });

  it('dismisses a check here with one press, and has one less to count', async () => {
    const count = await open();
    await workbench.pressItemButton('two people briefed on', 'Dismiss', VIEW);
    await openBecomes(count - 1);
    await workbench.treeItem(/^No reason given/, VIEW).waitFor({ state: 'detached' });
    await workbench.statusItem(new RegExp(`· ${count - 1} check`)).waitFor();
    assert.match(await readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8'), /reason-missing/);
  });

  it('lists what was dismissed, and brings it back', async () => {
    const count = await open();
    await workbench.expand('Dismissed (1)', VIEW);
    await workbench.treeItem(/“two people briefed on.*line 9/s, VIEW).waitFor();
    await workbench.picture('dismissed');
    await workbench.pressItemButton('“two people briefed on', 'Restore This Check', VIEW);
    await openBecomes(count + 1);
    await workbench.treeItem('No reason given for anonymity', VIEW).waitFor();
  });

  it('dismisses a rule in the whole file from its menu', async () => {
    const count = await open();
    await workbench.chooseOnItem('No reason given for anonymity', 'in This File', VIEW);
    await openBecomes(count - 1);
    await workbench.expand('Dismissed (1)', VIEW);
    await workbench.treeItem(/No reason given.*in this file/s, VIEW).waitFor();
    await workbench.pressItemButton('in this file', 'Restore This Check', VIEW);
    await openBecomes(count);
  });

  it('explains a check', async () => {
    await workbench.pressItemButton('two people briefed on', 'Explain', VIEW);
    await workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .getByRole('heading', { name: 'anonymity.reason-missing' })
      .waitFor();
    await workbench.picture('explained');
    await workbench.openFile(SAMPLE);
  });

  it('says when all checks pass', async () => {
    await workbench.openFile('fair.article');
    await workbench.welcome(VIEW).filter({ hasText: 'All checks pass.' }).waitFor();
    await workbench.badge('Sourcelight').waitFor({ state: 'hidden' });
    await workbench.picture('all checks pass');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
