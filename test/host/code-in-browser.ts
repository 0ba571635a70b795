import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.js';
import { installBrowserHost } from './install.js';
import { startServer, type PageRequest } from './server.js';

/** For all tests together, in milliseconds: several times as long as they take, as another machine may be slower. */
const limit = 900_000;

/**
 * Does what desktop VS Code does with `--extensionDevelopmentPath=… --extensionTestsPath=… WORKSPACE`: runs the
 * tests inside its extension host and prints their output. `--extensionDevelopmentKind=web` chooses the web worker
 * host.
 *
 * @returns the exit code of the tests
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const workspace = positionals.find(it => it.startsWith('/'));
  if (typeof extension !== 'string' || typeof tests !== 'string' || workspace === undefined) {
    throw new Error('Needs --extensionDevelopmentPath, --extensionTestsPath and the file of a workspace.');
  }
  const settings =
    values.extensionDevelopmentKind === 'web'
      ? { 'remote.extensionKind': { 'sourcelight.sourcelight': ['web'] } }
      : {};
  return runTests({ extension, tests, workspace }, settings);
}

async function runTests(
  request: Required<Pick<PageRequest, 'extension' | 'tests' | 'workspace'>>,
  settings: Record<string, unknown>,
): Promise<number> {
  const host = await installBrowserHost();
  const profile = await mkdtemp(join(tmpdir(), 'sourcelight-host-'));
  const logFile = join(request.workspace, '..', 'vscode.log');
  const log = createWriteStream(logFile);
  const server = await startServer(host, { profile, settings, testDriver: true });
  try {
    const browser = await launchBrowser(host);
    try {
      const page = await browser.newPage();
      const finished = new Promise<number>((resolve, reject) => {
        const fail = (reason: string) => () => {
          reject(new Error(reason));
        };
        process.once('SIGINT', fail('Interrupted')).once('SIGTERM', fail('Interrupted'));
        browser.once('disconnected', fail('The browser ended before the tests did'));
        setTimeout(fail(`The tests did not end within ${limit / 1000} s`), limit).unref();
        void page.exposeFunction('codeAutomationExit', resolve);
      });
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const text = format(...args);
        log.write(`${text}\n`);
        if (text.startsWith('│')) console.log(text);
      });
      await page.goto(server.url(request));
      const code = await finished;
      if (code !== 0) console.log(`What VS Code says: ${logFile}`);
      return code;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  }
}

void main().then(code => {
  process.exitCode = code;
});
