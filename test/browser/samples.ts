import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { putAway, readOverlays } from './overlays.js';
import { Workbench, type OpenOptions } from './workbench.js';

/** The sample article, by its name in the folder of samples. */
export const SAMPLE = 'harbour-deal.article';

/**
 * Much longer than anything takes, also on a machine that is slow and busy: what is not seen is to end a test with an
 * error that says so, not with mocha's. Milliseconds.
 */
const LIMIT = 300_000;

/** Is handed the workbench and a folder, before the first test. */
type Begin = (workbench: Workbench, folder: string) => Promise<void>;

/** Starts a workbench for the tests of a `describe`, with a copy of the samples that they may change. */
export function withSamples(options: OpenOptions, begin: Begin): void {
  withFolder(options, async (workbench, folder) => {
    await cp(join(root, 'samples'), folder, { recursive: true });
    await begin(workbench, folder);
  });
}

/**
 * Starts a workbench for the tests of a `describe`, with an empty folder, and ends both behind them. A test that fails
 * leaves a picture, and says what lay over the window; one that is tried again begins without that.
 */
export function withFolder(options: OpenOptions, begin: Begin): void {
  let workbench: Workbench | undefined;
  let temporary: string;
  let begun: string;

  before(async function () {
    this.timeout(LIMIT);
    temporary = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const folder = join(temporary, 'articles');
    await mkdir(folder);
    workbench = await Workbench.start(options);
    try {
      await begin(workbench, folder);
    } catch (error) {
      await look(workbench, `failed: before ${this.test?.parent?.title}`, error);
      throw error;
    }
  });

  after(async () => {
    await workbench?.stop();
    await rm(temporary, { recursive: true, force: true });
  });

  beforeEach(async function () {
    this.currentTest?.timeout(LIMIT);
    const title = this.currentTest?.fullTitle() ?? '';
    const again = title === begun;
    begun = title;
    if (!workbench || !again) return;
    await look(workbench, `tried again: ${title}`);
    await putAway(workbench.page);
  });

  afterEach(async function () {
    const { currentTest } = this;
    if (workbench && currentTest?.isFailed()) {
      await look(workbench, `failed: ${currentTest.fullTitle()}`, currentTest.err);
    }
  });
}

/** Takes a picture of a window where something went wrong, and has the error say what lay over it. */
async function look(workbench: Workbench, name: string, error?: unknown): Promise<void> {
  await workbench.picture(name).catch(() => undefined);
  const overlays = await readOverlays(workbench.page);
  const words =
    overlays.length > 0 ? `Over the window: ${overlays.join(', ')}` : 'Nothing lay over the window';
  if (error instanceof Error) addTo(error, words);
  else console.log(`      ${name}. ${words}`);
}

/** A log of Playwright's tells the same of every attempt. */
const LINES = 20;

function addTo(error: Error, words: string): void {
  const { message, stack = '' } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length);
  error.message = [...message.split('\n').slice(0, LINES), words].join('\n');
  error.stack = `${error.name}: ${error.message}${frames}`;
}
