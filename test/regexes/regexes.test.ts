import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { literalsIn, madeWhileLoading, type Pattern } from './collect';

const root = join(__dirname, '..', '..');
const src = join(root, 'src');
/** A pattern is as good or bad as it ever was: verdicts are kept from run to run. */
const verdictsFile = join(root, 'out', 'regexes.json');
/** For one pattern, in milliseconds; what cannot be told by then is told apart from what is safe. */
const timeout = 1000;
/** Their modules can be loaded without VS Code. */
const hostFree = /^(?:analysis|articles|cli|export|mcp|tools|platform.node)[/\\]/;

/**
 * Patterns that take more than linear time, with what keeps their input short; `open` where nothing was found yet that
 * does. No new ones come in.
 */
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
  const diagnostics = await check(source, flags, { checker: 'automaton', timeout });
  return diagnostics.status === 'vulnerable'
    ? `vulnerable: ${diagnostics.complexity.summary}`
    : diagnostics.status;
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
    const unbounded = bad.filter(key => !(key in known));
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
