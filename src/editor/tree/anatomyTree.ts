import * as vscode from 'vscode';
import { env, l10n } from 'vscode';
import type { Article } from '../../articles/article';
import { excludedWords, partsOf, SHOW_PART, statedWords, type Part } from '../anatomy';
import { shortened } from '../words';

/** The last node of the tree: what the article states about itself, and what is left out of it. */
export interface AboutNode {
  readonly kind: 'about';
  readonly id: string;
  readonly parent: AboutNode | null;
  readonly label: string;
  readonly children: readonly (AboutNode | FactNode)[];
}

export interface FactNode {
  readonly kind: 'fact';
  readonly id: string;
  readonly parent: AboutNode;
  readonly label: string;
  readonly description: string;
  /** As a screen reader says it, and in full. */
  readonly spoken: string;
  /** Null for what has no place of its own in the text. */
  readonly part: Part | null;
}

const LABEL_LENGTH = 140;

/** @returns empty where the article states nothing and nothing is left out */
export function aboutArticle(article: Article): AboutNode[] {
  const parts = partsOf(article);
  const { date, outlet } = article.anatomy;
  const children: (AboutNode | FactNode)[] = [];
  const about: AboutNode = {
    kind: 'about',
    id: 'about',
    parent: null,
    label: l10n.t('About This Article'),
    children,
  };
  const fact = (label: string, words: string, part: Part | null): FactNode => ({
    kind: 'fact',
    id: `about/${part?.id ?? label}`,
    parent: about,
    label,
    description: shortened(words, LABEL_LENGTH),
    spoken: l10n.t('{0}: {1}', label, words),
    part,
  });
  for (const part of parts) {
    if (part.stated) children.push(fact(statedWords[part.stated](), wordsOf(article, part), part));
  }
  if (date !== null) children.push(fact(l10n.t('Date'), dateInWords(date), null));
  if (outlet !== null) children.push(fact(l10n.t('Outlet'), outlet, null));
  const excluded = parts.filter(part => part.excluded !== null);
  if (excluded.length > 0) children.push(leftOut(article, excluded, about));
  return children.length > 0 ? [about] : [];
}

function leftOut(article: Article, parts: readonly Part[], parent: AboutNode): AboutNode {
  const children: FactNode[] = [];
  const label = l10n.t('Left Out ({0})', parts.length);
  const node: AboutNode = { kind: 'about', id: 'about/leftOut', parent, label, children };
  for (const part of parts) {
    if (!part.excluded) continue;
    const words = wordsOf(article, part);
    const description = excludedWords[part.excluded]();
    children.push({
      kind: 'fact',
      id: `about/${part.id}`,
      parent: node,
      label: shortened(words, LABEL_LENGTH),
      description,
      spoken: l10n.t('{0}: {1}', description, words),
      part,
    });
  }
  return node;
}

/** @param key the article's */
export function aboutItem(node: AboutNode | FactNode, key: string): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, node.kind === 'about' ? Collapsed : None);
  item.id = node.id;
  if (node.kind === 'about') {
    item.iconPath = new vscode.ThemeIcon(node.parent ? 'eye-closed' : 'info');
    item.accessibilityInformation = { label: node.label };
    return item;
  }
  item.description = node.description;
  item.tooltip = node.spoken;
  item.accessibilityInformation = { label: node.spoken };
  if (node.part)
    item.command = {
      command: SHOW_PART,
      title: l10n.t('Show in the Article'),
      arguments: [key, node.part.id],
    };
  return item;
}

function wordsOf(article: Article, { span }: Part): string {
  return article.words([span]).replace(/\s+/g, ' ');
}

/** @param date as ISO 8601 has it */
function dateInWords(date: string): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
