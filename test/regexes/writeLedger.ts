// Judges the regular expressions that are not in the ledger, and takes out those that are no longer in the code. May
// take minutes: `npm run regexes`.
import { patternsOfCode } from './collect';
import { judge, readLedger, writeLedger, type Ledger } from './ledger';

async function main(): Promise<void> {
  const kept = readLedger();
  const ledger: Ledger = {};
  for (const [key, pattern] of patternsOfCode()) {
    const known = kept[key];
    ledger[key] = known ?? (await judge(pattern));
    if (!known) console.log(`${pattern.where}: ${key}: ${ledger[key]}`);
  }
  writeLedger(ledger);
}

void main();
