import type { Attribution } from '../analysis/contract';
import type { Article } from '../articles/article';
import { claimsByActor, claimsInOrder, type ClaimGroup } from '../articles/claims';
import { Pages } from './pages';
import type { AboutNode, FactNode } from './anatomyTree';
import type { TreeOptions } from './treeOptions';

export interface ActorNode {
  readonly kind: 'actor';
  /** By name, so that it stays expanded when the article is analysed again. */
  readonly id: string;
  readonly group: ClaimGroup;
}

export interface ClaimNode {
  readonly kind: 'claim';
  readonly id: string;
  readonly claim: Attribution;
  readonly parent: ActorNode | null;
  readonly passedOn: boolean;
}

/** Stands for the claims that are not shown yet. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: ActorNode | null;
  readonly left: number;
}

export type TreeNode = ActorNode | ClaimNode | MoreNode | AboutNode | FactNode;

/** The tree of one analysis: actors with their claims, or the claims as they stand in the text. */
export class TreeModel {
  /** How many claims pass the filters. */
  readonly claimCount: number;
  readonly #roots: readonly (ActorNode | ClaimNode)[];
  readonly #claims = new Map<ActorNode, readonly ClaimNode[]>();
  readonly #pages = new Pages<ActorNode | null>();
  #nodesByClaim: Map<string, ClaimNode> | undefined;

  constructor(
    readonly article: Article,
    options: TreeOptions,
  ) {
    const claims = claimsInOrder(article, options);
    this.claimCount = claims.length;
    this.#roots =
      options.grouping === 'text'
        ? claims.map(claim => claimNode(claim, null, false))
        : actorNodes(claimsByActor(article, claims));
  }

  children(parent: ActorNode | null): TreeNode[] {
    const all: readonly TreeNode[] = parent ? this.#claimsOf(parent) : this.#roots;
    const { shown, left } = this.#pages.of(parent, all);
    return left > 0 ? [...shown, { kind: 'more', id: `more/${parent?.id ?? ''}`, parent, left }] : shown;
  }

  showMore(parent: ActorNode | null): void {
    this.#pages.showMore(parent);
  }

  /** The node of a claim under its source, null where a filter hides it. */
  nodeOfClaim(id: string): ClaimNode | null {
    this.#nodesByClaim ??= new Map(
      this.#roots
        .flatMap(root => (root.kind === 'claim' ? [root] : this.#claimsOf(root)))
        .filter(node => !node.passedOn)
        .map(node => [node.claim.id, node]),
    );
    return this.#nodesByClaim.get(id) ?? null;
  }

  nodeOfActor(id: string): ActorNode | null {
    const node = this.#roots.find(root => root.kind === 'actor' && root.group.actor?.id === id);
    return node?.kind === 'actor' ? node : null;
  }

  /** Makes a node one of its parent's children that are shown; tells whether that changed anything. */
  makeShown(node: ActorNode | ClaimNode): boolean {
    const parent = node.kind === 'claim' ? node.parent : null;
    const all: readonly TreeNode[] = parent ? this.#claimsOf(parent) : this.#roots;
    return this.#pages.makeShown(parent, all.indexOf(node));
  }

  #claimsOf(parent: ActorNode): readonly ClaimNode[] {
    const known = this.#claims.get(parent);
    if (known) return known;
    const { claims, passedOn } = parent.group;
    const nodes = [
      ...claims.map(claim => claimNode(claim, parent, false)),
      ...passedOn.map(claim => claimNode(claim, parent, true)),
    ];
    this.#claims.set(parent, nodes);
    return nodes;
  }
}

function actorNodes(groups: readonly ClaimGroup[]): ActorNode[] {
  const seen = new Map<string, number>();
  return groups.map(group => {
    const name = group.actor?.name ?? '';
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { kind: 'actor', id: `actor/${nth}/${name}`, group };
  });
}

function claimNode(claim: Attribution, parent: ActorNode | null, passedOn: boolean): ClaimNode {
  return {
    kind: 'claim',
    id: `${passedOn ? 'passed' : 'claim'}/${parent?.id ?? ''}/${claim.id}`,
    claim,
    parent,
    passedOn,
  };
}
