import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../scripts/run.mjs';
import type { BrowserHost } from './install.js';

export interface ServerOptions {
  /** Holds the server's settings, state and installed extensions. Absolute. */
  readonly profile: string;
  /** The user's settings, over a quiet default, where the profile has none yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install before the start. Absolute. */
  readonly vsix?: string;
  /** Lets a page name an unpacked extension and tests to run in its extension host. */
  readonly testDriver?: boolean;
}

export interface PageRequest {
  /** The folder to open. Absolute. */
  readonly folder?: string;
  /** The workspace's file to open, instead of a folder. Absolute. */
  readonly workspace?: string;
  /** A file to open. Absolute. */
  readonly file?: string;
  /** An unpacked extension; needs `testDriver`. Absolute. */
  readonly extension?: string;
  /** The module whose `run()` is called in the extension host; needs `testDriver`. Absolute. */
  readonly tests?: string;
}

/** VS Code on 127.0.0.1, until `stop` is called. */
export interface Server {
  url(request: PageRequest): string;
  stop(): Promise<void>;
}

const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // In the browser it saves by itself, which would write into the sample.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Starts VS Code's server on a free port of 127.0.0.1 and resolves when it listens. */
export async function startServer(host: BrowserHost, options: ServerOptions): Promise<Server> {
  const extensions = join(options.profile, 'extensions');
  await mkdir(join(options.profile, 'User'), { recursive: true });
  await mkdir(extensions, { recursive: true });
  await writeFile(join(options.profile, 'config.yaml'), '');
  const settings = join(options.profile, 'User', 'settings.json');
  if (!existsSync(settings)) {
    await writeFile(settings, JSON.stringify({ ...quiet, ...options.settings }, undefined, 2));
  }
  const places = [
    ...['--config', join(options.profile, 'config.yaml')],
    ...['--user-data-dir', options.profile],
    ...['--extensions-dir', extensions],
  ];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  // Set inside VS Code's own terminal: with it the server would hand its arguments to that window and leave.
  delete (env as NodeJS.ProcessEnv).VSCODE_IPC_HOOK_CLI;
  if (options.vsix !== undefined) {
    const install = [host.server, ...places, '--install-extension', options.vsix, '--force'];
    if ((await run(host.node, install, { env, quiet: true })) !== 0)
      throw new Error(`${options.vsix} could not be installed`);
  }
  const child = spawn(
    host.node,
    [
      host.server,
      ...places,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.testDriver === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    // A group of its own, so that everything the server starts ends with it.
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Nothing is left behind where this process ends without `stop`.
  const end = () => signalGroup(child, 'SIGKILL');
  const exit = () => process.exit(1);
  // Not `once`: a signal may come twice, from the terminal and from a parent, and the second would kill at once.
  process.on('exit', end).on('SIGTERM', exit).on('SIGHUP', exit);
  const stop = async () => {
    process.off('exit', end).off('SIGTERM', exit).off('SIGHUP', exit);
    await endGroup(child);
  };
  try {
    const authority = await listening(child);
    return { url: request => pageUrl(authority, request), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves with host and port as soon as the server names them. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const authority = /listening on https?:\/\/([\d.]+:\d+)/.exec(output)?.[1];
      if (authority !== undefined) resolve(authority);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', code => {
      reject(new Error(`VS Code's server ended (${code ?? 'killed'}) before it listened:\n${output}`));
    });
  });
}

function pageUrl(authority: string, request: PageRequest): string {
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload: [string, string][] = [];
  if (request.file !== undefined) payload.push(['openFile', remote(request.file)]);
  if (request.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(request.extension)]);
  if (request.tests !== undefined) payload.push(['extensionTestsPath', remote(request.tests)]);
  const url = new URL(`http://${authority}/`);
  if (request.folder !== undefined) url.searchParams.set('folder', request.folder);
  if (request.workspace !== undefined) url.searchParams.set('workspace', request.workspace);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Ends the process group, first asking, then not. */
async function endGroup(child: ChildProcess): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (let waited = 0; waited < 3000; waited += 100) {
      if (!signalGroup(child, waited === 0 ? signal : 0)) return;
      await sleep(100);
    }
  }
}

/** Whether the child's group still has a process; signal 0 only asks. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
