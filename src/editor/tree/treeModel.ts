import type { AppliedDecision, Attribution, Span } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { NOBODY } from '../../articles/articleIndex';
import { claimsByActor, claimsInOrder, type ClaimGroup } from '../../articles/claims';
import { sentencesOf } from '../../articles/context';
import { idOf, type Told } from '../../articles/findingList';
import type { Correction, Decision } from '../../articles/decisions/decision';
import type { QuoteResult } from '../../articles/quoteCheck';
import type { AboutNode, FactNode } from './anatomyTree';
import type { Pages } from '../pages';
import type { TreeOptions } from './treeOptions';

/** Of the nodes below it: each article has a model and a key of its own. */
interface OfArticle {
  readonly id: string;
  /** The article's. */
  readonly key: string;
}

/** An article among all that are open. */
export interface ArticleNode extends OfArticle {
  readonly kind: 'article';
}

export interface ActorNode extends OfArticle {
  readonly kind: 'actor';
  readonly parent: ArticleNode | null;
  readonly group: ClaimGroup;
}

export interface ClaimNode extends OfArticle {
  readonly kind: 'claim';
  readonly told: Told<Attribution>;
  readonly claim: Attribution;
  readonly parent: ActorNode | ArticleNode | null;
  readonly passedOn: boolean;
}

/** A claim's words in the sentences that they stand in. */
export interface ContextNode extends OfArticle {
  readonly kind: 'context';
  readonly parent: ClaimNode;
  readonly span: Span;
}

/** Stands for the claims that are not shown yet. */
export interface MoreNode extends OfArticle {
  readonly kind: 'more';
  readonly parent: ActorNode | ArticleNode | null;
  readonly left: number;
}

/** Stands for what the user said about the article. */
export interface DecisionsNode extends OfArticle {
  readonly kind: 'decisions';
  readonly parent: ArticleNode | null;
  readonly children: readonly DecisionNode[];
}

export interface DecisionNode extends OfArticle {
  readonly kind: 'decision';
  readonly parent: DecisionsNode;
  readonly decision: Correction;
  readonly state: AppliedDecision['state'];
}

/** Stands for the article's quotes, as a file has them. */
export interface QuotesNode extends OfArticle {
  readonly kind: 'quotes';
  readonly parent: ArticleNode | null;
  readonly fileName: string;
  readonly children: readonly QuoteNode[];
}

export interface QuoteNode extends OfArticle {
  readonly kind: 'quote';
  readonly parent: QuotesNode;
  readonly quote: CheckedQuote;
}

export interface CheckedQuote {
  readonly span: Span;
  readonly words: string;
  readonly result: QuoteResult;
}

export type TreeNode =
  | ArticleNode
  | ActorNode
  | ClaimNode
  | ContextNode
  | MoreNode
  | DecisionsNode
  | DecisionNode
  | QuotesNode
  | QuoteNode
  | AboutNode
  | FactNode;

export interface ModelOptions {
  readonly key: string;
  /** Null where the article is the only one. */
  readonly root: ArticleNode | null;
  readonly options: TreeOptions;
  readonly pages: Pages;
  /** Those about the article. */
  readonly decisions: readonly Decision[];
  /** Null where they were not checked against a file. */
  readonly quotes: { readonly fileName: string; readonly checked: readonly CheckedQuote[] } | null;
}

/** The tree of one analysis: actors with their claims, or the claims as they stand in the text. */
export class TreeModel {
  /** How many claims pass the filters. */
  readonly claimCount: number;
  readonly #about: ModelOptions;
  readonly #roots: readonly (ActorNode | ClaimNode)[];
  readonly #claims = new Map<ActorNode, readonly ClaimNode[]>();
  #nodesByClaim: Map<number, ClaimNode> | undefined;

  constructor(
    readonly article: Article,
    about: ModelOptions,
  ) {
    this.#about = about;
    const { key, root, options } = about;
    const claims = claimsInOrder(article, options);
    this.claimCount = claims.length;
    this.#roots =
      options.grouping === 'text'
        ? claims.map(claim => claimNode(key, claim, root, false))
        : actorNodes(key, claimsByActor(article, claims, options.order), root);
  }

  /** The claims, or those who made them; null for those at the top. */
  children(parent: ActorNode | null): TreeNode[] {
    const { key, root, pages } = this.#about;
    const all: readonly TreeNode[] = parent ? this.#claimsOf(parent) : this.#roots;
    const { shown, left } = pages.of(parent?.id ?? key, all);
    return left > 0
      ? [...shown, { kind: 'more', id: `${key}/more/${parent?.id ?? ''}`, key, parent: parent ?? root, left }]
      : shown;
  }

  contextOf(parent: ClaimNode): ContextNode {
    const { key } = this.#about;
    const span = sentencesOf(this.article.text, parent.claim);
    return { kind: 'context', id: `${parent.id}/context`, key, parent, span };
  }

  /** The node of a claim under its source, null where a filter hides it. */
  nodeOfClaim(id: string): ClaimNode | null {
    this.#nodesByClaim ??= new Map(
      this.#roots
        .flatMap(root => (root.kind === 'claim' ? [root] : this.#claimsOf(root)))
        .filter(node => !node.passedOn)
        .map(node => [node.told.index, node]),
    );
    return this.#nodesByClaim.get(this.article.toldClaim(id)?.index ?? NOBODY) ?? null;
  }

  nodeOfActor(id: string): ActorNode | null {
    const index = this.article.toldActor(id)?.index ?? NOBODY;
    const node = this.#roots.find(root => root.kind === 'actor' && root.group.actor?.index === index);
    return node?.kind === 'actor' ? node : null;
  }

  /** Makes a node one of its parent's children that are shown; tells whether that changed anything. */
  makeShown(node: ActorNode | ClaimNode): boolean {
    const all: readonly TreeNode[] =
      node.parent?.kind === 'actor' ? this.#claimsOf(node.parent) : this.#roots;
    return this.#about.pages.makeShown(node.parent?.id ?? node.key, all.indexOf(node));
  }

  #claimsOf(parent: ActorNode): readonly ClaimNode[] {
    const known = this.#claims.get(parent);
    if (known) return known;
    const { claims, passedOn } = parent.group;
    const { key } = this.#about;
    const nodes = [
      ...claims.map(claim => claimNode(key, claim, parent, false)),
      ...passedOn.map(claim => claimNode(key, claim, parent, true)),
    ];
    this.#claims.set(parent, nodes);
    return nodes;
  }

  /** What the user decided; none where that is nothing. Dismissed checks are listed with the checks. */
  get decisions(): readonly DecisionsNode[] {
    const { key, root, decisions } = this.#about;
    const states = new Map(this.article.decisions.map(({ id, state }) => [id, state]));
    const children: DecisionNode[] = [];
    const node: DecisionsNode = { kind: 'decisions', id: `${key}/decisions`, key, parent: root, children };
    for (const decision of decisions) {
      const state = states.get(decision.id);
      if (decision.kind === 'dismiss' || !state) continue;
      const id = `${node.id}/${decision.id}`;
      children.push({ kind: 'decision', id, key, parent: node, decision, state });
    }
    return children.length > 0 ? [node] : [];
  }

  /** The quotes, where they were checked against a file. */
  get quotes(): readonly QuotesNode[] {
    const { key, root, quotes } = this.#about;
    if (!quotes) return [];
    const { fileName, checked } = quotes;
    const children: QuoteNode[] = [];
    const node: QuotesNode = { kind: 'quotes', id: `${key}/quotes`, key, parent: root, fileName, children };
    for (const [nth, quote] of checked.entries())
      children.push({ kind: 'quote', id: `${node.id}/${nth}`, key, parent: node, quote });
    return [node];
  }
}

/** By name, so that an actor stays expanded when the article is analysed again. */
function actorNodes(key: string, groups: readonly ClaimGroup[], parent: ArticleNode | null): ActorNode[] {
  const seen = new Map<string, number>();
  return groups.map(group => {
    const name = group.actor?.raw.name ?? '';
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { kind: 'actor', id: `${key}/actor/${nth}/${name}`, key, parent, group };
  });
}

function claimNode(
  key: string,
  told: Told<Attribution>,
  parent: ActorNode | ArticleNode | null,
  passedOn: boolean,
): ClaimNode {
  return {
    kind: 'claim',
    key,
    parent,
    passedOn,
    told,
    // Most are never on display.
    get id() {
      return `${parent?.id ?? key}/${passedOn ? 'passed' : 'claim'}/${idOf(told)}`;
    },
    get claim() {
      return told.now;
    },
  };
}
