import { l10n, MarkdownString } from 'vscode';
import type { Actor, Attribution, Check, CheckCode, Span } from '../analysis/contract';
import type { Article } from '../articles/article';
import { sourceKind } from '../articles/marks';
import { EXPLAIN_CHECK } from './checks/checkCommands';
import { checkTitles } from './checks/checkWords';
import { statusWords } from './decisions/correctionWords';
import { SHOW_CLAIM } from './navigation';
import {
  actorTypeWords,
  countInWords,
  evidenceInWords,
  kindWords,
  listedInWords,
  mentionCount,
  namedOrAnonymous,
  rolesInWords,
  shortened,
  surenessInWords,
} from './words';

const CLAIMS_SHOWN = 4;
const ALIASES_SHOWN = 6;
const ALIAS_LENGTH = 60;
const CLAIM_LENGTH = 120;

/** What a card's links lead to, and what it warns of. */
export interface CardContext {
  /** Of the article. */
  readonly key: string;
  /** The open ones of the article. */
  readonly checks: readonly Check[];
}

/** Who an actor is, as far as the article says it: the hover card and the tree's tooltip. */
export function actorCard(article: Article, actor: Actor, { key, checks }: CardContext): MarkdownString {
  const claims = article.claimsOf(actor.id);
  const passedOn = article.passedOnBy(actor.id);
  const roles = rolesInWords(actor);
  const listed = listedInWords(actor);
  return card([
    lines([
      `**${escaped(shortened(actor.name, CLAIM_LENGTH))}**`,
      ...(roles.length > 0 ? [escaped(roles.join('; '))] : []),
      ...(listed === null ? [] : [escaped(capitalized(listed))]),
      escaped(l10n.t('{0} · {1}', capitalized(actorTypeWords[actor.type]()), namedOrAnonymous(actor))),
    ]),
    ...anonymityRecord(article, actor),
    ...checkList(
      checks.filter(check => check.actor === actor.id),
      key,
    ),
    lines([mentionLine(article, actor), ...viaLine(article, claims)]),
    ...(actor.note ? [escaped(l10n.t('Note: {0}', actor.note))] : []),
    ...(actor.confidential ? [escaped(l10n.t('Confidential: exports can leave out this name'))] : []),
    ...claimList(article, claims, l10n.t('Claimed'), key),
    ...claimList(article, passedOn, l10n.t('Passed on from others'), key),
  ]);
}

/** Who says so, through whom, why it was marked and how sure that is. */
export function claimCard(
  article: Article,
  claim: Attribution,
  { key, checks }: CardContext,
): MarkdownString {
  const source = claim.source && article.actor(claim.source.actor);
  const via = claim.via.flatMap(({ actor }) => article.actor(actor)?.name ?? []);
  const channel = claim.channel.map(({ mention }) => article.words(mention));
  return card([
    lines([
      source
        ? l10n.t('**{0}** says so', escaped(shortened(source.name, CLAIM_LENGTH)))
        : l10n.t('**Nobody** is given as the source'),
      ...(source ? [escaped(aboutSource(source))] : []),
      ...(via.length > 0 ? [escaped(l10n.t('Passed on by {0}', via.join(', ')))] : []),
      ...(channel.length > 0 ? [escaped(l10n.t('Said to or in: {0}', channel.join(', ')))] : []),
      ...(claim.hearsay ? [escaped(l10n.t('Hearsay: “{0}”', article.words([claim.hearsay])))] : []),
    ]),
    lines([escaped(whatAndWhy(article, claim)), escaped(surenessInWords(claim.confidence))]),
    ...verificationRecord(claim),
    ...checkList(
      checks.filter(({ attribution }) => attribution === claim.id),
      key,
    ),
  ]);
}

/** What the user found out about a claim. */
function verificationRecord({ verification }: Attribution): string[] {
  if (!verification) return [];
  const { status, note } = verification;
  return [
    lines([
      `*${escaped(l10n.t('Verification: {0}', statusWords[status]()))}*`,
      ...(note ? [escaped(l10n.t('Note: {0}', note))] : []),
    ]),
  ];
}

function whatAndWhy(article: Article, claim: Attribution): string {
  const kind = capitalized(kindWords[claim.kind]());
  const evidence = evidenceInWords(article, claim);
  return evidence.length > 0 ? l10n.t('{0}, marked because of {1}', kind, evidence.join(', ')) : kind;
}

function aboutSource(source: Actor): string {
  return [rolesInWords(source).join('; '), listedInWords(source), namedOrAnonymous(source)]
    .filter(Boolean)
    .join(' · ');
}

/** What the article says of an unnamed source; a spokesman's or a body's is no record of a leaker, and has no title. */
function anonymityRecord(article: Article, actor: Actor): string[] {
  const { anonymity, name } = actor;
  if (!anonymity) return [];
  const count = countInWords(anonymity);
  const descriptors = anonymity.descriptor.filter(span => article.words([span]) !== name);
  const record = [
    ...(sourceKind(actor) === 'anonymousSource' ? [`*${escaped(l10n.t('Anonymity record'))}*`] : []),
    ...(count ? [escaped(l10n.t('How many: {0}', count))] : []),
    ...inQuotes(l10n.t('Described as:'), article, descriptors),
    ...inQuotes(l10n.t('Knows it from:'), article, anonymity.basis),
    ...inQuotes(l10n.t('Why there is no name:'), article, anonymity.reason),
    ...inQuotes(l10n.t('Conditions:'), article, anonymity.conditions),
  ];
  return record.length > 0 ? [lines(record)] : [];
}

function inQuotes(title: string, article: Article, spans: readonly Span[]): string[] {
  const words = distinct(spans.map(span => `“${shortened(article.words([span]), CLAIM_LENGTH)}”`));
  return words.length > 0 ? [escaped(`${title} ${words.join(', ')}`)] : [];
}

function mentionLine(article: Article, { anonymity, mentions, name }: Actor): string {
  const descriptors = anonymity?.descriptor.map(span => article.words([span])) ?? [];
  const aliases = distinct(
    mentions.filter(({ form }) => form !== 'pronoun').map(({ span }) => article.words(span)),
  ).filter(alias => alias !== name && !descriptors.includes(alias));
  const count = mentionCount(mentions.length);
  if (aliases.length === 0) return escaped(count);
  const shown = aliases.slice(0, ALIASES_SHOWN).map(alias => `“${shortened(alias, ALIAS_LENGTH)}”`);
  const more = aliases.length - shown.length;
  return escaped(
    more > 0
      ? l10n.t('{0}, also as {1} and {2} more', count, shown.join(', '), more)
      : l10n.t('{0}, also as {1}', count, shown.join(', ')),
  );
}

function viaLine(article: Article, claims: readonly Attribution[]): string[] {
  const names = distinct(
    claims.flatMap(({ via }) => via.flatMap(({ actor }) => article.actor(actor)?.name ?? [])),
  );
  return names.length > 0 ? [escaped(l10n.t('Passed on by {0}', names.join(', ')))] : [];
}

/** What the rules miss, each rule once, with a link to why it asks for that. */
function checkList(checks: readonly Check[], key: string): string[] {
  const firstOfRule = new Map<CheckCode, Check>();
  for (const check of checks) if (!firstOfRule.has(check.code)) firstOfRule.set(check.code, check);
  if (firstOfRule.size === 0) return [];
  const links = [...firstOfRule.values()].map(check => {
    const title = escaped(checkTitles[check.code]());
    return `- [${title}](${commandLink(EXPLAIN_CHECK, key, check)})`;
  });
  return [[escaped(l10n.t('Open checks:')), '', ...links].join('\n')];
}

function claimList(article: Article, claims: readonly Attribution[], title: string, key: string): string[] {
  if (claims.length === 0) return [];
  const links = claims.slice(0, CLAIMS_SHOWN).map(claim => {
    const words = escaped(shortened(article.words(claim.content), CLAIM_LENGTH));
    return `- [${words}](${commandLink(SHOW_CLAIM, key, claim.id)})`;
  });
  const more = claims.length - links.length;
  const rest = more > 0 ? [`- ${escaped(l10n.t('and {0} more, in the view “Who Said What”', more))}`] : [];
  return [[escaped(`${title}:`), '', ...links, ...rest].join('\n')];
}

function card(paragraphs: readonly string[]): MarkdownString {
  const markdown = new MarkdownString(paragraphs.join('\n\n'));
  markdown.isTrusted = { enabledCommands: [SHOW_CLAIM, EXPLAIN_CHECK] };
  return markdown;
}

/** Lines of one paragraph. */
function lines(parts: readonly string[]): string {
  return parts.join('\\\n');
}

function commandLink(command: string, ...args: unknown[]): string {
  // Parentheses survive encodeURIComponent and would end the Markdown link.
  const encoded = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/g,
    c => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${encoded}`;
}

/** Text of the article as it is, whatever it would mean in Markdown. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
