import { cueVerbs } from '../attributions/lexicon';
import { isMostlyCapitalized, isTitleCase, startsUpperCase, wordsOf } from '../capitals';
import type { QuotationRole } from '../contract';
import type { ParagraphQuotation } from '../paragraph';
import { matches } from '../matches';

/** How far around a quotation is looked, in UTF-16 code units. */
const REACH = 150;
/** Longer ones are no titles. */
const LONGEST_TITLE = 120;
const MOST_SCARE_WORDS = 3;

const WORK =
  'album|anthem|article|ballad|biopic|blog|book|bestseller|broadcast|cartoon|column|comedy|documentary|drama|editorial|' +
  'episode|essay|exhibition|film|flick|headline|hit|hymn|magazine|memoir|movie|musical|newsletter|novel|opera|painting|play|' +
  'podcast|poem|program|programme|report|sequel|series|show|sitcom|song|story|thriller|track|tune|video';
const AFTER_WORK = new RegExp(
  `\\b(?:${WORK})s?(?:,?\\s+(?:called|titled|entitled|named|headlined))?,?\\s*$|\\b(?:titled|entitled|headlined)\\s*$`,
  'i',
);
const BEFORE_WORK = new RegExp(`^\\s*(?:${WORK})s?\\b(?!’|')`, 'i');
/** Words after which a name in capitals is a work's, not somebody's words. */
const BEFORE_TITLE =
  /(?:\b(?:on|in|from|hosts?|hosting|hosted|directed|starring|stars?|sang|sings|singing)|[’']s)\s*$/i;
const CALLED = /\b(?:so-called|known as|dubbed|nicknamed|the (?:term|nickname|moniker))\s*$/i;
/** Further signs that the words next to them are somebody's. */
const CHARACTERIZED =
  /\b(?:according|likened|compared|label+ed|hailed|blasted|slammed|referred|touted|branded|deemed|ridiculed|mocked|chanted|chants|claims?|statements?|remarks?|in (?:his|her|their|its) words)\b|\bas (?:an? |the )?$/i;

/** Judges from shape and neighbourhood what a quotation is: somebody's words, a title, or words held at arm's length. */
export function roleOf(
  text: string,
  { span, inner, marks }: Pick<ParagraphQuotation, 'span' | 'inner' | 'marks'>,
): QuotationRole {
  if (!marks.open || !marks.close) return 'speech';
  const inside = text.slice(inner.start, Math.min(inner.end, inner.start + LONGEST_TITLE + 1)).trim();
  if (inside.length > LONGEST_TITLE) return 'speech';
  const before = sentenceBefore(text.slice(Math.max(0, span.start - REACH), span.start));
  const after = sentenceAfter(text.slice(span.end, span.end + REACH), inside);
  const words = wordsOf(inside);
  const core = inside.replace(/(?<![\s,.;:])[\s,.;:]+$/, '');

  if (AFTER_WORK.test(before) && startsUpperCase(core) && !/[.!?]\s/.test(core)) return 'title';
  const headline = isHeadline(text, span.start, span.end);
  if (!headline && isNickname(before, words, after)) return 'scare';
  const cued = hasCue(before) || hasCue(after);
  if (isTitleCase(words) && !/[.;:]\s\p{Ll}/u.test(core) && !headline) {
    if (BEFORE_WORK.test(after)) return 'title';
    if (BEFORE_TITLE.test(before)) return 'title';
    if (!cued && words.length > 1 && before.trim() !== '') return 'title';
  }
  if (CALLED.test(before) && words.length <= 2 * MOST_SCARE_WORDS) return 'scare';
  if (headline || cued || words.length > MOST_SCARE_WORDS) return 'speech';
  if (/[!?]$/.test(inside) || /[.!?…,;:](?!\d)|[—–-]$/.test(core)) return 'speech';
  const midSentence = /[\p{L}\p{N},)–—-]\s*$/u.test(before) || /^\s*\p{Ll}/u.test(after);
  return midSentence ? 'scare' : 'speech';
}

/** William “Bill” Stone. */
function isNickname(before: string, words: readonly string[], after: string): boolean {
  return (
    words.length > 0 &&
    words.length < 3 &&
    words.every(startsUpperCase) &&
    /\p{Lu}[\p{L}.]*\s$/u.test(before) &&
    /^\s\p{Lu}\p{Ll}/u.test(after)
  );
}

/** The part of a window that belongs to the sentence at its end. */
function sentenceBefore(window: string): string {
  const ends = /[.!?…]["”’')]*\s/g;
  let start = 0;
  for (const { index, 0: end } of matches(window, ends)) {
    if (endsSentence(window, index)) start = index + end.length;
  }
  return window.slice(start);
}

/** A full stop after fewer than three small letters more often ends an abbreviation: Sen., Robert C. */
function endsSentence(window: string, at: number): boolean {
  return (
    /[!?]/.test(window.charAt(at)) || /[\p{Ll}\p{N})”"’']{3}$/u.test(window.slice(Math.max(0, at - 3), at))
  );
}

/** The part of a window that belongs to the sentence in which the quotation before it stands. */
function sentenceAfter(window: string, inside: string): string {
  if (/[.!?…]$/.test(inside) && /^\s+\p{Lu}/u.test(window) && !hasCue(window.slice(0, 40))) return '';
  for (const { index } of matches(window, /[.!?…](?=\s)/g)) {
    if (endsSentence(window, index)) return window.slice(0, index);
  }
  return window;
}

function hasCue(window: string): boolean {
  if (CHARACTERIZED.test(window)) return true;
  const words = window.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((word, index) => {
    const cue = cueVerbs.get(word);
    if (cue?.kind !== 'speech') return false;
    // The bare form is as often a noun: the state, a call, a report.
    return cue.lemma !== word || word === 'say' || word === 'tell' || words[index - 1] === 'to';
  });
}

/** In a headline every word is capitalised, so capitals say nothing. */
function isHeadline(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`;
  return isMostlyCapitalized(around.split(/[\s"“”'‘’(]+/));
}
