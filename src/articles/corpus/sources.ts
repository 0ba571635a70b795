import type { ActorType, Analysis } from '../../analysis/contract';
import { sourceKind, type SourceNaming } from '../marks';

/** A source of one article and how many of its claims it makes. */
export interface ArticleSource extends SourceNaming {
  /** Unique within the article's analysis. */
  readonly actor: string;
  readonly name: string;
  readonly type: ActorType;
  readonly claims: number;
}

/** The sources of an article, in the order in which its actors appear; an actor that claims nothing is none. */
export function articleSources({ actors, attributions }: Analysis): ArticleSource[] {
  const claims = new Map<string, number>();
  for (const { source } of attributions) {
    if (source) claims.set(source.actor, (claims.get(source.actor) ?? 0) + 1);
  }
  return actors.flatMap(({ id, name, type, anonymity }) => {
    const count = claims.get(id);
    if (count === undefined) return [];
    return [{ actor: id, name, type, anonymity: anonymity && { class: anonymity.class }, claims: count }];
  });
}

/** How many of the claims unnamed people and groups make; those of spokesmen and bodies such as "police" are none of them. */
export function anonymousClaims({ actors, attributions }: Analysis): number {
  const anonymous = new Set(
    actors.filter(actor => sourceKind(actor) === 'anonymousSource').map(({ id }) => id),
  );
  return attributions.filter(({ source }) => source && anonymous.has(source.actor)).length;
}

/** The share of all claims that is anonymous, 0 to 1; those that nobody is given for count among all. 0 of no claims. */
export function anonymousShare({
  anonymous,
  claims,
}: {
  /** As {@link anonymousClaims} counts them. */
  readonly anonymous: number;
  readonly claims: number;
}): number {
  return claims === 0 ? 0 : anonymous / claims;
}
