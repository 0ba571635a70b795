import type { AttributionKind, Span } from '../contract';
import type { ParagraphQuotation } from '../paragraph';

const letter = /[\p{L}\p{N}]/u;

/** From this share of letters inside quotation marks on, a claim is direct (as PolNeAR's kinds were computed). */
const directShare = 0.98;

/**
 * Tells direct, indirect and mixed content by the share of its letters that stand in quotation marks.
 *
 * @param quotations those of the same text, in order
 */
export function kindOf(
  text: string,
  content: readonly Span[],
  quotations: readonly ParagraphQuotation[],
): AttributionKind {
  let letters = 0;
  let quoted = 0;
  for (const { start, end } of content)
    for (let at = start; at < end; at++) {
      if (!letter.test(text.charAt(at))) continue;
      letters++;
      if (quotations.some(q => q.span.start <= at && at < q.span.end)) quoted++;
    }
  if (quoted === 0) return 'indirect';
  return quoted >= directShare * letters ? 'direct' : 'mixed';
}
