import { isMostlyCapitalized, wordsOf } from '../capitals';

const MOST_WORDS = 25;
/** A headline that is a full sentence is shorter than a story's first sentence. */
const MOST_WORDS_OF_SENTENCE = 18;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tomorrow)\b/;

/**
 * Judges the first paragraph by its shape.
 *
 * @param next the paragraph after it, null where there is none
 */
export function isHeadline(paragraph: string, next: string | null): boolean {
  const words = wordsOf(paragraph);
  if (words.length < 2 || words.length > MOST_WORDS || paragraph.length > 8 * MOST_WORDS) return false;
  if (/\p{Ll}{3}[.!?]["”’')]*\s+["“‘']?\p{Lu}/u.test(paragraph)) return false;
  if (/[,;:–—-]$/.test(paragraph)) return false;
  if (!/\.["”’')]*$/.test(paragraph)) return next === null || next.length > paragraph.length / 2;
  if (isMostlyCapitalized(words)) return true;
  const isSummary = words.length <= MOST_WORDS_OF_SENTENCE && !WEEKDAY.test(paragraph);
  return isSummary && next !== null && next.length > paragraph.length && saysAgain(words, next);
}

/** A story's first sentences tell at greater length what the headline has told. */
function saysAgain(words: readonly string[], next: string): boolean {
  const opening = new Set(wordsOf(next.slice(0, 400)).map(stem));
  const told = new Set(words.filter(word => word.length > 3).map(stem));
  const again = [...told].filter(word => opening.has(word)).length;
  return again >= 3 && again >= 0.4 * told.size;
}

/** Near enough to match `requests` with `requested`. */
function stem(word: string): string {
  return word.toLowerCase().slice(0, 6);
}
