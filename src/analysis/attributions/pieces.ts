import type { Span } from '../contract';
import type { ParagraphAttribution } from '../paragraph';

/**
 * Makes one attribution of two that are two pieces of one utterance: “We watch it,” Lee said, adding that “it worries
 * us.” Only direct quotations are joined; an added clause is a claim of its own.
 *
 * @param text the paragraph
 * @param attributions in the order of the text
 */
export function joinPieces(
  text: string,
  attributions: readonly ParagraphAttribution[],
): ParagraphAttribution[] {
  const joined: ParagraphAttribution[] = [];
  for (const attribution of attributions) {
    const previous = joined.at(-1);
    if (previous && addsTo(text, previous, attribution))
      joined[joined.length - 1] = {
        ...previous,
        content: [...previous.content, ...attribution.content],
        cue: [...previous.cue, ...attribution.cue],
      };
    else joined.push(attribution);
  }
  return joined;
}

function addsTo(text: string, first: ParagraphAttribution, second: ParagraphAttribution): boolean {
  const [cue] = second.cue;
  return (
    first.kind === 'direct' &&
    second.kind === 'direct' &&
    cue !== undefined &&
    text.slice(cue.start, cue.end).toLowerCase() === 'adding' &&
    sameSpans(first.source, second.source)
  );
}

function sameSpans(first: readonly Span[] | null, second: readonly Span[] | null): boolean {
  return first !== null && second !== null && first[0]?.start === second[0]?.start;
}
