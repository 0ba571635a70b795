import type { Appearance, JoinedActor } from '../../articles/corpus/joinActors';
import type { Archive, ArchivedArticle, KeptClaim } from './archive';
import { Pages } from '../pages';

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
  readonly #pages: Pages<string>;
  #roots: readonly (JoinedActor | ArchivedArticle)[] | undefined;

  /** @param pages by the ids of nodes, so that what was unfolded stays so when the tree is made anew */
  constructor(contents: ArchiveContents, pages: Pages<string>) {
    this.#contents = contents;
    this.#pages = pages;
  }

  /** How many actors or articles pass the search. */
  get size(): number {
    return this.#sorted.length;
  }

  async children(parent: ArchiveNode | null): Promise<ArchiveNode[]> {
    switch (parent?.kind) {
      case undefined:
        return [...this.#failures, ...this.#page(null, this.#sorted, root => this.#root(root))];
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

  get #sorted(): readonly (JoinedActor | ArchivedArticle)[] {
    if (this.#roots) return this.#roots;
    const { archive, options } = this.#contents;
    const words = folded(options.search).split(/\s+/).filter(Boolean);
    const has = (text: string) => words.every(word => folded(text).includes(word));
    this.#roots =
      options.grouping === 'actor'
        ? sortedActors(
            words.length === 0 ? archive.actors : archive.actors.filter(({ names }) => names.some(has)),
            options.order,
          )
        : sortedArticles(
            [...archive.articles.values()].filter(({ title, path }) => has(`${title} ${path}`)),
            options.order,
          );
    return this.#roots;
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

function sortedActors(
  actors: readonly JoinedActor[],
  order: ArchiveOptions['order'],
): readonly JoinedActor[] {
  // They come with the most claims first.
  if (order === 'claims') return actors;
  return [...actors].sort((a, b) =>
    order === 'articles' ? b.articles - a.articles : compare(folded(a.name), folded(b.name)),
  );
}

function sortedArticles(articles: ArchivedArticle[], order: ArchiveOptions['order']): ArchivedArticle[] {
  const nameOf = ({ title, path }: ArchivedArticle) => folded(title || path);
  return articles.sort(
    (a, b) => (order === 'name' ? 0 : shareOf(b) - shareOf(a)) || compare(nameOf(a), nameOf(b)),
  );
}

/** The share of an article's claims that unnamed people and groups make, 0 to 1. */
export function shareOf({ anonymous, claims }: Pick<ArchivedArticle, 'anonymous' | 'claims'>): number {
  return claims === 0 ? 0 : anonymous / claims;
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

/** Without capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
