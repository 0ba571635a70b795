import type { Anonymity, Span } from '../contract';

/** Who mostly knows by office, work or closeness what others do not; general English. */
const INSIDER =
  'source|insider|informant|whistle-?blower|leaker|aide|advis[eo]r|staffer|operative|confidante?|associate|' +
  'employee|executive|manager|engineer|clerk|contractor';
/** Speak for their office as often, where they are neither counted nor described: "city officials said". */
const OFFICE = 'official|diplomat|officer|agent|investigator|negotiator|staff member';
const HELD_BACK = 'senior|top|high-ranking|high-level|former|current|unnamed|anonymous|unidentified|western';

const insider = new RegExp(`^(?:${INSIDER})s?$`, 'iu');
const office = new RegExp(`^(?:${OFFICE})s?$`, 'iu');
const heldBack = new RegExp(`\\b(?:${HELD_BACK})\\b`, 'iu');
const pointsBack = /^(?:the|this|that|these|those|both)\b(?!.*[’']s?\s)/iu;
/** "His adviser", "the mayor's aide": a certain one, who may be named elsewhere. */
const owned = /^(?:his|her|its|their|my|our|your)\b|[’']s?\s/iu;
/** "One of the diplomats": what comes after says who. */
const partOf = /^(?:(?:at least )?\w+) of (?=the |his |her |its |their |our )/iu;
/** No count: "some officials", "critics and officials". */
const uncounted = /^(?:some|many|most|all|few|other|various)\b|s and /iu;
/** "official" in telegraphic style, as headlines have it. */
const bareNoun = /^\p{Ll}+$/u;
/** What follows the head noun of a description. */
const complement =
  /[,(–—].*$|\s(?:of|for|at|in|on|from|with|to|close|near|familiar|briefed|who|whose|inside|within|involved|working|speaking)\s.*$/isu;

/**
 * Whether an unnamed source's name is likely held back: terms of anonymity are told, or it is an insider who is not
 * pointed back to, as "the official" is, whose name may stand elsewhere.
 *
 * @param words the description of the source, as written
 */
export function isConfidential(anonymity: Anonymity, words: string): boolean {
  if (anonymity.reason.length + anonymity.conditions.length > 0) return true;
  if (anonymity.class === 'individual' && (bareNoun.test(words) || owned.test(words))) return false;
  const whole = words.replace(partOf, '');
  if (whole === words && pointsBack.test(words)) return false;
  const [descriptor] = anonymity.descriptor;
  if (descriptor && anonymity.basis.some(({ start }) => isPartOrNext(descriptor, start))) return true;
  const head = headOf(whole.replace(pointsBack, ''));
  if (insider.test(head)) return true;
  const isCounted =
    anonymity.class === 'individual' || (anonymity.count !== 'unstated' && !uncounted.test(words));
  return office.test(head) && (isCounted || heldBack.test(words));
}

/** A comma and a space may stand between. */
const isPartOrNext = ({ start, end }: Span, place: number): boolean => place >= start && place <= end + 2;

/** The head noun of a description as it is written: "official" of "a senior official at the ministry". */
export function headOf(description: string): string {
  return /(?:staff )?(?<![\p{L}-])[\p{L}-]+$/iu.exec(description.replace(complement, '').trim())?.[0] ?? '';
}
