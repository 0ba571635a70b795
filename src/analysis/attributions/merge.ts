import type { Span } from '../contract';
import type { ParagraphAttribution } from '../paragraph';

/**
 * Brings together what the tagger and the rules found. The tagger is right more often, but for three things:
 * *according to*, which governs its sentence; a trailing cue ("…, the paper reported") behind a claim in which the
 * tagger saw another one, or nothing for sure; and quotations that it did not see, gave to the cue of the quotation before, or to nobody.
 *
 * @returns in the order of the text
 */
export function mergeFindings(
  tagged: readonly ParagraphAttribution[],
  ruled: readonly ParagraphAttribution[],
): ParagraphAttribution[] {
  let merged = [...tagged];
  for (const rule of ruled) {
    const known = merged.find(other => overlap(other.cue, rule.cue));
    if (isAccordingTo(rule)) {
      merged = [...merged.filter(other => other !== known && !touches(other, rule)), surer(rule, known)];
    } else if (known) {
      if (isQuoted(rule) && rule.source && !known.source)
        merged[merged.indexOf(known)] = { ...rule, confidence: known.confidence };
      else if (opensBefore(rule, known) || goesOnBehind(rule, known) || isPartOf(known, rule))
        merged[merged.indexOf(known)] = { ...known, ...contentOf(rule) };
    } else if (isTrailing(rule) && merged.some(other => isNested(other, rule))) {
      merged = [...merged.filter(other => !isNested(other, rule)), rule];
    } else if (isQuoted(rule) || isTrailing(rule)) {
      const freed = isTrailing(rule) ? merged.map(other => withoutPieces(other, rule)) : merged;
      if (!freed.some(other => overlap(other.content, rule.content))) merged = [...freed, rule];
    }
  }
  return merged.sort((a, b) => firstOf(a) - firstOf(b));
}

const firstOf = ({ content }: ParagraphAttribution): number => content[0]?.start ?? 0;
const lastOf = ({ content }: ParagraphAttribution): number => content.at(-1)?.end ?? 0;
const isAccordingTo = ({ evidence }: ParagraphAttribution): boolean => evidence.includes('cue:according to');
const isQuoted = ({ evidence }: ParagraphAttribution): boolean => evidence.includes('quotation');
const isTrailing = ({ content, cue, source }: ParagraphAttribution): boolean =>
  source !== null && content.every(span => span.end <= (cue[0]?.start ?? 0));
const contentOf = ({ content, kind }: ParagraphAttribution) => ({ content, kind });

function overlap(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some(a => others.some(b => a.start < b.end && b.start < a.end));
}

/** Stands anywhere from the first to the last word of what the rule found; "citing Y" between them does. */
function touches(other: ParagraphAttribution, rule: ParagraphAttribution): boolean {
  const words = [...rule.content, ...rule.cue, ...(rule.source ?? [])];
  const whole = {
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
  };
  return overlap(other.content, [whole]) || overlap(other.cue, [whole]) || isCitation(other, whole);
}

/** "…, according to the Courier, citing officials": the words cited are the source of the claim, no claim. */
function isCitation({ evidence, cue }: ParagraphAttribution, { end }: Span): boolean {
  const start = cue[0]?.start ?? 0;
  return evidence.some(code => citations.has(code)) && start >= end && start - end <= ', '.length;
}

const citations = new Set(['cue:citing', 'cue:quoting']);

/** Its cue stands in what the rule takes for the claim, and its content does not go beyond. */
function isNested(other: ParagraphAttribution, rule: ParagraphAttribution): boolean {
  return overlap(other.cue, rule.content) && firstOf(other) >= firstOf(rule) && firstOf(other) < lastOf(rule);
}

/** "If it rains, “we stay,” Lee said": the words before the quotation belong to the claim. */
function opensBefore(rule: ParagraphAttribution, known: ParagraphAttribution): boolean {
  return (
    rule.kind === 'mixed' &&
    known.kind === 'direct' &&
    isTrailing(rule) &&
    firstOf(rule) < firstOf(known) &&
    lastOf(rule) === lastOf(known)
  );
}

/** "“We stay” as long as it rains, Lee said": so do the words behind it. */
function goesOnBehind(rule: ParagraphAttribution, known: ParagraphAttribution): boolean {
  return (
    rule.kind === 'mixed' &&
    known.kind === 'direct' &&
    isTrailing(rule) &&
    firstOf(rule) === firstOf(known) &&
    lastOf(rule) > lastOf(known)
  );
}

/** An unsure reading of a trailing cue often breaks off in the middle of the clause before it. */
function isPartOf(known: ParagraphAttribution, rule: ParagraphAttribution): boolean {
  return (
    known.confidence < unsure &&
    isTrailing(rule) &&
    firstOf(rule) <= firstOf(known) &&
    lastOf(known) <= lastOf(rule)
  );
}

const unsure = 0.86;

const surer = (
  rule: ParagraphAttribution,
  known: ParagraphAttribution | undefined,
): ParagraphAttribution => ({
  ...rule,
  confidence: Math.max(rule.confidence, known?.confidence ?? 0),
});

/** Leaves to the rule the pieces that stand before its cue, where others remain. */
function withoutPieces(other: ParagraphAttribution, rule: ParagraphAttribution): ParagraphAttribution {
  const rest = other.content.filter(span => !overlap([span], rule.content));
  return rest.length > 0 ? { ...other, content: rest } : other;
}
