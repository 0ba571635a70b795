import * as assert from 'node:assert/strict';
import { withFolder } from './samples.js';
import { ATTEMPT, PATIENTLY, until } from './until.js';
import type { Workbench } from './workbench.js';

describe('the walkthrough with the packaged extension installed', () => {
  let workbench: Workbench;

  // Wide enough for VS Code to open the sample beside the walkthrough.
  withFolder({ size: { width: 1800, height: 900 } }, async (started, folder) => {
    workbench = started;
    await workbench.openFolder(folder);
  });

  const step = (title: string) => workbench.page.locator('.getting-started-step', { hasText: title });
  const button = (name: string) => workbench.page.getByRole('button', { name, exact: true });
  const isTickedOff = (title: string) => step(title).locator('.codicon.complete').isVisible();

  const openWalkthrough = async () => {
    await workbench.quickInput.runCommand('Open Walkthrough');
    await workbench.quickInput.pick('Get Started with Sourcelight');
    await step('Open an article').waitFor();
  };

  const open = (title: string) =>
    until(
      `the step “${title}”`,
      async () => {
        if (!(await step(title).isVisible())) await openWalkthrough();
        await step(title).click({ timeout: ATTEMPT });
      },
      () => workbench.page.locator('.getting-started-step.expanded', { hasText: title }).isVisible(),
    );
  const press = (name: string, isSeen: () => Promise<boolean>) =>
    until(`what “${name}” does`, () => button(name).click({ timeout: ATTEMPT }), isSeen, PATIENTLY);

  it('opens from the palette and shows the drawing of its first step', async () => {
    await openWalkthrough();
    const drawing = workbench.page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('svg');
    await drawing.waitFor();
    await workbench.picture('walkthrough');
  });

  it('opens the sample beside itself, and ticks the step off', async () => {
    const isOpen = () => workbench.statusItem(/\d+ sources/).isVisible();
    if (!(await isOpen())) await press('Open the Sample Article', isOpen);
    await workbench.editor.marks();
    await step('Open an article').locator('.codicon.complete').waitFor();
    await workbench.picture('walkthrough sample');
  });

  it('shows the view and the checks', async () => {
    for (const [title, name] of [
      ['See who said what', 'Show Who Said What'],
      ['Look at the checks', 'Show the Checks'],
    ] as const) {
      await open(title);
      await press(name, () => isTickedOff(title));
      await workbench.picture(`walkthrough ${title}`);
    }
  });

  it('opens the settings of the checks', async () => {
    const settings = workbench.page.locator('.settings-editor');
    await open('Look at the checks');
    await press('Choose Which Rules to Check', () =>
      settings.locator('[data-key="sourcelight.checks.profile"]').isVisible(),
    );
    await workbench.picture('walkthrough settings');
    // It lies over everything else.
    await until(
      'the settings closed',
      () => workbench.page.keyboard.press('Escape'),
      async () => (await settings.count()) === 0,
    );
  });

  it('ticks the step about cards off where it is looked at', async () => {
    await open('Point at a name or a claim');
    await step('Point at a name or a claim').locator('.codicon.complete').waitFor();
    await workbench.picture('walkthrough Point at a name or a claim');
  });

  it('opens the report of the sample in its last step', async () => {
    await open('Set it right, and hand it over');
    await workbench.picture('walkthrough Set it right');
    await press('Open Sources Report', () => isTickedOff('Set it right, and hand it over'));
    await workbench.page.locator('.tab').filter({ hasText: 'Sources: Untitled' }).waitFor();
    await workbench.picture('walkthrough report');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
