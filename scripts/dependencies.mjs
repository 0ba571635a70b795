import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, run } from './run.mjs';

/** Installs what package-lock.json names, where it is not there yet. Uses Node alone: it runs in a fresh clone. */
export async function installDependencies() {
  if (await isInstalled()) return;
  await withLock(join(root, '.vscode-test', 'dependencies.lock'), async () => {
    if (await isInstalled()) return;
    console.log('Installing the dependencies (npm ci)');
    if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) throw new Error('npm ci failed');
  });
}

/** Compares the lock file with the copy that npm leaves in node_modules as the last thing it does. */
async function isInstalled() {
  const [wanted, present] = await Promise.all([
    packagesIn(join(root, 'package-lock.json')),
    packagesIn(join(root, 'node_modules', '.package-lock.json')).catch(() => undefined),
  ]);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || present?.[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function packagesIn(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}
