import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { Analysis, CheckCode } from '../../../src/analysis/contract';
import { analyzeCommand } from '../../../src/cli/analyze';
import { damagedWeights, untrainedWeights } from '../../articles/weights';
import { decided, dismissedEverywhere, writeUserFile } from '../../platform/decided';
import { run } from '../../cli/terminal';

const ARTICLE = '“The bridge is closed,” Mayor Ida Brandt said on Monday.\n';

const weights = untrainedWeights();

const analyze = (
  args: readonly string[],
  stdin: string | Uint8Array = '',
  readWeights = () => Promise.resolve(weights),
) => run(terminal => analyzeCommand(terminal, readWeights), args, stdin);

const parseLines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Analysis);

describe('sourcelight analyze', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    await writeFile(file('bridge.txt'), ARTICLE);
    await writeFile(file('quiet.txt'), 'It rained in Elden.\n');
    await writeFile(file('empty.txt'), '');
    await writeFile(file('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    await writeFile(file('bom.txt'), '\ufeff' + ARTICLE);
    await writeFile(file('utf16.txt'), Buffer.from('\ufeff' + ARTICLE, 'utf16le'));
    await writeFile(file('windows.txt'), Buffer.from('\x93No,\x94 Mayor Ida Brandt said.', 'latin1'));
    await writeFile(
      file('cut.txt'),
      Buffer.concat([Buffer.from('“No,” Mayor Ida Brandt said. Caf'), Buffer.from([0xc3])]),
    );
  });
  after(() => rm(folder, { recursive: true }));

  it('prints one analysis as a JSON object', async () => {
    const { out, err, exitCode } = await analyze(['--format', 'json', file('bridge.txt')]);
    const analysis = JSON.parse(out) as Analysis;
    assert.equal(analysis.version, 1);
    assert.equal(analysis.file, file('bridge.txt'));
    assert.equal(analysis.id, null);
    const [quotation] = analysis.quotations;
    assert.equal(ARTICLE.slice(quotation?.span.start, quotation?.span.end), '“The bridge is closed,”');
    assert.deepEqual([err, exitCode], ['', 0]);
  });

  it('prints several analyses as a JSON array', async () => {
    const { out } = await analyze(['--format', 'json', file('bridge.txt'), file('quiet.txt')]);
    const files = (JSON.parse(out) as Analysis[]).map(analysis => analysis.file);
    assert.deepEqual(files, [file('bridge.txt'), file('quiet.txt')]);
  });

  it('prints an array even where none of several files can be read', async () => {
    const { out, exitCode } = await analyze(['--format', 'json', file('no.txt'), file('nor.txt')]);
    assert.deepEqual([JSON.parse(out), exitCode], [[], 1]);
  });

  it('prints an analysis a line, in the order of the files', async () => {
    const { out } = await analyze([
      '--format',
      'ndjson',
      file('quiet.txt'),
      file('bridge.txt'),
      file('empty.txt'),
    ]);
    assert.deepEqual(
      parseLines(out).map(analysis => [analysis.file, analysis.quotations.length]),
      [
        [file('quiet.txt'), 0],
        [file('bridge.txt'), 1],
        [file('empty.txt'), 0],
      ],
    );
  });

  it('reads standard input as -', async () => {
    const { out, exitCode } = await analyze(['--format', 'ndjson', '-'], ARTICLE);
    assert.deepEqual(
      [parseLines(out)[0]?.file, parseLines(out)[0]?.quotations.length, exitCode],
      ['-', 1, 0],
    );
  });

  it('gives the id of each line of NDJSON back', async () => {
    const lines = [
      '{"id":"a","text":"One."}',
      '',
      '{"text":"Two.","id":7}',
      '{"text":"“Three.\u2028”"}\r',
      '',
    ];
    const { out, err, exitCode } = await analyze(
      ['--format', 'ndjson', '--input', 'ndjson', '-'],
      lines.join('\n'),
    );
    assert.deepEqual(
      parseLines(out).map(analysis => [analysis.id, analysis.file]),
      [
        ['a', null],
        ['7', null],
        [null, null],
      ],
    );
    assert.deepEqual([err, exitCode], ['', 0]);
  });

  it('says which line of NDJSON is none, and analyses the others', async () => {
    const lines = [
      '{"id":"a","text":"One."}',
      '{"id":"b"',
      '{"id":"c"}',
      '["d"]',
      '{"id":"e","text":"Five."}',
    ];
    const { out, err, exitCode } = await analyze(
      ['--format', 'ndjson', '-i', 'ndjson', '-'],
      lines.join('\n'),
    );
    assert.deepEqual(
      parseLines(out).map(({ id }) => id),
      ['a', 'e'],
    );
    const said = [2, 3, 4].map(line => `sourcelight: -:${line}: not a JSON object with a string "text"\n`);
    assert.deepEqual([err, exitCode], [said.join(''), 1]);
  });

  const unreadable: [what: string, name: string, reason: string][] = [
    ['a missing file', 'no.txt', 'no such file'],
    ['a folder', '.', 'is a directory'],
    ['a binary file', 'picture.png', 'is a binary file, not text'],
  ];
  for (const [what, name, reason] of unreadable) {
    it(`says that ${what} cannot be read, and analyses the others`, async () => {
      const { out, err, exitCode } = await analyze(['--format', 'ndjson', file(name), file('bridge.txt')]);
      assert.equal(err, `sourcelight: ${file(name)}: ${reason}\n`);
      assert.deepEqual(
        parseLines(out).map(analysis => analysis.file),
        [file('bridge.txt')],
      );
      assert.equal(exitCode, 1);
    });
  }

  for (const name of ['bom.txt', 'utf16.txt']) {
    it(`counts offsets without the byte order mark of ${name}`, async () => {
      const { out, err } = await analyze(['--format', 'json', file(name)]);
      assert.deepEqual((JSON.parse(out) as Analysis).quotations[0]?.span, { start: 0, end: 23 });
      assert.equal(err, '');
    });
  }

  const damaged: [name: string, encoding: string][] = [
    ['windows.txt', 'Windows-1252'],
    ['cut.txt', 'UTF-8 with replacement characters'],
  ];
  for (const [name, encoding] of damaged) {
    it(`analyses ${name}, which is no valid UTF-8, and says that it is read as ${encoding}`, async () => {
      const { out, err, exitCode } = await analyze(['--format', 'json', file(name)]);
      assert.deepEqual((JSON.parse(out) as Analysis).quotations[0]?.span, { start: 0, end: 5 });
      assert.equal(err, `sourcelight: ${file(name)}: not valid UTF-8, read as ${encoding}\n`);
      assert.equal(exitCode, 0);
    });
  }

  const checked = '“The bridge is closed,” a source said.';
  const profiles: [profile: string[], codes: string[]][] = [
    [[], ['anonymity.reason-missing', 'anonymity.basis-missing', 'anonymity.vague']],
    [
      ['--checks', 'strict'],
      ['anonymity.reason-missing', 'anonymity.basis-missing', 'anonymity.vague', 'anonymity.single-source'],
    ],
    [['--checks', 'off'], []],
  ];
  for (const [args, codes] of profiles) {
    it(`prints the checks of the profile: ${args[1] ?? 'essential, by default'}`, async () => {
      const { out } = await analyze(['--format', 'ndjson', ...args, '-'], checked);
      const found = new Set(parseLines(out)[0]?.checks.map(({ code }) => code));
      assert.deepEqual(
        [
          'anonymity.reason-missing',
          'anonymity.basis-missing',
          'anonymity.vague',
          'anonymity.single-source',
        ].filter(code => found.has(code as CheckCode)),
        codes,
      );
      if (codes.length === 0) assert.equal(found.size, 0);
    });
  }

  it('prints the checks below the table of an article', async () => {
    const { out } = await analyze(['-'], checked);
    assert.match(out, /\n1:25 anonymity\.vague: a source\n/);
  });

  it('tells the language of an article', async () => {
    const text =
      'Le conseil municipal a voté lundi la fermeture du pont du port aux camions, a déclaré la maire Ida Brandt.';
    const { out } = await analyze(['--format', 'json', '-'], text);
    assert.equal((JSON.parse(out) as Analysis).language, 'fr');
  });

  it('prints a table by default', async () => {
    const { out } = await analyze([file('bridge.txt'), file('quiet.txt')]);
    assert.match(out, /bridge\.txt: 1 attribution, 1 source \(0 anonymous\), 1 quotation\n/);
    assert.match(out, /│ .*Ida Brandt .*│ said +│ direct +│ “The bridge is closed,” +│/);
    assert.match(out, /quiet\.txt: 0 attributions, 0 sources \(0 anonymous\), 0 quotations\n$/);
  });

  it('prints the claims of all articles as one CSV', async () => {
    const { out } = await analyze(['-f', 'csv', file('bridge.txt'), file('quiet.txt'), file('bom.txt')]);
    const lines = out.split('\r\n');
    assert.deepEqual([lines.length, lines[0]?.slice(0, 18), lines[3]], [4, 'article,title,date', '']);
    assert.ok(lines[1]?.startsWith(`${file('bridge.txt')},`));
    assert.ok(lines[2]?.startsWith(`${file('bom.txt')},`));
  });

  it('prints the head of a CSV where no article can be read', async () => {
    const { out, exitCode } = await analyze(['-f', 'csv', file('no.txt')]);
    assert.match(out, /^article,title,[^\n]*\r\n$/);
    assert.equal(exitCode, 1);
  });

  it('prints a part of the Markdown for each article', async () => {
    const { out } = await analyze(['-f', 'markdown', file('bridge.txt'), file('quiet.txt')]);
    assert.equal(out.match(/^# /gm)?.length, 2);
    assert.match(out, /\n- “The bridge is closed,” \(said; line 1\)\n\n# /);
  });

  it('prints web annotations as one document, or as one a line for several articles', async () => {
    const one = await analyze(['-f', 'webannotation', file('bridge.txt')]);
    assert.equal((JSON.parse(one.out) as { type: string }).type, 'AnnotationCollection');
    const many = await analyze(['-f', 'webannotation', file('bridge.txt'), file('quiet.txt')]);
    assert.deepEqual(
      parseLines(many.out).map(collection => (collection as unknown as { total: number }).total > 0),
      [true, true],
    );
  });

  for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'webannotation']) {
    it(`leaves names out of ${format}`, async () => {
      const text = `${ARTICLE}“No,” said Ole Holm of Brandt’s office.\n`;
      const args = ['-f', format, '--redact', 'Ida Brandt', '-r', 'Holm', '-'];
      const { out: printed, err, exitCode } = await analyze(args, text);
      const out = printed.replaceAll('\\', '');
      assert.doesNotMatch(out, /\b(Brandt|Holm|Ida|Ole)\b/);
      assert.match(out, /\[source 1\]/);
      assert.match(out, /\[source 2\]/);
      assert.deepEqual([err, exitCode], ['', 0]);
    });
  }

  it('leaves a name out without a trace of whose it was', async () => {
    const { out } = await analyze(['-f', 'csv', '-r', 'brandt', '--redact-as', 'omit', '-'], ARTICLE);
    assert.match(out, /a1,\[…\],/);
    assert.doesNotMatch(out, /source 1|brandt/i);
  });

  it('says which name no article had, and fails', async () => {
    const { err, exitCode } = await analyze([
      '-r',
      'Brand',
      '-r',
      'Brandt',
      file('bridge.txt'),
      file('quiet.txt'),
    ]);
    assert.deepEqual([err, exitCode], ['sourcelight: no article names “Brand”, so it was not left out\n', 1]);
  });

  describe('in a folder with decisions', () => {
    const text = `${ARTICLE}“Good,” a source said.\n`;
    const words = '“The bridge is closed,”';
    const decidedOn = (name: string) => join(folder, 'decided', name);
    const codes = ({ checks }: Analysis) => new Set(checks.map(({ code }) => code));

    before(async () => {
      const lines = [
        decided(text, 'a.txt', words, 'not-claim'),
        decided(text, 'a.txt', 'a source', 'named'),
        'no decision',
        dismissedEverywhere('anonymity.vague'),
      ];
      await writeUserFile(join(folder, 'decided'), 'decisions.ndjson', lines.join('\n'));
      for (const name of ['a.txt', 'b.txt']) await writeFile(decidedOn(name), text);
    });

    it('heeds those about each article, and tells once of a line that is none', async () => {
      const { out, err, exitCode } = await analyze(['-f', 'ndjson', decidedOn('a.txt'), decidedOn('b.txt')]);
      const [a, b] = parseLines(out);
      assert.ok(a && b);
      assert.deepEqual([a.attributions.length, b.attributions.length], [1, 2]);
      const named = ({ actors }: Analysis) => actors.some(({ name }) => name === 'Wen Halloran');
      assert.deepEqual([named(a), named(b)], [true, false]);
      assert.deepEqual(
        a.decisions.map(({ state }) => state),
        ['applied', 'applied', 'applied'],
      );
      assert.ok(!codes(b).has('anonymity.vague') && codes(b).has('anonymity.reason-missing'));
      const file = decidedOn(join('.sourcelight', 'decisions.ndjson'));
      assert.equal(err, `sourcelight: ${file}:3: cannot be read as a decision, and is left aside\n`);
      assert.equal(exitCode, 0);
    });

    it('leaves them aside where that is asked for', async () => {
      const { out, err } = await analyze(['-f', 'ndjson', '--no-decisions', decidedOn('a.txt')]);
      const [a] = parseLines(out);
      assert.ok(a && codes(a).has('anonymity.vague'));
      assert.deepEqual([a.attributions.length, a.decisions, err], [2, [], '']);
    });
  });

  const unusable: [what: string, read: () => Promise<Uint8Array>, message: string][] = [
    ['are damaged', () => Promise.resolve(damagedWeights()), 'is damaged'],
    [
      'are something else',
      () => Promise.resolve(new TextEncoder().encode(ARTICLE.repeat(20))),
      'is damaged or something else',
    ],
    ['are missing', () => Promise.reject(new Error('no such file')), 'cannot be read (no such file)'],
  ];
  for (const [what, read, message] of unusable) {
    it(`says when the trained weights ${what}, and analyses by rules`, async () => {
      const { out, err, exitCode } = await analyze(['--format', 'ndjson', file('bridge.txt')], '', read);
      assert.equal(
        err,
        `sourcelight: model/tagger.bin ${message}: claims are found by rules alone, which find fewer of them.\n`,
      );
      assert.equal(parseLines(out)[0]?.attributions.length, 1);
      assert.equal(exitCode, 0);
    });
  }

  const misuse: [what: string, args: string[], message: RegExp][] = [
    ['no file', [], /missing required argument 'file'/],
    [
      'an unknown format',
      ['--format', 'xml', 'a'],
      /argument 'xml' is invalid.*table, json, ndjson, csv, markdown, webannotation/,
    ],
    ['an unknown input', ['--input', 'xml', 'a'], /argument 'xml' is invalid.*text, ndjson/],
    ['an unknown profile', ['--checks', 'all', 'a'], /argument 'all' is invalid.*essential, strict, off/],
    ['an empty name', ['--redact', ' ', 'a'], /argument ' ' is invalid. It is no name/],
    ['an unknown form of redaction', ['--redact-as', 'x', 'a'], /argument 'x' is invalid.*replace, omit/],
    ['an unknown option', ['--colour', 'a'], /unknown option '--colour'/],
  ];
  for (const [what, args, message] of misuse) {
    it(`refuses ${what}`, async () => {
      const { out, err, exitCode } = await analyze(args);
      assert.match(err, message);
      assert.deepEqual([out, exitCode], ['', 1]);
    });
  }

  it('reads no further than its output is taken', async () => {
    const lines = 300;
    let read = 0;
    const stdin = Readable.from(
      (function* () {
        for (; read < lines; read++) yield Buffer.from('{"text":"It rained in Elden."}\n');
      })(),
      { objectMode: false, highWaterMark: 64 },
    );
    const stdout = new PassThrough({ highWaterMark: 64 });
    const terminal = { stdin, stdout, stderr: stdout, columns: 80, color: false, fail: () => undefined };
    const command = analyzeCommand(terminal, () => Promise.resolve(weights));
    const done = command.parseAsync(['-f', 'ndjson', '-i', 'ndjson', '-'], { from: 'user' });
    await once(stdout, 'readable');
    for (let turn = 0; turn < 100; turn++) await new Promise(resolve => setImmediate(resolve));
    assert.ok(read < 100, `${read} lines were read ahead`);
    stdout.resume();
    await done;
    assert.equal(read, lines);
  });
});
