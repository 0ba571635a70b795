import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patternsOfCode } from './collect';
import { growsFaster } from './growth';
import { judge, readLedger } from './ledger';

const patterns = patternsOfCode();
const ledger = readLedger();
/** Patterns that take polynomial time, or may for all that can be told, with what keeps their input short. */
const known = JSON.parse(readFileSync(join(__dirname, 'known.json'), 'utf8')) as Record<string, string>;

describe('regular expressions', () => {
  it('take time linear in their input, as far as recheck can tell, except those that are known', async function () {
    this.timeout(0);
    const unbounded: string[] = [];
    for (const [key, pattern] of patterns) {
      const verdict = ledger[key] ?? (await judge(pattern));
      const harmless = verdict === 'linear' || verdict.startsWith('not proven: ');
      if (!harmless && (!(key in known) || verdict === 'exponential'))
        unbounded.push(`${pattern.where}: ${key}: ${verdict}`);
    }
    assert.deepEqual(unbounded, []);
  });

  it('leave the ledger with the code: npm run regexes', () => {
    assert.deepEqual(
      Object.keys(ledger).filter(key => !patterns.has(key)),
      [],
    );
  });

  it('are listed as known only where they are there and not proven to be linear', () => {
    assert.deepEqual(
      Object.keys(known).filter(key => !patterns.has(key) || ledger[key] === 'linear'),
      [],
    );
  });

  it('are told apart by the time that V8 needs', () => {
    const letters = { pumps: [{ prefix: '', pump: 'b', bias: 0 }], suffix: ' ' };
    assert.equal(growsFaster({ source: '[a-c]+\\.', flags: '' }, letters), true);
    assert.equal(growsFaster({ source: '\\b[a-c]+\\.', flags: '' }, letters), false);
  });

  it('are judged anew where the ledger has none of them', async function () {
    this.timeout(0);
    const verdicts = ['\\bpier\\b', '[a-c]+\\.', '^(?:a|b|ab)*c$', '(?<!q)[a-c]+\\.', '(?<!q)pier+'].map(
      source => judge({ source, flags: '', where: 'here' }),
    );
    assert.deepEqual(await Promise.all(verdicts), [
      'linear',
      '2nd degree polynomial',
      'exponential',
      '2nd degree polynomial',
      'not proven: look-behind assertion',
    ]);
  });
});
