import type { Span } from '../contract';
import { isoDate } from './dateline';
import { excludedKind } from './excluded';
import { AGENCY, NAME } from './names';
import { ready } from '../ready';

const BY = '(?:(?:Story |Report |Words |Text |Analysis |Written |Posted |Reported )?[Bb]y:? |BY:? )';
const NAMES = `${NAME}(?:(?:, ${NAME}){0,4},? (?:and|AND|&) ${NAME})?`;
const OPENING = ready(new RegExp(`^(${BY})?${NAMES}`, 'u'));
const BY_NOBODY_NAMED = ready(
  new RegExp(`^${BY}(?:${AGENCY}|(?:[Oo]ur )?[Ss]taff(?: \\p{L}+)?|(?:The )?Editorial Board)$`, 'u'),
);
const ANY_AGENCY = new RegExp(AGENCY);

const JOB =
  /^(?:[\p{L}’'&-]+ ){0,4}(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|chief|staff|producer|critic)$/iu;
const PROPER =
  /^(?:[Tt]he )?\p{Lu}[\p{L}\p{N}’'.&-]*(?: (?:(?:of|the|and|for|&) )*\p{Lu}[\p{L}\p{N}’'.&-]*){0,5}$/u;
const PAPER = ready(
  new RegExp(
    `^${AGENCY}$|\\b(?:News|Times|Post|Mail|Herald|Tribune|Courier|Gazette|Journal|Chronicle|Press|Radio|TV|Observer|Guardian|` +
      `Independent|Star|Sun|Telegraph|Globe|Examiner|Record|Review|Daily|Weekly|Standard|Echo|Argus|Mirror|Express|Magazine)\\b`,
  ),
);

/**
 * Reads a paragraph that says who wrote the article and no more: `By Ida Brandt`, `Ida Brandt, Staff Writer`,
 * `By Ida Brandt and Jan Lund | Elden Mail | 2 June 2024`.
 *
 * @returns `names` are the people's; the span is that of the names and what follows them up to the outlet's or the date's own column
 */
export function readByline(
  paragraph: string,
): { span: Span; names: string; date: string | null; outlet: string | null } | null {
  if (paragraph.length > 160) return null;
  const [names = '', ...columns] = paragraph
    .replace(/\.$/, '')
    .split(/\s*[|·•]\s*|\s+[–—-]\s+|\s*[\r\n]+\s*/);
  if (BY_NOBODY_NAMED.test(names)) {
    const agency = ANY_AGENCY.exec(names)?.[0] ?? null;
    return { span: { start: 0, end: names.length }, names: '', date: isoDate(paragraph), outlet: agency };
  }
  const opening = OPENING.exec(names);
  if (!opening) return null;
  const additions = [...additionsOf(names.slice(opening[0].length)), ...columns];
  const signed = opening[1] !== undefined || additions.some(addition => JOB.test(addition));
  const known = additions.every(
    addition =>
      JOB.test(addition) ||
      PROPER.test(addition) ||
      isTime(addition) ||
      isHandle(addition) ||
      excludedKind(addition) === 'metadata',
  );
  if (!signed || !known) return null;
  const outlet = additions.find(
    addition => !JOB.test(addition) && PROPER.test(addition) && PAPER.test(addition),
  );
  return {
    span: { start: 0, end: names.length },
    names: opening[0].slice(opening[1]?.length ?? 0),
    date: isoDate(paragraph),
    outlet: outlet ?? null,
  };
}

/** What follows the names: `, Harbour Correspondent, Elden Mail`, ` for the Elden Mail`, ` in London`. */
function additionsOf(rest: string): string[] {
  const linked = /^,? (?:for|of|in|at) (.+)$/.exec(rest)?.[1];
  if (linked !== undefined) return [linked];
  // A comma within a date parts nothing.
  return rest === '' ? [] : rest.replace(/^, ?/, '').split(/, (?!\d{4}\b)/);
}

/** Whether a paragraph right under a byline goes on with it: the author's job or address. */
export function continuesByline(paragraph: string): boolean {
  return JOB.test(paragraph) || isHandle(paragraph);
}

function isTime(addition: string): boolean {
  const rest = addition.replace(/\b(?:published|posted|updated|on|at|a\.?m\.?|p\.?m\.?|\p{L}+day)\b/giu, '');
  return isoDate(addition) !== null || /^[\s,.:]*\d{1,2}[:.]\d{2}[\s,.:\w+-]{0,12}$/.test(rest);
}

function isHandle(addition: string): boolean {
  return /^@\w+$|^[\w.+-]+@[\w.-]+$/.test(addition);
}
