/** Most that a page holds, as JSON, in UTF-16 code units: some 5,000 tokens. */
const LONGEST_PAGE = 20_000;

/** A part of a list that tells how much there is in all, and where the rest begins: nothing is cut silently. */
export interface Page<Item> {
  readonly total: number;
  /** Index of the first item here, from 0. */
  readonly from: number;
  /** What to ask for next; null at the end of the list. */
  readonly next: number | null;
  readonly items: readonly Item[];
}

/**
 * Takes what fits into one answer, at least one item.
 *
 * @param make makes an item of the answer; called for those on the page, and for the first one left out
 */
export function pageOf<T, Item>(list: readonly T[], from: number, make: (entry: T) => Item): Page<Item> {
  const items: Item[] = [];
  let length = 0;
  for (const entry of list.slice(from)) {
    const item = make(entry);
    length += JSON.stringify(item).length + 1;
    if (items.length > 0 && length > LONGEST_PAGE) break;
    items.push(item);
  }
  const end = from + items.length;
  return { total: list.length, from, next: end < list.length ? end : null, items };
}
