import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Decision } from '../../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  parseDecisions,
  serialiseDecisions,
  withoutDecisions,
} from '../../../src/articles/decisions/decisionFile';
import { withUnionMerge } from '../../../src/articles/decisions/gitAttributes';
import { decision, lines } from './arbitrary';

const VAGUE: Decision = {
  id: 'd1',
  at: '2031-04-02T09:00:00.000Z',
  kind: 'dismiss',
  check: 'anonymity.vague',
  file: 'ferry.article',
  target: { exact: 'two officials', prefix: 'rotten, ', suffix: ' said', start: 80, end: 93 },
};

describe('a file of decisions', () => {
  it('has a readable line for each', () => {
    assert.equal(
      decisionLine(VAGUE).raw,
      '{"id":"d1","kind":"dismiss","check":"anonymity.vague","target":{"source":"ferry.article","selector":[' +
        '{"type":"TextQuoteSelector","prefix":"rotten, ","exact":"two officials","suffix":" said"},' +
        '{"type":"TextPositionSelector","start":80,"end":93}]},"at":"2031-04-02T09:00:00.000Z"}',
    );
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(lines, all => assert.deepEqual(parseDecisions(serialiseDecisions(all)), all)));
  });

  it('gives every decision back', () => {
    fc.assert(
      fc.property(decision, made =>
        assert.deepEqual(
          parseDecisions(decisionLine(made).raw).map(line => line.decision),
          [made],
        ),
      ),
    );
  });

  it('loses no line, whatever somebody wrote into it', () => {
    const anything = fc.oneof(
      fc.string(),
      decision.map(made => decisionLine(made).raw),
    );
    fc.assert(
      fc.property(fc.array(anything), all => {
        const text = all.join('\n');
        const written = serialiseDecisions(parseDecisions(text));
        const filled = new Set(
          text
            .replace(/^\uFEFF/, '')
            .split('\n')
            .map(line => line.trimEnd())
            .filter(line => line.trim() !== ''),
        );
        assert.deepEqual(new Set(written.split('\n').slice(0, -1)), filled);
      }),
    );
  });

  const unreadable: [what: string, line: string][] = [
    ['is cut short', '{"id":"d1","kind":"dismiss","che'],
    ['is no object', '"dismiss"'],
    ['is of a later version', '{"id":"d1","kind":"remark","text":"call back","at":"2031-04-02T09:00:00Z"}'],
    ['has no id', '{"kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z"}'],
    ['has no time', '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"yesterday"}'],
    [
      'has a target without a file',
      '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z","target":{}}',
    ],
    [
      'has half a place',
      '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z","target":{"source":"a.txt","selector":[]}}',
    ],
  ];
  for (const [what, line] of unreadable) {
    it(`keeps a line that ${what}, and the others`, () => {
      const read = parseDecisions(`${line}\r\n${decisionLine(VAGUE).raw}\r\n`);
      assert.deepEqual(read, [decisionLine(VAGUE), { raw: line, decision: null }]);
    });
  }

  it('is the same when read again, where its last line ends with a carriage return alone', () => {
    const read = parseDecisions(`${decisionLine(VAGUE).raw}\r`);
    assert.deepEqual(read, [decisionLine(VAGUE)]);
  });

  it('is merged with another one whichever comes first, and with itself to no effect', () => {
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        assert.deepEqual(mergeDecisions(a, b), mergeDecisions(b, a));
        assert.deepEqual(mergeDecisions(a, a), a);
        assert.deepEqual(mergeDecisions(mergeDecisions(a, b), c), mergeDecisions(a, mergeDecisions(b, c)));
      }),
    );
  });

  it('is without a decision that was taken back, and keeps the others', () => {
    fc.assert(
      fc.property(lines, decision, (others, made) => {
        const all = mergeDecisions(others, [decisionLine(made)]);
        assert.deepEqual(withoutDecisions(all, new Set([made.id])), others);
      }),
    );
  });
});

describe('git', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.invalid', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  const file = () => join(folder, '.sourcelight', 'decisions.ndjson');
  const decide = (...made: Decision[]) => {
    const before = parseDecisions(readFileSync(file(), 'utf8'));
    writeFileSync(file(), serialiseDecisions(mergeDecisions(before, made.map(decisionLine))));
    git('commit', '--all', '--message', 'Decide');
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'decisions-'));
    git('init', '--initial-branch', 'main');
    mkdirSync(join(folder, '.sourcelight'));
    writeFileSync(join(folder, '.gitattributes'), withUnionMerge(''));
    writeFileSync(file(), `${decisionLine(VAGUE).raw}\n`);
    git('add', '.');
    git('commit', '--message', 'Begin');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('merges what two people decided about the same article', () => {
    const mine = { ...VAGUE, id: 'd2', at: '2031-04-03T09:00:00.000Z' };
    const theirs = { ...VAGUE, id: 'd3', at: '2031-04-03T08:00:00.000Z', file: null, target: null };
    const both = { ...VAGUE, id: 'd4', at: '2031-04-03T10:00:00.000Z' };
    git('checkout', '-b', 'theirs');
    decide(theirs, both);
    git('checkout', 'main');
    decide(mine);
    git('merge', 'theirs');
    assert.deepEqual(
      parseDecisions(readFileSync(file(), 'utf8')),
      mergeDecisions([], [VAGUE, mine, theirs, both].map(decisionLine)),
    );
  });
});
