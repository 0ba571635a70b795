import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findDesktop } from '../test/host/desktop.js';
import { installBrowserHost } from '../test/host/install.js';
import { startServer } from '../test/host/server.js';
import { root, run } from './run.mjs';

const samples = join(root, 'samples');
/** Kept, so that what the user has set is there the next time. */
const profile = join(root, '.vscode-test', 'start');
const vsix = join(root, 'out', 'sourcelight.vsix');

/** Builds the extension and opens an article: the file given, else the sample. */
async function main(): Promise<void> {
  const file = resolve(process.argv[2] ?? join(samples, 'harbour-deal.article'));
  const desktop = findDesktop();
  if (desktop === undefined) await openInBrowser(file);
  else await openOnDesktop(desktop, file);
}

async function openOnDesktop(executable: string, file: string): Promise<void> {
  await npm('run', 'build', '--silent');
  console.log('Opening the article in VS Code. Close its window to end.');
  await run(executable, [
    ...['--user-data-dir', profile, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust'],
    ...['--wait', `--extensionDevelopmentPath=${root}`, samples, file],
  ]);
}

async function openInBrowser(file: string): Promise<void> {
  await npm('run', 'package', '--silent', '--', '--out', vsix);
  const host = await installBrowserHost();
  const server = await startServer(host, { profile, vsix });
  const url = server.url({ folder: samples, file });
  console.log(`\nVS Code runs on this machine alone. Open\n\n  ${url}\n\nCtrl+C ends it.`);
  showUrl(url);
  await new Promise(end => process.once('SIGINT', end));
  await server.stop();
}

/** Asks the desktop, where there is one, to show the page. */
function showUrl(url: string): void {
  const hasDesktop =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!hasDesktop) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function npm(...args: string[]): Promise<void> {
  if ((await run('npm', args, { quiet: true })) !== 0) throw new Error(`npm ${args.join(' ')} failed`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
