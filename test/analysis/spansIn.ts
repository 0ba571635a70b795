import assert from 'node:assert/strict';
import type { Span } from '../../src/analysis/contract';

/** Every span in a value, however deep. */
export function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  return 'start' in value && 'end' in value ? [value as Span, ...inner] : inner;
}

/** That each span in a value has words of the text. */
export function assertSpansWithin(text: string, value: unknown): void {
  for (const { start, end } of spansIn(value)) assert.ok(0 <= start && start < end && end <= text.length);
}
