import type { Actor, Analysis, Attribution, Span } from '../analysis/contract';
import { atLevel, type Level } from './levels';
import { PlaceIndex } from './placeIndex';

/** The sources and claims at one place of an article, the innermost first. */
export interface Findings {
  readonly actors: readonly Actor[];
  readonly attributions: readonly Attribution[];
}

/** An analysis with the text it was made from, and the questions that every surface asks of it. */
export class Article {
  /** What is shown: the analysis without the claims below the level. */
  readonly analysis: Analysis;
  #byId: Map<string, Actor> | undefined;
  #claims: Map<string, Attribution[]> | undefined;
  #passedOn: Map<string, Attribution[]> | undefined;
  #sources: readonly Actor[] | undefined;
  #attributions: Map<string, Attribution> | undefined;
  #actorPlaces: PlaceIndex<Actor> | undefined;
  #attributionPlaces: PlaceIndex<Attribution> | undefined;

  constructor(
    readonly text: string,
    /** The whole analysis. */
    readonly whole: Analysis,
    readonly level: Level = 'everything',
  ) {
    this.analysis = atLevel(whole, level);
  }

  actor(id: string): Actor | undefined {
    this.#byId ??= new Map(this.analysis.actors.map(actor => [actor.id, actor]));
    return this.#byId.get(id);
  }

  attribution(id: string): Attribution | undefined {
    this.#attributions ??= new Map(
      this.analysis.attributions.map(attribution => [attribution.id, attribution]),
    );
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
    this.#actorPlaces ??= new PlaceIndex(
      this.sources.flatMap(item => item.mentions.map(({ span }) => ({ item, spans: span }))),
    );
    // The cue counts where the content does not.
    this.#attributionPlaces ??= new PlaceIndex(
      this.analysis.attributions.map(item => ({ item, spans: [...item.content, ...item.cue] })),
    );
    return { actors: this.#actorPlaces.at(offset), attributions: this.#attributionPlaces.at(offset) };
  }

  /** The words of a finding; what lies between its spans is left out. */
  words(spans: readonly Span[]): string {
    return spans.map(span => this.text.slice(span.start, span.end)).join(' … ');
  }
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
