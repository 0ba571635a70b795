import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Editor } from './editor.js';
import { ATTEMPT, becomes, comesToRest, PATIENCE, PATIENTLY, until } from './until.js';

/** What asks at the top of the window: the palette, lists to choose from, boxes to write into. */
export class QuickInput {
  constructor(
    private readonly page: Page,
    private readonly editor: Editor,
  ) {}

  /** Where it is written into; what is there already is its value. */
  get input(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** The box of a question, by how what is written into it while it is empty begins. */
  question(placeholder: string): Locator {
    return this.page.locator(`.quick-input-widget:visible input[placeholder^="${placeholder}"]`);
  }

  /** An item of the list, by a part of its text. */
  item(text: string): Locator {
    return this.items.filter({ hasText: text }).first();
  }

  readonly isOpen = () => this.input.isVisible();
  readonly isClosed = async () => !(await this.isOpen());

  /** Runs a command from the palette by its title, which may ask something in its turn. */
  async runCommand(title: string): Promise<void> {
    const words = `>${title}`;
    await until(
      `“${title}” run from the palette`,
      async () => {
        await this.page.keyboard.press('F1');
        await this.input.fill(words, { timeout: ATTEMPT });
        // It is not there before the extension has said that it applies, and the palette does not look again.
        await this.itemAtRest(title);
        await this.item(title).click({ timeout: ATTEMPT });
      },
      async () => (await this.isClosed()) || (await this.input.inputValue()) !== words,
    );
  }

  /** Opens a further file of the folder, by the name that Quick Open knows it by. */
  async openFile(name: string): Promise<void> {
    await until(
      `the file ${name} open`,
      async () => {
        await this.page.keyboard.press('Control+P');
        await this.input.fill(name, { timeout: ATTEMPT });
        await this.item(name).click({ timeout: ATTEMPT });
      },
      async () =>
        (await this.isClosed()) &&
        (await this.page.locator(`.tab.active[data-resource-name="${name}"]`).isVisible()) &&
        (await this.editor.focused.isVisible()),
    );
  }

  /** Puts the cursor at the start of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    const place = this.page
      .locator('.statusbar-item')
      .filter({ hasText: new RegExp(`Ln ${line}, Col 1\\b`) });
    await until(
      `the cursor at the start of line ${line}`,
      async () => {
        await this.page.keyboard.press('Control+G');
        await this.input.fill(`:${line}`, { timeout: ATTEMPT });
        await this.input.press('Enter', { timeout: ATTEMPT });
      },
      async () =>
        (await this.isClosed()) && (await place.isVisible()) && (await this.editor.focused.isVisible()),
    );
  }

  /** Chooses an item of a list, the last one that is asked for, by a part of its text. */
  async pick(text: string): Promise<void> {
    await until(`“${text}” chosen`, () => this.item(text).click({ timeout: ATTEMPT }), this.isClosed);
  }

  /** Chooses an item of a list that asks something, by a part of its text; another question may follow. */
  async choose(asked: string, text: string): Promise<void> {
    await this.question(asked).waitFor();
    await this.leave(asked, () => this.item(text).click({ timeout: ATTEMPT }));
  }

  /** Ticks an item of a list of which several may be chosen. */
  async tick(asked: string, text: string): Promise<void> {
    await this.question(asked).waitFor();
    await until(
      `“${text}” ticked`,
      () => this.item(text).click({ timeout: ATTEMPT }),
      async () => (await this.item(text).getAttribute('aria-checked', { timeout: ATTEMPT })) === 'true',
    );
  }

  /** Takes the answer to a question as it is. */
  async confirm(asked: string): Promise<void> {
    await this.question(asked).waitFor();
    await this.leave(asked, () => this.question(asked).press('Enter', { timeout: ATTEMPT }));
  }

  /** Writes an answer into the box that asks for it. */
  async answer(words: string): Promise<void> {
    await until(
      `“${words}” taken`,
      async () => {
        await this.input.fill(words, { timeout: ATTEMPT });
        await this.input.press('Enter', { timeout: ATTEMPT });
      },
      this.isClosed,
    );
  }

  /** Writes a path into VS Code's dialog for files. */
  async givePath(path: string): Promise<void> {
    // The path that the dialog proposes would be written over this one.
    await this.pathAtRest(proposed => proposed !== '');
    await until(
      `“${path}” taken`,
      async () => {
        await this.input.fill(path, { timeout: ATTEMPT });
        // A file of the list that is still chosen would be taken in place of what is written.
        await this.pathAtRest(
          (written, chosen) => written === path && (chosen === '' || chosen === basename(path)),
        );
        await this.input.press('Enter', { timeout: ATTEMPT });
      },
      this.isClosed,
      PATIENTLY,
    );
  }

  /** Takes the path that VS Code's dialog for files proposes, which it writes there bit by bit. */
  async acceptPath(title: string, proposed: string): Promise<void> {
    await this.proposes(title, proposed);
    await until(`“${proposed}” taken`, () => this.input.press('Enter', { timeout: ATTEMPT }), this.isClosed);
  }

  /** Waits until VS Code's dialog for files proposes a path. */
  async proposes(title: string, proposed: string): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await becomes(
      'the path that is proposed',
      () => this.input.inputValue({ timeout: ATTEMPT }),
      path => path === proposed,
    );
  }

  /** What is written there is looked at a moment later, and the list of files changes with it. */
  private async pathAtRest(isRight: (path: string, chosen: string) => boolean): Promise<void> {
    await comesToRest(
      'the path',
      async () => {
        const path = await this.input.inputValue({ timeout: ATTEMPT });
        const listed = await this.items.allInnerTexts();
        const [chosen = ''] = await this.items.and(this.page.locator('.focused')).allInnerTexts();
        return { path, chosen: chosen.trim(), listed };
      },
      { isRight: ({ path, chosen }) => isRight(path, chosen), times: 5, within: PATIENCE },
    );
  }

  /** Gives a question up. */
  async dismiss(): Promise<void> {
    await until('nothing asked', () => this.page.keyboard.press('Escape'), this.isClosed);
  }

  /** A list that is filtered anew moves its items while the pointer is on its way to one. */
  private async itemAtRest(text: string): Promise<void> {
    await comesToRest(`“${text}” in the list`, () => this.items.allInnerTexts(), {
      isRight: items => items.some(item => item.includes(text)),
      within: 5000,
    });
  }

  private get items(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  private async leave(asked: string, act: () => Promise<void>): Promise<void> {
    await until(`“${asked}” answered`, act, async () => !(await this.question(asked).isVisible()));
  }
}
