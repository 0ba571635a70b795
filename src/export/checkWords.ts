import type { Check, CheckCode } from '../analysis/contract';
import { shortened } from './shortened';
// A type alone, gone in what is built: by this import the strings for translators are found.
// eslint-disable-next-line no-restricted-imports
import type { l10n } from 'vscode';

type Translator = Pick<typeof l10n, 't'>;

const NAME_LENGTH = 60;

export interface CheckWords {
  /** What a rule is about, in a few words: for lists and menus. */
  readonly titles: Readonly<Record<CheckCode, () => string>>;
  /** What was found and what can be done about it, in a sentence or two. */
  readonly sentence: (check: Pick<Check, 'code' | 'args'>) => string;
}

/**
 * What the checks found, in the user's language: advice, not alarm, with what can be done about it.
 *
 * @param l10n `vscode.l10n`, or `english`
 */
export function checkWords(l10n: Translator): CheckWords {
  const titles: Record<CheckCode, () => string> = {
    'anonymity.reason-missing': () => l10n.t('No reason given for anonymity'),
    'anonymity.basis-missing': () => l10n.t('Not said how the source knows'),
    'anonymity.vague': () => l10n.t('Vague description of a source'),
    'anonymity.count-unclear': () => l10n.t('Unclear how many sources'),
    'anonymity.single-source': () => l10n.t('One anonymous source only'),
    'anonymity.reason-generic': () => l10n.t('Reason for anonymity says little'),
    'anonymity.first-quote': () => l10n.t('First quote is anonymous'),
    'anonymity.declined-conflict': () => l10n.t('Declined to comment, yet a source'),
    'anonymity.pseudonym': () => l10n.t('Name may be a pseudonym'),
    'attribution.missing': () => l10n.t('Quote without a source'),
    'attribution.second-hand': () => l10n.t('Claim passed on from others'),
    'attribution.late': () => l10n.t('Speaker named late'),
    'attribution.speaker-switch': () => l10n.t('Unmarked change of speaker'),
    'quotation.unbalanced': () => l10n.t('Quotation mark without a partner'),
    'source.first-mention': () => l10n.t('Source not introduced'),
    'source.name-variant': () => l10n.t('Name spelled in two ways'),
    'source.single-voice': () => l10n.t('One source for the whole article'),
    'cue.loaded': () => l10n.t('Word that judges what was said'),
  };

  const sentences: Record<CheckCode, (args: Check['args']) => string> = {
    'anonymity.reason-missing': () =>
      l10n.t(
        'The article does not say why this source is not named. If you can, add the reason in a few words.',
      ),
    'anonymity.basis-missing': () =>
      l10n.t(
        'The article does not say how this source knows. If you can, add whether they were there, were told or saw a document.',
      ),
    'anonymity.vague': () =>
      l10n.t(
        'This description could fit almost anyone. Describe the source as closely as is safe: their position, or their part in the matter.',
      ),
    'anonymity.count-unclear': () =>
      l10n.t('It is not clear how many people this is. If it is safe, say whether it is one, two or more.'),
    'anonymity.single-source': () =>
      l10n.t(
        'This rests on one anonymous source. If others confirmed it, say so; if not, the reader may want to know that too.',
      ),
    'anonymity.reason-generic': () =>
      l10n.t('This reason would fit any anonymous source. If you can, say what this one has at stake.'),
    'anonymity.first-quote': () =>
      l10n.t(
        'The first quote of the article comes from an anonymous source. Consider beginning with somebody who is named.',
      ),
    'anonymity.declined-conflict': ({ organization, source }) =>
      l10n.t(
        '{0} is said to have declined to comment, and “{1}” is cited without a name. Make sure that neither sentence misleads about the other.',
        named(organization),
        named(source),
      ),
    'anonymity.pseudonym': () =>
      l10n.t('This may not be the person’s own name. If it is not, tell the reader so, and why.'),
    'attribution.missing': () =>
      l10n.t('It is not said whose words these are. Name the speaker in the same sentence, or next to it.'),
    'attribution.second-hand': ({ outlet }) =>
      l10n.t(
        'This was passed on by {0}. Say who said it first, and whether you confirmed it yourself.',
        named(outlet),
      ),
    'attribution.late': () =>
      l10n.t(
        'The reader learns late who is speaking. Consider naming the speaker before the quote, or after its first sentence.',
      ),
    'attribution.speaker-switch': () =>
      l10n.t(
        'Another person begins to speak here. Name them before their words, so that nobody takes these for those of the last speaker.',
      ),
    'quotation.unbalanced': ({ problem }) =>
      problem === 'mixed'
        ? l10n.t('Straight and curly quotation marks are mixed in this article. Use one kind.')
        : l10n.t(
            'This quotation mark has no partner, so it is not clear where the quote begins or ends. Add the other one.',
          ),
    'source.first-mention': () =>
      l10n.t('This source is not introduced where they first appear. Give the full name, and who they are.'),
    'source.name-variant': ({ name, other }) =>
      l10n.t(
        '“{0}” is spelled “{1}” elsewhere in the article. Check which spelling is right.',
        named(name),
        named(other),
      ),
    'source.single-voice': ({ source }) =>
      l10n.t(
        'All claims of this article come from {0}. Consider whether somebody else should be heard.',
        named(source),
      ),
    'cue.loaded': ({ verb, implies }) =>
      l10n.t(
        '“{0}” {1}. If you do not mean that, “said” is neutral.',
        named(verb),
        implications[named(implies)]?.() ?? l10n.t('tells more than that somebody spoke'),
      ),
  };

  /** What a verb says of the speaker, beside that they spoke. */
  const implications: Partial<Record<string, () => string>> = {
    doubt: () => l10n.t('lets the reader doubt what was said'),
    guilt: () => l10n.t('sounds as if somebody were guilty'),
    vanity: () => l10n.t('makes the speaker look vain'),
    truth: () => l10n.t('says that it is true'),
  };

  return { titles, sentence: ({ code, args }) => sentences[code](args) };
}

/** What a rule names, short enough for a sentence. */
function named(arg: string | number | undefined): string {
  return shortened(String(arg ?? '…'), NAME_LENGTH);
}
