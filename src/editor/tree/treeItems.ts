import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type {
  Actor,
  ActorType,
  AnonymityClass,
  Attribution,
  AttributionKind,
  VerificationStatus,
} from '../../analysis/contract';
import type { Article } from '../../articles/article';
import { statusOf } from '../../articles/claims';
import type { ArticleSource } from '../../articles/corpus/sources';
import { sourceKind } from '../../articles/marks';
import type { QuoteVerdict } from '../../articles/quoteCheck';
import {
  changesInWords,
  decisionCount,
  decisionInWords,
  quoted,
  statusWords,
  verdictWords,
} from '../decisions/correctionWords';
import { SHOW_ACTOR, SHOW_CLAIM } from '../navigation';
import type {
  ActorNode,
  ArticleNode,
  ClaimNode,
  ContextNode,
  DecisionNode,
  DecisionsNode,
  MoreNode,
  QuoteNode,
  QuotesNode,
  TreeNode,
} from './treeModel';
import {
  anonymousInBrief,
  claimCount,
  kindWords,
  listedInWords,
  namedOrAnonymous,
  passedOnCount,
  rolesInWords,
  shortened,
} from '../words';

/** Command with the argument `(node)`: shows more children of its parent. */
export const SHOW_MORE = 'sourcelight.showMoreClaims';
/** Command with the argument `(node)`: shows what a decision is about. */
export const SHOW_DECISION = 'sourcelight.showDecision';
/** Command with the argument `(node)`: shows a quote beside the words of the file that it was checked against. */
export const SHOW_QUOTE = 'sourcelight.showCheckedQuote';

const LABEL_LENGTH = 140;
const CONTEXT_LENGTH = 400;

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

export const CLAIM_ICONS: Record<AttributionKind, vscode.ThemeIcon> = {
  direct: new vscode.ThemeIcon('quote', new vscode.ThemeColor('sourcelight.directQuoteBorder')),
  mixed: new vscode.ThemeIcon('comment-unresolved', new vscode.ThemeColor('sourcelight.directQuoteBorder')),
  indirect: new vscode.ThemeIcon('comment', new vscode.ThemeColor('sourcelight.indirectClaimBorder')),
};

/** A claim that nobody has looked into is drawn by its kind. */
const STATUS_ICONS: Record<Exclude<VerificationStatus, 'unchecked'>, vscode.ThemeIcon> = {
  confirmed: new vscode.ThemeIcon('verified', new vscode.ThemeColor('testing.iconPassed')),
  disputed: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  wrong: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
};

const VERDICT_ICONS: Record<QuoteVerdict, vscode.ThemeIcon> = {
  exact: new vscode.ThemeIcon('check', new vscode.ThemeColor('testing.iconPassed')),
  near: new vscode.ThemeIcon('diff', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  absent: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('problemsInfoIcon.foreground')),
};

type OwnNode = Exclude<TreeNode, ArticleNode | { kind: 'about' | 'fact' }>;

/** How a node looks and reads; its tooltip is made when it is needed. */
export function treeItem(node: OwnNode, article: Article): vscode.TreeItem {
  const item = itemOf(node, article);
  item.id = node.id;
  return item;
}

function itemOf(node: OwnNode, article: Article): vscode.TreeItem {
  switch (node.kind) {
    case 'actor':
      return actorItem(node);
    case 'claim':
      return claimItem(node, article);
    case 'context':
      return contextItem(node, article);
    case 'more':
      return moreItem(node);
    case 'decisions':
      return decisionsItem(node);
    case 'decision':
      return decisionItem(node);
    case 'quotes':
      return quotesItem(node);
    case 'quote':
      return quoteItem(node);
  }
}

/** @param claims how many of its claims pass the filters; null while it is being analysed, or is left alone */
export function articleItem(node: ArticleNode, name: string, claims: number | null): vscode.TreeItem {
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, claims === null ? None : Expanded);
  const state = claims === null ? l10n.t('Reading…') : claimCount(claims);
  item.id = node.id;
  item.description = state;
  item.resourceUri = vscode.Uri.parse(node.key, true);
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = 'article';
  item.accessibilityInformation = { label: `${name}, ${state}` };
  return item;
}

function actorItem({ key, group: { actor: told, claims, passedOn } }: ActorNode): vscode.TreeItem {
  const actor = told?.now ?? null;
  const name = actor ? shortened(actor.name, LABEL_LENGTH) : l10n.t('Nobody given');
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const counts = [
    ...(claims.length > 0 ? [claimCount(claims.length)] : []),
    ...(passedOn.length > 0 ? [passedOnCount(passedOn.length)] : []),
  ];
  const role = actor ? rolesInWords(actor).slice(0, 1) : [];
  const listed = actor && listedInWords(actor);
  const known = listed ? [listed] : [];
  const brief = actor && anonymousInBrief(actor);
  const said = [
    ...(actor?.confidential ? [l10n.t('confidential')] : []),
    ...(actor?.note ? [l10n.t('note: {0}', actor.note)] : []),
  ];
  item.description = shortened(
    [...(brief ? [brief] : []), ...role, ...known, ...counts, ...said].join(' · '),
    LABEL_LENGTH,
  );
  item.iconPath = actor ? actorIcon(actor) : new vscode.ThemeIcon('question');
  item.contextValue = actor ? actorContext(actor) : 'nobody';
  if (actor)
    item.command = { command: SHOW_ACTOR, title: l10n.t('Show in the Article'), arguments: [key, actor.id] };
  const sort = actor ? [namedOrAnonymous(actor)] : [];
  item.accessibilityInformation = {
    label: [name, ...role, ...known, ...sort, ...counts, ...said].join(', '),
  };
  return item;
}

/** Menus are offered by these words. */
function actorContext({ confidential, decisions }: Actor): string {
  return ['actor', ...(confidential ? ['confidential'] : ['open']), ...(decisions ? ['decided'] : [])].join(
    ' ',
  );
}

function claimContext({ claim, passedOn }: ClaimNode, article: Article): string {
  const hasQuote = article.quotationsOf(claim.id).length > 0;
  return [
    'claim',
    ...(hasQuote && !passedOn ? ['quoted'] : []),
    ...(claim.decisions ? ['decided'] : []),
  ].join(' ');
}

function claimItem(node: ClaimNode, article: Article): vscode.TreeItem {
  const { key, claim, parent, passedOn } = node;
  const words = shortened(article.words(claim.content), LABEL_LENGTH);
  const item = new vscode.TreeItem(words, vscode.TreeItemCollapsibleState.Collapsed);
  const source = claim.source ? article.actor(claim.source.actor)?.name : undefined;
  const who = source ?? l10n.t('nobody given');
  const via = claim.via.flatMap(({ actor }) => article.actor(actor)?.name ?? []);
  const through = via.map(name => l10n.t('via {0}', name));
  const way = passedOn ? [l10n.t('from {0}', who)] : parent?.kind === 'actor' ? through : [who, ...through];
  const hearsay = claim.hearsay ? [l10n.t('hearsay')] : [];
  const verified = verificationInWords(claim);
  item.description = shortened([...verified, ...hearsay, ...way].join(' · '), LABEL_LENGTH);
  item.iconPath = claimIcon(claim);
  item.contextValue = claimContext(node, article);
  item.command = { command: SHOW_CLAIM, title: l10n.t('Show in the Article'), arguments: [key, claim.id] };
  item.accessibilityInformation = {
    label: [kindWords[claim.kind](), ...verified, ...hearsay, words, who, ...through].join(', '),
  };
  return item;
}

function claimIcon(claim: Attribution): vscode.ThemeIcon {
  const status = statusOf(claim);
  return status === 'unchecked' ? CLAIM_ICONS[claim.kind] : STATUS_ICONS[status];
}

/** What the user said of it; nothing where that is nothing. */
function verificationInWords({ verification }: Attribution): string[] {
  if (!verification) return [];
  const { status, note } = verification;
  return [
    ...(status === 'unchecked' ? [] : [statusWords[status]()]),
    ...(note ? [l10n.t('note: {0}', note)] : []),
  ];
}

function contextItem({ key, parent, span }: ContextNode, article: Article): vscode.TreeItem {
  // White space of the text is one character each, so that the words keep their places.
  const sentence = article.text.slice(span.start, span.end).replace(/\s/g, ' ');
  const label = sentence.length > CONTEXT_LENGTH ? `${sentence.slice(0, CONTEXT_LENGTH)}…` : sentence;
  const highlights = parent.claim.content
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .map(({ start, end }): [number, number] => [
      Math.min(start - span.start, label.length),
      Math.min(end - span.start, label.length),
    ]);
  const item = new vscode.TreeItem({ label, highlights });
  item.tooltip = sentence;
  item.contextValue = 'context';
  item.command = {
    command: SHOW_CLAIM,
    title: l10n.t('Show in the Article'),
    arguments: [key, parent.claim.id],
  };
  item.accessibilityInformation = { label: sentence };
  return item;
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t('{0} more…', node.left));
  item.command = { command: SHOW_MORE, title: l10n.t('Show More'), arguments: [node] };
  item.accessibilityInformation = { label: l10n.t('Show {0} more', node.left) };
  return item;
}

function decisionsItem({ children }: DecisionsNode): vscode.TreeItem {
  const label = decisionCount(children.length);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const orphaned = children.filter(({ state }) => state === 'orphaned').length;
  const description = orphaned > 0 ? l10n.t('{0} without their words', orphaned) : '';
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('edit');
  item.contextValue = 'decisions';
  item.accessibilityInformation = { label: [label, ...(description ? [description] : [])].join(', ') };
  return item;
}

function decisionItem(node: DecisionNode): vscode.TreeItem {
  const { decision, state } = node;
  const isOrphaned = state === 'orphaned';
  const isPrivate = decision.private === true;
  const label = decisionInWords(decision);
  const where = [
    `“${quoted(decision.target.exact)}”`,
    ...(isOrphaned ? [l10n.t('no longer in the text')] : []),
    ...(state === 'superseded' ? [l10n.t('a later decision goes before it')] : []),
    ...(isPrivate ? [l10n.t('private')] : []),
  ];
  const item = new vscode.TreeItem(label);
  item.description = where.join(' · ');
  item.tooltip = `${label}\n\n“${decision.target.exact}”`;
  item.iconPath = new vscode.ThemeIcon(isOrphaned ? 'debug-disconnect' : isPrivate ? 'lock' : 'pass');
  // A confidential source is private by what it is.
  const privacy = decision.kind === 'confidential' ? [] : [isPrivate ? 'private' : 'shared'];
  item.contextValue = ['decision', ...(isOrphaned ? ['orphaned'] : []), ...privacy].join(' ');
  if (!isOrphaned)
    item.command = { command: SHOW_DECISION, title: l10n.t('Show in the Article'), arguments: [node] };
  item.accessibilityInformation = { label: [label, ...where].join(', ') };
  return item;
}

function quotesItem({ fileName, children }: QuotesNode): vscode.TreeItem {
  const label = l10n.t('Quotes in “{0}”', fileName);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  const count = (verdict: QuoteVerdict) =>
    children.filter(({ quote }) => quote.result.verdict === verdict).length;
  const counts = l10n.t('{0} exact, {1} near, {2} not there', count('exact'), count('near'), count('absent'));
  item.description = counts;
  item.iconPath = new vscode.ThemeIcon('checklist');
  item.contextValue = 'quotes';
  item.accessibilityInformation = { label: `${label}, ${counts}` };
  return item;
}

function quoteItem(node: QuoteNode): vscode.TreeItem {
  const { words, result } = node.quote;
  const label = shortened(words, LABEL_LENGTH);
  const verdict = verdictWords[result.verdict]();
  const changes = result.verdict === 'near' ? changesInWords(result.changes) : '';
  const item = new vscode.TreeItem(label);
  item.description = verdict;
  item.tooltip = [words, verdict, ...(changes ? [changes] : [])].join('\n\n');
  item.iconPath = VERDICT_ICONS[result.verdict];
  item.contextValue = `quote ${result.verdict}`;
  item.command = { command: SHOW_QUOTE, title: l10n.t('Show'), arguments: [node] };
  item.accessibilityInformation = { label: [verdict, label, ...(changes ? [changes] : [])].join(', ') };
  return item;
}

/** The same wherever an actor is listed. */
export function actorIcon(actor: Pick<ArticleSource, 'type' | 'anonymity'>): vscode.ThemeIcon {
  const icon = actor.anonymity ? UNNAMED_ICONS[actor.anonymity.class] : ACTOR_ICONS[actor.type];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(`sourcelight.${sourceKind(actor)}`));
}
