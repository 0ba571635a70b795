import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { launchBrowser } from '../host/browser.js';
import { installBrowserHost } from '../host/install.js';
import { SAMPLE, withSamples } from './samples.js';
import { ATTEMPT, becomes, until } from './until.js';
import type { Workbench } from './workbench.js';

const pictures = join(root, 'out', 'screenshots');
const axe = createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong in a page, a line each. */
async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the Sources report as a file, in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const file = join(folder, 'report.html');
    const cli = join(root, 'dist', 'cli.js');
    execFileSync(process.execPath, [cli, 'report', join(root, 'samples', SAMPLE), '--out', file]);
    address = pathToFileURL(file).href;
    browser = await launchBrowser(await installBrowserHost());
    await mkdir(pictures, { recursive: true });
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page with the report, and what it asked for or complained of. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', request => {
      if (request.url() !== address) faults.push(request.url());
    });
    page.on('console', message => faults.push(message.text()));
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(address);
    return { page, faults };
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1000, 320]) {
      it(`has nothing that axe-core finds, ${colorScheme}, ${width} pixels wide, and does not scroll sideways`, async () => {
        const { page } = await open({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await page.screenshot({ path: join(pictures, `report-${colorScheme}-${width}.png`), fullPage: true });
        await page.context().close();
      });
    }
  }

  it('asks for nothing, and complains of nothing', async () => {
    const { page, faults } = await open();
    await page.locator('summary').first().click();
    await page.locator('.line a').first().click();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('can be read without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    assert.equal(await page.locator('#voices .rows > li').first().isVisible(), true);
    await page.locator('#voices details.rest > summary').click();
    assert.equal(await page.locator('#voices details.rest li').first().isVisible(), true);
    await page.context().close();
  });

  it('goes from a mark of the timeline to the claim in the text', async () => {
    const { page } = await open();
    const mark = page.locator('.line a').first();
    const target = (await mark.getAttribute('href')) ?? '';
    await mark.click();
    assert.equal(new URL(page.url()).hash, target);
    await page.waitForFunction(() => {
      const box = document.querySelector(':target')?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < innerHeight;
    });
    await page.context().close();
  });

  it('is gone through with the keyboard: skip link, contents, marks in their order, tables', async () => {
    const { page } = await open();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return '';
        return element.getAttribute('href') ?? element.textContent.trim();
      });
    await page.keyboard.press('Tab');
    assert.equal(await focused(), '#main');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), '#figures');
    const order: string[] = [];
    for (let stop = await focused(); stop !== '' && order.length < 200; stop = await focused()) {
      order.push(stop);
      const outlined = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const drawn = element.querySelector('rect') ?? element;
        return (
          getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(drawn).strokeWidth === '3px'
        );
      });
      assert.ok(outlined, `${stop} does not show that it has the focus`);
      await page.keyboard.press('Tab');
    }
    const drawn = await page
      .locator('.timeline > .rows .line a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
    assert.ok(drawn.length > 10);
    const from = order.indexOf(drawn[0] ?? '');
    assert.deepEqual(order.slice(from, from + drawn.length), drawn);
    assert.equal(order[from - 1], '#after-timeline');
    assert.ok(order.some(stop => stop.startsWith('As a table: Who reported whom')));
    await page.context().close();
  });

  it('prints on white, with what is folded up and without what only a screen needs', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      'rgb(255, 255, 255)',
    );
    assert.equal(await page.locator('nav').isVisible(), false);
    assert.equal(await page.locator('#voices details.rest li').first().isVisible(), true);
    await page.screenshot({ path: join(pictures, 'report-print.png'), fullPage: true });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('#voices details.rest[open]').count(), 0);
    await page.context().close();
  });

  it('is still drawn where the reader’s own colours take over', async () => {
    const { page } = await open({ forcedColors: 'active', bypassCSP: true });
    const fills = await page
      .locator('#kinds rect')
      .evaluateAll(bars => bars.map(bar => getComputedStyle(bar).fill));
    assert.equal(new Set(fills).size, 3);
    await page.screenshot({ path: join(pictures, 'report-forced-colors.png') });
    await page.context().close();
  });
});

describe('the Sources report in the packaged extension', () => {
  let workbench: Workbench;

  withSamples(
    {
      // A file in the address would otherwise be opened in place of the tabs that were there.
      settings: { 'editor.minimap.enabled': false, 'window.restoreWindows': 'preserve' },
    },
    async (started, folder) => {
      workbench = started;
      await workbench.open(folder, join(folder, SAMPLE));
      await until(
        'no side bar',
        () => workbench.page.keyboard.press('Control+B'),
        async () => !(await workbench.page.locator('.part.sidebar').isVisible()),
      );
      await workbench.editor.marks();
    },
  );

  const report = () => workbench.page.frameLocator('iframe.webview').frameLocator('iframe');

  it('opens beside the article', async () => {
    await workbench.quickInput.runCommand('Sourcelight: Open Sources Report');
    await report().getByRole('heading', { name: 'Who speaks how much' }).waitFor();
    await report().getByText('22 claims from').waitFor();
    await report().getByRole('link', { name: 'Who speaks how much' }).click();
    await report().locator('#voices .bar').first().hover();
    await workbench.picture('report', { readme: true });
  });

  it('goes from a mark to its place in the editor', async () => {
    await until(
      'the place of the first mark',
      () => report().locator('.timeline > .rows .line a').first().click({ timeout: ATTEMPT }),
      () => workbench.isOnLine(13),
    );
    await workbench.picture('report timeline', { readme: true });
  });

  it('keeps up with the SAMPLE, and keeps its place and what is unfolded', async () => {
    const unfolded = report().locator('#timeline details.rest[open]');
    const place = () =>
      report()
        .locator('body')
        .evaluate(() => scrollY);
    if ((await unfolded.count()) === 0) {
      await report().locator('#timeline details.rest > summary').click();
    }
    const before = await becomes('the place in the report', place, it => it > 0);
    await workbench.quickInput.runCommand('View: Focus First Editor Group');
    await workbench.editor.focused.waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.editor.typeAtEndOfLine('\n\n“It is raining again,” said Petra Holm, a baker.\n');
    await report().getByText('Petra Holm').first().waitFor({ state: 'attached' });
    await becomes('the place in the report', place, it => it === before);
    assert.equal(await unfolded.count(), 1);
  });

  it('is there again after the window was loaded anew', async () => {
    await workbench.page.reload();
    await report().getByText('claims from').waitFor();
    await report().getByRole('heading', { name: 'Who reported whom' }).waitFor();
  });

  it('ends without an error shown', async () => {
    assert.deepEqual(await workbench.errors(), []);
  });
});
