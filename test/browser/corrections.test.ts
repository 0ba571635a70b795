import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import { becomes } from './until.js';
import type { Workbench } from './workbench.js';

describe('setting findings right with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    const quote = /“[^”]{30,}”/.exec(await readFile(join(folder, SAMPLE), 'utf8'))?.[0] ?? '';
    await writeFile(join(folder, 'notes.txt'), `She said: ${quote.replace(/^“(\S+)/, '$1 really')}\n`);
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.sideBar.showContainer('Sourcelight');
    await workbench.sideBar.widen(140);
  });

  const decisions = () =>
    readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8').catch(() => 'no decision yet');
  const decisionsBecome = (expected: RegExp) =>
    becomes('the file of the decisions', decisions, text => expected.test(text));
  const NONE = /^$/;

  it('takes a source for none from its menu in the tree, and says once that others may read that', async () => {
    const isDecided = () => workbench.sideBar.has('Decisions (1)');
    if (!(await isDecided())) {
      await workbench.sideBar.chooseOnItem('Imre Vandel', 'Not a Source', isDecided);
    }
    await workbench.sideBar.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    await workbench.told('may enter version control with the articles');
    await decisionsBecome(/"kind":"not-source"/);
    await workbench.picture('not a source');
    await workbench.page.keyboard.press('Escape');
  });

  it('undoes that', async () => {
    if (!NONE.test(await decisions())) {
      await workbench.quickInput.runCommand('Sourcelight: Undo Last Decision');
    }
    await workbench.sideBar.treeItem('Imre Vandel').waitFor();
    await decisionsBecome(NONE);
  });

  it('sets the status of a claim with one press, and shows it', async () => {
    await workbench.sideBar.expand('Tomas Okoye');
    await workbench.sideBar.pressItemButton(
      'the best thing to happen',
      'Set Verification Status',
      workbench.quickInput.isOpen,
    );
    await workbench.quickInput.pick('disputed');
    await workbench.sideBar.treeItem(/the best thing to happen.*disputed/s).waitFor();
    await workbench.sideBar.treeLabels(labels => labels.some(label => label.includes('disputed, ')));
    await workbench.sideBar.expand('the best thing to happen');
    await workbench.picture('disputed');
  });

  it('searches the claims', async () => {
    await workbench.sideBar.pressTitleButton('Search the Claims', workbench.quickInput.isOpen);
    await workbench.quickInput.answer('best thing');
    await workbench.sideBar.message().filter({ hasText: 'Search: “best thing”' }).waitFor();
    await workbench.sideBar.treeItem('Imre Vandel').waitFor({ state: 'detached' });
  });

  it('lists what was decided, and keeps it on this machine only', async () => {
    await workbench.sideBar.expand('Decisions (1)');
    const isPrivate = () => workbench.sideBar.has(/Verification: disputed.*private/s);
    if (!(await isPrivate())) {
      await workbench.sideBar.chooseOnItem('Verification: disputed', 'Keep on This Machine Only', isPrivate);
    }
    await decisionsBecome(NONE);
    await workbench.picture('private decision');
    if (await workbench.sideBar.message().filter({ hasText: 'Search:' }).isVisible()) {
      await workbench.quickInput.runCommand('Sourcelight: Clear the Search');
    }
    await workbench.sideBar.treeItem('Imre Vandel').waitFor();
  });

  it('checks the quotes against notes, and shows what differs', async () => {
    await workbench.quickInput.openFile('notes.txt');
    await workbench.quickInput.openFile(SAMPLE);
    await workbench.quickInput.runCommand('Sourcelight: Check Quotes Against a File');
    await workbench.quickInput.pick('notes.txt');
    await workbench.sideBar.treeItem(/Quotes in “notes.txt”.*1 near/s).waitFor();
    const difference = workbench.page.locator('.tab').filter({ hasText: 'notes.txt ↔ quote' });
    await workbench.sideBar.clickItem(/“.*near$/s, () => difference.isVisible());
    await workbench.sideBar.treeItem(/Quotes in “notes.txt”/).waitFor();
    await workbench.picture('quotes checked');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
