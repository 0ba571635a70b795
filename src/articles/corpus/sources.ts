import type { ActorType, Analysis } from '../../analysis/contract';

/** A source of one article and how many of its claims it makes. */
export interface ArticleSource {
  /** Unique within the article's analysis. */
  readonly actor: string;
  readonly name: string;
  readonly type: ActorType;
  readonly anonymous: boolean;
  readonly claims: number;
}

/** The sources of an article, in the order in which its actors appear; an actor that claims nothing is none. */
export function articleSources({ actors, attributions }: Analysis): ArticleSource[] {
  const claims = new Map<string, number>();
  for (const { source } of attributions) {
    if (source) claims.set(source.actor, (claims.get(source.actor) ?? 0) + 1);
  }
  return actors.flatMap(({ id, name, type, anonymous }) => {
    const count = claims.get(id);
    return count === undefined ? [] : [{ actor: id, name, type, anonymous, claims: count }];
  });
}

/** The share of the claims with a source that an anonymous one makes, 0 to 1; null where no claim has a source. */
export function anonymousShare(
  sources: Iterable<Pick<ArticleSource, 'anonymous' | 'claims'>>,
): number | null {
  let [all, anonymous] = [0, 0];
  for (const source of sources) {
    all += source.claims;
    if (source.anonymous) anonymous += source.claims;
  }
  return all === 0 ? null : anonymous / all;
}
