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
import type { CheckProfile } from '../articles/checks';
import type { Level } from '../articles/levels';
import type { SourceNaming } from '../articles/marks';
import type { NoWeights } from '../articles/weights';

export { shortened } from '../export/shortened';

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
  collective: () => l10n.t('speaks as one body, without names'),
};

export const anonymityInBrief: Record<AnonymityClass, () => string> = {
  individual: () => l10n.t('anonymous'),
  group: () => l10n.t('anonymous'),
  role: () => l10n.t('spokesperson'),
  collective: () => l10n.t('body'),
};

const countWords: Record<StatedCount, (() => string) | null> = {
  one: () => l10n.t('one'),
  two: () => l10n.t('two'),
  several: () => l10n.t('several'),
  unstated: null,
};

/** By code, without what may follow: the words of `cue:said` stand in the article. */
const evidenceWords: Partial<Record<string, () => string>> = {
  quotation: () => l10n.t('quotation marks'),
  via: () => l10n.t('one source cites another'),
  'previous-speaker': () =>
    l10n.t('a quote without words of its own for who speaks, right after the same speaker'),
  subject: () => l10n.t('the subject of the sentence'),
  tagger: () => l10n.t('the shape of the sentence'),
  'pattern:colon': () => l10n.t('a speaker and a colon before the words'),
  'pattern:interview': () => l10n.t('a turn in an interview or transcript'),
  'pattern:signature': () => l10n.t('a dash and a name behind the quote'),
  'pattern:headline': () => l10n.t('a headline that ends with who says so'),
  'pattern:introduced': () => l10n.t('a quote right after words about its speaker'),
  'pattern:dialogue': () => l10n.t('two people who speak in turns'),
  'pattern:block-quote': () => l10n.t('a block quote'),
};

export const levelWords: Record<Level, () => string> = {
  quotesAndSpeech: () => l10n.t('Quotes and Speech'),
  likely: () => l10n.t('Everything Likely'),
  everything: () => l10n.t('Everything'),
};

export const checkProfileWords: Record<CheckProfile, () => string> = {
  essential: () => l10n.t('Essential'),
  strict: () => l10n.t('Strict'),
  off: () => l10n.t('Off'),
};

export const levelMeanings: Record<Level, () => string> = {
  quotesAndSpeech: () => l10n.t('What somebody said or wrote, where that is likely right'),
  likely: () => l10n.t('Thoughts and plans too, where they are more likely right than wrong'),
  everything: () => l10n.t('Uncertain ones too: more is found, and more of it is wrong'),
};

export function namedOrAnonymous({ anonymity }: SourceNaming): string {
  return anonymity ? anonymityWords[anonymity.class]() : l10n.t('named');
}

/** The same in a word; nothing where the actor is named. */
export function anonymousInBrief({ anonymity }: Actor): string | undefined {
  return anonymity ? anonymityInBrief[anonymity.class]() : undefined;
}

/** How many unnamed people the article speaks of; nothing where it does not say, or where they are one body. */
export function countInWords({ class: kind, count }: Anonymity): string | undefined {
  return kind === 'collective' && count === 'one' ? undefined : countWords[count]?.();
}

/**
 * What an actor is, each as "spokeswoman, City Council", "former mayor" or "of the Harbour Board": what the name, which
 * may be a description, does not tell already, and no affiliation twice.
 */
export function rolesInWords({ name, roles }: Pick<Actor, 'name' | 'roles'>): string[] {
  const untold = roles.filter(
    ({ text, affiliation }) => !tells(name, text) || (affiliation && !tells(name, affiliation.text)),
  );
  const affiliations = new Set(untold.filter(role => !isAffiliationAlone(role)).map(affiliationOf));
  const words = untold
    .filter(role => !isAffiliationAlone(role) || !affiliations.has(affiliationOf(role)))
    .map(roleInWords);
  return [...new Set(words)];
}

/** What the user's word list says an actor is; null where it is not on the list. */
export function listedInWords({ listed }: Pick<Actor, 'listed'>): string | null {
  if (!listed) return null;
  const words = [listed.role, listed.affiliation].filter(it => it !== null).join(', ');
  return words === '' ? l10n.t('on the word list') : l10n.t('by the word list: {0}', words);
}

function tells(words: string, what: string): boolean {
  return words.toLowerCase().includes(what.toLowerCase());
}

function roleInWords({ text, former, affiliation }: Role): string {
  const role = former && !/\b(former|ex)\b/i.test(text) ? l10n.t('former {0}', text) : text;
  return affiliation && !tells(text, affiliation.text) ? l10n.t('{0}, {1}', role, affiliation.text) : role;
}

/** "of the Harbour Board" tells no more than the affiliation. */
function isAffiliationAlone({ text, affiliation }: Role): boolean {
  return affiliation !== null && /^(of|from|with|at|for|in)\s/i.test(text) && text.endsWith(affiliation.text);
}

function affiliationOf({ affiliation }: Role): string | undefined {
  return affiliation?.text.toLowerCase();
}

/** What was seen that made it an attribution; empty where there are no words for it. */
export function evidenceInWords(article: Article, { cue, evidence }: Attribution): string[] {
  return evidence.flatMap(code => {
    if (!code.startsWith('cue:')) return evidenceWords[code]?.() ?? [];
    const words = cue.length > 0 ? article.words(cue) : code.slice('cue:'.length);
    return /\s/.test(words) ? l10n.t('the words “{0}”', words) : l10n.t('the word “{0}”', words);
  });
}

/** @param confidence the probability that a claim is right */
export function surenessInWords(confidence: number): string {
  const percent = inPercent(confidence);
  if (confidence >= 0.95) return l10n.t('Almost certainly right ({0})', percent);
  if (confidence >= 0.8) return l10n.t('Very likely right ({0})', percent);
  if (confidence >= 0.65) return l10n.t('Likely right ({0})', percent);
  if (confidence >= 0.5) return l10n.t('More likely right than wrong ({0})', percent);
  return l10n.t('Uncertain ({0})', percent);
}

export function claimCount(count: number): string {
  return count === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', count);
}

/** Those of a long article that its outline does not list where it is read. */
export function earlierClaims(count: number): string {
  return count === 1 ? l10n.t('1 claim before') : l10n.t('{0} claims before', count);
}

export function laterClaims(count: number): string {
  return count === 1 ? l10n.t('1 claim after') : l10n.t('{0} claims after', count);
}

/** What the level leaves out. */
export function belowLevel(count: number, level: Level): string {
  return l10n.t('The level “{0}” leaves out {1}', levelWords[level](), claimCount(count));
}

export function sourceCount(count: number): string {
  return count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count);
}

/** What anonymous means in counts and filters. */
export function whoIsAnonymous(): string {
  return l10n.t('Spokespeople, and bodies such as “police”, do not count as anonymous.');
}

export function checkCount(count: number): string {
  return count === 1 ? l10n.t('1 check') : l10n.t('{0} checks', count);
}

export function openCheckCount(count: number): string {
  return count === 1 ? l10n.t('1 open check') : l10n.t('{0} open checks', count);
}

export function passedOnCount(count: number): string {
  return count === 1 ? l10n.t('passed on 1') : l10n.t('passed on {0}', count);
}

export function mentionCount(count: number): string {
  return count === 1 ? l10n.t('Mentioned once') : l10n.t('Mentioned {0} times', count);
}

/** That the rules work without the trained weights. */
export function withoutWeights(reason: NoWeights): string {
  return reason === 'other-version'
    ? l10n.t(
        'The trained weights belong to another version, so only rules are used and fewer claims are found.',
      )
    : l10n.t('The trained weights cannot be read, so only rules are used and fewer claims are found.');
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

let percents: Intl.NumberFormat | undefined;

/** A share, from 0 to 1; there is one format, which takes milliseconds to make. */
export function inPercent(share: number): string {
  percents ??= new Intl.NumberFormat(env.language, { style: 'percent' });
  return percents.format(share);
}

function languageName(code: string | null): string {
  const names = new Intl.DisplayNames([env.language], { type: 'language', fallback: 'none' });
  return (code && names.of(code)) ?? l10n.t('another language');
}

export function givenUp(): string {
  return l10n.t(
    'The article as it is now could not be analyzed: what follows is of an earlier version, or of a part. The log says more.',
  );
}

/** Said wherever something is counted while the first analysis of a long article is not done. */
export function notToItsEnd(): string {
  return l10n.t('The article has not been analyzed to its end yet: what follows is not all of it.');
}
