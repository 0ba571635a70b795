import type { Actor, Analysis, Attribution, Span } from '../contract';
import { splitParagraphs } from '../paragraphs';

/** An unnamed person or group whom claims rest on; spokesmen and bodies such as "police" are none. */
export interface UnnamedSource {
  readonly actor: Actor;
  /** What it is the source of, in the order of the text; never empty. */
  readonly claims: readonly Attribution[];
  /** The words by which it is first named as a source. */
  readonly firstUse: Span;
}

/** An analysis with the questions that rules ask of it; each is answered once. */
export class CheckedArticle {
  readonly #actors: ReadonlyMap<string, Actor>;
  readonly #claims = new Map<string, Attribution[]>();
  #paragraphs: readonly Span[] | undefined;
  #unnamedSources: readonly UnnamedSource[] | undefined;

  constructor(
    readonly text: string,
    readonly analysis: Analysis,
  ) {
    this.#actors = new Map(analysis.actors.map(actor => [actor.id, actor]));
    for (const attribution of analysis.attributions) {
      if (!attribution.source) continue;
      const claims = this.#claims.get(attribution.source.actor);
      if (claims) claims.push(attribution);
      else this.#claims.set(attribution.source.actor, [attribution]);
    }
  }

  actor(id: string): Actor | undefined {
    return this.#actors.get(id);
  }

  /** What an actor is the source of, in the order of the text. */
  claimsOf(actorId: string): readonly Attribution[] {
    return this.#claims.get(actorId) ?? [];
  }

  /** In the order of their first use. */
  get unnamedSources(): readonly UnnamedSource[] {
    this.#unnamedSources ??= this.analysis.actors
      .flatMap((actor): UnnamedSource[] => {
        const kind = actor.anonymity?.class;
        if (kind !== 'individual' && kind !== 'group') return [];
        const claims = this.claimsOf(actor.id);
        const uses = claims.flatMap(({ source }) => source?.mention.slice(0, 1) ?? []);
        const [firstUse] = uses.sort((a, b) => a.start - b.start);
        return firstUse ? [{ actor, claims, firstUse }] : [];
      })
      .sort((a, b) => a.firstUse.start - b.firstUse.start);
    return this.#unnamedSources;
  }

  get paragraphs(): readonly Span[] {
    this.#paragraphs ??= splitParagraphs(this.text);
    return this.#paragraphs;
  }

  words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}
