import type { Page } from 'playwright-core';
import { ATTEMPT, until } from './until.js';

type Overlays = Readonly<Record<string, string>>;

/** What may lie over the window, and go with Escape. */
const OVERLAYS: Overlays = {
  menu: '.monaco-menu',
  question: '.quick-input-widget',
  'box for a name': '.monaco-editor.rename-box',
  card: '.monaco-hover:not(.hidden):not(.workbench-hover)',
  peek: '.peekview-widget',
  suggestions: '.suggest-widget.visible',
  dialog: '.monaco-dialog-box',
};
const MENU = { menu: '.monaco-menu' };
const TOLD = { notification: '.notification-list-item' };

/** What lies over the window, in a line: a failed test is often told by no more than that. */
export async function readOverlays(
  page: Page,
  overlays: Overlays = { ...OVERLAYS, ...TOLD },
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, selector] of Object.entries(overlays)) {
    for (const words of await page.locator(`${selector}:visible`).evaluateAll(readWords)) {
      found.push(`${name} “${words.replace(/\s+/g, ' ').trim().slice(0, 120)}”`);
    }
  }
  return found;
}

/** Closes a menu that was left open. */
export function putMenuAway(page: Page): Promise<void> {
  return putAway(page, MENU);
}

/** Closes all that lies over the window. */
export async function putAway(page: Page, overlays = OVERLAYS): Promise<void> {
  const isClear = async () => (await readOverlays(page, overlays)).length === 0;
  if (await isClear()) return;
  await until(
    'nothing open over the window',
    async () => {
      await page.mouse.move(0, 0);
      await page.keyboard.press('Escape');
      // A peek hears the key only where the editor has the focus, a menu only while it has it itself.
      const behind = page.locator('.context-view-block');
      if (await behind.isVisible()) await behind.click({ position: { x: 1, y: 1 }, timeout: ATTEMPT });
      if (await page.locator(OVERLAYS.peek ?? '').isVisible()) await page.keyboard.press('Control+1');
    },
    isClear,
    { wait: 500 },
  );
}

/** Runs in the page, as text: uses nothing but its argument. */
function readWords(elements: Element[]): string[] {
  return elements.map(element => {
    const input = element.querySelector('input');
    return [input?.placeholder, input?.value, (element as HTMLElement).innerText].join(' ');
  });
}
