import type { AttributionKind, Span } from '../contract';
import type { ParagraphQuotation } from '../paragraph';
import { partitionPoint } from '../partitionPoint';

const letter = /[\p{L}\p{N}]/gu;

/** From this share of letters inside quotation marks on, a claim is direct (as PolNeAR's kinds were computed). */
const directShare = 0.98;

/**
 * Tells direct, indirect and mixed content by the share of its letters that stand in quotation marks.
 *
 * @param quotations of the same text, in its order; nested ones are passed over
 */
export function kindOf(
  text: string,
  content: readonly Span[],
  quotations: readonly Pick<ParagraphQuotation, 'span' | 'depth'>[],
): AttributionKind {
  let letters = 0;
  let quoted = 0;
  for (const { start, end } of content) {
    letters += lettersIn(text, start, end);
    for (const { span, depth } of quotations.slice(firstEndingAfter(quotations, start))) {
      if (span.start >= end) break;
      if (depth === 0) quoted += lettersIn(text, Math.max(start, span.start), Math.min(end, span.end));
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted >= directShare * letters ? 'direct' : 'mixed';
}

function lettersIn(text: string, start: number, end: number): number {
  return start < end ? (text.slice(start, end).match(letter)?.length ?? 0) : 0;
}

/** By binary search over the outermost quotations, which do not overlap; a nested one lies before its outer one's end. */
function firstEndingAfter(
  quotations: readonly Pick<ParagraphQuotation, 'span' | 'depth'>[],
  offset: number,
): number {
  let first = partitionPoint(quotations, ({ span }) => span.start < offset);
  while (first > 0) {
    first--;
    if (quotations[first]?.depth === 0) break;
  }
  return first;
}
