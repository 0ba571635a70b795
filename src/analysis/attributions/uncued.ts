import { isTitleCase, wordsOf } from '../capitals';
import type { Span } from '../contract';
import type { ParagraphAttribution, ParagraphQuotation, Syntax } from '../paragraph';
import { kindOf } from './kind';

/** From this many words on a quotation is somebody's words, cue or not (98 % of them on PolNeAR's training articles). */
const minWords = 6;
/** Between “…,” she said. and the quotation that goes on with it stands no more than this many characters. */
const maxGap = 120;

const letter = /[\p{L}\p{N}]/u;
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/**
 * Gives every quotation of speech to an attribution: one that goes on where “…,” she said. left off is a further
 * piece of the same attribution; a long one that stands alone, or one that runs on into the next paragraph, becomes one
 * without a cue and without a source.
 *
 * @param attributions those found by their cues, in the order of the text
 * @returns in the order of the text
 */
export function coverQuotations(
  { text }: Syntax,
  quotations: readonly ParagraphQuotation[],
  attributions: readonly ParagraphAttribution[],
): ParagraphAttribution[] {
  const covered = [...attributions];
  let last = -1;
  for (const quotation of quotations) {
    if (quotation.role !== 'speech' || quotation.depth > 0) continue;
    const { span } = quotation;
    while (last + 1 < covered.length && firstOf(covered[last + 1]) < span.end) last++;
    const before = covered[last];
    const nearby = [covered[last - 1], before];
    if (nearby.some(a => a?.content.some(c => c.start < span.end && span.start < c.end))) continue;
    if (before && goesOn(text, before, span)) {
      const content = [...before.content, span];
      covered[last] = { ...before, content, kind: kindOf(text, content, quotations) };
    } else if (!quotation.marks.close || wordsIn(text, span) >= minWords || standsAlone(text, span)) {
      const isBlock = !quotation.marks.open && !quotation.marks.close;
      covered.splice(++last, 0, withoutCue(isBlock ? quotation.inner : span));
    }
  }
  return covered;
}

const wordsIn = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(word)?.length ?? 0;
/** Nothing else is said in the paragraph: a line of dialogue, where it is no heading. */
const standsAlone = (text: string, { start, end }: Span): boolean =>
  !letter.test(text.slice(0, start)) && !letter.test(text.slice(end)) && !isTitle(text.slice(start, end));
const isTitle = (text: string): boolean => {
  const words = wordsOf(text);
  return words.length > 2 && isTitleCase(words);
};
const firstOf = (attribution: ParagraphAttribution | undefined): number =>
  attribution?.content[0]?.start ?? Infinity;

function goesOn(text: string, { content, cue, source, kind }: ParagraphAttribution, span: Span): boolean {
  if (kind === 'indirect' || cue.length === 0) return false;
  const end = Math.max(...[...content, ...cue, ...(source ?? [])].map(s => s.end));
  // The quotation may stand before its cue only: after "She said that “…” was late." another one is not more of it.
  if (end > span.start || (content.at(-1)?.end ?? 0) === end) return false;
  const gap = text.slice(end, span.start);
  return gap.length <= maxGap && (gap.match(/[.!?]/gu)?.length ?? 0) <= 1;
}

function withoutCue(span: Span): ParagraphAttribution {
  return {
    kind: 'direct',
    cueKind: 'speech',
    content: [span],
    cue: [],
    source: null,
    via: [],
    channel: [],
    hearsay: null,
    confidence: 0.5,
    evidence: ['quotation'],
  };
}
