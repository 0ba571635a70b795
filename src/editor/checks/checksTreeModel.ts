import type { AppliedDecision, Check, CheckCode } from '../../analysis/contract';
import type { Article } from '../../articles/article';
import type { ShownCheck } from '../../articles/checks';
import type { Decision, Dismissal } from '../../articles/decisions/decision';
import { checkTitles } from './checkWords';
import type { Pages } from '../pages';

export interface ChecksTreeOptions {
  readonly grouping: 'rule' | 'text';
}

export interface RuleNode {
  readonly kind: 'rule';
  readonly id: string;
  readonly code: CheckCode;
  /** The first one: commands that are given this node speak of it. */
  readonly check: Check;
  readonly checks: readonly ShownCheck[];
}

export interface CheckNode extends ShownCheck {
  readonly kind: 'check';
  /** By place in its list, so that the next one is selected when this one is dismissed. */
  readonly id: string;
  /** Null where the checks are listed as they stand in the text. */
  readonly parent: RuleNode | null;
}

/** Stands for all that was dismissed. */
export interface DismissedNode {
  readonly kind: 'dismissed';
  readonly id: string;
  readonly dismissals: readonly DismissalNode[];
}

export interface DismissalNode {
  readonly kind: 'dismissal';
  readonly id: string;
  readonly dismissal: Dismissal;
  readonly effect: AppliedDecision;
}

/** Stands for the nodes that are not shown yet. */
export interface MoreChecksNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: RuleNode | DismissedNode | null;
  readonly left: number;
}

export type ChecksTreeNode = RuleNode | CheckNode | DismissedNode | DismissalNode | MoreChecksNode;

/** The tree of one article's checks: rules with what does not meet them, or the checks as they stand in the text. */
export class ChecksTreeModel {
  readonly #roots: readonly ChecksTreeNode[];
  readonly #dismissed: readonly DismissedNode[];
  readonly #pages: Pages;

  /**
   * @param open in the order of the text
   * @param decisions those about the article
   */
  constructor(
    readonly article: Article,
    open: readonly ShownCheck[],
    decisions: readonly Decision[],
    { grouping }: ChecksTreeOptions,
    pages: Pages,
  ) {
    this.#pages = pages;
    this.#roots = grouping === 'rule' ? ruleNodes(open) : checkNodes(open, null);
    const dismissals = dismissalNodes(article, decisions);
    this.#dismissed = dismissals.length > 0 ? [{ kind: 'dismissed', id: 'dismissed', dismissals }] : [];
  }

  children(parent: RuleNode | DismissedNode | null): ChecksTreeNode[] {
    const { shown, left } = this.#pages.of(parent?.id ?? '', this.#allChildren(parent));
    const more: MoreChecksNode[] =
      left > 0 ? [{ kind: 'more', id: `more/${parent?.id ?? ''}`, parent, left }] : [];
    return [...shown, ...more, ...(parent ? [] : this.#dismissed)];
  }

  #allChildren(parent: RuleNode | DismissedNode | null): readonly ChecksTreeNode[] {
    if (!parent) return this.#roots;
    return parent.kind === 'rule' ? checkNodes(parent.checks, parent) : parent.dismissals;
  }
}

/** In the order in which rules are listed everywhere, so that none jumps about while its findings come and go. */
function ruleNodes(checks: readonly ShownCheck[]): RuleNode[] {
  return (Object.keys(checkTitles) as CheckCode[]).flatMap((code): RuleNode[] => {
    const found = checks.filter(({ check }) => check.code === code);
    const [first] = found;
    return first ? [{ kind: 'rule', id: `rule/${code}`, code, check: first.check, checks: found }] : [];
  });
}

function checkNodes(checks: readonly ShownCheck[], parent: RuleNode | null): CheckNode[] {
  return checks.map((shown, nth) => ({
    kind: 'check',
    id: `check/${parent?.id ?? ''}/${nth}`,
    parent,
    ...shown,
  }));
}

/** Those about the article or a rule that it does not meet, which the user has not taken back since the analysis. */
function dismissalNodes(article: Article, decisions: readonly Decision[]): DismissalNode[] {
  const effects = new Map(article.decisions.map(effect => [effect.id, effect]));
  return decisions.flatMap((dismissal): DismissalNode[] => {
    if (dismissal.kind !== 'dismiss') return [];
    const effect = effects.get(dismissal.id);
    if (!effect || (dismissal.file === null && effect.dismissed.length === 0)) return [];
    return [{ kind: 'dismissal', id: `dismissal/${dismissal.id}`, dismissal, effect }];
  });
}
