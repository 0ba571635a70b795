import type { Actor, Attribution, Span } from '../analysis/contract';
import { finish } from '../analysis/steps';
import type { Article } from './article';
import type { Told } from './findingList';
import { trimmed } from './spans';

/** How a source is named, by which it is marked in the text and drawn in the tree. */
export const SOURCE_KINDS = ['namedSource', 'anonymousSource', 'roleSource'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The kinds of words that are marked in the text. */
export const MARK_KINDS = [...SOURCE_KINDS, 'directQuote', 'indirectClaim', 'cue', 'leftOut'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
export type Marks = Readonly<Record<MarkKind, readonly Span[]>>;

/** What to mark in the text of an article; spans of one kind are distinct, non-empty and in the text's order. */
export function marksOf(article: Article): Marks {
  return finish(markSteps(article));
}

/** So many claims are looked through before the caller may do something else. */
const CLAIMS_PER_STEP = 100;

/** The same a little at a time. */
export function* markSteps(article: Article): Generator<undefined, Marks> {
  const found: Record<MarkKind, Span[]> = {
    namedSource: [],
    anonymousSource: [],
    roleSource: [],
    directQuote: [],
    indirectClaim: [],
    cue: [],
    leftOut: [...article.anatomy.excluded],
  };
  for (const claim of article.claims()) {
    if (claim.index % CLAIMS_PER_STEP === 0) yield;
    markClaim(article, claim, found);
  }
  for (const kind of MARK_KINDS) {
    found[kind] = inOrder(found[kind]);
    yield;
  }
  return found;
}

function markClaim(
  article: Article,
  { raw, since }: Told<Attribution>,
  found: Record<MarkKind, Span[]>,
): void {
  const { id, kind, source, via, hearsay } = raw;
  for (const { actor: actorId, mention } of source ? [source, ...via] : via) {
    const actor = article.toldActor(since.id(actorId));
    if (actor) found[sourceKind(actor.raw)].push(...mention.map(since.span));
  }
  const cue = raw.cue.map(since.span);
  found.cue.push(...cue, ...via.flatMap(({ cue }) => cue.map(since.span)));
  // "Reportedly" is no cue, but tells as much about who says so: that nobody does.
  if (hearsay)
    found.cue.push(...without(since.span(hearsay), cue).flatMap(rest => trimmed(article.text, rest) ?? []));
  const content = raw.content.map(since.span);
  if (kind === 'direct') found.directQuote.push(...content);
  else if (kind === 'indirect') found.indirectClaim.push(...content);
  else {
    const quoted = article.quotationsOf(since.id(id));
    for (const span of content) {
      found.directQuote.push(...quoted.map(quote => intersection(span, quote)));
      found.indirectClaim.push(...without(span, quoted).flatMap(rest => trimmed(article.text, rest) ?? []));
    }
  }
}

/**
 * `anonymousSource`: an unnamed person or group, a leaker; `roleSource`: nobody is named, but an organization stands for
 * the words: a spokesman, or a body such as "police".
 */
export function sourceKind({ anonymity }: Actor): SourceKind {
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

function inOrder(spans: readonly Span[]): Span[] {
  return spans
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }, index, all) => start !== all[index - 1]?.start || end !== all[index - 1]?.end);
}
