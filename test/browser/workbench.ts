import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { launchBrowser } from '../host/browser.js';
import { installBrowserHost } from '../host/install.js';
import { startServer, type PageRequest, type Server } from '../host/server.js';
import { Editor } from './editor.js';
import { QuickInput } from './quickInput.js';
import { SideBar } from './sideBar.js';
import { ATTEMPT, until } from './until.js';

export interface OpenOptions {
  /** The packaged extension to install. Absolute; the one that `npm test` has packaged, where none is given. */
  readonly vsix?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** CSS pixels; 1280 × 800 where none is given. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * VS Code in a browser with the packaged extension installed, used as a person uses it: by what is on the screen,
 * with the mouse and the keyboard. Nothing here reaches into VS Code or the extension. Whatever is done looks for its
 * effect, and is done again where there is none: a window that is busy loses a click now and then.
 */
export class Workbench {
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  readonly sideBar: SideBar;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly profile: string,
    readonly page: Page,
  ) {
    this.editor = new Editor(page);
    this.quickInput = new QuickInput(page, this.editor);
    this.sideBar = new SideBar(page);
  }

  static async start(options: OpenOptions = {}): Promise<Workbench> {
    const host = await installBrowserHost();
    const profile = await mkdtemp(join(tmpdir(), 'sourcelight-browser-'));
    const vsix = options.vsix ?? join(root, 'out', 'sourcelight.vsix');
    const server = await startServer(host, { profile, vsix, settings: options.settings ?? {} });
    try {
      const browser = await launchBrowser(host);
      const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
      page.setDefaultTimeout(60_000);
      return new Workbench(server, browser, profile, page);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await rm(this.profile, { recursive: true, force: true });
  }

  /** Opens a folder and a file in it, and waits until the file's text is there. */
  async open(folder: string, file: string): Promise<void> {
    await this.load({ folder, file }, this.editor.active.locator('.view-line').first());
  }

  /** Opens a folder, and waits until the activity bar is there. */
  async openFolder(folder: string): Promise<void> {
    await this.load({ folder }, this.page.locator('.activitybar .action-item').first());
  }

  /** An item of the status bar, by a part of its text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** Whether the cursor is on a line, counted from 1, as the status bar says. */
  isOnLine(line: number): Promise<boolean> {
    return this.statusItem(new RegExp(`Ln ${line}\\b`)).isVisible();
  }

  /** Whether the file on display has changes that are not saved. */
  async isDirty(): Promise<boolean> {
    return (await this.page.locator('.tab.active.dirty').count()) > 0;
  }

  /** A notification, by a part of its text. It goes by after a while, but stays in the list of all. */
  async told(words: string | RegExp): Promise<Locator> {
    const notification = this.page.locator('.notification-list-item').filter({ hasText: words }).first();
    const isShown = () => notification.isVisible();
    await until(
      `a notification that says “${words}”`,
      async () => {
        await notification.waitFor({ timeout: ATTEMPT }).catch(async () => {
          await this.quickInput.runCommand('Notifications: Show Notifications');
        });
      },
      isShown,
    );
    return notification;
  }

  /** The errors that VS Code shows as notifications. */
  async errors(): Promise<string[]> {
    return this.page.locator('.notification-list-item:has(.codicon-error)').allInnerTexts();
  }

  /**
   * A picture of the window in `out/screenshots/`. The upper part of it is also one of the README's, in
   * `media/readme/`, where that is said and `PICTURES` is set in the environment.
   */
  async picture(name: string, { readme = false } = {}): Promise<void> {
    const file = `${name.replaceAll(/[^\w]+/g, '-').slice(0, 200)}.png`;
    await this.page.screenshot({ path: join(root, 'out', 'screenshots', file) });
    if (readme && process.env.PICTURES) {
      const clip = { x: 0, y: 35, width: 1280, height: 525 };
      await this.page.screenshot({ path: join(root, 'media', 'readme', file), clip });
    }
  }

  private async load(request: PageRequest, part: Locator): Promise<void> {
    await until(
      'VS Code in the page',
      () => this.page.goto(this.server.url(request)),
      () => part.isVisible(),
      { wait: 45_000, within: 110_000 },
    );
  }
}
