import type { Span } from '../analysis/contract';
import type { FlatSpans } from './flatSpans';

/** Which of the spans, by their places, lie around an offset or within a reach of it. */
export function* placesNear(spans: FlatSpans, offset: number, reach: number): Generator<number, void> {
  for (let nth = 0; 2 * nth < spans.length; nth++)
    if (spans[2 * nth]! - reach <= offset && offset <= spans[2 * nth + 1]! + reach) yield nth;
}

/**
 * What stands around an offset, the innermost first; a word's end counts as inside, as it does for a cursor.
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
