import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Actor, ActorType, AnonymityClass, AttributionKind } from '../analysis/contract';
import type { Article } from '../articles/article';
import { sourceKind } from '../articles/marks';
import { SHOW_ACTOR, SHOW_CLAIM } from './navigation';
import type { ActorNode, ClaimNode, MoreNode } from './treeModel';
import {
  anonymousInBrief,
  claimCount,
  kindWords,
  namedOrAnonymous,
  passedOnCount,
  rolesInWords,
  shortened,
} from './words';

/** Command with the argument `(node)`: shows more children of its parent. */
export const SHOW_MORE = 'sourcelight.showMoreClaims';

const LABEL_LENGTH = 140;

const ACTOR_ICONS: Record<ActorType, string> = {
  person: 'person',
  organization: 'organization',
  publication: 'book',
  government: 'law',
  group: 'organization',
  document: 'file-text',
  unknown: 'question',
};

/** A leaker hides; a spokesman or a body speaks in public. */
const UNNAMED_ICONS: Record<AnonymityClass, string> = {
  individual: 'eye-closed',
  group: 'eye-closed',
  role: 'megaphone',
  collective: 'briefcase',
};

const CLAIM_ICONS: Record<AttributionKind, vscode.ThemeIcon> = {
  direct: new vscode.ThemeIcon('quote', new vscode.ThemeColor('sourcelight.directQuoteBorder')),
  mixed: new vscode.ThemeIcon('comment-unresolved', new vscode.ThemeColor('sourcelight.directQuoteBorder')),
  indirect: new vscode.ThemeIcon('comment', new vscode.ThemeColor('sourcelight.indirectClaimBorder')),
};

/** How a node looks and reads; its tooltip is made when it is needed. */
export function treeItem(
  node: ActorNode | ClaimNode | MoreNode,
  article: Article,
  key: string,
): vscode.TreeItem {
  const item =
    node.kind === 'actor'
      ? actorItem(node, key)
      : node.kind === 'claim'
        ? claimItem(node, article, key)
        : moreItem(node);
  item.id = node.id;
  return item;
}

function actorItem({ group: { actor, claims, passedOn } }: ActorNode, key: string): vscode.TreeItem {
  const name = actor ? shortened(actor.name, LABEL_LENGTH) : l10n.t('Nobody given');
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const counts = [
    ...(claims.length > 0 ? [claimCount(claims.length)] : []),
    ...(passedOn.length > 0 ? [passedOnCount(passedOn.length)] : []),
  ];
  const role = actor ? rolesInWords(actor).slice(0, 1) : [];
  const brief = actor && anonymousInBrief(actor);
  item.description = [...(brief ? [brief] : []), ...role, ...counts].join(' · ');
  item.iconPath = actorIcon(actor);
  item.contextValue = 'actor';
  if (actor)
    item.command = { command: SHOW_ACTOR, title: l10n.t('Show in the Article'), arguments: [key, actor.id] };
  const sort = actor ? [namedOrAnonymous(actor)] : [];
  item.accessibilityInformation = { label: [name, ...role, ...sort, ...counts].join(', ') };
  return item;
}

function claimItem({ claim, parent, passedOn }: ClaimNode, article: Article, key: string): vscode.TreeItem {
  const words = shortened(article.words(claim.content), LABEL_LENGTH);
  const item = new vscode.TreeItem(words);
  const source = claim.source ? article.actor(claim.source.actor)?.name : undefined;
  const who = source ?? l10n.t('nobody given');
  const via = claim.via.flatMap(({ actor }) => article.actor(actor)?.name ?? []);
  const through = via.map(name => l10n.t('via {0}', name));
  const way = passedOn ? [l10n.t('from {0}', who)] : parent ? through : [who, ...through];
  const hearsay = claim.hearsay ? [l10n.t('hearsay')] : [];
  item.description = shortened([...hearsay, ...way].join(' · '), LABEL_LENGTH);
  item.iconPath = CLAIM_ICONS[claim.kind];
  item.contextValue = 'claim';
  item.command = { command: SHOW_CLAIM, title: l10n.t('Show in the Article'), arguments: [key, claim.id] };
  item.accessibilityInformation = {
    label: [kindWords[claim.kind](), ...hearsay, words, who, ...through].join(', '),
  };
  return item;
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t('{0} more…', node.left));
  item.command = { command: SHOW_MORE, title: l10n.t('Show More'), arguments: [node] };
  return item;
}

function actorIcon(actor: Actor | null): vscode.ThemeIcon {
  if (!actor) return new vscode.ThemeIcon('question');
  const icon = actor.anonymity ? UNNAMED_ICONS[actor.anonymity.class] : ACTOR_ICONS[actor.type];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`sourcelight.${sourceKind(actor)}`));
}
