import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { Workbench, type OpenOptions } from './workbench.js';

/** The sample article, by its name in the folder of samples. */
export const SAMPLE = 'harbour-deal.article';

/**
 * Starts a workbench for the tests of a `describe`, with a copy of the samples that they may change, and ends both
 * behind them. A test that fails leaves a picture.
 *
 * @param begin is handed the workbench and the folder of the copy, before the first test
 */
export function withSamples(
  options: OpenOptions,
  begin: (workbench: Workbench, folder: string) => Promise<void>,
): void {
  let workbench: Workbench;
  let temporary: string;

  before(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const folder = join(temporary, 'articles');
    await cp(join(root, 'samples'), folder, { recursive: true });
    workbench = await Workbench.start(options);
    await begin(workbench, folder);
  });

  after(async () => {
    await workbench.stop();
    await rm(temporary, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.picture(`failed: ${this.currentTest.title}`);
  });
}
