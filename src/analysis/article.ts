import { resolveActors, type AttributedActors } from './actors';
import { findAnatomy } from './anatomy';
import {
  ANALYSIS_VERSION,
  type Analysis,
  type Attribution,
  type Quotation,
  type SourceMention,
  type Span,
} from './contract';
import { checkSteps } from './checks';
import type { ParagraphAnalysis, ParagraphAttribution } from './paragraph';
import { partitionPoint } from './partitionPoint';
import { findTurns, type MentionPlace } from './patterns';
import { joinQuotations, type JoinedQuotation } from './quotations';
import { shiftSpan } from './span';
import { findSpeakers } from './speakers';
import { finish } from './steps';

/** A paragraph's attribution with its place in the article. */
interface Placed {
  /** Index among the paragraphs that are article text. */
  readonly paragraph: number;
  /** Index among the paragraph's attributions. */
  readonly index: number;
  readonly attribution: ParagraphAttribution;
  /** Pieces without a cue of their own, of a quotation that runs over several paragraphs. */
  readonly continued: readonly Placed[];
}

/** A paragraph of article text with what was made of it. */
interface PlacedAnalysis extends ParagraphAnalysis {
  readonly start: number;
  readonly text: string;
}

/** How often a quotation whose speaker the layout tells is an attribution, and by that speaker (PolNeAR: 46 of 49). */
const patternConfidence = 0.8;

/**
 * Runs the stages that need the whole article: anatomy, quotations that run over paragraphs, speakers, actors.
 *
 * @param spans the paragraphs' places in `text`
 * @param analyses what was made of each of them; undefined where it is not analysed yet
 */
export function assembleArticle(
  text: string,
  spans: readonly Span[],
  analyses: readonly (ParagraphAnalysis | undefined)[],
): Analysis {
  return finish(articleSteps(text, spans, analyses));
}

/** The same a stage at a time, and each rule of the checks by itself. */
export function* articleSteps(
  text: string,
  spans: readonly Span[],
  analyses: readonly (ParagraphAnalysis | undefined)[],
): Generator<undefined, Analysis> {
  const unchecked = yield* uncheckedSteps(text, spans, analyses);
  return { ...unchecked, checks: yield* checkSteps(text, unchecked) };
}

/** All but the checks. */
export function* uncheckedSteps(
  text: string,
  spans: readonly Span[],
  analyses: readonly (ParagraphAnalysis | undefined)[],
): Generator<undefined, Analysis> {
  const anatomy = findAnatomy(text, spans);
  const aside = anatomy.byline ? [...anatomy.excluded, anatomy.byline] : anatomy.excluded;
  const prose = spans.flatMap(({ start, end }, index): PlacedAnalysis[] => {
    const analysis = analyses[index];
    const excluded = aside.some(span => span.start < end && start < span.end);
    return analysis && !excluded ? [{ start, text: analysis.syntax.text, ...analysis }] : [];
  });
  yield;
  const { paragraphs, speakers: turns } = findTurns(text, prose);
  yield;
  const joined = joinQuotations(paragraphs);
  const placed = absorb(
    paragraphs.flatMap(({ attributions }, paragraph) =>
      attributions.map((attribution, index): Placed => ({ paragraph, index, attribution, continued: [] })),
    ),
    joined,
    paragraphs,
  );
  yield;
  const { actors, attributed } = resolveActors(paragraphs);
  yield;
  const absolute = (paragraph: number, list: readonly Span[]): Span[] =>
    list.map(span => shiftSpan(span, paragraphs[paragraph]?.start ?? 0));
  const actorsOf = ({ paragraph, index }: Placed): AttributedActors | undefined =>
    attributed[paragraph]?.[index];
  const sourceOf = (place: Placed): SourceMention | null => {
    const actor = actorsOf(place)?.source ?? null;
    const mention = place.attribution.source;
    return actor === null || mention === null ? null : { mention: absolute(place.paragraph, mention), actor };
  };

  const actorAt = new Map(
    actors.flatMap(({ id, mentions }) => mentions.map(({ span }) => [span[0]?.start ?? -1, id] as const)),
  );
  const mentionAt = ({ paragraph, mention }: MentionPlace): Span[] =>
    absolute(paragraph, [paragraphs[paragraph]?.mentions.mentions[mention]?.span ?? { start: 0, end: 0 }]);
  const mentioned = (place: MentionPlace): SourceMention | null => {
    const mention = mentionAt(place);
    const actor = actorAt.get(mention[0]?.start ?? -1);
    return actor === undefined ? null : { mention, actor };
  };
  const speakers = findSpeakers(placed, paragraphs, turns, of => {
    if (typeof of !== 'number') return mentioned(of)?.actor ?? null;
    const place = placed[of];
    return (place && actorsOf(place)?.source) ?? null;
  });

  yield;
  const attributions = placed.map((place, at): Attribution => {
    const { paragraph, attribution, continued } = place;
    const speaker = speakers[at] ?? null;
    const spoken = speaker?.from === 'attribution' ? (placed[speaker.index] ?? place) : place;
    const content = [
      ...absolute(paragraph, attribution.content),
      ...continued.flatMap(other => absolute(other.paragraph, other.attribution.content)),
    ].sort((a, b) => a.start - b.start);
    return {
      id: `a${at + 1}`,
      kind: continued.every(other => other.attribution.kind === attribution.kind)
        ? attribution.kind
        : 'mixed',
      cueKind: attribution.cueKind,
      content,
      cue: absolute(paragraph, attribution.cue),
      source: speaker?.from === 'mention' ? mentioned(speaker.place) : sourceOf(spoken),
      via: attribution.via.flatMap(({ mention, cue }, index) => {
        const actor = actorsOf(place)?.via[index];
        return actor === undefined || actor === null
          ? []
          : [{ mention: absolute(paragraph, mention), cue: absolute(paragraph, cue), actor }];
      }),
      channel: attribution.channel.map((mention, index) => ({
        mention: absolute(paragraph, mention),
        actor: actorsOf(place)?.channel[index] ?? null,
      })),
      hearsay: attribution.hearsay && shiftSpan(attribution.hearsay, paragraphs[paragraph]?.start ?? 0),
      confidence:
        speaker?.evidence.startsWith('pattern:') === true
          ? Math.max(attribution.confidence, patternConfidence)
          : attribution.confidence,
      evidence: speaker ? [...new Set([...attribution.evidence, speaker.evidence])] : attribution.evidence,
      origin: 'analysis',
    };
  });

  yield;
  return {
    version: ANALYSIS_VERSION,
    id: null,
    file: null,
    language: 'en',
    partial: false,
    article: anatomy,
    quotations: placeQuotations(paragraphs, joined, attributions),
    attributions,
    actors,
    checks: [],
    decisions: [],
  };
}

/** Makes the pieces of a quotation that runs over several paragraphs one attribution: the one that has a cue. */
function absorb(
  placed: readonly Placed[],
  joined: readonly JoinedQuotation[],
  paragraphs: readonly PlacedAnalysis[],
): Placed[] {
  const byParagraph = paragraphs.map((): Placed[] => []);
  for (const place of placed) byParagraph[place.paragraph]?.push(place);
  const absorbed = new Set<Placed>();
  const continued = new Map<Placed, Placed[]>();
  for (const { pieces } of joined) {
    if (pieces.length < 2) continue;
    const parts = pieces.flatMap(({ paragraph, quotation }) => {
      const span = paragraphs[paragraph]?.quotations[quotation]?.span;
      return (byParagraph[paragraph] ?? []).filter(
        ({ attribution }) => span && attribution.content.some(c => c.start < span.end && span.start < c.end),
      );
    });
    const owner = parts.find(({ attribution }) => attribution.source !== null) ?? parts[0];
    if (!owner) continue;
    const others = parts.filter(
      part => part !== owner && part.attribution.source === null && part.attribution.cue.length === 0,
    );
    for (const part of others) absorbed.add(part);
    continued.set(owner, [...(continued.get(owner) ?? []), ...others]);
  }
  return placed
    .filter(place => !absorbed.has(place))
    .map(place => ({ ...place, continued: continued.get(place) ?? place.continued }));
}

/** One quotation a piece; each knows the attribution whose content it is part of. */
function placeQuotations(
  paragraphs: readonly PlacedAnalysis[],
  joined: readonly JoinedQuotation[],
  attributions: readonly Attribution[],
): Quotation[] {
  const contents = attributions
    .flatMap(({ id, content }) => content.map(span => ({ id, span })))
    .sort((a, b) => a.span.start - b.span.start);
  return joined
    .flatMap(({ pieces, role, balanced }) =>
      pieces.map(({ paragraph, quotation, span }) => {
        const inner = paragraphs[paragraph]?.quotations[quotation]?.inner ?? span;
        const start = paragraphs[paragraph]?.start ?? 0;
        return { span, role, balanced, attribution: attributionAt(contents, shiftSpan(inner, start)) };
      }),
    )
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The attribution whose content overlaps a span; contents are in order and hardly overlap. */
function attributionAt(
  contents: readonly { readonly id: string; readonly span: Span }[],
  span: Span,
): string | null {
  const found = contents[partitionPoint(contents, content => content.span.end <= span.start)];
  return found && found.span.start < span.end ? found.id : null;
}
