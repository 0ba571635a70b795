import type { Actor, Analysis, Attribution, Span } from '../contract';
import { splitParagraphs } from '../paragraphs';
import { partitionPoint } from '../partitionPoint';
import { isConfidential } from './confidential';
import { isTelling, isToOthers } from './telling';

const pronoun = /^(?:he|she|it|they|who|one|some|others|both)$/iu;

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
  #ownUnnamedSources: readonly UnnamedSource[] | undefined;
  #confidentialSources: readonly UnnamedSource[] | undefined;
  #contents: readonly Span[] | undefined;

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
    this.#unnamedSources ??= this.#unnamedWith(
      () => true,
      () => true,
    );
    return this.#unnamedSources;
  }

  /** The unnamed sources who speak to the article itself, with what they say there. */
  get ownUnnamedSources(): readonly UnnamedSource[] {
    this.#ownUnnamedSources ??= this.#unnamedWith(
      claim => this.isOwn(claim),
      mention => !pronoun.test(this.words(mention)),
    );
    return this.#ownUnnamedSources;
  }

  /** Those of {@link ownUnnamedSources} whose names are held back, and not just left out as a passer-by's is. */
  get confidentialSources(): readonly UnnamedSource[] {
    this.#confidentialSources ??= this.ownUnnamedSources.filter(
      ({ actor: { anonymity }, firstUse }) =>
        anonymity && isConfidential(anonymity, this.words(anonymity.descriptor[0] ?? firstUse)),
    );
    return this.#confidentialSources;
  }

  /** Whether a claim is told to the article itself: in its body, in nobody else's words and at first hand. */
  isOwn(claim: Attribution): boolean {
    const [mention] = claim.source?.mention ?? [];
    return (
      claim.cueKind === 'speech' &&
      claim.via.length === 0 &&
      mention !== undefined &&
      this.inBody(mention) &&
      !this.inClaim(mention) &&
      claim.cue.some(cue => isTelling(this.words(cue))) &&
      !claim.channel.some(channel => channel.mention.some(span => isToOthers(this.words(span))))
    );
  }

  /** Whether words stand below headline and standfirst. */
  inBody({ start }: Span): boolean {
    const { headline, standfirst } = this.analysis.article;
    return start >= Math.max(headline?.end ?? 0, standfirst?.end ?? 0);
  }

  /** Whether words are part of what somebody is said to have said. */
  inClaim({ start }: Span): boolean {
    this.#contents ??= this.analysis.attributions
      .flatMap(({ content }) => content)
      .sort((a, b) => a.start - b.start);
    const last = this.#contents[lastIndexFrom(this.#contents, start)];
    return last !== undefined && start < last.end;
  }

  /** Index of the paragraph in which an offset stands. */
  paragraphAt(offset: number): number {
    return lastIndexFrom(this.paragraphs, offset);
  }

  get paragraphs(): readonly Span[] {
    this.#paragraphs ??= splitParagraphs(this.text);
    return this.#paragraphs;
  }

  words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  #unnamedWith(
    isCounted: (claim: Attribution) => boolean,
    isNaming: (mention: Span) => boolean,
  ): UnnamedSource[] {
    return this.analysis.actors
      .flatMap((actor): UnnamedSource[] => {
        const kind = actor.anonymity?.class;
        if (kind !== 'individual' && kind !== 'group') return [];
        const claims = this.claimsOf(actor.id).filter(isCounted);
        const uses = claims.flatMap(({ source }) => source?.mention.slice(0, 1) ?? []);
        const [firstUse] = uses.filter(isNaming).sort((a, b) => a.start - b.start);
        return firstUse ? [{ actor, claims, firstUse }] : [];
      })
      .sort((a, b) => a.firstUse.start - b.firstUse.start);
  }
}

/** Index of the last span that starts at a place or before it, or -1; the spans are in order. */
export function lastIndexFrom(spans: readonly Span[], place: number): number {
  return partitionPoint(spans, ({ start }) => start <= place) - 1;
}
