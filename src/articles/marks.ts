import type { Anonymity, Attribution, SourceMention, Span } from '../analysis/contract';
import type { Article } from './article';
import type { Told } from './findingList';
import { flatSpans, movedSpans, NO_SPANS, type FlatSpans } from './flatSpans';
import { levelOf, LEVELS, type Level } from './levels';
import type { TextEdit } from './shift';
import type { Since } from './since';
import { trimmed } from './spans';

/** How a source is named, by which it is marked in the text and drawn in the tree. */
export const SOURCE_KINDS = ['namedSource', 'anonymousSource', 'roleSource'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The kinds of words that are marked in the text. */
export const MARK_KINDS = [...SOURCE_KINDS, 'directQuote', 'indirectClaim', 'cue', 'leftOut'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
/** Spans of one kind are distinct, non-empty and in the text's order. */
export type Marks = Readonly<Record<MarkKind, FlatSpans>>;
/** The same of all claims, and from which level on each is shown, by its place among the levels. */
export type MarksOfAll = Readonly<Record<MarkKind, LeveledSpans>>;

interface LeveledSpans {
  readonly spans: FlatSpans;
  readonly levels: Uint8Array;
}

export const NO_MARKS: Marks = marksBy(() => NO_SPANS);

export function marksBy(of: (kind: MarkKind) => FlatSpans): Marks {
  return perKind(of);
}

function perKind<T>(of: (kind: MarkKind) => T): Record<MarkKind, T> {
  return Object.fromEntries(MARK_KINDS.map(kind => [kind, of(kind)])) as Record<MarkKind, T>;
}

interface LeveledSpan extends Span {
  readonly level: number;
}

/** What to mark in the text of an article, at any level. */
export function marksOfAll(article: Article): MarksOfAll {
  const all = perKind((): LeveledSpan[] => []);
  for (const { start, end } of article.anatomy.excluded) all.leftOut.push({ start, end, level: 0 });
  for (const claim of article.kept.lists.attributions.told()) {
    const level = levelOf(claim.raw);
    markClaim(article, claim, (kind, { start, end }) => all[kind].push({ start, end, level }));
  }
  return perKind(kind => {
    const spans = inOrder(all[kind]);
    return { spans: flatSpans(spans), levels: Uint8Array.from(spans, ({ level }) => level) };
  });
}

/** What of it a level shows. */
export function marksAt(all: MarksOfAll, level: Level): Marks {
  const most = LEVELS.indexOf(level);
  return marksBy(kind => upTo(most, all[kind]));
}

function upTo(most: number, { spans, levels }: LeveledSpans): FlatSpans {
  const shown = new Int32Array(spans.length);
  let length = 0;
  for (let nth = 0; nth < levels.length; nth++) {
    if (levels[nth]! > most) continue;
    shown[length++] = spans[2 * nth]!;
    shown[length++] = spans[2 * nth + 1]!;
  }
  return shown.subarray(0, length);
}

/** Where marks lie after edits that were made one after the other. */
export function movedMarks(marks: Marks, edits: readonly TextEdit[]): Marks {
  return edits.length > 0 ? marksBy(kind => movedSpans(marks[kind], edits)) : marks;
}

type Add = (kind: MarkKind, span: Span) => void;

function markClaim(article: Article, { raw, since }: Told<Attribution>, add: Add): void {
  const { kind, source, via, hearsay } = raw;
  if (source) markSource(article, source, since, add);
  for (const each of via) {
    markSource(article, each, since, add);
    for (const span of each.cue) add('cue', since.span(span));
  }
  for (const span of raw.cue) add('cue', since.span(span));
  // "Reportedly" is no cue, but tells as much about who says so: that nobody does.
  if (hearsay) markRest(article, since.span(hearsay), raw.cue.map(since.span), 'cue', add);
  if (kind === 'mixed') markMixed(article, raw, since, add);
  else
    for (const span of raw.content)
      add(kind === 'direct' ? 'directQuote' : 'indirectClaim', since.span(span));
}

function markSource(article: Article, { actor, mention }: SourceMention, since: Since, add: Add): void {
  const told = article.toldActor(since.id(actor));
  if (told) for (const span of mention) add(sourceKind(told.raw), since.span(span));
}

function markMixed(article: Article, { id, content }: Attribution, since: Since, add: Add): void {
  const quoted = article.quotationsOf(since.id(id));
  for (const span of content.map(since.span)) {
    for (const quote of quoted) add('directQuote', intersection(span, quote));
    markRest(article, span, quoted, 'indirectClaim', add);
  }
}

/** Marks what is left of a span outside the holes. */
function markRest(article: Article, span: Span, holes: readonly Span[], kind: MarkKind, add: Add): void {
  for (const rest of without(span, holes)) {
    const words = trimmed(article.text, rest);
    if (words) add(kind, words);
  }
}

/** What tells of which kind a source is. */
export interface SourceNaming {
  /** Of an actor without a name, as spokesmen and bodies can be too; null where it has one. */
  readonly anonymity: Pick<Anonymity, 'class'> | null;
}

/**
 * `anonymousSource`: an unnamed person or group, a leaker; `roleSource`: nobody is named, but an organization stands for
 * the words: a spokesman, or a body such as "police".
 */
export function sourceKind({ anonymity }: SourceNaming): SourceKind {
  if (!anonymity) return 'namedSource';
  return anonymity.class === 'individual' || anonymity.class === 'group' ? 'anonymousSource' : 'roleSource';
}

function intersection(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** What is left of a span outside the holes, which are in the text's order. */
function without(span: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let start = span.start;
  for (const hole of holes) {
    if (hole.end <= start || hole.start >= span.end) continue;
    rest.push({ start, end: hole.start });
    start = hole.end;
  }
  return [...rest, { start, end: span.end }];
}

/** Sorts the spans, and takes out what is empty or there twice. */
function inOrder(spans: LeveledSpan[]): LeveledSpan[] {
  spans.sort((a, b) => a.start - b.start || a.end - b.end || a.level - b.level);
  return spans.filter(
    ({ start, end }, index, all) =>
      start < end && (start !== all[index - 1]?.start || end !== all[index - 1]?.end),
  );
}
