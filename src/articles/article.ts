import type { Actor, Analysis, Attribution, Check, Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { indexOf, membersOf, NOBODY, type ArticleIndex, type Groups } from './articleIndex';
import { beginOf, countClaims, type ClaimCounts } from './claims';
import { idOf, type FindingList, type Told } from './findingList';
import { KeptAnalysis } from './keptAnalysis';
import { atLevel, LEVELS, type Level } from './levels';
import { marksAt, marksOfAll, movedMarks, type Marks, type MarksOfAll } from './marks';
import type { Overview } from './overview';
import { itemsAt, placesNear } from './places';
import { reachOf, type TextEdit } from './shift';

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
  readonly kept: KeptAnalysis;
  #text: string | (() => string);
  #analysis: Analysis | undefined;
  /** The place of the level among the levels. */
  readonly #most: number;
  readonly #actors: ById<Actor>;
  readonly #attributions: ById<Attribution>;
  #index: ArticleIndex | undefined;
  #shown: Int32Array | undefined;
  #counts: ClaimCounts | undefined;
  #areSources: Uint8Array | undefined;
  #checks: readonly Check[] | undefined;
  #marksOfAll: MarksOfAll | undefined;
  #marks: Marks | undefined;

  /** @param overview where it is known already */
  constructor(
    text: string | (() => string),
    analysis: Analysis | KeptAnalysis,
    readonly level: Level = 'everything',
    overview?: Overview,
  ) {
    this.#text = text;
    this.#most = LEVELS.indexOf(level);
    this.#index = overview?.index;
    this.#marksOfAll = overview?.marks;
    this.kept = analysis instanceof KeptAnalysis ? analysis : KeptAnalysis.of(analysis);
    this.#actors = new ById(this.kept.lists.actors);
    this.#attributions = new ById(this.kept.lists.attributions);
  }

  get text(): string {
    if (typeof this.#text === 'function') this.#text = this.#text();
    return this.#text;
  }

  /** The whole analysis, which in a long article takes longer to get than any part of it. */
  get whole(): Analysis {
    return this.kept.whole;
  }

  /** What is shown: the analysis without the claims below the level. It takes as long. */
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

  /** Not all of the text has been analysed yet. */
  get partial(): boolean {
    return this.kept.frame.partial;
  }

  /** What the article states about itself, and what is left out of it. */
  get anatomy(): Analysis['article'] {
    return this.kept.frame.article;
  }

  get decisions(): Analysis['decisions'] {
    return this.kept.lists.decisions.all();
  }

  /** How many claims there are, with those below the level. */
  get total(): number {
    return this.kept.lists.attributions.length;
  }

  /** Of the article as it was analysed. */
  get index(): ArticleIndex {
    this.#index ??= indexOf(this.kept);
    return this.#index;
  }

  get marksOfAll(): MarksOfAll {
    this.#marksOfAll ??= marksOfAll(this);
    return this.#marksOfAll;
  }

  /** The places, in their list, of the claims that are shown, as they begin in the text. */
  get shown(): Int32Array {
    if (!this.#shown) {
      const { inOrder } = this.index;
      const shown = new Int32Array(inOrder.length);
      let length = 0;
      for (const claim of inOrder) if (this.#isShown(claim)) shown[length++] = claim;
      this.#shown = shown.subarray(0, length);
    }
    return this.#shown;
  }

  get counts(): ClaimCounts {
    this.#counts ??= countClaims(this);
    return this.#counts;
  }

  /** What to mark in the text. */
  get marks(): Marks {
    this.#marks ??= marksAt(this.marksOfAll, this.level);
    return this.#marks;
  }

  #isShown(index: number): boolean {
    return this.index.levels[index]! <= this.#most;
  }

  /** An actor, not moved yet. */
  toldActor(id: string): Told<Actor> | undefined {
    return this.#actors.told(id);
  }

  /** A claim, be it shown or not, not moved yet. */
  toldClaim(id: string): Told<Attribution> | undefined {
    return this.#attributions.told(id);
  }

  actor(id: string): Actor | undefined {
    return this.toldActor(id)?.now;
  }

  attribution(id: string): Attribution | undefined {
    const told = this.toldClaim(id);
    return told && this.#isShown(told.index) ? told.now : undefined;
  }

  /** What an actor is the source of, in the order of the text. */
  claimsOf(actorId: string): readonly Attribution[] {
    return this.#claimsIn(this.index.claimsBy, actorId);
  }

  /** The same by their places in the list. */
  shownOf(actorId: string): Int32Array {
    return this.#placesIn(this.index.claimsBy, actorId);
  }

  /** What an actor passed on from others. */
  passedOnBy(actorId: string): readonly Attribution[] {
    return this.#claimsIn(this.index.passedOnBy, actorId);
  }

  #claimsIn(groups: Groups, actorId: string): readonly Attribution[] {
    const { attributions } = this.kept.lists;
    return Array.from(this.#placesIn(groups, actorId), index => attributions.at(index)!);
  }

  #placesIn(groups: Groups, actorId: string): Int32Array {
    const claims = membersOf(groups, this.toldActor(actorId)?.index ?? NOBODY);
    return claims.filter(index => this.#isShown(index));
  }

  /** Those who claimed something, passed it on or were told it; others that the text mentions are no sources. */
  get sources(): readonly Actor[] {
    const { actors } = this.kept.lists;
    const places = Array.from({ length: actors.length }, (_, index) => index);
    return places.filter(index => this.#isSource(index)).map(index => actors.at(index)!);
  }

  #isSource(actor: number): boolean {
    if (!this.#areSources) {
      const { sources, viaOf, channelsOf } = this.index;
      const areSources = (this.#areSources = new Uint8Array(this.kept.lists.actors.length));
      for (const claim of this.shown) areSources[sources[claim]!] = 1;
      for (const { owners, members } of [viaOf, channelsOf])
        for (const [nth, claim] of owners.entries()) if (this.#isShown(claim)) areSources[members[nth]!] = 1;
    }
    return this.#areSources[actor] === 1;
  }

  /** The passages in quotation marks that are part of a claim. */
  quotationsOf(claimId: string): readonly Span[] {
    const quotations = membersOf(this.index.quotationsOf, this.toldClaim(claimId)?.index ?? NOBODY);
    return Array.from(quotations, nth => {
      const { raw, since } = this.kept.lists.quotations.toldAt(nth)!;
      return since.span(raw.span);
    });
  }

  at(offset: number): Findings {
    const actors = Array.from(this.actorsNear(offset)).filter(({ index }) => this.#isSource(index));
    return {
      actors: itemsAt(offset, actors, mentionsNear(offset)).map(({ now }) => now),
      attributions: itemsAt(offset, this.claimsNear(offset), claimedNear(offset)).map(({ now }) => now),
    };
  }

  /** The claims that may stand around an offset, with their cues and those who are given for them; not moved yet. */
  *claimsNear(offset: number): Generator<Told<Attribution>, void> {
    const { attributions } = this.kept.lists;
    for (const index of placesNear(this.index.extents, offset, reachOf(this.edits)))
      if (this.#isShown(index)) yield attributions.toldAt(index)!;
  }

  /** The actors that may be mentioned at an offset, not moved yet. */
  *actorsNear(offset: number): Generator<Told<Actor>, void> {
    const { mentions, mentioned } = this.index;
    const places = [...placesNear(mentions, offset, reachOf(this.edits))];
    for (const actor of new Set(places.map(nth => mentioned[nth]!)))
      yield this.kept.lists.actors.toldAt(actor)!;
  }

  /** The claims that begin around an offset, as many before it as after it where there are more than that. */
  claimsAround(offset: number, most: number): ClaimsAround {
    const { told, first, total } = this.toldAround(offset, most);
    return { claims: told.map(({ now }) => now), first, total };
  }

  /** The same, not moved yet. */
  toldAround(offset: number, most: number) {
    const { shown } = this;
    const { attributions } = this.kept.lists;
    const isBefore = (index: number) => beginOf(attributions.at(index)!) < offset;
    const middle = partitionPoint(shown, isBefore) - Math.floor(most / 2);
    const first = Math.max(0, Math.min(middle, shown.length - most));
    const told = Array.from(shown.subarray(first, first + most), index => attributions.toldAt(index)!);
    return { told, first, total: shown.length };
  }

  /** The claims that are shown in the order in which they begin, not moved yet. */
  *inOrder(): Generator<Told<Attribution>, void> {
    for (const index of this.shown) yield this.kept.lists.attributions.toldAt(index)!;
  }

  /** The checks, without those of claims below the level. */
  get checks(): readonly Check[] {
    this.#checks ??= this.kept.lists.checks
      .all()
      .filter(({ attribution }) => attribution === null || this.attribution(attribution));
    return this.#checks;
  }

  /** The checks that a place touches. */
  checksAt({ start, end }: Span): readonly Check[] {
    return this.checks.filter(({ span }) => span.start <= end && start <= span.end);
  }

  /** The words of a finding; what lies between its spans is left out. */
  words(spans: readonly Span[]): string {
    return spans.map(span => this.text.slice(span.start, span.end)).join(' … ');
  }
}

/** Finds by ids, which are numbers in order, but for what a decision has left out. */
class ById<T extends { readonly id: string }> {
  #indexes: Map<string, number> | undefined;

  constructor(private readonly list: FindingList<T>) {}

  told(id: string): Told<T> | undefined {
    const numbered = this.list.toldAt(Number(id.slice(1)) - 1);
    if (numbered && idOf(numbered) === id) return numbered;
    this.#indexes ??= new Map(Array.from(this.list.told(), told => [idOf(told), told.index]));
    return this.list.toldAt(this.#indexes.get(id) ?? -1);
  }
}

/** The mentions that may have come to lie around an offset; the others cannot have. */
function mentionsNear(offset: number) {
  return function* ({ raw, since }: Told<Actor>): Generator<Span, void> {
    for (const mention of raw.mentions)
      for (const span of mention.span) if (since.isNear(span, offset)) yield since.span(span);
  };
}

/** The cue counts where the content does not. */
function claimedNear(offset: number) {
  return function* ({ raw, since }: Told<Attribution>): Generator<Span, void> {
    for (const span of raw.content) if (since.isNear(span, offset)) yield since.span(span);
    for (const span of raw.cue) if (since.isNear(span, offset)) yield since.span(span);
  };
}

/** An article that was edited since its analysis: what was found is moved along with the edits. */
export class EditedArticle extends Article {
  #moved: Marks | undefined;

  /**
   * @param text as it is now
   * @param since edits made one after the other
   */
  constructor(
    text: () => string,
    private readonly base: Article,
    private readonly since: readonly TextEdit[],
  ) {
    super(text, base.kept.after(since), base.level);
  }

  override get analysed(): Article {
    return this.base;
  }

  override get edits(): readonly TextEdit[] {
    return this.since;
  }

  override get index(): ArticleIndex {
    return this.base.index;
  }

  override get marksOfAll(): MarksOfAll {
    return this.base.marksOfAll;
  }

  override get marks(): Marks {
    this.#moved ??= movedMarks(this.base.marks, this.since);
    return this.#moved;
  }
}
