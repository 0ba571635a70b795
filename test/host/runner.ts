import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** Which of VS Code's extension hosts this bundle is for; set by the build. */
declare const HOST: 'node' | 'web';

/**
 * VS Code calls this inside its extension host. Runs the tests, prints the results and leaves their
 * counts and what failed in `out/reports/`; rejects where a test failed, and VS Code then exits with 1.
 */
export async function run(): Promise<void> {
  try {
    const counts = await runMocha();
    await leaveCounts(counts);
    if (counts.failures.length > 0) throw new Error(`${counts.failures.length} tests failed`);
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

/** As `scripts/counts.cjs` leaves them. */
interface Counts {
  passed: number;
  skipped: number;
  failures: string[];
}

async function runMocha(): Promise<Counts> {
  // The bundle of mocha for browsers serves both hosts; what it does beyond this looks for a page.
  const mocha = new Mocha({ ui: 'bdd', reporter: Lines, timeout: 30_000, retries: 2 });
  if (process.env.SOURCELIGHT_BENCH === '1') mocha.grep('the extension host’s thread');
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('host-tests');
  return new Promise(resolve => {
    const failures: string[] = [];
    const runner = mocha.run(() => {
      const { passes, pending } = runner.stats!;
      resolve({ passed: passes, skipped: pending, failures });
    });
    runner.on('fail', test => failures.push(test.titlePath().join(' › ')));
  });
}

async function leaveCounts(counts: Counts): Promise<void> {
  const extension = vscode.extensions.getExtension('sourcelight.sourcelight');
  if (extension === undefined) throw new Error('The extension is not loaded.');
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(extension.extensionUri, 'out', 'reports', `host-${HOST}.json`),
    new TextEncoder().encode(JSON.stringify(counts)),
  );
}

/** The bar tells our lines from those VS Code writes to the same log. */
function print(text: string): void {
  console.log(text.replace(/^/gm, '│ '));
}

/** mocha's own reporters write to a terminal or a page, and the extension host has neither. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('suite', suite => {
      if (suite.title) print(`\n${suite.titlePath().join(' › ')}`);
    });
    runner.on('pass', test => {
      print(`  ✔ ${test.title}`);
    });
    runner.on('pending', test => {
      print(`  - ${test.title}`);
    });
    runner.on('fail', (test, error: Error) => {
      print(`  ✘ ${test.title}\n${error.stack ?? error.message}`);
    });
    runner.once('end', () => {
      print(`\n${runner.stats?.passes} passing, ${runner.stats?.failures} failing (${HOST} host)`);
    });
  }
}
