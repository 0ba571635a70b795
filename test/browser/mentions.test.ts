import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import type { Workbench } from './workbench.js';

describe('moving about an article with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.marks();
  });

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const selected = () => workbench.page.locator('.sidebar .monaco-list-row.selected');

  it('goes with keys to the next and the previous claim of the same actor', async () => {
    await workbench.click('Adela Brandt');
    await workbench.page.keyboard.press('Control+F8');
    await workbench.statusItem(/Ln 13,.*\(\d+ selected\)/).waitFor();
    await workbench.page.keyboard.press('Control+Shift+F8');
    await workbench.statusItem(/Ln 15,.*\(\d+ selected\)/).waitFor();
  });

  it('peeks at the claims of an actor, from a pronoun too', async () => {
    await workbench.click('She told Radio Verrin');
    await workbench.runCommand('Sourcelight: Peek Claims of This Actor');
    const peek = workbench.page.locator('.peekview-widget');
    const claims = peek.locator('.ref-tree .monaco-list-row');
    await claims.first().waitFor();
    const lines = await claims.evaluateAll(rows =>
      rows.map(row => Number(/on line (\d+)/.exec(row.getAttribute('aria-label') ?? '')?.[1])),
    );
    assert.deepEqual(lines, [13, 13, 13, 15]);
    await workbench.picture('peek claims');
    await workbench.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('reveals the claim at the cursor in the tree, which need not be open', async () => {
    await workbench.click('We read about it');
    await workbench.runCommand('Sourcelight: Reveal in Who Said What');
    await selected().filter({ hasText: 'We read about it' }).waitFor();
    await workbench.picture('revealed');
  });

  it('copies the claim at the cursor, and one in the tree from its menu', async () => {
    await workbench.click('We read about it');
    await workbench.runCommand('Sourcelight: Copy Claim as a Sentence');
    await workbench.statusItem(/Copied/).waitFor();
    assert.match(await clipboard(), /Imre Vandel.*“We read about it in the Courier\.”/);
    await workbench.chooseOnItem('We read about it', 'Copy Claim as Markdown');
    for (let tries = 0; tries < 50 && !(await clipboard()).startsWith('> '); tries++) {
      await workbench.page.waitForTimeout(100);
    }
    assert.match(await clipboard(), /^> .*We read about it in the Courier\.”\n>\n> — \*\*Imre Vandel\*\*/s);
  });

  const askForPreview = async (name: string) => {
    // A box that an attempt before has left open takes the click.
    await workbench.page.keyboard.press('Escape');
    await workbench.goToLine(1);
    // Nor does an editor take one that is about to change its size.
    await workbench.page.waitForTimeout(500);
    await workbench.click('Adela Brandt');
    await workbench.page.keyboard.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'Adela Brandt');
    await box.fill(name);
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.page
      .locator('.bulk-edit-panel .monaco-list-row')
      .filter({ hasText: 'Brandt' })
      .first()
      .waitFor();
  };
  const isSpelt = (name: string) =>
    workbench.page.locator('.view-line').filter({ hasText: name }).first().waitFor();

  it('shows beforehand what another spelling of a name would change, and changes nothing where that is discarded', async () => {
    await askForPreview('Adèle Brand');
    await workbench.picture('rename preview');
    await workbench.page.getByRole('button', { name: 'Discard' }).click();
    await workbench.page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor({ state: 'hidden' });
    await isSpelt('Adela Brandt');
    assert.equal(await workbench.isDirty(), false);
  });

  it('spells the name otherwise throughout where it is applied', async () => {
    await askForPreview('Adèle Brand');
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await isSpelt('Mayor Adèle Brand, who');
    await isSpelt('Brand said');
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    assert.doesNotMatch(await readFile(join(folder, SAMPLE), 'utf8'), /Brandt/);
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
