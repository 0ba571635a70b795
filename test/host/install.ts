import { access, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from '../../scripts/lock.mjs';
import { root, run } from '../../scripts/run.mjs';

/** Where the parts of the browser host lie, once installed. */
export interface BrowserHost {
  /** Node 24, which code-server needs. */
  readonly node: string;
  /** code-server's script: VS Code's workbench and its two extension hosts. */
  readonly server: string;
  /** A browser, and what has to stand in its environment. */
  readonly browser: { readonly executable: string; readonly env: Readonly<Record<string, string>> };
}

const manifest = join(root, 'test', 'host', 'package.json');
const cache = join(root, '.vscode-test');
const folder = join(cache, 'browser-host');
const modules = join(folder, 'node_modules');
const browserFolder = join(folder, 'chromium');
const fontConfiguration = join(browserFolder, 'fonts.conf');
/** The manifest that was installed. */
const marker = join(folder, 'installed.json');
/** The installation is made beside its place and then moved there, whole. */
const staging = `${folder}-`;

/**
 * Installs VS Code for the browser from npm, in the versions of `test/host/package.json`, into a folder that git
 * ignores. Does nothing where that has been done; may run in several processes at once.
 *
 * @throws when the machine is not Linux, or npm fails.
 */
export async function installBrowserHost(): Promise<BrowserHost> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `VS Code in a browser is set up for Linux only, not for ${process.platform} ${process.arch}.`,
    );
  }
  if (!(await isInstalled())) {
    await withLock(`${folder}.lock`, async () => {
      if (!(await isInstalled())) await install();
    });
  }
  return {
    node: join(modules, `node-linux-${process.arch}`, 'bin', 'node'),
    server: join(modules, 'code-server', 'out', 'node', 'entry.js'),
    browser: findBrowser(),
  };
}

async function isInstalled(): Promise<boolean> {
  const [wanted, present] = await Promise.all([
    readFile(manifest, 'utf8'),
    readFile(marker, 'utf8').catch(() => undefined),
  ]);
  return wanted === present;
}

async function install(): Promise<void> {
  console.log('Installing VS Code for the browser from npm (once, about 900 MB on disk, a minute or two)');
  await removeLeftovers();
  const stage = `${staging}${process.pid}`;
  await mkdir(stage, { recursive: true });
  await copyFile(manifest, join(stage, 'package.json'));
  const vscode = join(stage, 'node_modules', 'code-server', 'lib', 'vscode');
  for (const cwd of [stage, vscode, join(vscode, 'extensions')]) await npmInstall(cwd);
  await access(join(stage, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'));
  if (process.arch === 'x64') await unpackBrowser(stage);
  await copyFile(manifest, join(stage, basename(marker)));
  await rm(folder, { recursive: true, force: true });
  await rename(stage, folder);
  await removeLeftovers();
  console.log('VS Code for the browser is installed');
}

/** An npm whose parent was killed may still be writing there: what cannot be removed now is later. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(cache);
  const leftovers = names.map(name => join(cache, name)).filter(path => path.startsWith(staging));
  await Promise.allSettled(leftovers.map(path => rm(path, { recursive: true, force: true })));
}

/** Without install scripts nothing is compiled: the native modules left out only cost log lines. */
async function npmInstall(cwd: string): Promise<void> {
  const flags = [
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  ];
  if ((await run('npm', ['install', ...flags], { cwd })) !== 0)
    throw new Error(`npm install failed in ${cwd}`);
}

/**
 * Unpacks the Chromium that ships inside an npm package, with the libraries and fonts it brings. The package
 * unpacks into the folder for temporary files, and its libraries only where it believes to run on AWS Lambda.
 */
async function unpackBrowser(stage: string): Promise<void> {
  const target = join(stage, basename(browserFolder));
  await mkdir(target);
  const script = "import('@sparticuz/chromium').then(it => it.default.executablePath())";
  const env = { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  if ((await run(process.execPath, ['-e', script], { cwd: stage, env })) !== 0) {
    throw new Error('Chromium could not be unpacked');
  }
  const fonts = ['/usr/share/fonts', '/usr/local/share/fonts', join(browserFolder, 'fonts', 'fonts')];
  await writeFile(
    join(target, basename(fontConfiguration)),
    `<?xml version="1.0"?>\n<fontconfig>${fonts.map(dir => `<dir>${dir}</dir>`).join('')}` +
      `<cachedir>${join(browserFolder, 'font-cache')}</cachedir></fontconfig>\n`,
  );
}

/** `CHROME_PATH` where it is set, else the unpacked Chromium, else one that the machine has. */
function findBrowser(): BrowserHost['browser'] {
  const asked = process.env.CHROME_PATH;
  if (asked !== undefined) return { executable: asked, env: {} };
  const unpacked = join(browserFolder, 'chromium');
  if (existsSync(unpacked)) {
    const libraries = join(browserFolder, 'al2023', 'lib');
    return { executable: unpacked, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfiguration } };
  }
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .map(name => join('/usr/bin', name))
    .find(existsSync);
  if (installed === undefined) throw new Error('No browser found: install Chromium or set CHROME_PATH.');
  return { executable: installed, env: {} };
}

/* `node --import tsx test/host/install.ts` installs it ahead of the tests. */
if (process.argv[1] === __filename) {
  installBrowserHost().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
