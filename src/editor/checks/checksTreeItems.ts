import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Article } from '../../articles/article';
import type { CheckSeverity } from '../../articles/checks';
import { whereInWords } from './checkCommands';
import { checkInWords, checkTitles } from './checkWords';
import type { CheckNode, ChecksTreeNode, DismissalNode, DismissedNode, RuleNode } from './checksTreeModel';
import { checkCount, shortened } from '../words';

/** Command with the argument `(node)`: shows where a check, or what was dismissed, stands in the article. */
export const SHOW_CHECK = 'sourcelight.showCheck';
/** Command with the argument `(node)`: shows more children of its parent. */
export const SHOW_MORE_CHECKS = 'sourcelight.showMoreChecks';

const LABEL_LENGTH = 140;

/** A rule with so few findings is open from the start. */
const FEW = 10;

const ICONS: Record<CheckSeverity, vscode.ThemeIcon> = {
  hint: new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('editorLightBulb.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
};

/**
 * How a node looks and reads.
 *
 * @param lineOf the line of an offset in the article, counted from 1
 */
export function checksTreeItem(
  node: ChecksTreeNode,
  article: Article,
  lineOf: (offset: number) => number,
): vscode.TreeItem {
  const item = itemOf(node, article, lineOf);
  item.id = node.id;
  // The commands on an item are offered by its kind.
  item.contextValue = node.kind;
  return item;
}

function itemOf(node: ChecksTreeNode, article: Article, lineOf: (offset: number) => number): vscode.TreeItem {
  switch (node.kind) {
    case 'rule':
      return ruleItem(node);
    case 'check':
      return checkItem(node, article, lineOf);
    case 'dismissed':
      return dismissedItem(node);
    case 'dismissal':
      return dismissalItem(node, lineOf);
    case 'more': {
      const item = new vscode.TreeItem(l10n.t('{0} more…', node.left));
      item.command = { command: SHOW_MORE_CHECKS, title: l10n.t('Show More'), arguments: [node] };
      item.accessibilityInformation = { label: l10n.t('Show {0} more', node.left) };
      return item;
    }
  }
}

function ruleItem({ code, checks }: RuleNode): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const title = checkTitles[code]();
  const item = new vscode.TreeItem(title, checks.length > FEW ? Collapsed : Expanded);
  item.description = String(checks.length);
  item.accessibilityInformation = { label: `${title}, ${checkCount(checks.length)}` };
  return item;
}

function checkItem(node: CheckNode, article: Article, lineOf: (offset: number) => number): vscode.TreeItem {
  const { check, severity, parent } = node;
  const title = checkTitles[check.code]();
  const words = shortened(article.words([check.span]), LABEL_LENGTH);
  const line = l10n.t('line {0}', lineOf(check.span.start));
  const item = new vscode.TreeItem(words || title);
  // Under its rule, an item need not say again which one that is.
  item.description = [line, ...(parent || !words ? [] : [title])].join(' · ');
  item.tooltip = `${title}\n\n${checkInWords(check)}`;
  item.iconPath = ICONS[severity];
  item.command = { command: SHOW_CHECK, title: l10n.t('Show in the Article'), arguments: [node] };
  item.accessibilityInformation = { label: [title, ...(words ? [words] : []), line].join(', ') };
  return item;
}

function dismissedItem({ dismissals }: DismissedNode): vscode.TreeItem {
  const label = l10n.t('Dismissed ({0})', dismissals.length);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.iconPath = new vscode.ThemeIcon('archive');
  item.accessibilityInformation = { label };
  return item;
}

function dismissalItem(node: DismissalNode, lineOf: (offset: number) => number): vscode.TreeItem {
  const { dismissal, effect } = node;
  // Decisions are written by hand too, and by later versions with more rules.
  const title = (checkTitles as Partial<typeof checkTitles>)[dismissal.check]?.() ?? dismissal.check;
  const [first] = effect.dismissed;
  const extent = dismissal.target
    ? first && l10n.t('line {0}', lineOf(first.span.start))
    : checkCount(effect.dismissed.length);
  const where = [whereInWords(dismissal, effect.state === 'orphaned'), ...(extent ? [extent] : [])];
  const item = new vscode.TreeItem(title);
  item.description = where.join(' · ');
  item.tooltip = `${title}\n\n${item.description}`;
  if (first) item.command = { command: SHOW_CHECK, title: l10n.t('Show in the Article'), arguments: [node] };
  item.accessibilityInformation = { label: [l10n.t('Dismissed: {0}', title), ...where].join(', ') };
  return item;
}
