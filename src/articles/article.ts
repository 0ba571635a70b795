import type { Actor, Analysis, Attribution, Check, Quotation, Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { beginOf, type ClaimCounts } from './claims';
import { idOf, type FindingList, type Told } from './findingList';
import { KeptAnalysis } from './keptAnalysis';
import { atLevel, isShownAt, type Level } from './levels';
import type { Marks } from './marks';
import { movedOverview, overviewOf, type Overview } from './overview';
import { itemsAt } from './places';
import type { TextEdit } from './shift';

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
  readonly #actors: ById<Actor>;
  readonly #attributions: ById<Attribution>;
  #claims: Map<string, number[]> | undefined;
  #passedOn: Map<string, number[]> | undefined;
  #quotations: Map<string, Told<Quotation>[]> | undefined;
  #sourceIds: ReadonlySet<string> | undefined;
  #sources: readonly Actor[] | undefined;
  #checks: readonly Check[] | undefined;
  #overview: Overview | undefined;

  /** @param overview where it is known already */
  constructor(
    text: string | (() => string),
    analysis: Analysis | KeptAnalysis,
    readonly level: Level = 'everything',
    overview?: Overview,
  ) {
    this.#text = text;
    this.#overview = overview;
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

  get overview(): Overview {
    this.#overview ??= overviewOf(this);
    return this.#overview;
  }

  get counts(): ClaimCounts {
    return this.overview.counts;
  }

  /** What to mark in the text. */
  get marks(): Marks {
    return this.overview.marks;
  }

  /** The claims that are shown, not moved yet. */
  *claims(): Generator<Told<Attribution>, void> {
    const isShown = isShownAt(this.level);
    for (const told of this.kept.lists.attributions.told()) if (isShown(told.raw)) yield told;
  }

  /** An actor, not moved yet. */
  toldActor(id: string): Told<Actor> | undefined {
    return this.#actors.told(id);
  }

  actor(id: string): Actor | undefined {
    return this.toldActor(id)?.now;
  }

  attribution(id: string): Attribution | undefined {
    const told = this.#attributions.told(id);
    return told && isShownAt(this.level)(told.raw) ? told.now : undefined;
  }

  /** What an actor is the source of, in the order of the text. */
  claimsOf(actorId: string): readonly Attribution[] {
    this.#claims ??= groupBy(this.claims(), ({ source }) => (source ? [source.actor] : []));
    return this.#attributionsAt(this.#claims.get(actorId));
  }

  /** What an actor passed on from others. */
  passedOnBy(actorId: string): readonly Attribution[] {
    this.#passedOn ??= groupBy(this.claims(), ({ via }) => via.map(({ actor }) => actor));
    return this.#attributionsAt(this.#passedOn.get(actorId));
  }

  #attributionsAt(indexes: readonly number[] = []): readonly Attribution[] {
    return indexes.flatMap(index => this.kept.lists.attributions.at(index) ?? []);
  }

  /** Those who claimed something, passed it on or were told it; others that the text mentions are no sources. */
  get sources(): readonly Actor[] {
    this.#sources ??= Array.from(this.#toldSources(), ({ now }) => now);
    return this.#sources;
  }

  *#toldSources(): Generator<Told<Actor>, void> {
    this.#sourceIds ??= sourceIds(this.claims());
    for (const told of this.kept.lists.actors.told()) if (this.#sourceIds.has(idOf(told))) yield told;
  }

  /** The passages in quotation marks that are part of a claim. */
  quotationsOf(claimId: string): readonly Span[] {
    if (!this.#quotations) {
      this.#quotations = new Map();
      for (const told of this.kept.lists.quotations.told()) {
        const { attribution } = told.raw;
        if (attribution === null) continue;
        const id = told.since.id(attribution);
        const group = this.#quotations.get(id);
        if (group) group.push(told);
        else this.#quotations.set(id, [told]);
      }
    }
    return (this.#quotations.get(claimId) ?? []).map(({ raw, since }) => since.span(raw.span));
  }

  at(offset: number): Findings {
    return {
      actors: itemsAt(offset, this.#toldSources(), mentionsNear(offset)).map(({ now }) => now),
      attributions: itemsAt(offset, this.claims(), claimedNear(offset)).map(({ now }) => now),
    };
  }

  /** The claims that begin around an offset, as many before it as after it where there are more than that. */
  claimsAround(offset: number, most: number): ClaimsAround {
    const { told, first, total } = this.toldAround(offset, most);
    return { claims: this.#attributionsAt(told.map(({ index }) => index)), first, total };
  }

  /** The same, not moved yet. */
  toldAround(offset: number, most: number) {
    const { inOrder } = this.overview;
    const { attributions } = this.kept.lists;
    const told = (index: number) => attributions.toldAt(index)!;
    const middle = partitionPoint(inOrder, index => beginOf(told(index)) < offset) - Math.floor(most / 2);
    const first = Math.max(0, Math.min(middle, inOrder.length - most));
    return { told: Array.from(inOrder.subarray(first, first + most), told), first, total: inOrder.length };
  }

  /** The claims that are shown in the order in which they begin, not moved yet. */
  *inOrder(): Generator<Told<Attribution>, void> {
    for (const index of this.overview.inOrder) yield this.kept.lists.attributions.toldAt(index)!;
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

function sourceIds(claims: Iterable<Told<Attribution>>): Set<string> {
  const ids = new Set<string>();
  for (const { raw, since } of claims) {
    const { source, via, channel } = raw;
    for (const { actor } of source ? [source, ...via, ...channel] : [...via, ...channel])
      if (actor !== null) ids.add(since.id(actor));
  }
  return ids;
}

/** The indexes of the claims, by actor. */
function groupBy(
  claims: Iterable<Told<Attribution>>,
  actorsOf: (claim: Attribution) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { raw, since, index } of claims) {
    for (const actor of new Set(actorsOf(raw))) {
      const id = since.id(actor);
      const group = groups.get(id);
      if (group) group.push(index);
      else groups.set(id, [index]);
    }
  }
  return groups;
}

/** An article that was edited since its analysis: what was found is moved along with the edits. */
export class EditedArticle extends Article {
  #moved: Overview | undefined;

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

  override get overview(): Overview {
    this.#moved ??= movedOverview(this.base.overview, this.since);
    return this.#moved;
  }
}
