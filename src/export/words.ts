import type { Span } from '../analysis/contract';

/** The words at some spans, on one line; what lies between the spans is left out. */
export function quote(text: string, spans: readonly Span[]): string {
  return clean(spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
}

/** An article, or a file's name, may hold anything, so no control character of it reaches a terminal, a cell or a list. */
export function clean(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
