import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { anonymousShare } from '../../articles/corpus/sources';
import {
  type ArchiveActorNode,
  type ArchiveArticleNode,
  type ArchiveClaimNode,
  type ArchiveNode,
  type FailureNode,
  type FailuresNode,
  type MoreInArchiveNode,
} from './allArticlesModel';
import { actorIcon, CLAIM_ICONS } from '../tree/treeItems';
import { actorTypeWords, claimCount, kindWords, namedOrAnonymous } from '../words';

/** Command with the argument `(node)`: shows more children of its parent. */
export const SHOW_MORE_IN_ARCHIVE = 'sourcelight.showMoreOfAllArticles';
/** Command with the argument `(node)`: opens the article at the claim. */
export const SHOW_IN_ARCHIVE = 'sourcelight.showInItsArticle';

const { Collapsed } = vscode.TreeItemCollapsibleState;

/** @param isDecided whether the user said something about an actor's names */
export function archiveItem(
  node: ArchiveNode,
  isDecided: (node: ArchiveActorNode) => boolean,
): vscode.TreeItem {
  const item = itemOf(node, isDecided);
  item.id = node.id;
  return item;
}

function itemOf(node: ArchiveNode, isDecided: (node: ArchiveActorNode) => boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'actor':
      return actorItem(node, isDecided(node));
    case 'article':
      return articleItem(node);
    case 'claim':
      return claimItem(node);
    case 'failures':
      return failuresItem(node);
    case 'failure':
      return failureItem(node);
    case 'more':
      return moreItem(node);
  }
}

export function articleCount(count: number): string {
  return count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count);
}

function actorItem({ actor }: ArchiveActorNode, decided: boolean): vscode.TreeItem {
  const { name, names, type, anonymity, claims, articles } = actor;
  const item = new vscode.TreeItem(name, Collapsed);
  const others = names.filter(it => it !== name);
  const also = others.length > 0 ? [l10n.t('also {0}', others.join(', '))] : [];
  const counts = [claimCount(claims), articleCount(articles)];
  item.description = [...counts, ...also].join(' · ');
  const what = anonymity ? namedOrAnonymous(actor) : actorTypeWords[type]();
  item.tooltip = [name, what, ...counts, ...also].join('\n');
  item.iconPath = actorIcon(actor);
  item.contextValue = ['archiveActor', ...(decided ? ['decided'] : [])].join(' ');
  item.accessibilityInformation = { label: [name, what, ...counts, ...also].join(', ') };
  return item;
}

function articleItem(node: ArchiveArticleNode): vscode.TreeItem {
  const { article, parent, appearances } = node;
  const uri = vscode.Uri.parse(article.path, true);
  const where = vscode.workspace.asRelativePath(uri);
  const label = article.title || where;
  const item = new vscode.TreeItem(label, Collapsed);
  const count = parent ? appearances.reduce((sum, { claims }) => sum + claims, 0) : article.claims;
  const facts = [
    ...(article.date ? [article.date] : []),
    claimCount(count),
    ...(parent ? [] : [shareInWords(article)]),
  ];
  item.description = facts.join(' · ');
  item.tooltip = [label, where, ...facts].join('\n');
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = parent ? 'articleOfActor' : 'archivedArticle';
  item.accessibilityInformation = { label: [label, ...facts].join(', ') };
  return item;
}

function shareInWords(article: ArchiveArticleNode['article']): string {
  return l10n.t('{0}% anonymous', Math.round(100 * anonymousShare(article)));
}

function claimItem(node: ArchiveClaimNode): vscode.TreeItem {
  const { claim, source, parent } = node;
  const item = new vscode.TreeItem(claim.words);
  const who = parent.parent ? '' : (source ?? l10n.t('nobody given'));
  item.description = who;
  item.tooltip = claim.words;
  item.iconPath = CLAIM_ICONS[claim.kind];
  item.contextValue = 'archivedClaim';
  item.command = { command: SHOW_IN_ARCHIVE, title: l10n.t('Show in the Article'), arguments: [node] };
  item.accessibilityInformation = {
    label: [kindWords[claim.kind](), claim.words, ...(who ? [who] : [])].join(', '),
  };
  return item;
}

function failuresItem({ count }: FailuresNode): vscode.TreeItem {
  const label =
    count === 1 ? l10n.t('1 file could not be analyzed') : l10n.t('{0} files could not be analyzed', count);
  const item = new vscode.TreeItem(label, Collapsed);
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = 'failures';
  item.accessibilityInformation = { label };
  return item;
}

function failureItem({ path, reason }: FailureNode): vscode.TreeItem {
  const uri = vscode.Uri.parse(path, true);
  const label = vscode.workspace.asRelativePath(uri);
  const item = new vscode.TreeItem(label);
  item.description = reason;
  item.tooltip = `${label}\n${reason}`;
  item.iconPath = new vscode.ThemeIcon('error');
  item.contextValue = 'failure';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = { label: `${label}, ${reason}` };
  return item;
}

function moreItem(node: MoreInArchiveNode): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t('{0} more…', node.left));
  item.command = { command: SHOW_MORE_IN_ARCHIVE, title: l10n.t('Show More'), arguments: [node] };
  item.accessibilityInformation = { label: l10n.t('Show {0} more', node.left) };
  return item;
}
