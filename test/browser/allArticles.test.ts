import * as assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
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
