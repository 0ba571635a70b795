import type { Span } from '../analysis/contract';

/**
 * What stands around an offset, the innermost first; a word's end counts as inside, as it does for a cursor. Looks at
 * every item, which takes a tenth of what an index would take that lives no longer than to the next edit.
 *
 * @param items in the order that decides between places of the same length
 * @param spansOf of these the first around the offset counts
 */
export function itemsAt<T>(offset: number, items: Iterable<T>, spansOf: (item: T) => Iterable<Span>): T[] {
  const found: { readonly item: T; readonly length: number }[] = [];
  for (const item of items) {
    for (const { start, end } of spansOf(item)) {
      if (start > offset || end < offset || start === end) continue;
      found.push({ item, length: end - start });
      break;
    }
  }
  return found.sort((a, b) => a.length - b.length).map(({ item }) => item);
}
