import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { literalsIn, madeWhileLoading, type Pattern } from './collect';

const root = join(__dirname, '..', '..');
const src = join(root, 'src');
/** A pattern is as good or bad as it ever was: verdicts are kept from run to run. */
const verdictsFile = join(root, 'out', 'regex-verdicts.json');
/** For one pattern, in milliseconds; what cannot be told by then is told apart from what is safe. */
const timeout = 1000;
/** Their modules can be loaded without VS Code. */
const hostFree = /^(?:analysis|articles|cli|export|mcp|tools|platform.node)[/\\]/;

/** Patterns that take polynomial time, with what keeps their input short. */
const known = JSON.parse(readFileSync(join(__dirname, 'known.json'), 'utf8')) as Record<string, string>;

type Verdict = 'safe' | 'unknown' | `vulnerable: ${string}`;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
const patterns = new Map<string, Pattern>();
for (const name of files) {
  const file = join(src, name);
  const found = [...literalsIn(file), ...(hostFree.test(name) ? madeWhileLoading(file) : [])];
  for (const pattern of found) {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!patterns.has(key)) patterns.set(key, pattern);
  }
}

function readVerdicts(): Record<string, Verdict> {
  try {
    return JSON.parse(readFileSync(verdictsFile, 'utf8')) as Record<string, Verdict>;
  } catch {
    return {};
  }
}

async function judge({ source, flags }: Pattern): Promise<Verdict> {
  const proven = await check(source, flags, { checker: 'automaton', timeout });
  if (proven.status === 'vulnerable') return `vulnerable: ${proven.complexity.summary}`;
  if (proven.status === 'safe') return 'safe';
  // Where nothing can be proven, some luck finds at least what no short input makes harmless.
  const tried = await check(source, flags, { checker: 'fuzz', timeout, randomSeed: 1 });
  const exponential = tried.status === 'vulnerable' && tried.complexity.type === 'exponential';
  return exponential ? 'vulnerable: exponential' : 'unknown';
}

describe('regular expressions', () => {
  const bad: string[] = [];

  it('take time linear in their input, as far as recheck can tell, except those that are known', async function () {
    this.timeout(0);
    const kept = readVerdicts();
    const verdicts: Record<string, Verdict> = {};
    for (const [key, pattern] of patterns) {
      const verdict = kept[key] ?? (await judge(pattern));
      verdicts[key] = verdict;
      if (verdict.startsWith('vulnerable')) bad.push(key);
    }
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(verdictsFile, JSON.stringify(verdicts, undefined, 1));
    const unbounded = bad.filter(key => !(key in known) || verdicts[key] === 'vulnerable: exponential');
    assert.deepEqual(
      unbounded.map(key => `${patterns.get(key)?.where}: ${key}: ${verdicts[key]}`),
      [],
    );
  });

  it('are listed as known only where they are there', () => {
    assert.deepEqual(
      Object.keys(known).filter(key => !patterns.has(key)),
      [],
    );
  });
});
