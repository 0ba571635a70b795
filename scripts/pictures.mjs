// Takes the README's pictures with the packaged extension: the browser run, which keeps some of what it sees.
import { run } from './run.mjs';

process.exitCode = await run(
  process.execPath,
  [
    'node_modules/mocha/bin/mocha.js',
    ...['--no-config', '--import=tsx', '--timeout=120000'],
    'test/browser/**/*.test.ts',
  ],
  { env: { ...process.env, PICTURES: '1' } },
);
