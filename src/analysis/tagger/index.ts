import { kindOf } from '../attributions/kind';
import { emptyWhenNegated } from '../attributions/lexicon';
import type { Span } from '../contract';
import {
  Tag,
  type ParagraphAttribution,
  type ParagraphQuotation,
  type Syntax,
  type Token,
  type TokenRange,
} from '../paragraph';
import { has, nounPhraseEnd } from '../phrases';
import { spanOfTokens } from '../span';
import { confidenceInputsOf, confidenceOf } from './confidence';
import { findCues } from './cues';
import { cueHead, encode, pad, QuoteState, type Encoded } from './encoded';
import { findSpans, neighbours, type Candidate } from './spans';
import type { Tagger } from './weights';

export { readWeights, WeightsError, type Tagger, type WeightsProblem } from './weights';

/**
 * Finds attributions with the trained tagger: cues first, then for each cue its source and content (after the
 * two-stage design of Newell et al. 2018), then how likely the whole is right.
 *
 * @returns in the order of the text; spans are offsets into the paragraph
 */
export function tagAttributions(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
  tagger: Tagger,
): ParagraphAttribution[] {
  const encoded = encode(syntax, quotations);
  const candidates = findSpans(encoded, findCues(encoded, tagger.cues), tagger.spans).map(candidate => ({
    ...candidate,
    content: withoutAside(encoded, candidate).flatMap(run => splitBetweenQuotations(encoded, run)),
  }));
  const judged = candidates
    .map((candidate, index): Judged => {
      const inputs = confidenceInputsOf(encoded, candidate, neighbours(candidates, index));
      return { ...candidate, confidence: confidenceOf(tagger.confidence, inputs) };
    })
    .filter(one => one.confidence >= tagger.threshold && !saysNothing(syntax, one));
  // One after the other: what a cue gives up is nobody's but the nearer one's for those that follow.
  for (const [index, one] of judged.entries())
    judged[index] = withoutPiecesOfOthers(one, neighbours(judged, index), encoded.sentence);
  const kept = withoutRivals(judged);
  return kept.map(candidate => {
    const span = (range: TokenRange): Span => spanOfTokens(syntax.tokens, range);
    const content = contentSpans(syntax, candidate);
    const kind = kindOf(syntax.text, content, quotations);
    const source = candidate.source ?? inheritedSource(syntax, candidate, kept);
    return {
      kind,
      // The annotators' kinds of this cue vary; it is one of speech.
      cueKind: syntax.tokens[candidate.cue.from]!.lower === 'according' ? 'speech' : candidate.cue.kind,
      content,
      cue: [span(candidate.cue)],
      source: source && [span(withoutLooseEnd(syntax, source))],
      via: [],
      channel: [],
      hearsay: null,
      confidence: Math.round(candidate.confidence * 1000) / 1000,
      evidence: [
        `cue:${syntax.tokens[cueHead(encoded, candidate.cue)]!.lower}`,
        'tagger',
        ...(kind === 'indirect' ? [] : ['quotation']),
      ],
    };
  });
}

/** "Lee, who would not be named because [she fears for her job], said [it was late]": words on the source are no claim. */
function withoutAside({ quotation }: Encoded, { cue, source, content }: Candidate): readonly TokenRange[] {
  if (!source || !content.some(({ from }) => from >= cue.to)) return content;
  return content.filter(
    ({ from, to }) => !(source.to <= from && to <= cue.from && quotation[from + pad]! < 0),
  );
}

/** “… us.” “And …”: two quotations in a row may have two speakers, so that each is a piece of its own. */
function splitBetweenQuotations({ quote }: Encoded, { from, to }: TokenRange): TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let token = from + 1; token < to; token++)
    if (quote[token - 1 + pad] === QuoteState.Closing && quote[token + pad] === QuoteState.Opening) {
      pieces.push({ from: start, to: token });
      start = token;
    }
  return [...pieces, { from: start, to }];
}

/** "the officials, who spoke on condition of anonymity because [they …]": a clause that is not whole is left out. */
function withoutLooseEnd({ tokens }: Syntax, { from, to }: TokenRange): TokenRange {
  if (!has(tokens[to - 1], Tag.Conjunction | Tag.Preposition)) return { from, to };
  let end = to - 1;
  for (let at = from + 1; at < to; at++)
    if (/^wh(?:o|om|ich|ose)$/u.test(tokens[at]!.lower)) end = Math.min(end, at);
  while (end > from + 1 && has(tokens[end - 1], Tag.Conjunction | Tag.Preposition | Tag.Punctuation)) end--;
  return { from, to: end };
}

/** "did not elaborate", "asked not to be named": that nothing was said, or no name given, is no claim. */
function saysNothing({ tokens }: Syntax, { cue, content }: Candidate): boolean {
  const words = tokens.slice(cue.from, cue.to);
  const unsaid =
    words.some(({ tags }) => tags & Tag.Negative) && words.some(({ lower }) => emptyWhenNegated.has(lower));
  const from = content[0]!.from;
  const opening = tokens
    .slice(from, from + 4)
    .map(({ lower }) => lower)
    .join(' ');
  return unsaid || /^not to be (?:named|identified|quoted)$/u.test(opening);
}

/** "warned Beijing against helping": whom a warning goes to is no part of it, as with *told*. */
function withoutAddressee({ tokens }: Syntax, cue: TokenRange, first: TokenRange): TokenRange {
  if (!/^warn(?:s|ed|ing)?$/u.test(tokens[cue.to - 1]!.lower)) return first;
  const end = nounPhraseEnd(tokens, first.from, first.to);
  return end > first.from && warningOpeners.has(tokens[end]?.lower ?? '') && end < first.to
    ? { from: end, to: first.to }
    : first;
}

const warningOpeners = new Set(['against', 'about', 'of', 'that', 'not']);

/** A participle ("…, adding that …") without a source of its own takes that of the cue before it in its sentence. */
function inheritedSource(
  { tokens, sentences }: Syntax,
  { cue }: Candidate,
  judged: readonly Judged[],
): TokenRange | null {
  if (!tokens[cue.from]!.lower.endsWith('ing')) return null;
  const sentence = sentences.find(({ from, to }) => from <= cue.from && cue.from < to);
  const before = judged.filter(
    other => sentence && other.source && sentence.from <= other.cue.from && other.cue.from < cue.from,
  );
  return before.sort((a, b) => b.cue.from - a.cue.from)[0]?.source ?? null;
}

interface Judged extends Candidate {
  readonly confidence: number;
}

/**
 * Of two candidates for mostly the same content the surer one stays; a cue within a surer one's source is none.
 *
 * @param judged in the order of their cues
 * @returns in the order of their contents
 */
function withoutRivals(judged: readonly Judged[]): Judged[] {
  const kept = new Set<Judged>();
  const bySureness = [...judged.keys()].sort((a, b) => judged[b]!.confidence - judged[a]!.confidence);
  for (const index of bySureness) {
    const one = judged[index]!;
    if (!neighbours(judged, index).some(other => kept.has(other) && isRival(one, other))) kept.add(one);
  }
  return [...kept].sort((a, b) => a.content[0]!.from - b.content[0]!.from);
}

function isRival({ cue, content }: Candidate, { source, content: others }: Candidate): boolean {
  const inSource = source !== null && source.from <= cue.from && cue.to <= source.to;
  return inSource || shareOf(content, others) > 0.5;
}

/** Where two candidates claim the same words, the one whose cue is nearer keeps them, if the other has more. */
function withoutPiecesOfOthers(one: Judged, others: readonly Judged[], sentence: Int32Array): Judged {
  const far = (cue: TokenRange, piece: TokenRange): number =>
    Math.max(0, cue.from - piece.to, piece.from - cue.to) +
    otherSentence * Math.abs(sentence[cue.from + pad]! - sentence[piece.from + pad]!);
  const content = one.content.filter(
    piece =>
      !others.some(
        other =>
          other.content.some(({ from, to }) => from < piece.to && piece.from < to) &&
          far(other.cue, piece) < far(one.cue, piece),
      ),
  );
  return content.length > 0 ? { ...one, content } : one;
}

/** A cue in another sentence is as far off as one so many tokens away. */
const otherSentence = 50;

/** Dice's coefficient of two lists of token ranges. */
function shareOf(some: readonly TokenRange[], others: readonly TokenRange[]): number {
  const size = (ranges: readonly TokenRange[]): number =>
    ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  let common = 0;
  for (const a of some)
    for (const b of others) common += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return (2 * common) / (size(some) + size(others));
}

/** Without a "that" before what is otherwise a quotation: the claim is direct. */
function contentSpans(syntax: Syntax, { cue, content }: Candidate): Span[] {
  const { tokens, text } = syntax;
  return content.map((found, index) => {
    const range = index === 0 ? withoutAddressee(syntax, cue, found) : found;
    const next = tokens[range.from + 1];
    const beforeQuotation =
      next !== undefined && /^(?:["“‘«„]|''|``)/u.test(next.text) && range.to > range.from + 2;
    const last = text.slice(tokens[range.to - 1]!.start, tokens[range.to - 1]!.end);
    const skips = tokens[range.from]!.lower === 'that' && beforeQuotation && /["”’»“]$|''$/u.test(last);
    return spanOfTokens(
      tokens,
      withoutSeparator(tokens, skips ? { from: range.from + 1, to: range.to } : range),
    );
  });
}

/** Without the comma or full stop that ends the clause; within quotation marks it is followed by one. */
function withoutSeparator(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  let end = to;
  while (end > from + 1 && /^[,;:.–—-]+$/u.test(tokens[end - 1]!.text)) end--;
  return { from, to: end };
}
