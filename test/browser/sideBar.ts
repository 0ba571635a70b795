import type { Locator, Page } from 'playwright-core';
import { putMenuAway } from './overlays.js';
import { ATTEMPT, becomes, comesToRest, PATIENTLY, until } from './until.js';

/** The view whose tree is meant where none is named. */
const CLAIMS = 'Who Said What';

type IsSeen = () => Promise<boolean>;

/** The side bar with the extension's views. */
export class SideBar {
  constructor(private readonly page: Page) {}

  /** Shows a view container from the activity bar, by its title. */
  async showContainer(title: string): Promise<void> {
    const item = this.container(title);
    const shown = this.page.locator('.sidebar .composite.title').filter({ hasText: new RegExp(title, 'i') });
    await until(
      `the container “${title}”`,
      async () => {
        // A second click would hide it.
        if ((await item.getAttribute('aria-selected', { timeout: ATTEMPT })) !== 'true') {
          await item.click({ timeout: ATTEMPT });
        }
      },
      () => shown.isVisible(),
    );
  }

  /** Drags the side bar's edge to the right, by so many pixels. */
  async widen(by: number): Promise<void> {
    const edge = async () => {
      const box = await this.page.locator('.part.sidebar').boundingBox();
      if (!box) throw new Error('The side bar is not shown.');
      return { x: box.x + box.width + 1, y: box.y + box.height / 3 };
    };
    const wanted = (await edge()).x + by;
    await until(
      'the side bar wider',
      async () => {
        const { x, y } = await edge();
        await this.page.mouse.move(x, y);
        await this.page.mouse.down();
        await this.page.mouse.move(wanted, y, { steps: 5 });
        await this.page.mouse.up();
      },
      async () => Math.abs((await edge()).x - wanted) < 10,
    );
  }

  /** Closes a view, which leaves its room to the others. */
  async foldView(view: string): Promise<void> {
    const header = this.view(view).locator('.pane-header');
    const isFolded = async () =>
      (await header.getAttribute('aria-expanded', { timeout: ATTEMPT })) === 'false';
    await until(
      `the view “${view}” closed`,
      async () => {
        // Its middle may be a button.
        if (!(await isFolded())) await header.click({ position: { x: 8, y: 8 }, timeout: ATTEMPT });
      },
      isFolded,
    );
  }

  /** The rows of a view's tree which are on the screen; waits until they are as expected, or there is one. */
  async treeItems(areRight = isAny, view = CLAIMS): Promise<string[]> {
    const read = async () => {
      const texts = await this.rows(view).allInnerTexts();
      return texts.map(text => text.replace(/\s+/g, ' ').trim());
    };
    return becomes(`the rows of “${view}”`, read, areRight);
  }

  /** What a screen reader says for those rows; waits in the same way. */
  async treeLabels(areRight = isAny, view = CLAIMS): Promise<string[]> {
    const read = () =>
      this.rows(view).evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
    return becomes(`what is said for the rows of “${view}”`, read, areRight);
  }

  /** A row of a view's tree, by a part of its text. */
  treeItem(text: string | RegExp, view = CLAIMS): Locator {
    return this.rows(view).filter({ hasText: text }).first();
  }

  /** Whether such a row is on the screen. */
  has(text: string | RegExp, view = CLAIMS): Promise<boolean> {
    return this.treeItem(text, view).isVisible();
  }

  /** The row that is selected. */
  get selected(): Locator {
    return this.page.locator('.sidebar .monaco-list-row.selected');
  }

  /** Unfolds a row of the tree, by a part of its text. */
  async expand(text: string, view = CLAIMS): Promise<void> {
    const item = this.treeItem(text, view);
    const isExpanded = async () =>
      (await item.getAttribute('aria-expanded', { timeout: ATTEMPT })) === 'true';
    await until(
      `“${text}” unfolded`,
      async () => {
        if (!(await isExpanded())) {
          await this.itemAtRest(text, view);
          await item.locator('.monaco-tl-twistie').click({ timeout: ATTEMPT });
        }
        // A tree that is read anew meanwhile may fold the row again.
        await this.itemAtRest(text, view);
      },
      isExpanded,
    );
  }

  /** Clicks a row of a view's tree, until what that opens is seen. */
  async clickItem(text: string | RegExp, isSeen: IsSeen, view = CLAIMS): Promise<void> {
    await until(
      `what a click on “${text}” opens`,
      async () => (await this.itemAtRest(text, view)).click({ timeout: ATTEMPT }),
      isSeen,
    );
  }

  /** Presses a button in the title of a view, by what a screen reader says for it, until its effect is seen. */
  async pressTitleButton(label: string, isSeen: IsSeen, view = CLAIMS): Promise<void> {
    const header = this.view(view).locator('.pane-header');
    await until(
      `what “${label}” does`,
      async () => {
        await header.hover({ timeout: ATTEMPT });
        await header.locator(`.action-label[aria-label^="${label}"]`).click({ timeout: ATTEMPT });
      },
      isSeen,
      PATIENTLY,
    );
  }

  /** Presses a button on a row of a view's tree, in the same way. */
  async pressItemButton(text: string, label: string, isSeen: IsSeen, view = CLAIMS): Promise<void> {
    await until(
      `what “${label}” on “${text}” does`,
      async () => {
        const item = await this.itemAtRest(text, view);
        await item.hover({ timeout: ATTEMPT });
        await item.locator(`.action-label[aria-label^="${label}"]`).click({ timeout: ATTEMPT });
      },
      isSeen,
      PATIENTLY,
    );
  }

  /** Chooses from the menu that a right click on a row of a view's tree opens, until its effect is seen. */
  async chooseOnItem(text: string, command: string, isSeen: IsSeen, view = CLAIMS): Promise<void> {
    const menu = this.page.locator('.monaco-menu').first();
    const choice = menu.locator('.action-item', { hasText: command });
    const isClosed = async () => !(await menu.isVisible());
    await until(
      `what “${command}” on “${text}” does`,
      async () => {
        await putMenuAway(this.page);
        const item = await this.itemAtRest(text, view);
        await item.click({ button: 'right', timeout: ATTEMPT });
        await choice.waitFor({ timeout: ATTEMPT });
        if (!(await item.evaluate(row => row.classList.contains('focused')))) {
          throw new Error('the rows moved: the menu is another one’s');
        }
        // A menu takes no click for a moment after it has opened.
        await until(`“${command}” chosen`, () => choice.click({ timeout: 2000 }), isClosed, {
          wait: 300,
          within: ATTEMPT,
        });
      },
      isSeen,
      PATIENTLY,
    );
  }

  /** What a view says where it has no tree. */
  welcome(view: string): Locator {
    return this.view(view).locator('.welcome-view-content');
  }

  /** The line above a view's tree that says what is left out. */
  message(view = CLAIMS): Locator {
    return this.view(view).locator('.pane-body .message');
  }

  /** The icon of a view container in the activity bar. */
  container(title: string): Locator {
    return this.page
      .locator('.activitybar .action-item')
      .filter({ has: this.page.locator(`.action-label[aria-label^="${title}"]`) });
  }

  /** The number on it; none where there is no badge. */
  badge(title: string): Locator {
    return this.container(title).locator('.badge-content');
  }

  private view(name: string): Locator {
    return this.page.locator('.sidebar .pane').filter({
      has: this.page.locator(`.pane-header[aria-label^="${name}"]`),
    });
  }

  private rows(view: string): Locator {
    return this.view(view).locator('.monaco-list-row');
  }

  /** A tree that is read anew moves its rows while the pointer is on its way to one. */
  private async itemAtRest(text: string | RegExp, view: string): Promise<Locator> {
    const item = this.treeItem(text, view);
    await item.waitFor({ timeout: ATTEMPT });
    await comesToRest(
      `“${text}”`,
      async () => [await item.boundingBox({ timeout: ATTEMPT }), await this.rows(view).allInnerTexts()],
      { times: 3 },
    );
    return item;
  }
}

function isAny(texts: readonly string[]): boolean {
  return texts.length > 0;
}
