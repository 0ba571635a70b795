import * as assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import type { Workbench } from './workbench.js';

describe('handing over what was found, with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    // To VS Code and to us a repository, though git would not take it for one.
    await mkdir(join(folder, '.git'));
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.marks();
  });

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const question = (placeholder: string) =>
    workbench.page.locator(`.quick-input-widget:visible input[placeholder^="${placeholder}"]`);
  const files = async () => (await readdir(folder)).sort();
  const told = (words: string | RegExp) =>
    workbench.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words });

  // The questions, in the order in which they are asked.
  const FORMAT = 'What to export';
  const WHOM = 'Sources whose names to leave out';
  const HOW = 'What to put in the place';
  const WHERE = 'Where to put it';

  /** Clicks an item of the list that asks, once that is there. */
  const choose = async (asked: string, label: string) => {
    await question(asked).waitFor();
    await workbench.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: label })
      .first()
      .click();
  };
  const confirm = async (asked: string) => {
    await question(asked).waitFor();
    await workbench.page.keyboard.press('Enter');
  };
  /** The path in VS Code's own dialog for files. */
  const path = () => workbench.page.locator('.quick-input-widget:visible input.input');
  const askedForFile = async (title: string, proposed: string) => {
    await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
    // The path is put there bit by bit.
    for (let tries = 0; tries < 50 && (await path().inputValue()) !== proposed; tries++) {
      await workbench.page.waitForTimeout(100);
    }
    assert.equal(await path().inputValue(), proposed);
  };

  it('exports to a file that the dialog names after the article, and opens it', async () => {
    await workbench.runCommand('Sourcelight: Export…');
    await question(FORMAT).waitFor();
    await workbench.picture('export format');
    await choose(FORMAT, 'CSV');
    await question(WHOM).waitFor();
    await workbench.picture('export whom to hide');
    await confirm(WHOM);
    await choose(WHERE, 'File…');
    await askedForFile('Export', join(folder, 'harbour-deal-claims.csv'));
    await workbench.picture('export where');
    await workbench.page.keyboard.press('Enter');
    await told('Exported to harbour-deal-claims.csv').waitFor();
    assert.match(
      await readFile(join(folder, 'harbour-deal-claims.csv'), 'utf8'),
      /^\ufeffarticle,title,.*Adela Brandt/s,
    );
    await workbench.page.getByRole('button', { name: 'Open the File' }).click();
    await workbench.page.locator('.tab.active').filter({ hasText: 'harbour-deal-claims.csv' }).waitFor();
    await workbench.openFile(SAMPLE);
  });

  it('exports to the clipboard, without the name of a source that is ticked', async () => {
    await workbench.runCommand('Sourcelight: Export…');
    await choose(FORMAT, 'Markdown');
    await choose(WHOM, 'Adela Brandt');
    await confirm(WHOM);
    await choose(HOW, '[source 1]');
    await choose(WHERE, 'Clipboard');
    await workbench.statusItem('Copied to the clipboard').waitFor();
    const copied = await clipboard();
    assert.match(copied, /Tomas Okoye/);
    assert.match(copied, /source 1/);
    assert.doesNotMatch(copied, /Brandt|Adela/);
  });

  it('exports to a new document', async () => {
    await workbench.runCommand('Sourcelight: Export…');
    await choose(FORMAT, 'Markdown');
    await confirm(WHOM);
    await choose(WHERE, 'New Document');
    await workbench.page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
    await workbench.page.locator('.view-line').filter({ hasText: '# Port Verrin talks stall' }).waitFor();
    await workbench.picture('export to a document');
    await workbench.openFile(SAMPLE);
  });

  const answers: readonly (() => Promise<void>)[] = [
    () => choose(FORMAT, 'CSV'),
    async () => {
      await choose(WHOM, 'Adela Brandt');
      await confirm(WHOM);
    },
    () => choose(HOW, '[…]'),
    () => choose(WHERE, 'File…'),
  ];
  for (const [answered, next] of [FORMAT, WHOM, HOW, WHERE, 'the file'].entries()) {
    it(`leaves nothing where it is given up at “${next}”`, async () => {
      const before = await files();
      const copied = await clipboard();
      const tabs = await workbench.page.locator('.tab').count();
      await workbench.runCommand('Sourcelight: Export…');
      for (const answer of answers.slice(0, answered)) await answer();
      if (answered < answers.length) await question(next).waitFor();
      else await askedForFile('Export', join(folder, 'harbour-deal-claims.csv'));
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      assert.deepEqual(await files(), before);
      assert.equal(await clipboard(), copied);
      assert.equal(await workbench.page.locator('.tab').count(), tabs);
    });
  }

  it('saves the report as a page, without the name of a source that is ticked', async () => {
    await workbench.runCommand('Sourcelight: Save Report as HTML…');
    await choose(WHOM, 'Adela Brandt');
    await confirm(WHOM);
    await askedForFile('Save Report as HTML', join(folder, 'harbour-deal-sources.html'));
    await workbench.page.keyboard.press('Enter');
    await told('The report was saved as harbour-deal-sources.html').waitFor();
    const page = await readFile(join(folder, 'harbour-deal-sources.html'), 'utf8');
    assert.match(page, /Tomas Okoye/);
    assert.doesNotMatch(page, /Brandt/);
  });

  it('imports nothing where no file is chosen', async () => {
    await workbench.runCommand('Sourcelight: Import Annotations…');
    await askedForFile('Import Annotations', `${folder}/`);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.ok(!(await files()).includes('.sourcelight'));
  });

  it('says so where a file has no annotations', async () => {
    await writeFile(join(folder, 'other.json'), '{"claims": []}');
    await workbench.runCommand('Sourcelight: Import Annotations…');
    await askedForFile('Import Annotations', `${folder}/`);
    await path().fill(join(folder, 'other.json'));
    await workbench.page.keyboard.press('Enter');
    await told('no annotations that Sourcelight made').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    assert.ok(!(await files()).includes('.sourcelight'));
  });

  it('imports annotations that were exported to a file: what was confirmed there is confirmed here', async () => {
    await workbench.runCommand('Sourcelight: Export…');
    await choose(FORMAT, 'Web Annotations');
    await confirm(WHOM);
    await choose(WHERE, 'File…');
    await askedForFile('Export', join(folder, 'harbour-deal-claims.jsonld'));
    await workbench.page.keyboard.press('Enter');
    await told('Exported to harbour-deal-claims.jsonld').waitFor();
    const file = join(folder, 'harbour-deal-claims.jsonld');
    const exported = await readFile(file, 'utf8');
    const confirmed = exported.replace('\\"evidence\\":[', '\\"evidence\\":[\\"decision:confirmed\\",');
    assert.notEqual(confirmed, exported);
    await writeFile(file, confirmed);
    await workbench.runCommand('Sourcelight: Import Annotations…');
    await askedForFile('Import Annotations', `${folder}/`);
    await path().fill(file);
    await workbench.page.keyboard.press('Enter');
    await told('1 decision was made from the annotations.').waitFor();
    const decisions = await readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8');
    assert.match(decisions, /^\{.*"kind":"confirm.*\}\n$/);
  });

  it('offers after the first decision in a repository what git needs, and does it with one press', async () => {
    await told('may enter version control').waitFor();
    await workbench.picture('offer to let git merge');
    await workbench.page.getByRole('button', { name: 'Let Git Merge It' }).click();
    const attributes = join(folder, '.gitattributes');
    let text = '';
    for (let tries = 0; tries < 100 && text === ''; tries++) {
      text = await readFile(attributes, 'utf8').catch(() => '');
      await workbench.page.waitForTimeout(100);
    }
    assert.equal(text, '.sourcelight/decisions.ndjson merge=union\n');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
