import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, type VulnerableDiagnostics } from 'recheck';
import type { Pattern } from './collect';
import { growsFaster } from './growth';

/**
 * What is known of a pattern's time: proven to be linear; not proven, as recheck cannot read it or does not get to an
 * end, but searched for bad texts without finding any; as bad as was proven or found; or nothing in the time there was.
 */
export type Verdict =
  'linear' | `not proven: ${string}` | `${string} polynomial` | 'exponential' | 'undecided';

/** By pattern. */
export type Ledger = Record<string, Verdict>;

const file = join(__dirname, 'ledger.json');

/** For a proof and for a search, in milliseconds: no machine is to be too slow for what another one can tell. */
const timeout = 60_000;

export function readLedger(): Ledger {
  return JSON.parse(readFileSync(file, 'utf8')) as Ledger;
}

export function writeLedger(ledger: Ledger): void {
  const sorted = Object.entries(ledger).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
}

export async function judge(pattern: Pattern): Promise<Verdict> {
  const { source, flags } = pattern;
  const proven = await check(source, flags, { checker: 'automaton', timeout });
  if (proven.status === 'safe') return 'linear';
  if (proven.status === 'vulnerable') return complexity(proven);
  const searched = await check(source, flags, { checker: 'fuzz', timeout, randomSeed: 1 });
  if (searched.status === 'unknown') return 'undecided';
  if (searched.status === 'vulnerable') {
    const { type } = searched.complexity;
    if (type === 'exponential' || growsFaster(pattern, searched.attack)) return complexity(searched);
  }
  return `not proven: ${proven.error.kind === 'unsupported' ? proven.error.message : proven.error.kind}`;
}

function complexity({ complexity: { type, summary } }: VulnerableDiagnostics): Verdict {
  // Of what it found by search recheck says so: `2nd degree polynomial (fuzz)`.
  return type === 'exponential' ? 'exponential' : (summary.replace(' (fuzz)', '') as Verdict);
}
