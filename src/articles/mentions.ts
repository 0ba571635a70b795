import type { Actor, ActorMention, Attribution, Span } from '../analysis/contract';
import type { Article } from './article';
import type { Told } from './findingList';
import { movedSpans } from './flatSpans';
import { extentOf } from './spans';

/** A mention, and the part of it that was asked for: one of its spans. */
export interface FoundMention {
  readonly actor: Actor;
  readonly mention: ActorMention;
  readonly span: Span;
}

/** The innermost mention at a place, of any actor; a word's end counts as inside, as it does for a cursor. */
export function mentionAt(article: Article, offset: number): FoundMention | undefined {
  let innermost: { readonly actor: Told<Actor>; readonly nth: number; readonly span: Span } | undefined;
  for (const actor of article.actorsNear(offset)) {
    const { raw, since } = actor;
    for (const [nth, mention] of raw.mentions.entries()) {
      for (const part of mention.span) {
        if (!since.isNear(part, offset)) continue;
        const span = since.span(part);
        const isThere = span.start < span.end && span.start <= offset && offset <= span.end;
        if (isThere && (!innermost || length(span) < length(innermost.span)))
          innermost = { actor, nth, span };
      }
    }
  }
  if (!innermost) return undefined;
  const actor = innermost.actor.now;
  const mention = actor.mentions[innermost.nth];
  return mention && { actor, mention, span: innermost.span };
}

/** Where an actor is introduced: by the whole name, else by a part of it, else by a description. */
export function definitionOf(article: Article, actor: Actor): Span | undefined {
  const mentions = inOrder(actor.mentions);
  const isWhole = ({ span }: ActorMention) =>
    article.words(span).toLowerCase().includes(actor.name.toLowerCase());
  const first =
    mentions.find(mention => mention.form !== 'pronoun' && isWhole(mention)) ??
    mentions.find(({ form }) => form === 'name') ??
    mentions.find(({ form }) => form === 'description') ??
    mentions[0];
  return first?.span[0];
}

/** Every mention of an actor, pronouns too, in the order of the text. */
export function referencesTo(actor: Actor): Span[] {
  return inOrder(actor.mentions).flatMap(({ span }) => span.filter(part => part.start < part.end));
}

/** The innermost claim at a place, be it at its words, at its cue or at the words that name who says so. */
export function claimAt(article: Article, offset: number): Attribution | undefined {
  const [innermost] = article.at(offset).attributions;
  if (innermost) return innermost;
  for (const claim of article.claimsNear(offset)) {
    const { raw, since } = claim;
    const { source, via } = raw;
    const around = [...(source?.mention ?? []), ...via.flatMap(({ mention, cue }) => [...mention, ...cue])];
    const isThere = ({ start, end }: Span) => start <= offset && offset <= end;
    if (around.some(span => since.isNear(span, offset) && isThere(since.span(span)))) return claim.now;
  }
  return undefined;
}

/** Who is meant at a place: the one who is mentioned there, else the source of the claim there. */
export function actorAt(article: Article, offset: number): Actor | undefined {
  const mentioned = mentionAt(article, offset)?.actor;
  if (mentioned) return mentioned;
  const source = claimAt(article, offset)?.source;
  return source ? article.actor(source.actor) : undefined;
}

export type Direction = 'next' | 'previous';

/**
 * The claim that follows what is selected, or comes before it; after the last comes the first again. Nothing else is read.
 *
 * @param claims by their places in the list
 * @param selected a place is a span of no length
 */
export function claimBeside(
  article: Article,
  claims: Int32Array,
  selected: Span,
  direction: Direction,
): Attribution | undefined {
  const contents = movedSpans(article.index.contents, article.edits);
  const places = Array.from(claims, claim => ({
    claim,
    start: contents[2 * claim]!,
    end: contents[2 * claim + 1]!,
  })).sort(compare);
  const beside =
    direction === 'next'
      ? places.find(place => compare(place, selected) > 0)
      : places.findLast(place => compare(place, selected) < 0);
  const found = beside ?? places.at(direction === 'next' ? 0 : -1);
  return found && article.kept.lists.attributions.at(found.claim);
}

/** Claims of one actor that follow one another in one line of the text. */
export interface Turn {
  readonly actor: Told<Actor> | null;
  readonly claims: readonly Attribution[];
  /** From the first word of the claims, their cues and who is given for them, to the last. */
  readonly span: Span;
}

/**
 * Who speaks in which turn, in the order of the text.
 *
 * @param claims in that order
 */
export function turnsOf(article: Article, claims: readonly Attribution[]): Turn[] {
  const turns: (Turn & { claims: Attribution[]; span: Span })[] = [];
  for (const claim of claims) {
    const actor = (claim.source && article.toldActor(claim.source.actor)) ?? null;
    const span = spokenExtentOf(claim);
    const turn = turns.at(-1);
    if (
      turn &&
      turn.actor?.index === actor?.index &&
      !/[\r\n]/.test(article.text.slice(turn.span.start, span.start))
    ) {
      turn.claims.push(claim);
      turn.span = { start: Math.min(turn.span.start, span.start), end: Math.max(turn.span.end, span.end) };
    } else turns.push({ actor, claims: [claim], span });
  }
  return turns;
}

/** A claim with its cue and who makes it: whoever passed it on has no part in the turn. */
function spokenExtentOf({ content, cue, source }: Attribution): Span {
  return extentOf([...content, ...cue, ...(source?.mention ?? [])]);
}

function inOrder(mentions: readonly ActorMention[]): ActorMention[] {
  const start = ({ span }: ActorMention) => span[0]?.start ?? 0;
  return mentions.toSorted((a, b) => start(a) - start(b));
}

function compare(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function length({ start, end }: Span): number {
  return end - start;
}
