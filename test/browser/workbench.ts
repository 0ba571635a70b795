import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { launchBrowser } from '../host/browser.js';
import { installBrowserHost } from '../host/install.js';
import { startServer, type Server } from '../host/server.js';

export interface OpenOptions {
  /** The packaged extension to install. Absolute; the one that `npm test` has packaged, where none is given. */
  readonly vsix?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** CSS pixels; 1280 × 800 where none is given. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A part of the text that an extension has decorated, and how it looks. */
export interface Mark {
  readonly text: string;
  /** The decoration's own class in the page: the same for all marks of one decoration type. */
  readonly type: string;
  readonly background: string;
  /** Width, style and colour of the line below. */
  readonly border: string;
}

/**
 * VS Code in a browser with the packaged extension installed, used as a person uses it: by what is on the screen,
 * with the mouse and the keyboard. Nothing here reaches into VS Code or the extension.
 */
export class Workbench {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly profile: string,
    readonly page: Page,
  ) {}

  static async start(options: OpenOptions = {}): Promise<Workbench> {
    const host = await installBrowserHost();
    const profile = await mkdtemp(join(tmpdir(), 'sourcelight-browser-'));
    const vsix = options.vsix ?? join(root, 'out', 'sourcelight.vsix');
    const server = await startServer(host, { profile, vsix, settings: options.settings ?? {} });
    try {
      const browser = await launchBrowser(host);
      const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
      page.setDefaultTimeout(20_000);
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
    await this.page.goto(this.server.url({ folder, file }));
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Opens a further file of the folder, by the name that Quick Open knows it by. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
  }

  /** Runs a command from the palette by its title. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.fill(`>${title}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: title })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor at the start of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Rests the mouse on a piece of text in view and gives the card that comes up, as text. */
  async hover(text: string): Promise<string> {
    const { x, y, width, height } = await this.placeOf(text);
    // A card that is still open from before would be taken for this one.
    await this.page.mouse.move(0, 0);
    await this.card.waitFor({ state: 'hidden' });
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await this.card.waitFor();
    await this.page.waitForFunction(
      () => !document.querySelector('.monaco-hover:not(.hidden)')?.textContent.includes('Loading...'),
    );
    return this.card.innerText();
  }

  /** Clicks a piece of text in view. */
  async click(text: string): Promise<void> {
    const { x, y, width, height } = await this.placeOf(text);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** The marks on the lines in view, kind by kind; waits until there is one. */
  async marks(): Promise<Mark[]> {
    const drawn = this.editor.locator('.view-overlays .cdr[class*="ced-"]');
    await drawn.first().waitFor({ state: 'attached' });
    // VS Code draws a mark as a box behind the text, one for each line; the text is what stands in the box.
    return drawn.evaluateAll(boxes => {
      const lines = [...document.querySelectorAll('.editor-group-container.active .view-line')];
      return boxes.map(box => {
        const { top, left, right, height } = box.getBoundingClientRect();
        const line = lines.find(it => Math.abs(it.getBoundingClientRect().top - top) < height / 2);
        let text = '';
        const walker = document.createTreeWalker(line ?? box, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          for (const [at, character] of [...(node.textContent ?? '')].entries()) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + character.length);
            const place = range.getBoundingClientRect();
            const middle = (place.left + place.right) / 2;
            if (middle > left && middle < right) text += character;
          }
        }
        const style = getComputedStyle(box);
        return {
          text: text.replaceAll('\u00a0', ' '),
          type: [...box.classList].filter(name => name.startsWith('ced-')).join(' '),
          background: style.backgroundColor,
          border: `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
        };
      });
    });
  }

  /** Shows a view container from the activity bar, by its title. */
  async showContainer(title: string): Promise<void> {
    const item = this.page.locator('.activitybar .action-item').filter({
      has: this.page.locator(`.action-label[aria-label^="${title}"]`),
    });
    if ((await item.getAttribute('aria-selected')) === 'true') return;
    await item.click();
    await this.page
      .locator('.sidebar .composite.title')
      .filter({ hasText: new RegExp(title, 'i') })
      .waitFor();
  }

  /** The rows of the tree in the side bar which are in view; waits until there is one. */
  async treeItems(): Promise<string[]> {
    await this.rows.first().waitFor();
    const texts = await this.rows.allInnerTexts();
    return texts.map(text => text.replace(/\s+/g, ' ').trim());
  }

  /** What a screen reader says for the rows of the tree in view. */
  async treeLabels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
  }

  /** A row of the tree in the side bar, by a part of its text. */
  treeItem(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** An item of the status bar, by a part of its text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** The cursor's line, from 1, or the first one where some text is selected; as the status bar says it. */
  async line(): Promise<number> {
    const text = await this.statusItem(/Ln \d+/).innerText();
    return Number(/Ln (\d+)/.exec(text)?.[1]);
  }

  /** The errors that VS Code shows as notifications. */
  async errors(): Promise<string[]> {
    return this.page.locator('.notification-list-item:has(.codicon-error)').allInnerTexts();
  }

  /** A picture of the window in `out/screenshots/`. */
  async picture(name: string): Promise<void> {
    const path = join(root, 'out', 'screenshots', `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  private get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  private get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  private get card(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  private get rows(): Locator {
    return this.page.locator('.sidebar .pane-body .monaco-list-row');
  }

  /** Where a piece of text stands on the screen: its first line, where it is wrapped. */
  private async placeOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const place = await this.editor.locator('.view-lines').evaluate((lines, wanted) => {
      for (const line of lines.querySelectorAll('.view-line')) {
        const content = line.textContent.replaceAll('\u00a0', ' ');
        const start = content.indexOf(wanted);
        if (start < 0) continue;
        const end = start + wanted.length;
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let offset = 0, node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const next = offset + (node.textContent?.length ?? 0);
          if (start >= offset && start < next) range.setStart(node, start - offset);
          if (end > offset && end <= next) range.setEnd(node, end - offset);
          offset = next;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, text);
    if (place === undefined) throw new Error(`“${text}” is not in view`);
    return place;
  }
}
