import { isoDate } from './dateline';

/**
 * Reads the block of settings between `---` lines with which Markdown for a web site begins.
 *
 * @returns where it ends (0 where there is none), and the date it gives
 */
export function readFrontMatter(text: string): { end: number; date: string | null } {
  const block = /^\ufeff?---[ \t]*\r?\n(?:[\w-]+:|#)[^]{0,4000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(
    text,
  )?.[0];
  if (block === undefined) return { end: 0, date: null };
  const date = /^(?:date|published|pubDate)\s*:(.*)$/im.exec(block)?.[1];
  return { end: block.length, date: date === undefined ? null : isoDate(date) };
}
