import * as assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import { ATTEMPT, becomes, PATIENTLY, until } from './until.js';
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
    await workbench.editor.marks();
  });

  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const files = async () => (await readdir(folder)).sort();
  /** VS Code asks whether it may write over what an attempt before has left. */
  const without = async (name: string) => {
    const file = join(folder, name);
    await rm(file, { recursive: true, force: true });
    return file;
  };
  const written = (file: string) =>
    becomes(
      file,
      () => readFile(file, 'utf8'),
      text => text !== '',
    );

  /** Presses a button of a notification. */
  const pressButton = (words: string, name: string, isSeen: () => Promise<boolean>) =>
    until(
      `what “${name}” does`,
      async () => {
        const notification = await workbench.told(words);
        await notification.getByRole('button', { name }).click({ timeout: ATTEMPT });
      },
      isSeen,
      PATIENTLY,
    );

  // The questions, in the order in which they are asked.
  const FORMAT = 'What to export';
  const WHOM = 'Sources whose names to leave out';
  const HOW = 'What to put in the place';
  const WHERE = 'Where to put it';

  it('exports to a file that the dialog names after the article, and opens it', async () => {
    const { quickInput } = workbench;
    const file = await without('harbour-deal-claims.csv');
    await quickInput.runCommand('Sourcelight: Export…');
    await quickInput.question(FORMAT).waitFor();
    await workbench.picture('export format');
    await quickInput.choose(FORMAT, 'CSV');
    await quickInput.question(WHOM).waitFor();
    await workbench.picture('export whom to hide');
    await quickInput.confirm(WHOM);
    await quickInput.choose(WHERE, 'File…');
    await quickInput.proposes('Export', file);
    await workbench.picture('export where');
    await quickInput.acceptPath('Export', file);
    await workbench.told('Exported to harbour-deal-claims.csv');
    assert.match(await written(file), /^\ufeffarticle,title,.*Adela Brandt/s);
    const tab = workbench.page.locator('.tab.active').filter({ hasText: 'harbour-deal-claims.csv' });
    await pressButton('Exported to harbour-deal-claims.csv', 'Open the File', () => tab.isVisible());
    await workbench.quickInput.openFile(SAMPLE);
  });

  it('exports to the clipboard, without the name of a source that is ticked', async () => {
    await workbench.quickInput.runCommand('Sourcelight: Export…');
    await workbench.quickInput.choose(FORMAT, 'Markdown');
    await workbench.quickInput.tick(WHOM, 'Adela Brandt');
    await workbench.quickInput.confirm(WHOM);
    await workbench.quickInput.choose(HOW, '[source 1]');
    // It is said for a moment only.
    const said = workbench.statusItem('Copied to the clipboard').waitFor();
    await workbench.quickInput.choose(WHERE, 'Clipboard');
    await said;
    const copied = await becomes('the clipboard', clipboard, text => text.includes('Tomas Okoye'));
    assert.match(copied, /source 1/);
    assert.doesNotMatch(copied, /Brandt|Adela/);
  });

  it('exports to a new document', async () => {
    await workbench.quickInput.runCommand('Sourcelight: Export…');
    await workbench.quickInput.choose(FORMAT, 'Markdown');
    await workbench.quickInput.confirm(WHOM);
    await workbench.quickInput.choose(WHERE, 'New Document');
    await workbench.page.locator('.tab.active').filter({ hasText: 'Untitled' }).waitFor();
    await workbench.editor.shows('# Port Verrin talks stall');
    await workbench.picture('export to a document');
    await workbench.quickInput.openFile(SAMPLE);
  });

  const answers: readonly (() => Promise<void>)[] = [
    () => workbench.quickInput.choose(FORMAT, 'CSV'),
    async () => {
      await workbench.quickInput.tick(WHOM, 'Adela Brandt');
      await workbench.quickInput.confirm(WHOM);
    },
    () => workbench.quickInput.choose(HOW, '[…]'),
    () => workbench.quickInput.choose(WHERE, 'File…'),
  ];
  for (const [answered, next] of [FORMAT, WHOM, HOW, WHERE, 'the file'].entries()) {
    it(`leaves nothing where it is given up at “${next}”`, async () => {
      const before = await files();
      const copied = await clipboard();
      const tabs = await workbench.page.locator('.tab').count();
      await workbench.quickInput.runCommand('Sourcelight: Export…');
      for (const answer of answers.slice(0, answered)) await answer();
      if (answered < answers.length) await workbench.quickInput.question(next).waitFor();
      else await workbench.quickInput.proposes('Export', join(folder, 'harbour-deal-claims.csv'));
      await workbench.quickInput.dismiss();
      assert.deepEqual(await files(), before);
      assert.equal(await clipboard(), copied);
      assert.equal(await workbench.page.locator('.tab').count(), tabs);
    });
  }

  it('saves the report as a page, without the name of a source that is ticked', async () => {
    const file = await without('harbour-deal-sources.html');
    await workbench.quickInput.runCommand('Sourcelight: Save Report as HTML…');
    await workbench.quickInput.tick(WHOM, 'Adela Brandt');
    await workbench.quickInput.confirm(WHOM);
    await workbench.quickInput.acceptPath('Save Report as HTML', file);
    await workbench.told('The report was saved as harbour-deal-sources.html');
    const page = await written(file);
    assert.match(page, /Tomas Okoye/);
    assert.doesNotMatch(page, /Brandt/);
  });

  it('imports nothing where no file is chosen', async () => {
    await workbench.quickInput.runCommand('Sourcelight: Import Annotations…');
    await workbench.quickInput.proposes('Import Annotations', `${folder}/`);
    await workbench.quickInput.dismiss();
    assert.ok(!(await files()).includes('.sourcelight'));
  });

  it('says so where a file has no annotations', async () => {
    await writeFile(join(folder, 'other.json'), '{"claims": []}');
    await workbench.quickInput.runCommand('Sourcelight: Import Annotations…');
    await workbench.quickInput.proposes('Import Annotations', `${folder}/`);
    await workbench.quickInput.givePath(join(folder, 'other.json'));
    await workbench.told('no annotations that Sourcelight made');
    await workbench.quickInput.runCommand('Notifications: Clear All Notifications');
    assert.ok(!(await files()).includes('.sourcelight'));
  });

  it('imports annotations that were exported to a file: what was confirmed there is confirmed here', async () => {
    const file = await without('harbour-deal-claims.jsonld');
    await without('.sourcelight');
    await workbench.quickInput.runCommand('Sourcelight: Export…');
    await workbench.quickInput.choose(FORMAT, 'Web Annotations');
    await workbench.quickInput.confirm(WHOM);
    await workbench.quickInput.choose(WHERE, 'File…');
    await workbench.quickInput.acceptPath('Export', file);
    await workbench.told('Exported to harbour-deal-claims.jsonld');
    const exported = await written(file);
    const confirmed = exported.replace('\\"evidence\\":[', '\\"evidence\\":[\\"decision:confirmed\\",');
    assert.notEqual(confirmed, exported);
    await writeFile(file, confirmed);
    await workbench.quickInput.runCommand('Sourcelight: Import Annotations…');
    await workbench.quickInput.proposes('Import Annotations', `${folder}/`);
    await workbench.quickInput.givePath(file);
    await workbench.told('1 decision was made from the annotations.');
    const decisions = await written(join(folder, '.sourcelight', 'decisions.ndjson'));
    assert.match(decisions, /^\{.*"kind":"confirm.*\}\n$/);
  });

  it('offers after the first decision in a repository what git needs, and does it with one press', async () => {
    const attributes = join(folder, '.gitattributes');
    const isWritten = async () => (await files()).includes('.gitattributes');
    if (!(await isWritten())) {
      await workbench.told('may enter version control');
      await workbench.picture('offer to let git merge');
      await pressButton('may enter version control', 'Let Git Merge It', isWritten);
    }
    assert.equal(await written(attributes), '.sourcelight/decisions.ndjson merge=union\n');
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
