import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { evaluateCommand, type Kept } from '../../../training/evaluateCommand';
import { subjects } from '../../training/scoreFixture';

describe('npm run evaluate', () => {
  let folder: string;
  let gold: string;
  let kept: Kept;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    gold = join(folder, 'towns.jsonl');
    kept = { baseline: join(folder, 'baseline.json'), document: join(folder, 'accuracy.md') };
    await writeFile(gold, subjects.map(({ gold }) => JSON.stringify(gold)).join('\n'));
    await writeFile(kept.baseline, '{}');
    await writeFile(
      kept.document,
      'Before\n<!-- tables: npm run evaluate -- --write -->\n<!-- end of tables -->\n',
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Scores the rules alone: what the trained weights find changes with them. */
  async function evaluate(...options: string[]) {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const texts = Promise.all([stdout.setEncoding('utf8').toArray(), stderr.setEncoding('utf8').toArray()]);
    let exitCode = 0;
    const command = evaluateCommand(
      {
        ...{ stdin: Readable.from([]), stdout, stderr, columns: 80, color: false },
        fail: code => {
          exitCode = code;
        },
      },
      kept,
    );
    await command.parseAsync(['--rules', ...options, gold], { from: 'user' });
    stdout.end();
    stderr.end();
    const [out, err] = await texts;
    return { out: out.join(''), err: err.join(''), exitCode };
  }

  const readKept = async () =>
    JSON.parse(await readFile(kept.baseline, 'utf8')) as Record<string, Record<string, number>>;

  it('prints the tables of each file', async () => {
    const { out, err, exitCode } = await evaluate();
    assert.match(out, /^### towns\n\n3 articles, 11 claims annotated, \d found/);
    assert.match(out, /\n\| end to end /);
    assert.deepEqual([err, exitCode], ['', 0]);
  });

  it('writes the tables into the document', async () => {
    const { out } = await evaluate('--write');
    const document = await readFile(kept.document, 'utf8');
    assert.ok(document.startsWith('Before\n') && document.includes(out.trimEnd()));
  });

  it('passes the check against the baseline that it has kept', async () => {
    await evaluate('--baseline');
    assert.deepEqual(Object.keys((await readKept()).towns!), ['content', 'endToEnd']);
    assert.deepEqual(await evaluate('--check'), { out: '', err: '', exitCode: 0 });
  });

  it('fails the check where the baseline was better', async () => {
    await evaluate('--baseline');
    await writeFile(kept.baseline, JSON.stringify({ towns: { ...(await readKept()).towns, content: 1 } }));
    const { err, exitCode } = await evaluate('--check');
    assert.match(err, /^towns: content F1 dropped from 100\.00 to [\d.]+\n$/);
    assert.equal(exitCode, 1);
  });

  it('fails the check of a file that has no baseline', async () => {
    assert.deepEqual(await evaluate('--check'), {
      out: '',
      err: 'towns: no baseline is kept for this file\n',
      exitCode: 1,
    });
  });
});
