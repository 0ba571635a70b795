import { kindOf } from './attributions/kind';
import { tokenAt } from './chains';
import type { Span } from './contract';
import {
  Tag,
  type ParagraphAttribution,
  type ParagraphQuotation,
  type Syntax,
  type Token,
  type TokenRange,
} from './paragraph';
import { has } from './phrases';
import { spanOfTokens } from './span';
import { matches } from './matches';

/** Words that pass something on without saying from whom, as offsets into the paragraph. */
interface Marker extends Span {
  /** `adverb`: "reportedly"; `passive`: "is said to"; `opening`: "it is understood", "rumour has it". */
  readonly form: 'adverb' | 'passive' | 'opening';
}

const hint =
  /reportedly|allegedly|supposedly|purportedly|believed|thought|said|rumou?r|alleged|understood|reported|speculation|gossip|whispers|has it|unconfirmed/iu;
const held = '(?:believed|thought|said|rumou?red|alleged|understood|reported|claimed)';
const be = '(?:is|are|was|were|(?:has|have|had) been|be)';
const how = '(?: (?:\\w+ly|also|still|now))?';
const forms: readonly (readonly [Marker['form'], RegExp])[] = [
  ['adverb', /\b(?:reportedly|allegedly|supposedly|purportedly)\b/giu],
  ['opening', new RegExp(`\\bit ${be}${how} ${held}(?= that\\b|[,;.])`, 'giu')],
  [
    'opening',
    /\b(?:rumou?r|word|legend|gossip) has it\b|\b(?:(?:there (?:is|are|was|were|have been|has been) (?:\w+ )?)?(?:rumou?rs?|speculation|gossip|whispers|unconfirmed reports?)(?: (?:is|are|was|were|have been|has been) (?:circulating|swirling|rife|spreading|growing))?)(?= that\b)/giu,
  ],
  ['passive', new RegExp(`\\b${be}${how} ${held} to\\b`, 'giu')],
];

/** How likely annotators take the words for a claim, by form; measured on PolNeAR. */
const CONFIDENCE = { reportedly: 0.8, other: 0.5 };

/**
 * Marks what is only hearsay: claims that the text passes on without saying whose they are. Those that no other stage has
 * found are added, without a source.
 *
 * @param attributions of the paragraph, in the order of the text
 * @returns in the order of the text
 */
export function markHearsay(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
  attributions: readonly ParagraphAttribution[],
): ParagraphAttribution[] {
  const marked = [...attributions];
  for (const marker of findMarkers(syntax)) {
    if (quotations.some(({ span }) => covers(span, marker))) continue;
    const at = marked.findIndex(({ cue }) => cue.some(span => touches(syntax.text, span, marker)));
    const found = marked[at];
    const hearsay = spanOf(marker);
    if (found && marker.form === 'adverb') marked[at] = { ...found, hearsay };
    else if (found || !marked.some(one => isPartOf(one, marker))) {
      const claim = claimOf(syntax, quotations, marker);
      // "The mayor is said to own boats": the subject is whom the claim is about, and not its source.
      if (found) marked[at] = { ...found, source: null, content: claim?.content ?? found.content, hearsay };
      else if (claim) marked.push(claim);
    }
  }
  return marked.length === attributions.length
    ? marked
    : marked.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Does a cue overlap the marker, or stand right beside it: "reportedly said"? */
const touches = (text: string, cue: Span, marker: Span): boolean =>
  cue.start <= marker.end
    ? cue.end >= marker.start || text.slice(cue.end, marker.start).trim() === ''
    : text.slice(marker.end, cue.start).trim() === '';

/** Is the marker among somebody's own words, or in the words for who that is? */
const isPartOf = ({ content, source }: ParagraphAttribution, marker: Span): boolean =>
  [...content, ...(source ?? [])].some(span => span.start < marker.end && marker.start < span.end);

function findMarkers({ text, tokens, sentences }: Syntax): Marker[] {
  if (!hint.test(text)) return [];
  return sentences.flatMap(({ from, to }) => {
    const start = tokens[from]?.start ?? 0;
    const words = text.slice(start, tokens[to - 1]?.end ?? start);
    if (!hint.test(words)) return [];
    return forms.flatMap(([form, pattern]) =>
      matches(words, pattern).map(({ index, 0: { length } }) => ({
        form,
        start: start + index,
        end: start + index + length,
      })),
    );
  });
}

/** What divides the clause of a marker from the ones before and after it. */
const opens = /^(?:[;:—–(“"]|that|because|although|though|while|whereas|after|before|but|if|when)$/u;
const closes = /^(?:[;:—–)!?”"]|but|while|whereas|although|though|according|which|who)$/u;

function claimOf(
  { text, tokens, sentences }: Syntax,
  quotations: readonly ParagraphQuotation[],
  marker: Marker,
): ParagraphAttribution | null {
  const first = tokenAt(tokens, marker.start);
  // The "to" of "is said to" begins what is claimed.
  const after = tokenAt(tokens, marker.form === 'passive' ? marker.end - 1 : marker.end);
  const sentence = sentences.find(({ from, to }) => from <= first && first < to);
  // Where marks glue it to other words, it is no word by itself.
  if (!sentence || after <= first) return null;
  // "the allegedly stolen car" claims nothing of the sentence
  const before = first > sentence.from ? tokens[first - 1] : undefined;
  if (marker.form === 'adverb' && before && before.text !== ',' && !has(before, beforeAdverb)) return null;

  let from = first;
  while (from > sentence.from && !opens.test(tokens[from - 1]!.lower)) from--;
  let to = after;
  while (to < sentence.to && !ends(tokens, to)) to++;
  const content = [
    { from: marker.form === 'opening' ? first : from, to: first },
    { from: after, to },
  ]
    .map(range => withoutCommas(tokens, range))
    .filter(range => range.from < range.to)
    .map(range => spanOfTokens(tokens, range));
  if (content.length === 0) return null;
  const word = text.slice(marker.start, marker.end).toLowerCase();
  return {
    kind: kindOf(text, content, quotations),
    cueKind: 'speech',
    content,
    cue: [spanOfTokens(tokens, { from: first, to: after })],
    source: null,
    via: [],
    channel: [],
    hearsay: spanOf(marker),
    confidence: word === 'reportedly' ? CONFIDENCE.reportedly : CONFIDENCE.other,
    evidence: [`cue:${word}`],
  };
}

const beforeAdverb = Tag.Noun | Tag.Pronoun | Tag.Verb | Tag.Auxiliary | Tag.Copula | Tag.Modal;

/** A mark that divides clauses, or a word that does so after a comma. */
const ends = (tokens: readonly Token[], at: number): boolean =>
  closes.test(tokens[at]!.lower) && (/^\W/u.test(tokens[at]!.text) || tokens[at - 1]?.text === ',');

function withoutCommas(tokens: readonly Token[], range: TokenRange): TokenRange {
  let { from, to } = range;
  while (from < to && /^[,.]$/u.test(tokens[from]!.text)) from++;
  while (to > from && /^[,.]$/u.test(tokens[to - 1]!.text)) to--;
  return { from, to };
}
