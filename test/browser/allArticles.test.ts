import * as assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSamples } from './samples.js';
import { until } from './until.js';
import type { Workbench } from './workbench.js';

const VIEW = 'All Articles';

describe('all articles of a folder, with the packaged extension installed', () => {
  let workbench: Workbench;

  withSamples({}, async (started, folder) => {
    workbench = started;
    await writeFile(
      join(folder, 'pier.article'),
      'Pier will stand, says harbour master\n\n' +
        '“We have waited long enough,” Oda Reiss, the harbour master, told the town council on Monday.\n\n' +
        'Two officials, who asked not to be named, said that the pier was rotten.\n',
    );
    await writeFile(
      join(folder, 'ferry.article'),
      'Ferry to Low Island runs again\n\n' +
        'The ferry will sail in April, Oda Reiss said on Tuesday. “It is about time,” Reiss added.\n',
    );
    await writeFile(join(folder, 'broken.txt'), Buffer.from([1, 0, 2, 0, 0, 3]));
    await workbench.open(folder, join(folder, 'pier.article'));
    await workbench.sideBar.showContainer('Sourcelight');
    await workbench.sideBar.foldView('Checks');
  });

  it('are analysed on request, and who speaks in them is listed', async () => {
    await workbench.quickInput.runCommand('Analyze All Articles in Folder');
    await workbench.quickInput.pick('articles');
    await workbench.sideBar.treeItem('Oda Reiss', VIEW).waitFor();
    await workbench.sideBar.foldView('Who Said What');
    await workbench.sideBar.expand('Oda Reiss', VIEW);
    await workbench.sideBar.expand('Ferry to Low Island runs again', VIEW);
    const wanted = [/^Oda Reiss/, /^1 file could not be analyzed/, /It is about time/];
    await workbench.sideBar.treeLabels(
      labels => wanted.every(it => labels.some(label => it.test(label))),
      VIEW,
    );
    await workbench.picture('all articles');
  });

  it('are listed by the share of their claims that is anonymous', async () => {
    const shares = workbench.page.locator('.sidebar .monaco-list-row[aria-label*="% anonymous"]');
    const isListed = () => shares.first().isVisible();
    if (!(await isListed())) {
      await workbench.sideBar.pressTitleButton('List All Articles by Anonymous Share', isListed, VIEW);
    }
    await workbench.sideBar.expand('Pier will stand', VIEW);
    await workbench.sideBar.treeLabels(
      labels => labels.some(label => /Pier will stand.*\d+% anonymous/.test(label)),
      VIEW,
    );
    await workbench.picture('all articles by anonymous share');
    assert.deepEqual(await workbench.errors(), []);
  });
});

const FIRST = ['Ada', 'Ida', 'Otto', 'Tom', 'Ines', 'Jan', 'Lena', 'Rolf', 'Mira', 'Paul'];
const LAST = ['Lind', 'Berg', 'Moll', 'Reyes', 'Okafor', 'Galt', 'Fenwick', 'Harrow', 'Corbel', 'Kestrel'];
const THINGS = ['ferry', 'pier', 'tram line', 'school', 'reservoir', 'night train', 'market', 'lighthouse'];

/** An invented article; a third of them call their first source by a middle initial as well. */
function articleOf(nth: number): string {
  const [first = '', last = '', thing = ''] = [FIRST[nth % 10], LAST[(nth * 7) % 10], THINGS[nth % 8]];
  const name = nth % 3 === 0 ? `${first} J. ${last}` : `${first} ${last}`;
  return [
    `Town weighs its ${thing}, day ${nth}`,
    `The ${thing} will close in year ${nth}, ${name}, a member of the town council, said on Monday.`,
    `“We cannot pay ${nth} crowns for it,” ${last} added.`,
    `Two officials, who asked not to be named because they feared for their jobs, warned that the ${thing} was unsafe.`,
    nth % 2 === 0
      ? `“It was never safe,” said ${FIRST[(nth + 3) % 10]} Quist, who has kept it for years.`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

describe('a few hundred articles, with the packaged extension installed', () => {
  let workbench: Workbench;
  let folder: string;
  const reopen = async () => {
    await workbench.open(folder, join(folder, 'harbour-deal.article'));
    await workbench.sideBar.showContainer('Sourcelight');
  };

  withSamples({}, async (started, samples) => {
    workbench = started;
    folder = samples;
    await mkdir(join(folder, 'town'));
    for (let nth = 0; nth < 300; nth++)
      await writeFile(join(folder, 'town', `day-${nth}.article`), `${articleOf(nth)}\n`);
    await reopen();
    await workbench.sideBar.foldView('Checks');
    await workbench.sideBar.foldView('Who Said What');
  });

  it('are searched and unfolded from the keyboard', async () => {
    await workbench.quickInput.runCommand('Analyze All Articles in Folder');
    await workbench.quickInput.pick('articles');
    await workbench.sideBar
      .message(VIEW)
      .filter({ hasText: /^\s*301 articles/ })
      .waitFor({ timeout: 200_000 });
    await workbench.picture('some hundred articles');
    await workbench.quickInput.runCommand('Search All Articles');
    await workbench.quickInput.answer('lind');
    await workbench.sideBar.message(VIEW).filter({ hasText: 'Search: “lind”' }).waitFor();
    await until(
      'the articles of the first person',
      async () => {
        await workbench.quickInput.runCommand('Focus on All Articles View');
        for (const key of ['Home', 'ArrowRight']) await workbench.page.keyboard.press(key);
      },
      () => workbench.sideBar.has('Town weighs its', VIEW),
    );
    await workbench.sideBar.treeLabels(
      ([first = '']) => /Lind, person, \d+ claims, \d+ articles, also/.test(first),
      VIEW,
    );
    await workbench.picture('some hundred articles, searched');
    assert.deepEqual(await workbench.errors(), []);
  });

  it('are there again in the next window, with the time and an offer to bring them up to date', async () => {
    await reopen();
    await workbench.sideBar
      .message(VIEW)
      .filter({ hasText: /From .+Bring All Articles Up to Date/ })
      .waitFor();
    await workbench.sideBar.treeItem('Lind', VIEW).waitFor();
    await workbench.picture('all articles of an earlier window');
    await workbench.sideBar.pressTitleButton(
      'Bring All Articles Up to Date',
      () => workbench.sideBar.message(VIEW).filter({ hasNotText: 'From' }).isVisible(),
      VIEW,
    );
    assert.deepEqual(await workbench.errors(), []);
  });
});
