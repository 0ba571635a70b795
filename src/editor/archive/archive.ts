import { plainWords } from '../../analysis/attributions/listed';
import type { Analysis, AttributionKind, Span } from '../../analysis/contract';
import { Article } from '../../articles/article';
import { claimsInOrder } from '../../articles/claims';
import { joinSteps, type JoinedActor, type NameDecisions } from '../../articles/corpus/joinActors';
import { anonymousClaims, articleSources, type ArticleSource } from '../../articles/corpus/sources';
import type { Level } from '../../articles/levels';
import { extentOf } from '../../articles/spans';
import { shortened } from '../../export/shortened';
import { inStretches } from '../pauses';

/** A claim as it is kept on disk: enough to be listed, and to be found in its article. */
export interface KeptClaim {
  /** Id of the article's actor; null where nobody is given. */
  readonly actor: string | null;
  readonly words: string;
  readonly kind: AttributionKind;
  readonly span: Span;
}

/** What is kept of an article's analysis. */
export interface KeptArticle {
  /** Its headline; empty where it has none. */
  readonly title: string;
  /** ISO 8601; null where the article has none. */
  readonly date: string | null;
  readonly sources: readonly ArticleSource[];
  /** Claims of unnamed people and groups; of spokesmen and bodies not. */
  readonly anonymous: number;
  readonly claims: readonly KeptClaim[];
}

/** What is held in memory of an article: its claims stay on disk. */
export interface ArchivedArticle extends Omit<KeptArticle, 'claims'> {
  /** The article's URI. */
  readonly path: string;
  /** Under which its claims are kept. */
  readonly key: string;
  readonly claims: number;
}

const CLAIM_LENGTH = 200;

/** @param level what is below it is not kept */
export function keepArticle(analysis: Analysis, text: string, level: Level): KeptArticle {
  const article = new Article(text, analysis, level);
  const { headline, date } = article.analysis.article;
  const claims = claimsInOrder(article).map(({ now }) => now);
  return {
    title: headline ? article.words([headline]).trim() : '',
    date,
    sources: articleSources(article.analysis),
    anonymous: anonymousClaims(article.analysis),
    claims: claims.map(claim => ({
      actor: claim.source?.actor ?? null,
      words: shortened(article.words(claim.content), CLAIM_LENGTH),
      kind: claim.kind,
      span: extentOf(claim.content),
    })),
  };
}

/** All articles of a run, and the actors over all of them. */
export class Archive {
  readonly #articles = new Map<string, ArchivedArticle>();
  #actors: Promise<readonly JoinedActor[]> | null = null;
  #names: NameDecisions;

  constructor(names: NameDecisions) {
    this.#names = names;
  }

  get articles(): ReadonlyMap<string, ArchivedArticle> {
    return this.#articles;
  }

  /**
   * Those with the most claims first, over the articles that there are at the moment. They are joined when they are
   * first asked for after a change, a little at a time.
   */
  actors(): Promise<readonly JoinedActor[]> {
    this.#actors ??= inStretches(joinSteps([...this.#articles.values()], this.#names));
    return this.#actors;
  }

  get names(): NameDecisions {
    return this.#names;
  }

  set names(names: NameDecisions) {
    this.#names = names;
    this.#actors = null;
  }

  /** @param key under which its claims are kept */
  add(path: string, key: string, { claims, ...rest }: KeptArticle): void {
    this.put({ ...rest, path, key, claims: claims.length });
  }

  put(article: ArchivedArticle): void {
    this.#articles.set(article.path, article);
    this.#actors = null;
  }

  /** Tells whether there was such an article. */
  remove(path: string): boolean {
    this.#actors = null;
    return this.#articles.delete(path);
  }

  clear(): void {
    this.#articles.clear();
    this.#actors = null;
  }
}

/** Says that a spelling is somebody else, in one article or (null) in all of them. */
export function apart(names: NameDecisions, name: string, path: string | null): NameDecisions {
  return { ...names, apart: [...names.apart, { name, path }] };
}

/** Says that two actors are one; what was said to the contrary of their spellings is taken back. */
export function together(names: NameDecisions, one: JoinedActor, other: JoinedActor): NameDecisions {
  const isNameOfOne = nameOf(one, other);
  const [first, second] = [one.spellings[0], other.spellings[0]];
  return {
    apart: names.apart.filter(({ name }) => !isNameOfOne(name)),
    together: first && second ? [...names.together, [first, second]] : names.together,
  };
}

/** Whether the user has said something about an actor's names. */
export function isDecided(names: NameDecisions, actor: JoinedActor): boolean {
  const isNameOfActor = nameOf(actor);
  return (
    names.apart.some(({ name }) => isNameOfActor(name)) ||
    names.together.some(pair => pair.some(spelling => actor.spellings.includes(spelling)))
  );
}

/** Takes back what was said about an actor's names. */
export function undecided(names: NameDecisions, actor: JoinedActor): NameDecisions {
  const isNameOfActor = nameOf(actor);
  return {
    apart: names.apart.filter(({ name }) => !isNameOfActor(name)),
    together: names.together.filter(pair => !pair.some(spelling => actor.spellings.includes(spelling))),
  };
}

/** Compares names as they are joined: an actor has the spelling of the article that comes first. */
function nameOf(...actors: readonly JoinedActor[]): (name: string) => boolean {
  const known = new Set(actors.flatMap(({ names }) => names.map(plainWords)));
  return name => known.has(plainWords(name));
}
