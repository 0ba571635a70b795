// Everything that has to hold, the fast things first. Installs what is missing. Every stage is run, so that one
// look shows all that fails; but where nothing could be built, the stages that need it are left out.
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { root, run } from './run.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command arguments of node, or of npm where the first one is `npm`
 * @property {string} [counts] where its tests leave their counts
 * @property {boolean} [vital] what follows needs it
 * @property {string} [data] a file it needs that is not part of the repository
 * @property {boolean} [browser] needs VS Code in a browser, which is set up for Linux alone
 */

const reports = join(root, 'out', 'reports');
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);
const tsx = ['--import', 'tsx'];
const mocha = (/** @type {string[]} */ ...args) => [
  bin('mocha/bin/mocha.js'),
  ...['--reporter', 'scripts/counts.cjs', ...args],
];
const slow = ['--no-config', '--import=tsx', '--timeout', '120000'];

/** @type {Stage[]} */
const stages = [
  { name: 'types', command: ['npm', 'run', 'typecheck', '--silent'] },
  { name: 'unit', command: mocha(), counts: 'unit.json' },
  {
    name: 'slow units',
    command: mocha(...slow, '--require=test/seed.ts', 'test/slow/**/*.test.ts'),
    counts: 'slow.json',
  },
  {
    name: 'accuracy',
    command: mocha(...slow, 'test/accuracy/**/*.test.ts'),
    counts: 'accuracy.json',
    data: '../shared/data/polnear-dev.jsonl',
  },
  { name: 'fuzz', command: mocha(...slow, 'test/fuzz/**/*.test.ts'), counts: 'fuzz.json' },
  {
    name: 'regular expressions',
    command: mocha(...slow, 'test/regexes/**/*.test.ts'),
    counts: 'regexes.json',
  },
  {
    name: 'growth',
    command: mocha(...slow, '--retries', '2', 'test/bench/**/*.test.ts'),
    counts: 'growth.json',
  },
  {
    name: 'strings for translators',
    command: mocha(...slow, 'test/l10n/**/*.test.ts'),
    counts: 'strings.json',
  },
  { name: 'lint', command: ['npm', 'run', 'lint', '--silent'] },
  {
    name: 'package',
    command: ['npm', 'run', 'package', '--silent', '--', '--out', 'out/sourcelight.vsix'],
    vital: true,
  },
  { name: 'bundles', command: mocha(...slow, 'test/build/**/*.test.ts'), counts: 'bundles.json' },
  { name: 'VS Code', command: [...tsx, 'test/host/install.ts'], vital: true, browser: true },
  { name: 'Node host', command: [...tsx, 'test/host/run.ts', '--host=node'], counts: 'host-node.json' },
  {
    name: 'web worker host',
    command: [...tsx, 'test/host/run.ts', '--host=web'],
    counts: 'host-web.json',
    browser: true,
  },
  {
    name: 'browser',
    command: mocha(...slow, '--retries', '2', 'test/browser/**/*.test.ts'),
    counts: 'browser.json',
    browser: true,
  },
];

await installDependencies();
await rm(reports, { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];
for (const stage of stages) {
  console.log(`\n── ${stage.name} ──`);
  if (stage.browser && process.platform !== 'linux') {
    console.log('Left out: this stage runs on Linux alone.');
    continue;
  }
  if (stage.data !== undefined && !existsSync(join(root, stage.data))) {
    console.log(`Left out: ${stage.data} is not there.`);
    continue;
  }
  const code = await runStage(stage);
  const counts = stage.counts === undefined ? undefined : await readCounts(stage.counts);
  const missing = stage.counts !== undefined && counts === undefined;
  total.passed += counts?.passed ?? 0;
  total.skipped += counts?.skipped ?? 0;
  // A stage that fails without a failed test still counts as one.
  const failed = Math.max(counts?.failures.length ?? 0, code !== 0 || missing ? 1 : 0);
  total.failed += failed;
  if (failed > 0) failures.push(stage.name, ...(counts?.failures ?? []).map(test => `  ${test}`));
  if (failed > 0 && stage.vital) break;
}
// Whoever sees the end of a long log alone still reads what failed.
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {Stage} stage */
function runStage({ command, counts }) {
  const env = { ...process.env, ...(counts === undefined ? {} : { COUNTS: join(reports, counts) }) };
  const [first = '', ...rest] = command;
  return first === 'npm' ? run('npm', rest, { env }) : run(process.execPath, command, { env });
}

/**
 * @param {string} name
 * @returns {Promise<{ passed: number, failures: string[], skipped: number } | undefined>}
 */
async function readCounts(name) {
  const text = await readFile(join(reports, name), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
