import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/run.mjs';
import { launchBrowser } from '../host/browser.js';
import { installBrowserHost } from '../host/install.js';
import { startServer, type Server } from '../host/server.js';
import { marksOf, readDrawnMarks, readScreen, type Mark, type Screen } from './screen.js';

/** The view whose tree is meant where none is named. */
const CLAIMS = 'Who Said What';

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

  /** Opens a folder, and waits until the activity bar is there. */
  async openFolder(folder: string): Promise<void> {
    await this.page.goto(this.server.url({ folder }));
    await this.page.locator('.activitybar .action-item').first().waitFor();
  }

  /** Opens a further file of the folder, by the name that Quick Open knows it by. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.quickInput.fill(name);
    await this.quickPick(name).click();
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
    // A command may ask something in its turn.
    for (let tries = 0; tries < 100 && (await this.quickInput.isVisible()); tries++) {
      if ((await this.quickInput.inputValue()) !== `>${title}`) return;
      await this.page.waitForTimeout(100);
    }
  }

  /** Puts the cursor at the start of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Rests the mouse on a piece of text in view and gives the card that comes up, as text. */
  async hover(text: string, editor = this.editor): Promise<string> {
    const { x, y } = await this.placeOf(text, editor);
    // A card that is still open from before would be taken for this one.
    await this.page.mouse.move(0, 0);
    await this.card.waitFor({ state: 'hidden' });
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.card.waitFor();
    await this.page.waitForFunction(
      () => !document.querySelector('.monaco-hover:not(.hidden)')?.textContent.includes('Loading...'),
    );
    return this.card.innerText();
  }

  /** Clicks a piece of text in view. */
  async click(text: string): Promise<void> {
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.click(x, y);
  }

  /** The marks on the lines in view, in the order of the text; waits until there is one. */
  async marks(editor = this.editor): Promise<Mark[]> {
    const drawn = drawnMarks(editor);
    await drawn.first().waitFor({ state: 'attached' });
    return marksOf(await this.screen(editor), await drawn.evaluateAll(readDrawnMarks));
  }

  /** The marks on a piece of text in view; waits until there is one. */
  async marksOn(text: string, editor = this.editor): Promise<Mark[]> {
    const on = async () => (await this.marks(editor)).filter(mark => mark.text.includes(text));
    let marks = await on();
    for (let tries = 0; tries < 100 && marks.length === 0; tries++) {
      await this.page.waitForTimeout(100);
      marks = await on();
    }
    return marks;
  }

  /** The editors beside each other, from left to right. */
  get editors(): Locator {
    return this.page.locator('.editor-group-container .editor-instance .monaco-editor');
  }

  /** Waits until no line in view has a mark. */
  async noMarks(): Promise<void> {
    await drawnMarks(this.editor).first().waitFor({ state: 'detached' });
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

  /** Drags the side bar's edge to the right, by so many pixels. */
  async widenSideBar(by: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar is not shown.');
    const [x, y] = [box.x + box.width + 1, box.y + box.height / 3];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** The rows of a view's tree which are on the screen; waits until there is one. */
  async treeItems(view = CLAIMS): Promise<string[]> {
    const rows = this.rows(view);
    await rows.first().waitFor();
    const texts = await rows.allInnerTexts();
    return texts.map(text => text.replace(/\s+/g, ' ').trim());
  }

  /** What a screen reader says for the rows of a view's tree on the screen. */
  async treeLabels(view = CLAIMS): Promise<string[]> {
    await this.rows(view).first().waitFor();
    return this.rows(view).evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
  }

  /** A row of a view's tree, by a part of its text. */
  treeItem(text: string | RegExp, view = CLAIMS): Locator {
    return this.rows(view).filter({ hasText: text }).first();
  }

  /** A tree that is read anew moves its rows while the pointer is on its way to one. */
  private async treeItemAtRest(text: string, view: string): Promise<Locator> {
    const item = this.treeItem(text, view);
    let before = '';
    for (let rest = 0; rest < 3;) {
      const now = JSON.stringify([await item.boundingBox(), await this.rows(view).allInnerTexts()]);
      rest = now === before ? rest + 1 : 0;
      before = now;
      await this.page.waitForTimeout(100);
    }
    return item;
  }

  /** Closes a view of the side bar, which leaves its room to the others. */
  async foldView(view: string): Promise<void> {
    const header = this.view(view).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) !== 'true') return;
    // Its middle may be a button.
    await header.click({ position: { x: 8, y: 8 } });
  }

  /** Presses a button in the title of a view, by what a screen reader says for it. */
  async pressTitleButton(label: string, view = CLAIMS): Promise<void> {
    const header = this.view(view).locator('.pane-header');
    await header.hover();
    await header.locator(`.action-label[aria-label^="${label}"]`).click();
  }

  /** Presses a button on a row of a view's tree, by what a screen reader says for it. */
  async pressItemButton(text: string, label: string, view = CLAIMS): Promise<void> {
    const item = await this.treeItemAtRest(text, view);
    await item.hover();
    await item.locator(`.action-label[aria-label^="${label}"]`).click();
  }

  /** Chooses from the menu that a right click on a row of a view's tree opens. */
  async chooseOnItem(text: string, command: string, view = CLAIMS): Promise<void> {
    const item = await this.treeItemAtRest(text, view);
    await item.click({ button: 'right' });
    // A menu takes no click for a moment after it has opened, but a key at once.
    await this.page.locator('.monaco-menu .action-label', { hasText: command }).hover();
    await this.page.keyboard.press('Enter');
  }

  /** What a view says where it has no tree. */
  welcome(view: string): Locator {
    return this.view(view).locator('.welcome-view-content');
  }

  /** The number on the icon of a view container in the activity bar; none where there is no badge. */
  badge(title: string): Locator {
    return this.page
      .locator('.activitybar .action-item')
      .filter({ has: this.page.locator(`.action-label[aria-label^="${title}"]`) })
      .locator('.badge-content');
  }

  /** The line above a view's tree that says what is left out. */
  message(view: string): Locator {
    return this.view(view).locator('.pane-body .message');
  }

  get treeMessage(): Locator {
    return this.message(CLAIMS);
  }

  /** Chooses an item of the list that is open at the top of the window, by a part of its text. */
  async pick(text: string): Promise<void> {
    await this.quickPick(text).click();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** The same for lists of which each opens the next. */
  async pickInTurn(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.quickPick(text).click();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Opens a row of the tree, by a part of its text. */
  async expand(text: string, view = CLAIMS): Promise<void> {
    const item = this.treeItem(text, view);
    const isExpanded = async () => (await item.getAttribute('aria-expanded')) === 'true';
    // A tree that is refreshed meanwhile may close the item again.
    for (let tries = 0; tries < 5 && !(await isExpanded()); tries++) {
      await item.locator('.monaco-tl-twistie').click();
      await this.page.waitForTimeout(300);
    }
  }

  /** An item of the status bar, by a part of its text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** Waits until the status bar says that the cursor is on a line, counted from 1. */
  async lineBecomes(line: number): Promise<void> {
    await this.statusItem(new RegExp(`Ln ${line}\\b`)).waitFor();
  }

  /** Whether the file on display has changes that are not saved. */
  async isDirty(): Promise<boolean> {
    return (await this.page.locator('.tab.active.dirty').count()) > 0;
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
    const file = `${name.replaceAll(/[^\w]+/g, '-')}.png`;
    await this.page.screenshot({ path: join(root, 'out', 'screenshots', file) });
    if (readme && process.env.PICTURES) {
      const clip = { x: 0, y: 35, width: 1280, height: 525 };
      await this.page.screenshot({ path: join(root, 'media', 'readme', file), clip });
    }
  }

  private get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  private get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  private quickPick(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  private get card(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  private view(name: string): Locator {
    return this.page.locator('.sidebar .pane').filter({
      has: this.page.locator(`.pane-header[aria-label^="${name}"]`),
    });
  }

  private rows(view: string): Locator {
    return this.view(view).locator('.monaco-list-row');
  }

  private screen(editor: Locator): Promise<Screen> {
    return editor.locator('.view-line').evaluateAll(readScreen);
  }

  /** The middle of the first character of a piece of text in view. */
  private async placeOf(text: string, editor = this.editor): Promise<{ x: number; y: number }> {
    let screen = await this.screen(editor);
    for (let tries = 0; tries < 30 && !screen.text.includes(text); tries++) {
      await this.page.waitForTimeout(100);
      screen = await this.screen(editor);
    }
    const box = screen.boxes[screen.text.indexOf(text)];
    if (box === undefined) throw new Error(`“${text}” is not in view`);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }
}

function drawnMarks(editor: Locator): Locator {
  return editor.locator('.view-overlays .cdr[class*="ced-"]');
}
