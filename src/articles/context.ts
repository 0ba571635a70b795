import type { Attribution, Span } from '../analysis/contract';
import { beginOf } from './claims';
import { extentOf, trimmed } from './spans';

const PARAGRAPH_END = /\n\s*\n/;

/** The sentences that a claim stands in, with who says so and the words that link both. */
export function sentencesOf(text: string, claim: Attribution): Span {
  const spans = [...claim.content, ...claim.cue, ...(claim.source?.mention ?? [])];
  // A source may be named in the paragraph before.
  const from = paragraphStart(text, beginOf(claim));
  const own = spans.filter(({ start }) => start >= from);
  const { start, end } = extentOf(own);
  const length = text.slice(end).search(PARAGRAPH_END);
  const paragraph = text.slice(from, length < 0 ? text.length : end + length);
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)];
  const startsBefore = sentences.filter(({ index }) => from + index <= start);
  const endsBehind = sentences.find(({ index, segment }) => from + index + segment.length >= end);
  const whole = {
    start: from + (startsBefore.at(-1)?.index ?? 0),
    end: endsBehind ? from + endsBehind.index + endsBehind.segment.length : end,
  };
  return trimmed(text, whole) ?? whole;
}

function paragraphStart(text: string, offset: number): number {
  const last = [...text.slice(0, offset).matchAll(new RegExp(PARAGRAPH_END, 'g'))].at(-1);
  return last ? last.index + last[0].length : 0;
}
