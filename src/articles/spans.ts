import type { Span } from '../analysis/contract';

/** The share of the longer of two spans that has to be common to both for them to be taken for the same. */
const ENOUGH = 0.5;

/** Where the first of some spans begins; after everything else where there are none. */
export const startOf = (spans: readonly Span[]): number => Math.min(...spans.map(({ start }) => start));

/** From the start of the first of some spans to the end of the last, whatever lies between. */
export const extentOf = (spans: readonly Span[]): Span => ({
  start: startOf(spans),
  end: Math.max(...spans.map(({ end }) => end)),
});

export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

export const overlaps = (spans: readonly Span[], span: Span): boolean =>
  spans.some(other => overlap(other, span) > 0);

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Whether spans are the same one by one, and as many. */
export const areSame = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, nth) => isSame(span, b[nth]!));

/**
 * The item at a place: the one with the same span, or else the one whose span has most in common with it, and more
 * than half. The first of several that are alike.
 */
export function closest<T>(
  items: Iterable<T>,
  spansOf: (item: T) => readonly Span[],
  place: Span,
): T | undefined {
  let found: T | undefined;
  let most = ENOUGH;
  for (const item of items)
    for (const span of spansOf(item)) {
      const longer = Math.max(span.end - span.start, place.end - place.start);
      const share = overlap(span, place) / longer;
      if (share > most) [found, most] = [item, share];
    }
  return found;
}

/** The place without white space at its ends; null where nothing else is there. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}
