import { folded } from '../../articles/claims';
import type { Appearance, JoinedActor } from '../../articles/corpus/joinActors';
import { sortSteps } from '../../articles/corpus/sortSteps';
import { anonymousShare } from '../../articles/corpus/sources';
import type { Archive, ArchivedArticle, KeptClaim } from './archive';
import { Pages } from '../pages';
import { inStretches } from '../pauses';

export interface ArchiveOptions {
  readonly grouping: 'actor' | 'article';
  /** Of actors; articles come by the share of their claims that is anonymous, or by name. */
  readonly order: 'claims' | 'articles' | 'name';
  /** Words of names, or of titles and paths. */
  readonly search: string;
}

export interface ArchiveActorNode {
  readonly kind: 'actor';
  readonly id: string;
  readonly actor: JoinedActor;
}
export interface ArchiveArticleNode {
  readonly kind: 'article';
  readonly id: string;
  readonly article: ArchivedArticle;
  /** Null where it stands at the top, with all its claims. */
  readonly parent: ArchiveActorNode | null;
  /** What the parent is in this article. */
  readonly appearances: readonly Appearance[];
}
export interface ArchiveClaimNode {
  readonly kind: 'claim';
  readonly id: string;
  readonly parent: ArchiveArticleNode;
  readonly claim: KeptClaim;
  /** Who says so, below an article at the top; null where nobody is given, or where the tree says it already. */
  readonly source: string | null;
}
export interface FailuresNode {
  readonly kind: 'failures';
  readonly id: string;
  readonly count: number;
}
export interface FailureNode {
  readonly kind: 'failure';
  readonly id: string;
  readonly path: string;
  readonly reason: string;
  readonly parent: FailuresNode;
}
export interface MoreInArchiveNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: Exclude<ArchiveNode, MoreInArchiveNode> | null;
  readonly left: number;
}
export type ArchiveNode =
  ArchiveActorNode | ArchiveArticleNode | ArchiveClaimNode | FailuresNode | FailureNode | MoreInArchiveNode;

export interface ArchiveContents {
  readonly archive: Pick<Archive, 'actors' | 'articles'>;
  readonly failures: ReadonlyMap<string, string>;
  readonly options: ArchiveOptions;
  /** Reads them from disk. */
  readonly claimsOf: (path: string) => Promise<readonly KeptClaim[]>;
}

/** The tree over all articles. Only what is unfolded is made, a page at a time. */
export class AllArticlesModel {
  readonly #contents: ArchiveContents;
  readonly #pages: Pages;
  #roots: Promise<readonly (JoinedActor | ArchivedArticle)[]> | undefined;

  /** @param pages by the ids of nodes, so that what was unfolded stays so when the tree is made anew */
  constructor(contents: ArchiveContents, pages: Pages) {
    this.#contents = contents;
    this.#pages = pages;
  }

  /** How many actors or articles pass the search. */
  async size(): Promise<number> {
    return (await this.#sorted()).length;
  }

  async children(parent: ArchiveNode | null): Promise<ArchiveNode[]> {
    switch (parent?.kind) {
      case undefined:
        return [...this.#failures, ...this.#page(null, await this.#sorted(), root => this.#root(root))];
      case 'actor':
        return this.#page(parent, this.#articlesOf(parent.actor), ([article, appearances]) =>
          articleNode(article, parent, appearances),
        );
      case 'article': {
        const { article, appearances } = parent;
        const claims = await this.#contents.claimsOf(article.path);
        const ids = new Set<string | null>(appearances.map(({ actor }) => actor));
        const shown = parent.parent ? claims.filter(({ actor }) => ids.has(actor)) : claims;
        return this.#page(parent, shown, claim => claimNode(claim, parent));
      }
      case 'failures':
        return this.#page(parent, [...this.#contents.failures], ([path, reason]) => ({
          kind: 'failure',
          id: `failure/${path}`,
          path,
          reason,
          parent,
        }));
      case 'claim':
      case 'failure':
      case 'more':
        return [];
    }
  }

  get #failures(): FailuresNode[] {
    const count = this.#contents.failures.size;
    return count > 0 ? [{ kind: 'failures', id: 'failures', count }] : [];
  }

  #sorted(): Promise<readonly (JoinedActor | ArchivedArticle)[]> {
    this.#roots ??= this.#find();
    return this.#roots;
  }

  async #find(): Promise<readonly (JoinedActor | ArchivedArticle)[]> {
    const { archive, options } = this.#contents;
    return options.grouping === 'actor'
      ? inStretches(actorSteps(await archive.actors(), options))
      : inStretches(articleSteps([...archive.articles.values()], options));
  }

  #root(root: JoinedActor | ArchivedArticle): ArchiveActorNode | ArchiveArticleNode {
    return 'appearances' in root
      ? { kind: 'actor', id: `actor/${root.id}`, actor: root }
      : articleNode(root, null, []);
  }

  /** The newest first; those without a date last. */
  #articlesOf({ appearances }: JoinedActor): (readonly [ArchivedArticle, Appearance[]])[] {
    const byPath = new Map<string, Appearance[]>();
    for (const appearance of appearances) {
      const known = byPath.get(appearance.path);
      if (known) known.push(appearance);
      else byPath.set(appearance.path, [appearance]);
    }
    return [...byPath]
      .flatMap(([path, here]) => {
        const article = this.#contents.archive.articles.get(path);
        return article ? [[article, here] as const] : [];
      })
      .sort(([a], [b]) => compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path));
  }

  #page<T, N extends Exclude<ArchiveNode, MoreInArchiveNode>>(
    parent: Exclude<ArchiveNode, MoreInArchiveNode> | null,
    all: readonly T[],
    nodeOf: (item: T) => N,
  ): ArchiveNode[] {
    const { shown, left } = this.#pages.of(parent?.id ?? '', all);
    const nodes: ArchiveNode[] = shown.map(nodeOf);
    return left > 0 ? [...nodes, { kind: 'more', id: `more/${parent?.id ?? ''}`, parent, left }] : nodes;
  }
}

function* actorSteps(
  actors: readonly JoinedActor[],
  { search, order }: ArchiveOptions,
): Generator<undefined, readonly JoinedActor[]> {
  const found = yield* searchSteps(actors, ({ names }) => names, search);
  // They come with the most claims first.
  if (order === 'claims') return found;
  if (order === 'articles') return yield* sortSteps(found, (a, b) => b.articles - a.articles);
  return yield* sortByNameSteps(found, ({ name }) => name);
}

function* articleSteps(
  articles: readonly ArchivedArticle[],
  { search, order }: ArchiveOptions,
): Generator<undefined, readonly ArchivedArticle[]> {
  const found = yield* searchSteps(articles, ({ title, path }) => [`${title} ${path}`], search);
  const byName = yield* sortByNameSteps(found, ({ title, path }) => title || path);
  return order === 'name'
    ? byName
    : yield* sortSteps(byName, (a, b) => anonymousShare(b) - anonymousShare(a));
}

/** Those that have all words of the search in one of their texts. */
function* searchSteps<T>(
  items: readonly T[],
  textsOf: (item: T) => readonly string[],
  search: string,
): Generator<undefined, readonly T[]> {
  const words = folded(search).split(' ').filter(Boolean);
  if (words.length === 0) return items;
  const found: T[] = [];
  for (const item of items) {
    if (
      textsOf(item)
        .map(folded)
        .some(text => words.every(word => text.includes(word)))
    )
      found.push(item);
    yield;
  }
  return found;
}

function* sortByNameSteps<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Generator<undefined, readonly T[]> {
  const named: { readonly item: T; readonly name: string }[] = [];
  for (const item of items) {
    named.push({ item, name: folded(nameOf(item)) });
    yield;
  }
  const sorted = yield* sortSteps(named, (a, b) => compare(a.name, b.name));
  return sorted.map(({ item }) => item);
}

function articleNode(
  article: ArchivedArticle,
  parent: ArchiveActorNode | null,
  appearances: readonly Appearance[],
): ArchiveArticleNode {
  return { kind: 'article', id: `${parent?.id ?? ''}/article/${article.path}`, article, parent, appearances };
}

function claimNode(claim: KeptClaim, parent: ArchiveArticleNode): ArchiveClaimNode {
  const { article, parent: actor } = parent;
  const source = actor ? null : (article.sources.find(it => it.actor === claim.actor)?.name ?? null);
  return {
    kind: 'claim',
    id: `${parent.id}/claim/${claim.span.start}-${claim.span.end}-${claim.actor ?? ''}`,
    parent,
    claim,
    source,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
