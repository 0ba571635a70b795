import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE, withSamples } from './samples.js';
import type { Workbench } from './workbench.js';

const SETTINGS = { 'editor.minimap.enabled': false };

describe('in a workspace that is not trusted', () => {
  let workbench: Workbench;
  let folder: string;
  let elsewhere: string;

  withSamples(
    {
      settings: {
        ...SETTINGS,
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    },
    async (started, samples) => {
      workbench = started;
      folder = samples;
      elsewhere = await mkdtemp(join(tmpdir(), 'sourcelight-elsewhere-'));
      await mkdir(join(folder, '.vscode'));
      await writeFile(
        join(folder, '.vscode', 'settings.json'),
        JSON.stringify({ 'sourcelight.exclude': ['**'], 'sourcelight.marks.cue': false }),
      );
      await writeFile(
        join(elsewhere, 'words.json'),
        JSON.stringify({ sources: [{ name: 'Adela Brandt', role: 'harbour warden' }] }),
      );
      await mkdir(join(folder, '.sourcelight'));
      await symlink(join(elsewhere, 'words.json'), join(folder, '.sourcelight', 'words.json'));
      await workbench.open(folder, join(folder, SAMPLE));
      await workbench.showContainer('Sourcelight');
      await workbench.widenSideBar(140);
    },
  );

  after(() => rm(elsewhere, { recursive: true, force: true }));

  const told = (words: string) => workbench.page.getByRole('dialog').getByText(words).first();

  it('marks, sums up and explains all the same, and does not let the workspace say what to leave alone', async () => {
    await workbench.statusItem('Restricted Mode').waitFor();
    await workbench.treeItem('Imre Vandel').waitFor();
    const marks = await workbench.marks();
    assert.ok(
      marks.some(({ text }) => text.includes('officials familiar with the talks')),
      JSON.stringify(marks),
    );
    assert.match(await workbench.hover('Adela Brandt'), /mayor/i);
    // VS Code boxes in what is no ASCII there, in code.
    assert.equal(await workbench.page.locator('.monaco-editor .unicode-highlight').count(), 0);
    await workbench.picture('not trusted');
  });

  it('does not follow a link in the place of the word list, and says so', async () => {
    await told('“.sourcelight/words.json” is a link').waitFor();
    assert.doesNotMatch(await workbench.hover('Adela Brandt'), /harbour warden/);
  });

  it('does not follow a link in the place of the decisions, says so, and keeps the decision in memory', async () => {
    const victim = join(elsewhere, 'notes.txt');
    await writeFile(victim, 'mine alone\n');
    await symlink(victim, join(folder, '.sourcelight', 'decisions.ndjson'));
    await workbench.chooseOnItem('Imre Vandel', 'Not a Source');
    await workbench.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    await told('is kept until the window is closed. “.sourcelight/decisions.ndjson” is a link').waitFor();
    await workbench.picture('link not followed');
    assert.equal(await readFile(victim, 'utf8'), 'mine alone\n');
    await workbench.runCommand('Sourcelight: Undo Last Decision');
    await workbench.treeItem('Imre Vandel').waitFor();
  });

  it('writes decisions into a file that is none', async () => {
    await rm(join(folder, '.sourcelight'), { recursive: true });
    await workbench.chooseOnItem('Imre Vandel', 'Not a Source');
    await workbench.treeItem('Imre Vandel').waitFor({ state: 'detached' });
    assert.match(await readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8'), /"not-source"/);
  });

  it('follows links as soon as the workspace is trusted', async () => {
    const decisions = join(elsewhere, 'decisions.ndjson');
    await rename(join(folder, '.sourcelight', 'decisions.ndjson'), decisions);
    await rm(join(folder, '.sourcelight'), { recursive: true });
    await symlink(elsewhere, join(folder, '.sourcelight'));
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .click();
    await workbench.statusItem('Restricted Mode').waitFor({ state: 'detached' });
    await workbench.openFile(SAMPLE);
    // What the workspace's settings say counts from now on.
    await workbench.statusItem('Excluded').waitFor();
    await writeFile(join(folder, '.vscode', 'settings.json'), '{}');
    await workbench.treeItem('Adela Brandt').waitFor();
    assert.match(await workbench.hover('Adela Brandt'), /harbour warden/);
    await workbench.runCommand('Sourcelight: Undo Last Decision');
    await workbench.treeItem('Imre Vandel').waitFor();
    assert.equal(await readFile(decisions, 'utf8'), '');
    await workbench.picture('trusted');
  });
});

describe('disabled and enabled again', () => {
  let workbench: Workbench;

  withSamples({ settings: SETTINGS, size: { width: 1500, height: 800 } }, async (started, folder) => {
    workbench = started;
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.showContainer('Sourcelight');
    await workbench.chooseOnItem('Imre Vandel', 'Not a Source');
    await workbench.treeItem('Decisions (1)').waitFor();
  });

  const container = () =>
    workbench.page.locator('.activitybar .action-item .action-label[aria-label^="Sourcelight"]');

  const inList = () => workbench.page.locator('.extension-list-item', { hasText: 'Sourcelight' });

  const onPage = (button: string) =>
    workbench.page
      .locator('.extension-editor .action-label.extension-action:visible', { hasText: button })
      .first();

  it('takes its marks and views away, and shows no error', async () => {
    assert.ok((await workbench.marks()).length > 0);
    await workbench.showContainer('Extensions');
    await inList().click();
    await onPage('Disable').click();
    await onPage('Reload Window').click();
    await onPage('Reload Window').waitFor({ state: 'detached' });
    await inList().waitFor();
    // The window opens the article, as it did at first.
    await workbench.page.locator('.view-line').first().waitFor();
    await workbench.noMarks();
    await container().waitFor({ state: 'detached' });
    await workbench.picture('disabled');
    assert.deepEqual(await workbench.errors(), []);
  });

  it('brings marks, tree and decisions back', async () => {
    await inList().click();
    await onPage('Enable').click();
    await container().waitFor();
    await workbench.picture('enabled');
    await workbench.openFile(SAMPLE);
    assert.ok((await workbench.marks()).length > 0);
    await workbench.showContainer('Sourcelight');
    await workbench.treeItem('Decisions (1)').waitFor();
    await workbench.treeItem('Adela Brandt').waitFor();
    assert.equal(await workbench.treeItem('Imre Vandel').count(), 0);
    await workbench.picture('enabled again');
    assert.deepEqual(await workbench.errors(), []);
  });
});

describe('an article in two editors', () => {
  let workbench: Workbench;

  withSamples({ settings: SETTINGS, size: { width: 1500, height: 800 } }, async (started, folder) => {
    workbench = started;
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.marks();
    await workbench.runCommand('View: Split Editor Right');
    await workbench.editors.nth(1).locator('.view-line').first().waitFor();
  });

  const markedIn = async (half: number) =>
    (await workbench.marks(workbench.editors.nth(half))).map(({ text }) => text);

  it('has the same marks in both', async () => {
    const [left, right] = [await markedIn(0), await markedIn(1)];
    assert.ok(left.includes('Mayor Adela Brandt'), left.join(' | '));
    assert.deepEqual(right, left);
  });

  it('has the same card in both', async () => {
    const cards: string[] = [];
    for (const half of [0, 1]) {
      cards.push(await workbench.hover('Adela Brandt', workbench.editors.nth(half)));
    }
    assert.match(cards[0] ?? '', /mayor/i);
    assert.equal(cards[1], cards[0]);
    await workbench.picture('two editors');
  });

  it('marks in both what is typed in one', async () => {
    await workbench.goToLine(1);
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('\n\n“The bay belongs to us,” said Runa Silfver, a pilot.');
    for (const half of [0, 1]) {
      assert.ok((await workbench.marksOn('Runa Silfver', workbench.editors.nth(half))).length > 0);
    }
    await workbench.picture('two editors edited');
    assert.deepEqual(await markedIn(1), await markedIn(0));
  });
});

for (const [theme, name] of [
  ['Default High Contrast', 'dark'],
  ['Default High Contrast Light', 'light'],
] as const) {
  describe(`in the ${name} theme with high contrast`, () => {
    let workbench: Workbench;

    withSamples({ settings: { ...SETTINGS, 'workbench.colorTheme': theme } }, async (started, folder) => {
      workbench = started;
      await writeFile(
        join(folder, 'pier.article'),
        [
          'The pier will be closed, Mayor Oda Reiss said on Monday.',
          '“It is rotten,” said a source. “It was never safe,” a spokesman for Low Harbour Piers claimed.',
          'Reiss said that the council would meet again in April.',
        ].join('\n\n'),
      );
      await workbench.open(folder, join(folder, 'pier.article'));
      await workbench.statusItem(/\d+ checks/).waitFor();
    });

    it('tells the kinds of marks apart by lines that no diagnostic covers', async () => {
      await workbench.marks();
      await workbench.picture(`high contrast ${name}`);
      const lines = new Map(
        (await workbench.marks()).map(({ text, above, border }) => [text, { above, border }]),
      );
      const above = ['Mayor Oda Reiss', 'a source', 'a spokesman', 'said'].map(words => {
        const [, line] = [...lines].find(([text]) => text.includes(words)) ?? [];
        assert.ok(line, `“${words}” in ${[...lines.keys()].join(' | ')}`);
        return line.above;
      });
      assert.equal(new Set(above).size, above.length, above.join());
      assert.ok(
        above.every(line => !/^0px|none/.test(line)),
        above.join(),
      );
    });
  });
}

describe('saving an article about which something was decided', () => {
  let workbench: Workbench;
  let folder: string;

  withSamples({ settings: SETTINGS }, async (started, samples) => {
    workbench = started;
    folder = samples;
    await workbench.open(folder, join(folder, SAMPLE));
    await workbench.showContainer('Sourcelight');
  });

  const saveAs = async (name: string) => {
    await workbench.runCommand('File: Save As...');
    const path = workbench.page.locator('.quick-input-widget input.input');
    await path.fill(join(folder, name));
    // The dialog takes what is written a moment later.
    await workbench.page.waitForTimeout(1000);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active').filter({ hasText: name }).waitFor();
  };

  /** The articles that the decisions in the file are about. */
  const becomes = async (expected: readonly string[]) => {
    const sources = async () => {
      const text = await readFile(join(folder, '.sourcelight', 'decisions.ndjson'), 'utf8').catch(() => '');
      return [...text.matchAll(/"source":"([^"]+)"/g)].map(([, source]) => source);
    };
    for (let tries = 0; tries < 50 && (await sources()).length < expected.length; tries++) {
      await workbench.page.waitForTimeout(100);
    }
    assert.deepEqual(await sources(), expected);
  };

  it('takes the decisions along when it was untitled', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.page.locator('.tab.active').filter({ hasText: 'Untitled-1' }).waitFor();
    await workbench.page.keyboard.insertText(
      'The pier will be closed in April, Mayor Oda Reiss said on Monday. The council will meet again in June.\n\n' +
        '“We have waited long enough,” said Runa Silfver, who has been a pilot in the harbour for many years.\n',
    );
    await workbench.treeItem('Runa Silfver').waitFor();
    await workbench.chooseOnItem('Runa Silfver', 'Not a Source');
    await workbench.treeItem('Runa Silfver').waitFor({ state: 'detached' });
    await saveAs('pier.txt');
    await workbench.treeItem('Oda Reiss').waitFor();
    await workbench.treeItem('Decisions (1)').waitFor();
    await becomes(['pier.txt']);
    await workbench.picture('saved with its decisions');
  });

  it('has them be about both articles when it is saved under another name', async () => {
    await saveAs('quay.txt');
    await workbench.treeItem('Oda Reiss').waitFor();
    await workbench.treeItem('Decisions (1)').waitFor();
    await becomes(['pier.txt', 'quay.txt']);
    await workbench.treeItem('Runa Silfver').waitFor({ state: 'detached' });
    await workbench.picture('saved under another name');
  });
});
