import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { SAMPLE, withSamples } from './samples.js';
import { until } from './until.js';
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
    const kinds = await workbench.editor.marksOn([
      'officials familiar with the talks',
      'a spokesman',
      'Imre Vandel',
      'Nobody asked us',
      'said',
    ]);
    assert.equal(new Set(kinds.map(({ type }) => type)).size, kinds.length, 'each is a kind of its own');
    assert.equal(new Set(kinds.map(({ border }) => border)).size, kinds.length, 'each has a line of its own');
  });

  it('says in the status bar how many sources and claims there are', async () => {
    await workbench.statusItem(/\d+ sources · \d+ anonymous · \d+ claims/).waitFor();
  });

  it('opens a card on a name, with the role and the claims', async () => {
    const card = await workbench.editor.hover('Adela Brandt', /mayor/i);
    assert.match(card, /Adela Brandt/);
    assert.match(card, /named/);
    assert.match(card, /will not pay twice/);
    await workbench.picture('card');
  });

  it('opens a card on an anonymous source, with the reason why there is no name', async () => {
    const card = await workbench.editor.hover('officials familiar with the talks', /anonymous/i);
    assert.match(card, /not authorised to discuss the negotiations/);
    assert.match(card, /Verrin Courier/);
    await workbench.picture('hover', { readme: true });
  });

  it('says on a claim who says so and why it was marked', async () => {
    const card = await workbench.editor.hover(
      'the cranes were ordered',
      /Direct quote, marked because of the word “said”/,
    );
    assert.match(card, /Imre Vandel/);
    assert.match(card, /right \(\d+%\)/);
    await workbench.picture('claim');
  });

  it('goes to a claim from the card', async () => {
    await workbench.quickInput.goToLine(1);
    await workbench.editor.followCard('Adela Brandt', 'will not pay twice', () =>
      workbench.isOnLine(lineOf('will not pay twice')),
    );
  });

  it('sums up who said what in a tree', async () => {
    await workbench.sideBar.showContainer('Sourcelight');
    await workbench.sideBar.widen(100);
    const names = [
      /Imre Vandel/,
      /Adela Brandt.*\d claims/,
      /Tomas Okoye/,
      /officials familiar with the talks/,
    ];
    await workbench.sideBar.treeItems(actors => names.every(name => actors.some(actor => name.test(actor))));
  });

  it('goes to a claim from the tree', async () => {
    await workbench.sideBar.expand('Tomas Okoye');
    await workbench.sideBar.clickItem('the best thing to happen', () =>
      workbench.isOnLine(lineOf('the best thing to happen')),
    );
  });

  it('follows the cursor in the tree', async () => {
    await workbench.quickInput.goToLine(1);
    await workbench.editor.click('We read about it');
    await workbench.sideBar.selected.filter({ hasText: 'We read about it' }).waitFor();
    await workbench.picture('overview', { readme: true });
  });

  it('tells a screen reader what a row of the tree is', async () => {
    const wanted = [/Adela Brandt.*mayor.*named.*\d claims/i, /direct quote/];
    await workbench.sideBar.treeLabels(labels => wanted.every(it => labels.some(label => it.test(label))));
  });

  it('shows anonymous sources alone, and all again', async () => {
    if (await workbench.sideBar.has('Imre Vandel')) {
      await workbench.quickInput.runCommand('Sourcelight: Show Anonymous People and Groups Only');
    }
    await workbench.sideBar.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    await workbench.sideBar.treeItem('officials familiar with the talks').waitFor();
    await workbench.quickInput.runCommand('Sourcelight: Show All Claims');
    await workbench.sideBar.treeItem('Imre Vandel').waitFor();
  });

  it('lists the claims in the order of the text', async () => {
    const isListed = (items: readonly string[]) => {
      const first = items.findIndex(item => item.includes('asked three shipping companies'));
      const second = items.findIndex(item => item.includes('never seen such a letter'));
      return first >= 0 && first < second;
    };
    if (!(await workbench.sideBar.has('asked three shipping companies'))) {
      await workbench.quickInput.runCommand('Sourcelight: List Claims in the Order of the Text');
    }
    await workbench.sideBar.treeItems(isListed);
    await workbench.quickInput.runCommand('Sourcelight: Group by Actor');
    await workbench.sideBar.treeItem('asked three shipping companies').waitFor({ state: 'detached' });
  });

  it('marks what is typed, after a pause', async () => {
    const undoAll = () =>
      until(
        'the article as it was',
        async () => {
          for (let undone = 0; undone < 50 && (await workbench.isDirty()); undone++) {
            await workbench.page.keyboard.press('Control+Z');
          }
        },
        async () => !(await workbench.isDirty()),
      );
    await workbench.quickInput.goToLine(1);
    await undoAll();
    await workbench.quickInput.goToLine(1);
    await workbench.editor.typeAtEndOfLine('\n\n“The bay belongs to us,” said Runa Silfver, a pilot.');
    await workbench.sideBar.treeItem('Runa Silfver').waitFor();
    await workbench.editor.marksOn(['Runa Silfver']);
    await undoAll();
  });

  it('leaves a file alone that is switched off, and takes it up again', async () => {
    const isOff = () => workbench.statusItem('Switched off').isVisible();
    if (!(await isOff())) await workbench.quickInput.runCommand('Sourcelight: Switch Off for This File');
    await workbench.statusItem('Switched off').waitFor();
    await workbench.editor.noMarks();
    await workbench.quickInput.runCommand('Sourcelight: Switch On for This File');
    await workbench.statusItem(/\d+ sources/).waitFor();
    await workbench.editor.marks();
  });

  it('leaves a list of requirements alone and says why', async () => {
    await workbench.quickInput.openFile('requirements.txt');
    await workbench.page
      .locator('.statusbar-item[id^="sourcelight"]:not(:text-matches("source|claim|Reading"))')
      .waitFor();
    await workbench.editor.noMarks();
  });

  it('shows more or fewer claims, as chosen in the title of the tree', async () => {
    await workbench.quickInput.openFile('pier.article');
    await workbench.sideBar.showContainer('Sourcelight');
    const askForLevel = () =>
      workbench.sideBar.pressTitleButton('Choose Which Claims to Show', async () =>
        workbench.quickInput.item('Quotes and Speech').isVisible(),
      );
    const leavesOut = workbench.sideBar
      .message()
      .filter({ hasText: /“Quotes and Speech” leaves out 1 claim/ });
    const showAll = async () => {
      await askForLevel();
      await workbench.quickInput.pick('Everything Likely');
    };
    await workbench.sideBar.expand('Oda Reiss');
    if (await leavesOut.isVisible()) await showAll();
    await workbench.sideBar.treeItem('the pier can be saved').waitFor();
    await workbench.editor.marksOn(['the pier can be saved']);
    await askForLevel();
    await workbench.picture('levels');
    await workbench.quickInput.pick('Quotes and Speech');
    await workbench.sideBar.treeItem('the pier can be saved').waitFor({ state: 'detached' });
    await workbench.sideBar.treeItem('We have waited long enough').waitFor();
    await leavesOut.waitFor();
    await workbench.editor.marks(
      marks => marks.length > 0 && !marks.some(({ text }) => text.includes('the pier can be saved')),
    );
    await workbench.picture('quotes and speech');
    await showAll();
    await workbench.sideBar.treeItem('the pier can be saved').waitFor();
    await workbench.editor.marksOn(['the pier can be saved']);
  });

  it('has the marks at once when the article is shown again', async () => {
    await workbench.quickInput.openFile(SAMPLE);
    await workbench.editor.marks();
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});

/** The line of the SAMPLE, counted from 1, on which some words stand. */
function lineOf(words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}
