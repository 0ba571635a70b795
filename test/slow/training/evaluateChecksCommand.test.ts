import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { RULES } from '../../../src/analysis/checks';
import { evaluateChecksCommand } from '../../../training/evaluateChecksCommand';

const TEXT = '“The bridge is closed,” a source said. “It is rotten,” said Ines Okafor.';

describe('npm run evaluate:checks', () => {
  let folder: string;
  let articles: string;
  let document: string;
  let printed: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    articles = join(folder, 'towns.jsonl');
    document = join(folder, 'checks.md');
    const lines = ['a', 'b'].map(id => JSON.stringify({ id, text: id === 'a' ? TEXT : 'It rained.' }));
    await writeFile(articles, lines.join('\n'));
    await writeFile(
      document,
      'Before\n<!-- tables: npm run evaluate:checks -- --write -->\n<!-- end of tables -->\n',
    );
    printed = await evaluate('--write', articles);
  });
  after(() => rm(folder, { recursive: true }));

  async function evaluate(...args: string[]): Promise<string> {
    const stdout = new PassThrough();
    const texts = stdout.setEncoding('utf8').toArray();
    const terminal = { stdin: Readable.from([]), stdout, stderr: stdout, columns: 80, color: false };
    await evaluateChecksCommand({ ...terminal, fail: () => undefined }, document).parseAsync(args, {
      from: 'user',
    });
    stdout.end();
    return (await texts).join('');
  }

  it('prints a row for each rule, with its findings per article', () => {
    const rows = printed.trimEnd().split('\n').slice(2);
    assert.equal(rows.length, RULES.length);
    assert.match(
      rows.find(row => row.includes('anonymity.vague')) ?? '',
      /\| essential \| +\d+ \| +\d+ \| +0\.50 \|$/,
    );
  });

  it('prints a sample of findings in their context', async () => {
    const sample = await evaluate('--sample', 'anonymity.vague', articles, '5');
    assert.equal(
      sample,
      'a:24 {"source":"a source"}\n  “The bridge is closed,” [a source] said. “It is rotten,” said Ines Okafor.\n',
    );
  });

  it('writes the table into the document', async () => {
    assert.ok((await readFile(document, 'utf8')).includes(printed));
  });
});
