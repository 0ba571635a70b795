import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { table, writeSection } from '../../bench/page.js';
import { root } from '../../scripts/run.mjs';
import { findDesktop } from './desktop.js';

/**
 * Runs the tests of `test/extension.test.ts` and `test/editor/` inside the extension host of a real VS Code: `--host=node` or `--host=web`.
 * With `--bench`, those alone that measure, at full size; `--write` puts their figures into docs/performance.md, and
 * `--profile` tells where the time goes. Profiles are left in `out/host-NAME.cpuprofile`. Desktop VS Code serves for the Node host where the machine has it; the web worker host is that of VS Code in a browser.
 */
async function main(): Promise<void> {
  const { host, bench, profile, write } = parseArgs({
    options: {
      host: { type: 'string' },
      bench: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  }).values;
  if (host !== 'node' && host !== 'web') throw new Error('--host=node or --host=web');
  const tests = join(root, 'out', 'host', `${host}.js`);
  if (!existsSync(tests)) throw new Error('The tests are not built: npm run build');
  const workspace = join(root, 'out', 'workspace');
  // A run that was broken off leaves its files.
  await rm(workspace, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
  // A workspace's file lets the tests add folders: VS Code would start a new extension host for a lone folder.
  const workspaceFile = join(root, 'out', 'tests.code-workspace');
  await writeFile(workspaceFile, JSON.stringify({ folders: [{ path: 'workspace' }] }));
  const desktop = host === 'node' ? findDesktop() : undefined;
  const browser =
    process.platform === 'linux' ? join(root, 'test', 'host', 'code-in-browser.mjs') : undefined;
  const executable = desktop ?? browser;
  await runTests({
    // Where there is neither, @vscode/test-electron downloads the desktop's.
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    extensionTestsEnv: {
      ...(bench ? { SOURCELIGHT_BENCH: '1' } : {}),
      ...(profile ? { SOURCELIGHT_PROFILE: '1' } : {}),
    },
    launchArgs: [workspaceFile, '--disable-extensions', `--extensionDevelopmentKind=${host}`],
  });
  if (bench && write) await writeFigures();
}

async function writeFigures(): Promise<void> {
  const file = join(root, 'out', 'reports', 'bench-host.json');
  const figures = JSON.parse(await readFile(file, 'utf8')) as {
    what: string;
    figure: string;
    limit: string;
  }[];
  const rows = figures.map(({ what, figure, limit }) => [what, figure, limit]);
  const about = `VS Code’s extension host, ${availableParallelism()} cores.`;
  await writeSection('bench:host', `${about}\n\n${table(['what', 'figure', 'limit'], rows)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
