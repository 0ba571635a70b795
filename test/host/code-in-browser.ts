import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.js';
import { installBrowserHost } from './install.js';
import { startServer } from './server.js';

/**
 * Does what desktop VS Code does with `--extensionDevelopmentPath --extensionTestsPath [folder]`: runs the tests
 * inside its extension host, prints their output and exits with their code. `--extensionDevelopmentKind=web`
 * chooses the web worker host.
 */
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
if (typeof extension !== 'string' || typeof tests !== 'string') {
  throw new Error('Needs --extensionDevelopmentPath and --extensionTestsPath.');
}
const limit = 300_000;
process.exitCode = await runTests(
  extension,
  tests,
  positionals.find(it => it.startsWith('/')),
);

async function runTests(extension: string, tests: string, folder: string | undefined): Promise<number> {
  const host = await installBrowserHost();
  const profile = await mkdtemp(join(tmpdir(), 'sourcelight-host-'));
  const settings =
    values['extensionDevelopmentKind'] === 'web'
      ? { 'remote.extensionKind': { 'sourcelight.sourcelight': ['web'] } }
      : {};
  const server = await startServer(host, { profile, settings, testDriver: true });
  const browser = await launchBrowser(host);
  try {
    const page = await browser.newPage();
    const finished = new Promise<number>((resolve, reject) => {
      const interrupted = () => {
        reject(new Error('Interrupted'));
      };
      process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
      browser.once('disconnected', () => {
        reject(new Error('The browser ended before the tests did'));
      });
      setTimeout(() => {
        reject(new Error(`The tests did not end within ${limit / 1000} s`));
      }, limit).unref();
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      console.log(format(...args));
    });
    await page.goto(server.url({ ...(folder === undefined ? {} : { folder }), extension, tests }));
    return await finished;
  } finally {
    await browser.close();
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  }
}
