// Tries the properties in test/fuzz for longer than `npm test` does: `npm run fuzz -- --minutes 10 --seed 7 [FILE…]`.
// What fails is printed shrunk, with the seed that brings it about again.
import { parseArgs } from 'node:util';
import { run } from './run.mjs';

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
console.log(`Seed ${seed}`);
const files = positionals.length > 0 ? positionals : ['test/fuzz/**/*.test.ts'];
process.exitCode = await run(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', '--no-config', '--import=tsx', ...files],
  { env: { ...process.env, FUZZ_SEED: seed, FUZZ_SECONDS: String(Number(values.minutes) * 60) } },
);
