import type { IsListedOutlet } from './attributions/listed';
import type { Span } from './contract';
import { Tag, type ParagraphAttribution, type Syntax, type Token } from './paragraph';
import { partitionPoint } from './partitionPoint';
import { containment } from './sources/containment';
import { isKnownPublication, isPublication, isPublicationName } from './sources/lexicon';
import { spanOfTokens } from './span';
import { isTime, nounPhraseEnd, sourceAfter } from './phrases';

const citingWord = new Set(['citing', 'quoting']);
const tellingVerb = new Set(['told', 'tell', 'tells', 'telling', 'informed', 'assured']);
const channelNoun = new Set(
  (
    'statement interview tweet post release conference briefing speech letter email memo message op-ed column essay ' +
    'report article blog podcast filing testimony broadcast video editorial call'
  ).split(' '),
);
const channelName = new Set([
  'twitter',
  'facebook',
  'instagram',
  'linkedin',
  'youtube',
  'telegram',
  'mastodon',
  'x',
  'television',
  'tv',
  'radio',
]);
/** How many tokens after the cue a channel is looked for. */
const channelReach = 30;
const channelPreposition = new Set(['in', 'on', 'at', 'during', 'via', 'by']);

/**
 * Follows each claim back along the way it took: "according to the Daily X, citing officials" is what officials say,
 * via the Daily X; "told the Daily X" makes it the channel.
 *
 * @param attributions of the same paragraph
 * @param isOutlet whether words are the name of an outlet that the newsroom's word list has
 * @returns as many attributions, in the same order
 */
export function linkChains(
  syntax: Syntax,
  attributions: readonly ParagraphAttribution[],
  isOutlet: IsListedOutlet = () => false,
): ParagraphAttribution[] {
  const chained = attributions.map(attribution => followCitation(syntax.tokens, attribution));
  return passOn(syntax.tokens, chained, isOutlet).map(attribution => ({
    ...attribution,
    channel: findChannels(syntax, attribution, isOutlet),
  }));
}

/** Where a publication reports all of "Ann Lee said …", what she says came by way of it. */
function passOn(
  tokens: readonly Token[],
  attributions: readonly ParagraphAttribution[],
  isOutlet: IsListedOutlet,
): ParagraphAttribution[] {
  const reports = attributions.filter(
    ({ source, cue }) => source && cue.length > 0 && isPublished(tokens, source, isOutlet),
  );
  if (reports.length === 0) return [...attributions];
  const contents = reports.flatMap(({ content }, report) => content.map(span => ({ ...span, report })));
  const around = containment(contents);
  const passed = new Map<ParagraphAttribution, ParagraphAttribution>();
  const byCue = attributions
    .flatMap(attribution => attribution.cue.slice(0, 1).map(({ start }) => ({ attribution, start })))
    .sort((a, b) => a.start - b.start);
  for (const { attribution, start } of byCue) {
    const { source, via, cue, evidence } = attribution;
    if (!source?.[0] || via.length > 0) continue;
    const report = reports[contents[around({ start, end: cue[0]!.end }) ?? -1]?.report ?? -1];
    const content = report?.content.find(span => span.start <= start && start < span.end);
    if (!report?.source || !content || source[0].start < content.start || source[0].end > content.end)
      continue;
    passed.set(attribution, {
      ...attribution,
      via: [{ mention: report.source, cue: report.cue }],
      evidence: [...evidence, 'via'],
    });
  }
  return attributions.map(attribution => passed.get(attribution) ?? attribution);
}

/** Are the words for a source a listed outlet, or do they end in what a publication is called? */
function isPublished(tokens: readonly Token[], [span]: readonly Span[], isOutlet: IsListedOutlet): boolean {
  const end = span ? tokenAt(tokens, span.end) : 0;
  const last = tokens[end - 1];
  return (
    span !== undefined &&
    last !== undefined &&
    (isOutlet(wordsOf(tokens.slice(tokenAt(tokens, span.start), end))) ||
      isKnownPublication(last.lower) ||
      isPublication(last.lower) ||
      (/^\p{Lu}/u.test(last.text) && isPublicationName(last.lower)))
  );
}

/** Index of the first token that ends after an offset. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  return partitionPoint(tokens, ({ end }) => end <= offset);
}

/** Where the source, or a cue after it, is followed by "citing Y": Y is the source, and the first one the via. */
function followCitation(tokens: readonly Token[], attribution: ParagraphAttribution): ParagraphAttribution {
  const { source, cue } = attribution;
  if (!source) return attribution;
  const reach = Math.max(...[...source, ...cue].map(span => span.end));
  let at = tokenAt(tokens, reach);
  while (isTime(tokens[at]) || tokens[at]?.lower === 'on') at++;
  if (tokens[at]?.text === ',') at++;
  const citing = tokens[at];
  if (!citing || !citingWord.has(citing.lower)) return attribution;
  const cited = sourceAfter(tokens, at + 1, tokens.length);
  if (!cited) return attribution;
  return {
    ...attribution,
    source: [spanOfTokens(tokens, cited)],
    cue: [{ start: citing.start, end: citing.end }],
    via: [{ mention: source, cue }, ...attribution.via],
    evidence: [...attribution.evidence, 'via'],
  };
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

function findChannels(
  syntax: Syntax,
  attribution: ParagraphAttribution,
  isOutlet: IsListedOutlet,
): (readonly Span[])[] {
  return attribution.cue.flatMap(cue => channelsAfter(syntax.tokens, cue, attribution, isOutlet));
}

function channelsAfter(
  tokens: readonly Token[],
  cue: Span,
  { content, source }: ParagraphAttribution,
  isOutlet: IsListedOutlet,
): (readonly Span[])[] {
  const channels: (readonly Span[])[] = [];
  const inside = (token: Token, spans: readonly Span[] | null): boolean =>
    spans?.some(span => span.start < token.end && token.start < span.end) ?? false;
  let at = tokenAt(tokens, cue.end);
  if (tellingVerb.has(tokens[at - 1]?.lower ?? '')) {
    const end = nounPhraseEnd(tokens, at, tokens.length);
    const first = tokens[at];
    if (
      end > at &&
      first &&
      !inside(first, content) &&
      !inside(first, source) &&
      !(first.tags & Tag.Pronoun)
    ) {
      channels.push([spanOfTokens(tokens, { from: at, to: end })]);
      at = end;
    }
  }
  // "said on Sunday in a statement", "said Lee in an interview with the Daily X"
  for (const limit = at + channelReach; at < limit; at++) {
    const token = tokens[at];
    if (!token || inside(token, content) || /^[.;:]$/u.test(token.text)) break;
    if (!channelPreposition.has(token.lower)) continue;
    const end = nounPhraseEnd(tokens, at + 1, tokens.length);
    const phrase = tokens.slice(at + 1, end);
    const isChannel =
      phrase.some(t => channelNoun.has(t.lower) || channelName.has(t.lower)) || isOutlet(wordsOf(phrase));
    if (isChannel && !phrase.some(t => inside(t, content))) {
      channels.push([spanOfTokens(tokens, { from: at + 1, to: end })]);
      at = end - 1;
    }
  }
  return channels;
}
