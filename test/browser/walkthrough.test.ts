import * as assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbench } from './workbench.js';

describe('the walkthrough with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    // Wide enough for VS Code to open the sample beside the walkthrough.
    workbench = await Workbench.start({ size: { width: 1800, height: 900 } });
    await workbench.openFolder(folder);
  });

  after(async () => {
    await workbench.stop();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.picture(`failed: ${this.currentTest.title}`);
  });

  const step = (title: string) => workbench.page.locator('.getting-started-step', { hasText: title });

  const isTickedOff = (title: string) => step(title).locator('.codicon.complete').waitFor();

  it('opens from the palette and shows the drawing of its first step', async () => {
    await workbench.page.keyboard.press('F1');
    await workbench.page.keyboard.type('Open Walkthrough');
    await workbench.pickInTurn('Open Walkthrough', 'Get Started with Sourcelight');
    await step('Open an article').waitFor();
    const drawing = workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('svg');
    await drawing.waitFor();
    await workbench.picture('walkthrough');
  });

  it('opens the sample beside itself, and ticks the step off', async () => {
    await workbench.page.getByRole('button', { name: 'Open the Sample Article' }).click();
    await workbench.statusItem(/\d+ sources/).waitFor();
    assert.ok((await workbench.marks()).length > 0);
    await isTickedOff('Open an article');
    await workbench.picture('walkthrough sample');
  });

  it('shows the view and the checks', async () => {
    for (const [title, button] of [
      ['See who said what', 'Show Who Said What'],
      ['Look at the checks', 'Show the Checks'],
    ] as const) {
      await step(title).click();
      await workbench.page.getByRole('button', { name: button, exact: true }).click();
      await isTickedOff(title);
      await workbench.picture(`walkthrough ${title}`);
    }
  });

  it('opens the settings of the checks', async () => {
    await step('Look at the checks').click();
    await workbench.page.getByRole('button', { name: 'Choose Which Rules to Check', exact: true }).click();
    const settings = workbench.page.locator('.settings-editor');
    await settings.locator('[data-key="sourcelight.checks.profile"]').waitFor();
    await workbench.picture('walkthrough settings');
    // It lies over everything else.
    await workbench.page.keyboard.press('Escape');
    await settings.waitFor({ state: 'detached' });
  });

  it('ticks the step about cards off where it is looked at', async () => {
    await step('Point at a name or a claim').click();
    await isTickedOff('Point at a name or a claim');
    await workbench.picture('walkthrough Point at a name or a claim');
  });

  it('opens the report of the sample in its last step', async () => {
    await step('Set it right, and hand it over').click();
    await workbench.picture('walkthrough Set it right');
    await workbench.page.getByRole('button', { name: 'Open Sources Report', exact: true }).click();
    await isTickedOff('Set it right, and hand it over');
    await workbench.page.locator('.tab').filter({ hasText: 'Sources: Untitled' }).waitFor();
    await workbench.picture('walkthrough report');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
