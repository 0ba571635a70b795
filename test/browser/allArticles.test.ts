import * as assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withSamples } from './samples.js';
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
    await workbench.showContainer('Sourcelight');
    await workbench.foldView('Checks');
  });

  it('are analysed on request, and who speaks in them is listed', async () => {
    await workbench.runCommand('Analyze All Articles in Folder');
    await workbench.pick('articles');
    await workbench.treeItem('Oda Reiss', VIEW).waitFor();
    await workbench.foldView('Who Said What');
    await workbench.expand('Oda Reiss', VIEW);
    await workbench.expand('Ferry to Low Island runs again', VIEW);
    const labels = await workbench.treeLabels(VIEW);
    assert.ok(
      labels.some(label => label.startsWith('Oda Reiss')),
      labels.join('\n'),
    );
    assert.ok(
      labels.some(label => label.startsWith('1 file could not be analyzed')),
      labels.join('\n'),
    );
    assert.ok(
      labels.some(label => label.includes('It is about time')),
      labels.join('\n'),
    );
    await workbench.picture('all articles');
  });

  it('are listed by the share of their claims that is anonymous', async () => {
    await workbench.pressTitleButton('List All Articles by Anonymous Share', VIEW);
    await workbench.expand('Pier will stand', VIEW);
    const labels = await workbench.treeLabels(VIEW);
    assert.ok(
      labels.some(label => /Pier will stand.*\d+% anonymous/.test(label)),
      labels.join('\n'),
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
    await workbench.showContainer('Sourcelight');
  };

  withSamples({}, async (started, samples) => {
    workbench = started;
    folder = samples;
    await mkdir(join(folder, 'town'));
    for (let nth = 0; nth < 300; nth++)
      await writeFile(join(folder, 'town', `day-${nth}.article`), `${articleOf(nth)}\n`);
    await reopen();
    await workbench.foldView('Checks');
    await workbench.foldView('Who Said What');
  });

  it('are searched and unfolded from the keyboard', async () => {
    await workbench.runCommand('Analyze All Articles in Folder');
    await workbench.pick('articles');
    await workbench
      .message(VIEW)
      .filter({ hasText: /^\s*301 articles/ })
      .waitFor({ timeout: 90_000 });
    await workbench.picture('some hundred articles');
    await workbench.runCommand('Search All Articles');
    await workbench.page.locator('.quick-input-widget input.input').fill('lind');
    await workbench.page.keyboard.press('Enter');
    await workbench.message(VIEW).filter({ hasText: 'Search: “lind”' }).waitFor();
    await workbench.runCommand('Focus on All Articles View');
    for (const key of ['Home', 'ArrowRight']) await workbench.page.keyboard.press(key);
    await workbench.treeItem('Town weighs its', VIEW).waitFor();
    const labels = await workbench.treeLabels(VIEW);
    assert.match(labels[0] ?? '', /Lind, person, \d+ claims, \d+ articles, also/);
    await workbench.picture('some hundred articles, searched');
    assert.deepEqual(await workbench.errors(), []);
  });

  it('are there again in the next window, with the time and an offer to bring them up to date', async () => {
    await reopen();
    await workbench
      .message(VIEW)
      .filter({ hasText: /From .+Bring All Articles Up to Date/ })
      .waitFor();
    assert.ok((await workbench.treeItems(VIEW)).some(row => row.includes('Lind')));
    await workbench.picture('all articles of an earlier window');
    await workbench.pressTitleButton('Bring All Articles Up to Date', VIEW);
    await workbench.message(VIEW).filter({ hasNotText: 'From' }).waitFor();
    assert.deepEqual(await workbench.errors(), []);
  });
});
