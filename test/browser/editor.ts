import type { Locator, Page } from 'playwright-core';
import {
  isCursorAt,
  marksOf,
  readBoxes,
  readDrawnMarks,
  readScreen,
  type Box,
  type Mark,
  type Screen,
} from './screen.js';
import { ATTEMPT, becomes, comesToRest, until } from './until.js';

/** The text of the editors, its marks and cards. */
export class Editor {
  constructor(private readonly page: Page) {}

  /** The one that is in use. */
  get active(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** The one that takes the keys. */
  get focused(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused').first();
  }

  /** Those beside each other, from left to right. */
  get all(): Locator {
    return this.page.locator('.editor-group-container .editor-instance .monaco-editor');
  }

  /** Puts the cursor into a piece of text in view, with a click. */
  async click(text: string): Promise<void> {
    await until(
      `the cursor at “${text}”`,
      async () => {
        await this.pointAway();
        const { x, y } = await this.placeAtRest(text, this.active);
        await this.page.mouse.click(x, y);
      },
      async () => {
        const box = boxOf(await this.screen(this.active), text);
        const cursors = this.focused.locator('.cursors-layer .cursor');
        return box !== undefined && isCursorAt(box, await cursors.evaluateAll(readBoxes));
      },
      { wait: 1000 },
    );
  }

  /** Rests the mouse on a piece of text in view until the card on it says something, and gives all that it says. */
  async hover(text: string, says: RegExp, editor = this.active): Promise<string> {
    let card = '';
    await until(
      `a card on “${text}” that says ${says}`,
      async () => {
        // A card that is still open from before would be taken for this one.
        await this.pointAway();
        const { x, y } = await this.placeAtRest(text, editor);
        await this.page.mouse.move(x, y, { steps: 4 });
      },
      async () => {
        card = await this.card.innerText({ timeout: 1000 });
        if (!says.test(card)) throw new Error(`it says ${JSON.stringify(card)}`);
        return true;
      },
    );
    return card;
  }

  /** Rests the mouse on a piece of text and goes to a claim from the card that comes up. */
  async followCard(text: string, claim: string, isSeen: () => Promise<boolean>): Promise<void> {
    await until(
      `what the link “${claim}” in the card on “${text}” goes to`,
      async () => {
        await this.hover(text, new RegExp(claim));
        await this.card.locator('a').filter({ hasText: claim }).click({ timeout: ATTEMPT });
      },
      isSeen,
    );
  }

  /** The marks on the lines in view, in the order of the text; waits until they are as expected, or there is one. */
  async marks(
    areRight: (marks: readonly Mark[]) => boolean = marks => marks.length > 0,
    editor = this.active,
  ): Promise<Mark[]> {
    const read = async () =>
      marksOf(await this.screen(editor), await drawnMarks(editor).evaluateAll(readDrawnMarks));
    return becomes('the marks', read, areRight);
  }

  /** A mark on each of some pieces of text in view; waits until all are there. */
  async marksOn(texts: readonly string[], editor = this.active): Promise<Mark[]> {
    const on = (marks: readonly Mark[]) =>
      texts.flatMap(text => marks.find(mark => mark.text.includes(text)) ?? []);
    return on(await this.marks(marks => on(marks).length === texts.length, editor));
  }

  /** Waits until no line in view has a mark. */
  async noMarks(): Promise<void> {
    await drawnMarks(this.active).first().waitFor({ state: 'detached' });
  }

  /** Types behind what stands on the cursor's line, and waits until that is there. */
  async typeAtEndOfLine(words: string): Promise<void> {
    await this.focused.waitFor();
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(words);
    await this.shows(words.trim());
  }

  /** Puts a text at the cursor at once, as pasting does. */
  async insert(text: string): Promise<void> {
    await this.focused.waitFor();
    await this.page.keyboard.insertText(text);
  }

  /** Waits until a piece of text is in view. */
  async shows(text: string): Promise<void> {
    await becomes(
      `“${text}” in view`,
      async () => (await this.screen(this.active)).text,
      it => it.includes(text),
    );
  }

  private get card(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden):not(.workbench-hover)').first();
  }

  /** Leaves the text, and waits until a card on it has closed. */
  private async pointAway(): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.card.waitFor({ state: 'hidden', timeout: ATTEMPT });
  }

  private screen(editor: Locator): Promise<Screen> {
    return editor.locator('.view-line').evaluateAll(readScreen);
  }

  /** The middle of the first character of a piece of text in view, once that neither scrolls nor is laid out anew. */
  private async placeAtRest(text: string, editor: Locator): Promise<{ x: number; y: number }> {
    const box = await comesToRest(`“${text}” in view`, async () => boxOf(await this.screen(editor), text), {
      isRight: found => found !== undefined,
    });
    if (box === undefined) throw new Error(`“${text}” is not in view`);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }
}

function boxOf(screen: Screen, text: string): Box | undefined {
  return screen.boxes[screen.text.indexOf(text)];
}

function drawnMarks(editor: Locator): Locator {
  return editor.locator('.view-overlays .cdr[class*="ced-"]');
}
