import type { Span } from '../contract';

/**
 * Makes a finder of the first of many spans (by their order in the list) that contains a given one. Questions have to
 * come in the order of their start; all of them together take about one pass over the spans.
 */
export function containment(spans: readonly Span[]): (inner: Span) => number | null {
  const order = spans.map((span, index) => ({ ...span, index })).sort((a, b) => a.start - b.start);
  let next = 0;
  let open: typeof order = [];
  return inner => {
    for (let span = order[next]; span && span.start <= inner.start; span = order[++next]) open.push(span);
    open = open.filter(({ end }) => end > inner.start);
    return open.reduce<number | null>(
      (first, { end, index }) => (end >= inner.end && (first === null || index < first) ? index : first),
      null,
    );
  };
}
