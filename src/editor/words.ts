import { env, l10n } from 'vscode';
import type {
  Actor,
  ActorType,
  Anonymity,
  AnonymityClass,
  Attribution,
  AttributionKind,
  Role,
  StatedCount,
} from '../analysis/contract';
import type { Article } from '../articles/article';
import type { LeftAloneReason } from '../articles/articles';

// The analysis says what it found in codes; here they are put into words, in the user's language.

export const actorTypeWords: Record<ActorType, () => string> = {
  person: () => l10n.t('person'),
  organization: () => l10n.t('organization'),
  publication: () => l10n.t('publication'),
  government: () => l10n.t('government'),
  group: () => l10n.t('group'),
  document: () => l10n.t('document'),
  unknown: () => l10n.t('actor'),
};

export const kindWords: Record<AttributionKind, () => string> = {
  direct: () => l10n.t('direct quote'),
  indirect: () => l10n.t('indirect claim'),
  mixed: () => l10n.t('partly quoted claim'),
};

const anonymityWords: Record<AnonymityClass, () => string> = {
  individual: () => l10n.t('anonymous'),
  group: () => l10n.t('anonymous group'),
  role: () => l10n.t('speaks for an organization, without a name'),
  collective: () => l10n.t('a body without names'),
};

const countWords: Record<StatedCount, (() => string) | null> = {
  one: () => l10n.t('one'),
  two: () => l10n.t('two'),
  several: () => l10n.t('several'),
  unstated: null,
};

const evidenceWords: Partial<Record<string, () => string>> = {
  quotation: () => l10n.t('quotation marks'),
  via: () => l10n.t('one source cites another'),
  'previous-speaker': () =>
    l10n.t('a quote without words of its own for who speaks, right after the same speaker'),
};

export function namedOrAnonymous(actor: Actor): string {
  return actor.anonymity ? anonymityWords[actor.anonymity.class]() : l10n.t('named');
}

/** How many unnamed people the article speaks of; nothing where it does not say, or where they are one body. */
export function countInWords({ class: kind, count }: Anonymity): string | undefined {
  return kind === 'collective' && count === 'one' ? undefined : countWords[count]?.();
}

/** "spokeswoman, City Council", "former mayor" or "of the Harbour Board". */
export function roleInWords({ text, former, affiliation }: Role): string {
  const role = former && !/\b(former|ex)\b/i.test(text) ? l10n.t('former {0}', text) : text;
  return affiliation && !text.includes(affiliation.text) ? l10n.t('{0}, {1}', role, affiliation.text) : role;
}

/** What was seen that made it an attribution. */
export function evidenceInWords(article: Article, { cue, evidence }: Attribution): string[] {
  return evidence.map(code => {
    const [name = code, lemma = ''] = code.split(':');
    if (name === 'cue') return l10n.t('the words “{0}”', cue.length > 0 ? article.words(cue) : lemma);
    return evidenceWords[name]?.() ?? code;
  });
}

export function claimCount(count: number): string {
  return count === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', count);
}

export function sourceCount(count: number): string {
  return count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count);
}

export function passedOnCount(count: number): string {
  return count === 1 ? l10n.t('passed on 1') : l10n.t('passed on {0}', count);
}

export function mentionCount(count: number): string {
  return count === 1 ? l10n.t('Mentioned once') : l10n.t('Mentioned {0} times', count);
}

/** Why a file is left alone, as a whole sentence. */
export function reasonInWords(reason: LeftAloneReason, language: string | null): string {
  switch (reason) {
    case 'switched-off':
      return l10n.t('Sourcelight is switched off for this file.');
    case 'excluded':
      return l10n.t('The settings exclude this file.');
    case 'empty':
      return l10n.t('This file is empty.');
    case 'not-english':
      return l10n.t('This text is not in English but in {0}.', languageName(language));
    case 'not-prose':
      return l10n.t('This file does not look like prose.');
  }
}

/** The same in a few words. */
export function reasonInBrief(reason: LeftAloneReason, language: string | null): string {
  switch (reason) {
    case 'switched-off':
      return l10n.t('Switched off');
    case 'excluded':
      return l10n.t('Excluded');
    case 'empty':
      return l10n.t('Empty');
    case 'not-english':
      return l10n.t('Not English ({0})', languageName(language));
    case 'not-prose':
      return l10n.t('Not prose');
  }
}

function languageName(code: string | null): string {
  const names = new Intl.DisplayNames([env.language], { type: 'language', fallback: 'none' });
  return (code && names.of(code)) ?? l10n.t('another language');
}

/** On one line, at most so many characters long. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(' ', length - 1);
  const head = line.slice(0, cut > length / 2 ? cut : length - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
