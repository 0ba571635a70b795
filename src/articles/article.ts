import type { Actor, Analysis, Attribution, Check, Span } from '../analysis/contract';
import { startOf } from './claims';
import { atLevel, type Level } from './levels';
import { itemsAt } from './places';
import { moved, moveBy, offsetBefore, reachOf, shiftAnalysis, type Move, type TextEdit } from './shift';

/** The sources and claims at one place of an article, the innermost first. */
export interface Findings {
  readonly actors: readonly Actor[];
  readonly attributions: readonly Attribution[];
}

/** A part of the claims, which are in the order of the text. */
export interface ClaimsAround {
  readonly claims: readonly Attribution[];
  /** How many come before them. */
  readonly first: number;
  readonly total: number;
}

/**
 * An analysis with the text it was made from, and the questions that every surface asks of it. What takes long in a
 * long article is worked out when it is first asked for.
 */
export class Article {
  #text: string | (() => string);
  #whole: Analysis | (() => Analysis);
  #analysis: Analysis | undefined;
  #actors: ById<Actor> | undefined;
  #attributions: ById<Attribution> | undefined;
  #claims: Map<string, Attribution[]> | undefined;
  #passedOn: Map<string, Attribution[]> | undefined;
  #sources: readonly Actor[] | undefined;
  #inOrder: readonly Attribution[] | undefined;

  constructor(
    text: string | (() => string),
    whole: Analysis | (() => Analysis),
    readonly level: Level = 'everything',
  ) {
    this.#text = text;
    this.#whole = whole;
  }

  get text(): string {
    if (typeof this.#text === 'function') this.#text = this.#text();
    return this.#text;
  }

  /** The whole analysis. */
  get whole(): Analysis {
    if (typeof this.#whole === 'function') this.#whole = this.#whole();
    return this.#whole;
  }

  /** What is shown: the analysis without the claims below the level. */
  get analysis(): Analysis {
    this.#analysis ??= atLevel(this.whole, this.level);
    return this.#analysis;
  }

  /** The article as it was analysed: it has the same sources and claims, but for their places in the text. */
  get analysed(): Article {
    return this;
  }

  /** The edits that were made since. */
  get edits(): readonly TextEdit[] {
    return [];
  }

  /** What the article states about itself, and what is left out of it. */
  get anatomy(): Analysis['article'] {
    return this.analysis.article;
  }

  actor(id: string): Actor | undefined {
    this.#actors ??= new ById(this.analysis.actors);
    return this.#actors.get(id);
  }

  attribution(id: string): Attribution | undefined {
    this.#attributions ??= new ById(this.analysis.attributions);
    return this.#attributions.get(id);
  }

  /** What an actor is the source of, in the order of the text. */
  claimsOf(actorId: string): readonly Attribution[] {
    this.#claims ??= groupByActor(this.analysis.attributions, attribution =>
      attribution.source ? [attribution.source.actor] : [],
    );
    return this.#claims.get(actorId) ?? [];
  }

  /** What an actor passed on from others. */
  passedOnBy(actorId: string): readonly Attribution[] {
    this.#passedOn ??= groupByActor(this.analysis.attributions, attribution =>
      attribution.via.map(via => via.actor),
    );
    return this.#passedOn.get(actorId) ?? [];
  }

  /** Those who claimed something, passed it on or were told it; others that the text mentions are no sources. */
  get sources(): readonly Actor[] {
    this.#sources ??= sourcesOf(this.analysis);
    return this.#sources;
  }

  at(offset: number): Findings {
    return {
      actors: itemsAt(offset, this.sources, mentionsOf),
      attributions: itemsAt(offset, this.analysis.attributions, claimedBy),
    };
  }

  /** The claims that begin around an offset, as many before it as after it where there are more than that. */
  claimsAround(offset: number, most: number): ClaimsAround {
    this.#inOrder ??= this.analysis.attributions.toSorted((a, b) => startOf(a) - startOf(b));
    const claims = this.#inOrder;
    const following = claims.findIndex(claim => startOf(claim) >= offset);
    const middle = (following < 0 ? claims.length : following) - Math.floor(most / 2);
    const first = Math.max(0, Math.min(middle, claims.length - most));
    return { claims: claims.slice(first, first + most), first, total: claims.length };
  }

  /** The checks that a place touches. */
  checksAt({ start, end }: Span): readonly Check[] {
    return this.analysis.checks.filter(({ span }) => span.start <= end && start <= span.end);
  }

  /** The words of a finding; what lies between its spans is left out. */
  words(spans: readonly Span[]): string {
    return spans.map(span => this.text.slice(span.start, span.end)).join(' … ');
  }
}

/** Finds by ids, which are numbers in order, but for what a decision or the level has left out. */
class ById<T extends { readonly id: string }> {
  #map: Map<string, T> | undefined;

  constructor(private readonly items: readonly T[]) {}

  get(id: string): T | undefined {
    const numbered = this.items[Number(id.slice(1)) - 1];
    if (numbered?.id === id) return numbered;
    this.#map ??= new Map(this.items.map(item => [item.id, item]));
    return this.#map.get(id);
  }
}

function* mentionsOf({ mentions }: Actor): Iterable<Span> {
  for (const { span } of mentions) yield* span;
}

/** The cue counts where the content does not. */
function* claimedBy({ content, cue }: Attribution): Iterable<Span> {
  yield* content;
  yield* cue;
}

function sourcesOf({ actors, attributions }: Analysis): Actor[] {
  const ids = new Set<string | null>();
  for (const { source, via, channel } of attributions) {
    for (const { actor } of source ? [source, ...via, ...channel] : [...via, ...channel]) ids.add(actor);
  }
  return actors.filter(({ id }) => ids.has(id));
}

function groupByActor(
  attributions: readonly Attribution[],
  actorsOf: (attribution: Attribution) => readonly string[],
): Map<string, Attribution[]> {
  const groups = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    for (const actor of new Set(actorsOf(attribution))) {
      const group = groups.get(actor);
      if (group) group.push(attribution);
      else groups.set(actor, [attribution]);
    }
  }
  return groups;
}

/**
 * An article that was edited since its analysis. What is asked of it is moved along with the edits then, and nothing
 * else: most edits are followed by another.
 */
export class EditedArticle extends Article {
  readonly #move: Move;
  readonly #reach: number;
  readonly #known = new Map<string, Actor | undefined>();

  /**
   * @param text as it is now
   * @param since edits made one after the other
   */
  constructor(
    text: () => string,
    private readonly base: Article,
    private readonly since: readonly TextEdit[],
  ) {
    super(text, () => shiftAnalysis(base.whole, since), base.level);
    this.#move = moveBy(since);
    this.#reach = reachOf(since);
  }

  override get analysed(): Article {
    return this.base;
  }

  override get edits(): readonly TextEdit[] {
    return this.since;
  }

  override get anatomy(): Analysis['article'] {
    return this.#moved(this.base.anatomy);
  }

  override actor(id: string): Actor | undefined {
    if (!this.#known.has(id)) this.#known.set(id, this.#moved(this.base.actor(id)));
    return this.#known.get(id);
  }

  override attribution(id: string): Attribution | undefined {
    return this.#moved(this.base.attribution(id));
  }

  override claimsOf(actorId: string): readonly Attribution[] {
    return this.#moved(this.base.claimsOf(actorId));
  }

  override passedOnBy(actorId: string): readonly Attribution[] {
    return this.#moved(this.base.passedOnBy(actorId));
  }

  override at(offset: number): Findings {
    const { sources, analysis } = this.base;
    return {
      actors: this.#moved(itemsAt(offset, sources, this.#near(offset, mentionsOf))),
      attributions: this.#moved(itemsAt(offset, analysis.attributions, this.#near(offset, claimedBy))),
    };
  }

  override checksAt(place: Span): readonly Check[] {
    const reach = this.#reach;
    const near = this.base.checksAt({ start: place.start - reach, end: place.end + reach });
    return this.#moved(near).filter(({ span }) => span.start <= place.end && place.start <= span.end);
  }

  override claimsAround(offset: number, most: number): ClaimsAround {
    return this.#moved(this.base.claimsAround(offsetBefore(offset, this.since), most));
  }

  /** Moves the spans that may have come to lie around an offset; the others cannot have. */
  #near<T>(offset: number, spansOf: (item: T) => Iterable<Span>): (item: T) => Iterable<Span> {
    const move = this.#move;
    const reach = this.#reach;
    return function* (item) {
      for (const span of spansOf(item))
        if (span.start - reach <= offset && offset <= span.end + reach) yield move.span(span);
    };
  }

  #moved<T>(value: T): T {
    return moved(value, this.#move);
  }
}
