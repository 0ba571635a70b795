import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzeCommand } from '../../src/cli/analyze';
import { importCommand } from '../../src/cli/import';
import { untrainedWeights } from '../articles/weights';
import { run } from './terminal';

const ARTICLE = '🚢 “The bridge is closed,” Mayor Ida Brandt said on Monday.\r\n';

const weights = untrainedWeights();
const analyze = (...args: string[]) =>
  run(terminal => analyzeCommand(terminal, () => Promise.resolve(weights)), args);
const importAnnotations = (args: string[], stdin = '') => run(importCommand, args, stdin);

describe('sourcelight import', () => {
  let folder: string;
  let annotations: string;
  const file = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await writeFile(file('bridge.txt'), `\ufeff${ARTICLE}`);
    await writeFile(file('other.txt'), `Monday. ${ARTICLE}`);
    annotations = (await analyze('-f', 'webannotation', file('bridge.txt'))).out;
    await writeFile(file('bridge.jsonld'), annotations);
  });
  after(() => rm(folder, { recursive: true }));

  it('gives the analysis back that was exported', async () => {
    const { out } = await analyze('-f', 'json', file('bridge.txt'));
    const imported = await importAnnotations([file('bridge.jsonld'), file('bridge.txt')]);
    assert.deepEqual(imported, { out, err: '', exitCode: 0 });
  });

  it('reads standard input, and prints in any format', async () => {
    const { out } = await importAnnotations(['-f', 'csv', '-', file('bridge.txt')], annotations);
    assert.match(out, /,said,"🚢 “The bridge is closed,”",/);
  });

  const refused: [what: string, args: () => string[], stdin: string, message: string][] = [
    [
      'another text',
      () => ['-', file('other.txt')],
      '',
      '-: the annotations belong to another version of the text',
    ],
    ['other JSON', () => ['-', file('bridge.txt')], '{}', '-: no annotations made by Sourcelight'],
    ['no JSON', () => ['-', file('bridge.txt')], 'x', '-: no annotations made by Sourcelight'],
    ['a missing article', () => ['-', 'no.txt'], '', 'no.txt: no such file'],
    ['missing annotations', () => ['no.jsonld', file('bridge.txt')], '', 'no.jsonld: no such file'],
  ];
  for (const [what, args, stdin, message] of refused) {
    it(`refuses ${what}`, async () => {
      assert.deepEqual(await importAnnotations(args(), stdin || annotations), {
        out: '',
        err: `sourcelight: ${message}\n`,
        exitCode: 1,
      });
    });
  }
});
