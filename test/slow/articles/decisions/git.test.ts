import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '../../../../src/articles/decisions/decision';
import {
  decisionLine,
  mergeDecisions,
  parseDecisions,
  serialiseDecisions,
} from '../../../../src/articles/decisions/decisionFile';
import { withUnionMerge } from '../../../../src/articles/decisions/gitAttributes';

const FIRST: Decision = {
  id: 'd1',
  at: '2031-04-02T09:00:00.000Z',
  kind: 'dismiss',
  check: 'anonymity.vague',
  file: 'ferry.article',
  target: null,
};

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
    writeFileSync(file(), `${decisionLine(FIRST).raw}\n`);
    git('add', '.');
    git('commit', '--message', 'Begin');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('merges what two people decided about the same article', () => {
    const mine = { ...FIRST, id: 'd2', at: '2031-04-03T09:00:00.000Z' };
    const theirs = { ...FIRST, id: 'd3', at: '2031-04-03T08:00:00.000Z', file: null, target: null };
    const both = { ...FIRST, id: 'd4', at: '2031-04-03T10:00:00.000Z' };
    git('checkout', '-b', 'theirs');
    decide(theirs, both);
    git('checkout', 'main');
    decide(mine);
    git('merge', 'theirs');
    assert.deepEqual(
      parseDecisions(readFileSync(file(), 'utf8')),
      mergeDecisions([], [FIRST, mine, theirs, both].map(decisionLine)),
    );
  });
});
