import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putAway } from './overlays.js';
import { SAMPLE, withSamples } from './samples.js';
import { ATTEMPT, becomes, PATIENTLY, until } from './until.js';
import type { Workbench } from './workbench.js';

describe('moving about an article with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.editor.marks();
  });

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const clipboardBecomes = (expected: RegExp) =>
    becomes('the clipboard', clipboard, text => expected.test(text));

  it('goes with keys to the next and the previous claim of the same actor', async () => {
    const steps = [
      ['Control+F8', /Ln 13,.*\(\d+ selected\)/],
      ['Control+Shift+F8', /Ln 15,.*\(\d+ selected\)/],
    ] as const;
    await until(
      'the selection at the claim before the next one',
      async () => {
        await workbench.editor.click('Adela Brandt');
        for (const [key, place] of steps) {
          await workbench.page.keyboard.press(key);
          await workbench.statusItem(place).waitFor({ timeout: ATTEMPT });
        }
      },
      () => workbench.statusItem(steps[1][1]).isVisible(),
    );
  });

  it('peeks at the claims of an actor, from a pronoun too', async () => {
    await workbench.editor.click('She told Radio Verrin');
    await workbench.quickInput.runCommand('Sourcelight: Peek Claims of This Actor');
    const peek = workbench.page.locator('.peekview-widget');
    const claims = peek.locator('.ref-tree .monaco-list-row');
    const lines = () =>
      claims.evaluateAll(rows =>
        rows.map(row => Number(/on line (\d+)/.exec(row.getAttribute('aria-label') ?? '')?.[1])),
      );
    await becomes('the lines of the claims', lines, it => it.join() === '13,13,13,15');
    await workbench.picture('peek claims');
    await until(
      'the peek closed',
      () => workbench.page.keyboard.press('Escape'),
      async () => (await peek.count()) === 0,
    );
  });

  it('reveals the claim at the cursor in the tree, which need not be open', async () => {
    await workbench.editor.click('We read about it');
    await workbench.quickInput.runCommand('Sourcelight: Reveal in Who Said What');
    await workbench.sideBar.selected.filter({ hasText: 'We read about it' }).waitFor();
    await workbench.picture('revealed');
  });

  it('copies the claim at the cursor, and one in the tree from its menu', async () => {
    await workbench.editor.click('We read about it');
    // It is said for a moment only.
    const said = workbench.statusItem(/Copied/).waitFor();
    await workbench.quickInput.runCommand('Sourcelight: Copy Claim as a Sentence');
    await said;
    await clipboardBecomes(/Imre Vandel.*“We read about it in the Courier\.”/);
    await workbench.sideBar.chooseOnItem('We read about it', 'Copy Claim as Markdown', async () =>
      (await clipboard()).startsWith('> '),
    );
    assert.match(await clipboard(), /^> .*We read about it in the Courier\.”\n>\n> — \*\*Imre Vandel\*\*/s);
  });

  const button = (name: string) => workbench.page.getByRole('button', { name });
  const changes = () => workbench.page.locator('.bulk-edit-panel .monaco-list-row');
  const isPreviewed = () => changes().first().isVisible();
  const isSpelt = async (name: string) =>
    (await workbench.page.locator('.view-line').filter({ hasText: name }).count()) > 0;

  /** Presses a button of the preview, which then closes. */
  const endPreview = (name: string) =>
    until(
      `the preview closed with “${name}”`,
      () => button(name).click({ timeout: ATTEMPT }),
      async () => !(await isPreviewed()),
    );

  const askForPreview = async (name: string) => {
    const box = workbench.page.locator('.rename-box input');
    await until(
      'the changes that another spelling would make',
      async () => {
        if (await isPreviewed()) await endPreview('Discard');
        await putAway(workbench.page);
        await workbench.quickInput.goToLine(1);
        await workbench.editor.click('Adela Brandt');
        await workbench.page.keyboard.press('F2');
        await box.waitFor({ timeout: ATTEMPT });
        assert.equal(await box.inputValue(), 'Adela Brandt');
        await box.fill(name, { timeout: ATTEMPT });
        await box.press('Control+Enter', { timeout: ATTEMPT });
      },
      () => changes().filter({ hasText: 'Brandt' }).first().isVisible(),
      PATIENTLY,
    );
  };

  it('shows beforehand what another spelling of a name would change, and changes nothing where that is discarded', async () => {
    await askForPreview('Adèle Brand');
    await workbench.picture('rename preview');
    await endPreview('Discard');
    await workbench.editor.shows('Adela Brandt');
    assert.equal(await workbench.isDirty(), false);
  });

  it('spells the name otherwise throughout where it is applied', async () => {
    if (!(await isSpelt('Adèle Brand'))) {
      await askForPreview('Adèle Brand');
      await endPreview('Apply');
    }
    await workbench.editor.shows('Mayor Adèle Brand, who');
    await workbench.editor.shows('Brand said');
    await until(
      'the article saved',
      () => workbench.page.keyboard.press('Control+S'),
      async () => !(await readFile(join(folder, SAMPLE), 'utf8')).includes('Brandt'),
    );
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
