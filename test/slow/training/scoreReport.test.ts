import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Report } from '../../../training/scoreReport';
import { subjects } from '../../training/scoreFixture';
import { inScorersForm } from '../../training/scorersForm';

const own = inScorersForm(new Report(subjects).scores);

describe('The scorers of the evaluation data', () => {
  const beside = join(import.meta.dirname, '../../../../shared/eval');
  // The scripts look at the path that they were started by.
  const scorers = existsSync(beside) ? realpathSync(beside) : beside;
  let folder: string;

  before(async function () {
    if (!existsSync(scorers)) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const lines = (records: readonly unknown[]) => records.map(record => JSON.stringify(record)).join('\n');
    await writeFile(join(folder, 'gold.jsonl'), lines(subjects.map(({ gold }) => gold)));
    await writeFile(join(folder, 'analysis.ndjson'), lines(subjects.map(({ analysis }) => analysis)));
  });

  after(async () => {
    if (existsSync(scorers)) await rm(folder, { recursive: true });
  });

  const run = (scorer: string): unknown => {
    const files = ['gold.jsonl', 'analysis.ndjson'].map(name => join(folder, name));
    const { stdout, stderr } = spawnSync(process.execPath, [join(scorers, scorer), ...files, '--json']);
    assert.equal(stderr.toString(), '');
    return JSON.parse(stdout.toString());
  };

  it('score the attributions of the fixture as we do', () => {
    assert.deepEqual(run('score-attributions.mjs'), own.attributions);
  });

  it('score the actors of the fixture as we do', () => {
    assert.deepEqual(run('score-actors.mjs'), own.actors);
  });
});
