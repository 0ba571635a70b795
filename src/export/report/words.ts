import type { AttributionKind, VerificationStatus } from '../../analysis/contract';
import type { Naming } from './model';
// A type alone, gone in what is built: by this import the strings for translators are found.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

type Translator = Pick<typeof l10n, 't'>;
export type ReportWords = ReturnType<typeof reportWords>;

/**
 * All that a report says, in the user's language.
 *
 * @param l10n `vscode.l10n`, or `english`
 * @param language BCP 47 tag, for numbers and lists
 */
export function reportWords(l10n: Translator, language: string) {
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const number = (value: number) => numbers.format(value);
  const share = (part: number, whole: number) => percents.format(whole === 0 ? 0 : part / whole);

  const claims = (count: number) => (count === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', number(count)));
  const sources = (count: number) =>
    count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', number(count));
  const words = (count: number) => (count === 1 ? l10n.t('1 word') : l10n.t('{0} words', number(count)));

  const ofNamed = (count: number) =>
    count === 1 ? l10n.t('1 is named') : l10n.t('{0} are named', number(count));
  const ofAnonymous = (count: number) =>
    count === 1 ? l10n.t('1 is anonymous') : l10n.t('{0} are anonymous', number(count));
  const ofRoles = (count: number) =>
    count === 1
      ? l10n.t('1 is a spokesperson or a body without a name')
      : l10n.t('{0} are spokespeople or bodies without names', number(count));

  const naming: Record<Naming, string> = {
    named: l10n.t('Named'),
    individual: l10n.t('Anonymous'),
    group: l10n.t('Anonymous group'),
    role: l10n.t('Spokesperson'),
    collective: l10n.t('Body'),
    nobody: l10n.t('No source given'),
  };
  const kind: Record<AttributionKind, string> = {
    direct: l10n.t('Direct quote'),
    mixed: l10n.t('Partly quoted'),
    indirect: l10n.t('Indirect claim'),
  };
  const status: Record<VerificationStatus, string> = {
    unchecked: l10n.t('Unchecked'),
    confirmed: l10n.t('Confirmed'),
    disputed: l10n.t('Disputed'),
    wrong: l10n.t('Wrong'),
  };

  return {
    number,
    share,
    claims,
    words,
    naming,
    kind,
    status,
    title: l10n.t('Sources report'),
    titleOf: (article: string) => l10n.t('Sources report: {0}', article),
    contents: l10n.t('Contents'),
    skip: l10n.t('Skip to the report'),
    skipTimeline: l10n.t('Skip the timeline'),
    partial: l10n.t('The article has not been analyzed to its end yet: what follows is not all of it.'),
    footer: l10n.t(
      'Made by Sourcelight on this computer. Claims are found automatically and some may be wrong or missing: check against the text.',
    ),

    figures: l10n.t('In brief'),
    noClaims: l10n.t('No claims were found in this article.'),
    claimsFrom: (claimCount: number, sourceCount: number) =>
      l10n.t('This article has {0} from {1}.', claims(claimCount), sources(sourceCount)),
    ofTheSources: (named: number, anonymous: number, roles: number) =>
      l10n.t(
        'Of the sources, {0}.',
        lists.format([
          ...(named > 0 ? [ofNamed(named)] : []),
          ...(anonymous > 0 ? [ofAnonymous(anonymous)] : []),
          ...(roles > 0 ? [ofRoles(roles)] : []),
        ]),
      ),
    withoutSource: (count: number) =>
      count === 1
        ? l10n.t('For 1 claim no source is given.')
        : l10n.t('For {0} claims no source is given.', number(count)),
    heardMost: (name: string, count: number, all: number) =>
      l10n.t('Heard most is {0}, with {1} of the words that are claimed.', name, share(count, all)),
    directShare: (count: number, all: number) =>
      l10n.t('{0} of these words are direct quotes.', share(count, all)),
    openChecks: (count: number) =>
      count === 0
        ? l10n.t('No checks are open.')
        : count === 1
          ? l10n.t('1 check is open.')
          : l10n.t('{0} checks are open.', number(count)),
    verified: (counts: readonly (readonly [VerificationStatus, number])[]) =>
      l10n.t(
        'Of the claims that were looked into: {0}.',
        lists.format(counts.map(([what, count]) => l10n.t('{0}: {1}', status[what], number(count)))),
      ),

    voices: l10n.t('Who speaks how much'),
    voicesHow: l10n.t('Upper bar: words, by how they are quoted. Lower bar: claims.'),
    amount: (wordCount: number, claimCount: number) =>
      l10n.t('{0} in {1}', words(wordCount), claims(claimCount)),
    rest: (count: number, wordCount: number, claimCount: number) =>
      l10n.t('{0} more: {1} in {2}', number(count), words(wordCount), claims(claimCount)),
    pair: (what: string, amount: string) => l10n.t('{0}: {1}', what, amount),
    asTable: (what: string) => l10n.t('As a table: {0}', what),
    source: l10n.t('Source'),
    nature: l10n.t('Named or not'),
    wordsHead: l10n.t('Words'),
    claimsHead: l10n.t('Claims'),
    sourcesHead: l10n.t('Sources'),
    shareHead: l10n.t('Share of words'),
    quotedHead: l10n.t('Quoted'),
    statusHead: l10n.t('Verification'),

    namings: l10n.t('Named against anonymous'),
    kinds: l10n.t('Direct against indirect'),
    byWords: (what: string) => l10n.t('{0}, by words', what),

    timeline: l10n.t('Where each voice appears'),
    timelineHow: l10n.t(
      'From the beginning of the article, on the left, to its end. A mark is a claim, as wide as it has words. Choose one to go to its place.',
    ),
    claimAt: (numberInText: number, name: string, quoted: string, begins: string) =>
      l10n.t('Claim {0}, {1}, {2}: {3}', number(numberInText), name, quoted, begins),
    claimsAt: (first: number, last: number, name: string) =>
      l10n.t('Claims {0} to {1} here, {2}', number(first), number(last), name),
    claimNumber: (numberInText: number) => l10n.t('Claim {0}', number(numberInText)),
    wordAxis: l10n.t('Words from the beginning'),

    chains: l10n.t('Who reported whom'),
    noChains: l10n.t('No claim of this article was passed on by somebody else: each is given by its source.'),
    chainsHow: l10n.t(
      'An arrow leads from a source to who passed its claims on; the number is that of claims.',
    ),
    chain: (to: string, from: string, claimCount: number) =>
      l10n.t('{0} passed on {1} of {2}', to, claims(claimCount), from),
    chainsLeftOut: (drawn: number, all: number) =>
      l10n.t(
        'Drawn are {0} of {1} arrows, those for most claims; the table has all.',
        number(drawn),
        number(all),
      ),
    passedOnBy: l10n.t('Passed on by'),

    checks: l10n.t('Open checks'),
    noChecks: l10n.t('No checks are open.'),
    line: (line: number) => l10n.t('line {0}', number(line)),
    moreChecks: (count: number) =>
      count === 1 ? l10n.t('1 more check') : l10n.t('{0} more checks', number(count)),
    checkNumber: (numberInText: number) => l10n.t('Check {0}', number(numberInText)),

    text: l10n.t('The article, with its claims'),
    textHow: l10n.t(
      'Direct quotes have a solid line below them, partly quoted claims a double one and indirect claims a dotted one. Numbers are those of claims, flags those of checks.',
    ),
  };
}
