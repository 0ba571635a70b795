import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserFiles } from '../../src/platform/node/userFiles';
import { decided, dismissedEverywhere, writeUserFile } from './decided';

const TEXT = 'The quay had sunk, Ida Brandt said. It would rise, Ole Holm said.';

describe('what the user has laid down for an article', () => {
  let root: string;
  const at = (...names: string[]) => join(root, ...names);
  const told: string[] = [];
  const userFiles = (top?: string, decisions = true) =>
    new UserFiles({ decisions, tell: problem => told.push(problem), ...(top === undefined ? {} : { top }) });
  const ids = async (file: string, files = userFiles()) =>
    (await files.about(file)).decisions.map(({ id }) => id);

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await mkdir(at('desk', 'news', 'deep'), { recursive: true });
    await mkdir(at('broken'));
    await writeUserFile(root, 'words.json', '{ "outlets": ["Tidewire"] }');
    await writeUserFile(root, 'decisions.ndjson', `${decided(TEXT, 'desk/news/a.txt', 'Ida', 'named')}\n`);
    const lines = [
      decided(TEXT, 'news/a.txt', 'Ole', 'named'),
      'no decision',
      '',
      decided(TEXT, 'news/b.txt', 'Ida', 'named'),
      dismissedEverywhere('anonymity.vague'),
      decided(TEXT, 'news/a.txt', 'Ida', 'named', { private: true }),
      '{"kind":"of a later version"}',
    ];
    await writeUserFile(at('desk'), 'decisions.ndjson', `\uFEFF${lines.join('\r\n')}\n`);
    await writeUserFile(at('broken'), 'words.json', '{ "cues": 7 }');
  });
  after(() => rm(root, { recursive: true }));
  beforeEach(() => told.splice(0));

  it('is that of the nearest folder, by the path from there, and what holds for every file', async () => {
    assert.deepEqual(await ids(at('desk', 'news', 'a.txt')), ['anonymity.vague', 'named Ole']);
    assert.deepEqual(await ids(at('desk', 'news', 'deep', 'a.txt')), ['anonymity.vague']);
    assert.deepEqual(await ids(at('elsewhere.txt')), []);
  });

  it('may come from different folders', async () => {
    const { words, decisions } = await userFiles().about(at('desk', 'news', 'a.txt'));
    assert.deepEqual([words?.outlets, decisions.length], [['Tidewire'], 2]);
  });

  it('is without decisions where these are left aside', async () => {
    assert.deepEqual(await ids(at('desk', 'news', 'a.txt'), userFiles(undefined, false)), []);
    assert.deepEqual(told, []);
  });

  it('is not looked for above a folder', async () => {
    assert.equal((await userFiles(at('desk')).about(at('desk', 'news', 'a.txt'))).words, null);
    assert.deepEqual(await ids(at('desk', 'news', 'a.txt'), userFiles(at('desk', 'news'))), []);
  });

  it('is told of, once, where a line or a file is broken; the rest counts', async () => {
    const files = userFiles();
    for (const name of ['a.txt', 'b.txt']) await files.about(at('desk', 'news', name));
    const path = at('desk', '.sourcelight', 'decisions.ndjson');
    assert.deepEqual(
      told,
      [2, 7].map(line => `${path}:${line}: cannot be read as a decision, and is left aside`),
    );
    assert.equal((await files.about(at('broken', 'a.txt'))).words, null);
    assert.match(told.at(-1) ?? '', /broken.\.sourcelight.words\.json: cues: /);
  });
});
