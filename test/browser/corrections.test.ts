import * as assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
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
    await workbench.showContainer('Sourcelight');
    await workbench.widenSideBar(140);
  });

  const decisions = () => readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8');

  /** Writes into the box that is open at the top of the window. */
  const answer = async (words: string) => {
    await workbench.page.locator('.quick-input-widget input.input').fill(words);
    await workbench.page.keyboard.press('Enter');
  };

  it('takes a source for none from its menu in the tree, and says once that others may read that', async () => {
    await workbench.treeItem('Imre Vandel').waitFor();
    await workbench.chooseOnItem('Imre Vandel', 'Not a Source');
    await workbench.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    await workbench.page
      .getByRole('dialog')
      .getByText('may enter version control with the articles')
      .waitFor();
    assert.match(await decisions(), /"kind":"not-source"/);
    await workbench.picture('not a source');
    await workbench.page.keyboard.press('Escape');
  });

  it('undoes that', async () => {
    await workbench.runCommand('Sourcelight: Undo Last Decision');
    await workbench.treeItem('Imre Vandel').waitFor();
    assert.equal(await decisions(), '');
  });

  it('sets the status of a claim with one press, and shows it', async () => {
    await workbench.expand('Tomas Okoye');
    await workbench.pressItemButton('the best thing to happen', 'Set Verification Status');
    await workbench.pick('disputed');
    await workbench.treeItem(/the best thing to happen.*disputed/s).waitFor();
    const labels = await workbench.treeLabels();
    assert.ok(
      labels.some(label => label.includes('disputed, ')),
      labels.join('\n'),
    );
    await workbench.expand('the best thing to happen');
    await workbench.picture('disputed');
  });

  it('searches the claims', async () => {
    await workbench.pressTitleButton('Search the Claims');
    await answer('best thing');
    await workbench.treeMessage.filter({ hasText: 'Search: “best thing”' }).waitFor();
    await workbench.treeItem('Imre Vandel').waitFor({ state: 'detached' });
  });

  it('lists what was decided, and keeps it on this machine only', async () => {
    await workbench.expand('Decisions (1)');
    await workbench.chooseOnItem('Verification: disputed', 'Keep on This Machine Only');
    await workbench.treeItem(/Verification: disputed.*private/s).waitFor();
    assert.equal(await decisions(), '');
    await workbench.picture('private decision');
    await workbench.runCommand('Sourcelight: Clear the Search');
    await workbench.treeItem('Imre Vandel').waitFor();
  });

  it('checks the quotes against notes, and shows what differs', async () => {
    await workbench.openFile('notes.txt');
    await workbench.openFile(SAMPLE);
    await workbench.page.keyboard.press('F1');
    await answer('>Sourcelight: Check Quotes Against a File');
    await workbench.pick('notes.txt');
    await workbench.treeItem(/Quotes in “notes.txt”.*1 near/s).waitFor();
    await workbench.treeItem(/“.*near$/s).click();
    await workbench.page.locator('.tab').filter({ hasText: 'notes.txt ↔ quote' }).waitFor();
    await workbench.treeItem(/Quotes in “notes.txt”/).waitFor();
    await workbench.picture('quotes checked');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
