import type { PlacedWord } from './placed';

const before = new Set(
  'in on by until for to during throughout through within before after of this next last circa around post pre budget classic plan may'.split(
    ' ',
  ),
);
const dates = ['Date', 'Month', 'WeekDay', 'Year'];

const isDate = (term: PlacedWord | undefined): boolean => term?.tags.hasOneOf(dates) === true;
const suggestsYear = (term: PlacedWord | undefined): boolean =>
  term !== undefined && (before.has(term.word.name) || isDate(term) || term.tags.has('ProperNoun'));
const allowsYear = (term: PlacedWord | undefined): boolean =>
  term !== undefined &&
  (term.tags.has('Ordinal') ||
    (term.tags.has('Cardinal') && term.word.normal.length < 3) ||
    term.word.normal === 'is' ||
    term.word.normal === 'was');

/** Whether a number of four digits is a year, by what stands around it. */
export function isYear(terms: readonly PlacedWord[], at: number): boolean {
  const { word, tags } = terms[at]!;
  if (word.normal.length !== 4 || !tags.has('NumericValue') || !tags.has('Cardinal')) return false;
  const year = Number(word.normal);
  if (!(year > 1400 && year < 2100)) return false;
  const last = terms[at - 1];
  const next = terms[at + 1];
  if (suggestsYear(last) || suggestsYear(next)) return true;
  if (year < 1920 || year >= 2025) return false;
  if (allowsYear(last) || allowsYear(next) || isDate(terms[at - 2]) || isDate(terms[at + 2])) return true;
  const determined = last?.tags.hasOneOf(['Determiner', 'Possessive']) === true;
  return determined && next?.tags.has('Noun') === true && !next.tags.has('Plural');
}
