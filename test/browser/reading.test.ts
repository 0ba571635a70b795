import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { SAMPLE, withSamples } from './samples.js';
import type { Workbench } from './workbench.js';

const text = readFileSync(join(root, 'samples', SAMPLE), 'utf8');

describe('reading an article with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: { 'editor.minimap.enabled': false } }, async (started, samples) => {
    workbench = started;
    folder = samples;
    await writeFile(join(folder, 'requirements.txt'), 'numpy==1.26.4\nrequests>=2.31\nscipy==1.12.0\n');
    await writeFile(
      join(folder, 'pier.article'),
      '“We have waited long enough,” Oda Reiss, the harbour master, told the town council on Monday.\n\n' +
        'Reiss believes that the pier can be saved. The council meets again in April.\n',
    );
    await workbench.open(folder, join(folder, SAMPLE));
  });

  it('marks the sources, the quotes and the cues', async () => {
    const marks = await workbench.marks();
    const marked = (text: string) => marks.find(mark => mark.text.includes(text));
    const kinds = [
      'officials familiar with the talks',
      'a spokesman',
      'Imre Vandel',
      'Nobody asked us',
      'said',
    ].map(text => {
      const mark = marked(text);
      assert.ok(mark, `“${text}” is not marked: ${JSON.stringify(marks.map(it => it.text))}`);
      return mark;
    });
    assert.equal(new Set(kinds.map(({ type }) => type)).size, kinds.length, 'each is a kind of its own');
    assert.equal(new Set(kinds.map(({ border }) => border)).size, kinds.length, 'each has a line of its own');
  });

  it('says in the status bar how many sources and claims there are', async () => {
    const status = await workbench.statusItem(/\d+ sources/).innerText();
    assert.match(status, /\d+ sources · \d+ anonymous · \d+ claims/);
  });

  it('opens a card on a name, with the role and the claims', async () => {
    const card = await workbench.hover('Adela Brandt');
    assert.match(card, /Adela Brandt/);
    assert.match(card, /mayor/i);
    assert.match(card, /named/);
    assert.match(card, /will not pay twice/);
    await workbench.picture('card');
  });

  it('opens a card on an anonymous source, with the reason why there is no name', async () => {
    const card = await workbench.hover('officials familiar with the talks');
    assert.match(card, /anonymous/i);
    assert.match(card, /not authorised to discuss the negotiations/);
    assert.match(card, /Verrin Courier/);
    await workbench.picture('hover', { readme: true });
  });

  it('says on a claim who says so and why it was marked', async () => {
    const card = await workbench.hover('the cranes were ordered');
    assert.match(card, /Imre Vandel/);
    assert.match(card, /Direct quote, marked because of the word “said”/);
    assert.match(card, /right \(\d+%\)/);
    await workbench.picture('claim');
  });

  it('goes to a claim from the card', async () => {
    await workbench.goToLine(1);
    await workbench.hover('Adela Brandt');
    await workbench.page
      .locator('.monaco-hover:not(.hidden) a')
      .filter({ hasText: 'will not pay twice' })
      .click();
    await workbench.lineBecomes(lineOf('will not pay twice'));
  });

  it('sums up who said what in a tree', async () => {
    await workbench.showContainer('Sourcelight');
    await workbench.widenSideBar(100);
    const actors = await workbench.treeItems();
    for (const name of ['Imre Vandel', 'Adela Brandt', 'Tomas Okoye', 'officials familiar with the talks']) {
      assert.ok(
        actors.some(actor => actor.includes(name)),
        `${name} is not in ${actors.join(' | ')}`,
      );
    }
    assert.match(actors.find(actor => actor.includes('Adela Brandt')) ?? '', /\d claims/);
  });

  it('goes to a claim from the tree', async () => {
    await workbench.expand('Tomas Okoye');
    await workbench.treeItem('the best thing to happen').click();
    await workbench.lineBecomes(lineOf('the best thing to happen'));
  });

  it('follows the cursor in the tree', async () => {
    await workbench.goToLine(1);
    await workbench.click('We read about it');
    await workbench.page
      .locator('.sidebar .monaco-list-row.selected', { hasText: 'We read about it' })
      .waitFor();
    await workbench.picture('overview', { readme: true });
  });

  it('tells a screen reader what a row of the tree is', async () => {
    const labels = await workbench.treeLabels();
    assert.ok(
      labels.some(label => /Adela Brandt.*mayor.*named.*\d claims/i.test(label)),
      labels.join('\n'),
    );
    assert.ok(
      labels.some(label => label.includes('direct quote')),
      labels.join('\n'),
    );
  });

  it('shows anonymous sources alone, and all again', async () => {
    await workbench.runCommand('Sourcelight: Show Anonymous People and Groups Only');
    await workbench.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    const actors = await workbench.treeItems();
    assert.ok(
      actors.some(actor => actor.includes('officials familiar with the talks')),
      actors.join(' | '),
    );
    await workbench.runCommand('Sourcelight: Show All Claims');
    await workbench.treeItem('Imre Vandel').waitFor();
  });

  it('lists the claims in the order of the text', async () => {
    await workbench.runCommand('Sourcelight: List Claims in the Order of the Text');
    await workbench.treeItem('asked three shipping companies').waitFor();
    const items = await workbench.treeItems();
    const first = items.findIndex(item => item.includes('asked three shipping companies'));
    const second = items.findIndex(item => item.includes('never seen such a letter'));
    assert.ok(first >= 0 && first < second, items.join(' | '));
    await workbench.runCommand('Sourcelight: Group by Actor');
  });

  it('marks what is typed, after a pause', async () => {
    await workbench.goToLine(1);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('\n\n“The bay belongs to us,” said Runa Silfver, a pilot.');
    await workbench.treeItem('Runa Silfver').waitFor();
    assert.ok((await workbench.marks()).some(({ text }) => text.includes('Runa Silfver')));
    for (let undone = 0; undone < 20 && (await workbench.isDirty()); undone++) {
      await workbench.page.keyboard.press('Control+Z');
    }
  });

  it('leaves a file alone that is switched off, and takes it up again', async () => {
    await workbench.runCommand('Sourcelight: Switch Off for This File');
    await workbench.statusItem('Switched off').waitFor();
    await workbench.noMarks();
    await workbench.runCommand('Sourcelight: Switch On for This File');
    await workbench.statusItem(/\d+ sources/).waitFor();
    assert.ok((await workbench.marks()).length > 0);
  });

  it('leaves a list of requirements alone and says why', async () => {
    await workbench.openFile('requirements.txt');
    await workbench.page
      .locator('.statusbar-item[id^="sourcelight"]:not(:text-matches("source|claim|Reading"))')
      .waitFor();
    await workbench.noMarks();
  });

  it('shows more or fewer claims, as chosen in the title of the tree', async () => {
    await workbench.openFile('pier.article');
    await workbench.showContainer('Sourcelight');
    await workbench.expand('Oda Reiss');
    await workbench.treeItem('the pier can be saved').waitFor();
    const marks = (await workbench.marks()).length;
    await workbench.pressTitleButton('Choose Which Claims to Show');
    await workbench.page.getByText('Quotes and Speech').waitFor();
    await workbench.picture('levels');
    await workbench.pick('Quotes and Speech');
    await workbench.treeItem('the pier can be saved').waitFor({ state: 'detached' });
    await workbench.treeItem('We have waited long enough').waitFor();
    assert.match(await workbench.treeMessage.innerText(), /“Quotes and Speech” leaves out 1 claim/);
    assert.ok((await workbench.marks()).length < marks);
    await workbench.picture('quotes and speech');
    await workbench.pressTitleButton('Choose Which Claims to Show');
    await workbench.pick('Everything Likely');
    await workbench.treeItem('the pier can be saved').waitFor();
    assert.equal((await workbench.marks()).length, marks);
  });

  it('has the marks at once when the article is shown again', async () => {
    await workbench.openFile(SAMPLE);
    assert.ok((await workbench.marks()).length > 0);
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});

/** The line of the SAMPLE, counted from 1, on which some words stand. */
function lineOf(words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}
