import type { Span } from '../contract';
import { AGENCY } from './names';
import { ready } from '../ready';

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'.split(
  '|',
);
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const DATE = `(?:${MONTH} ${DAY}(?:,? \\d{4})?|${DAY} ${MONTH}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2})`;
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )';

const FULL_DATE = new RegExp(
  `\\b(?:(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))(?!\\d)`,
  'i',
);

/** @returns the first full calendar date in the text as ISO 8601, null where there is none or no such day */
export function isoDate(text: string): string | null {
  const found = FULL_DATE.exec(text);
  if (!found) return null;
  const [, monthA, dayA, yearA, dayB, monthB, yearB, yearC, monthC, dayC] = found;
  const name = (monthA ?? monthB)?.slice(0, 3).toLowerCase();
  const month = name ? MONTHS.findIndex(candidate => candidate.startsWith(name)) + 1 : Number(monthC);
  const day = Number(dayA ?? dayB ?? dayC);
  const year = Number(yearA ?? yearB ?? yearC);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

const DATE_LINE = new RegExp(
  `^(?:(?:first |originally )?(?:published|posted|updated|last updated|date)(?: on| at)?:? ?)?${WEEKDAY}?${DATE}(?:[ ,|·•@–—-]+(?:at )?\\d{1,2}[:.]\\d{2}[^\\n]{0,30})?\\.?$`,
  'i',
);

/**
 * Reads a paragraph that gives a date and nothing else: `Monday, May 18, 2015`, `Published 2 June 2024, 10:05`.
 *
 * @returns `stamp`: says when it was put up or changed, which is no dateline
 */
export function readDateLine(paragraph: string): { span: Span; date: string | null; stamp: boolean } | null {
  if (paragraph.length > 100 || !DATE_LINE.test(paragraph)) return null;
  const stamp = /^(?:first|originally|last|published|posted|updated)\b/i.test(paragraph);
  return { span: { start: 0, end: paragraph.length }, date: isoDate(paragraph), stamp };
}

const CAPITALS = "\\p{Lu}[\\p{Lu}.’'-]*\\p{Lu}\\.?(?: \\p{Lu}[\\p{Lu}.’'-]*\\p{Lu}\\.?){0,3}";
const REGION = '(?:, (?:\\p{Lu}[\\p{L}.]+)(?: \\p{Lu}[\\p{L}.]+){0,2})';
const CITY = "\\p{Lu}\\p{Ll}[\\p{L}’'-]*(?: (?:de|del|la|of|the|upon|on)| \\p{Lu}[\\p{L}.’'-]+){0,3}";
const DASH = '\\s*(?:[—–―]|-{1,2}|:)\\s';
/** Words in capitals that open a paragraph as a label. */
const LABEL =
  /^(?:ANALYSIS|BREAKING|CORRECTION|EDITORIAL|EXCLUSIVE|EXPLAINER|FACT CHECK|FILE|INTERVIEW|JUST IN|LIVE|NEW(?! \p{Lu})|NEWS|NOTE|OPINION|PHOTOS?|REVIEW|UPDATED?|VIDEO|WATCH)\b/u;
/** LONDON —, PORT ELDEN, Maine (AP) —, London, March 14 (Reuters) -, (Reuters) - */
const PLACE_LINES = [
  `(?:${CAPITALS})${REGION}?(?:, ${DATE})?(?: ?\\((${AGENCY})\\))?(?=${DASH})`,
  `(?:${CITY})${REGION}?(?:, ${DATE})? \\((${AGENCY})\\)(?=${DASH})`,
  `(?:${CITY})${REGION}?, ${DATE}(?=${DASH})`,
  `\\((${AGENCY})\\)(?=${DASH})`,
].map(pattern => ready(new RegExp(`^(?:${pattern})`, 'u')));

/** Reads where, when and by which agency a story was filed, at the start of its first paragraph; without the dash. */
export function readPlaceLine(
  paragraph: string,
): { span: Span; date: string | null; outlet: string | null } | null {
  const opening = paragraph.slice(0, 120);
  if (LABEL.test(opening)) return null;
  for (const pattern of PLACE_LINES) {
    const found = pattern.exec(opening);
    // A colon follows speakers in a transcript: only a dash or an agency makes it a place.
    if (!found || (opening.charAt(found[0].length) === ':' && !found[1])) continue;
    return { span: { start: 0, end: found[0].length }, date: isoDate(found[0]), outlet: found[1] ?? null };
  }
  return null;
}
