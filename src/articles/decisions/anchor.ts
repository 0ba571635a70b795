import search from 'approx-string-match';
import type { Span } from '../../analysis/contract';
import type { Anchor } from './decision';

/** How much of the surroundings is kept on either side, in UTF-16 code units. */
const CONTEXT = 32;

/** So many code units have to agree, surroundings included: "officials" alone could stand anywhere. */
const ENOUGH = 32;

/** A quote shorter than this is looked for as it is. */
const SHORTEST_EDITED = 8;

/** The share of a quote that may have been edited, and the most of it, in code units. */
const EDITED_SHARE = 0.25;
const EDITED_MOST = 64;

/** So many code units of the surroundings tell where an edited quote begins and ends. */
const EDGE = 8;

/** Remembers a place by its words and their surroundings. */
export function anchorAt(text: string, { start, end }: Span): Anchor {
  const before = characterStart(text, start - CONTEXT);
  const after = characterStart(text, end + CONTEXT);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
    start,
    end,
  };
}

/**
 * Finds the words of an anchor: where their surroundings agree best with those it remembers, the nearest to its
 * position where several places agree as well. Words that were edited a little are found too.
 *
 * @returns null where they are gone, or too little is left to tell them from other words
 */
export function locate(text: string, anchor: Anchor): Span | null {
  const { exact } = anchor;
  if (exact === '') return null;
  const enough = Math.min(ENOUGH, exact.length + anchor.prefix.length + anchor.suffix.length);
  return (
    best(text, anchor, unedited(text, exact), enough) ?? best(text, anchor, edited(text, anchor), enough)
  );
}

interface Candidate extends Span {
  readonly errors: number;
}

function* unedited(text: string, exact: string): Generator<Candidate> {
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    yield { start, end: start + exact.length, errors: 0 };
  }
}

function edited(text: string, { exact, prefix, suffix }: Anchor): readonly Candidate[] {
  if (exact.length < SHORTEST_EDITED) return [];
  const most = Math.min(EDITED_MOST, Math.floor(exact.length * EDITED_SHARE));
  return search(text, exact, most).map(({ start, end, errors }) => {
    // The fewest errors may leave out the last words of a quote that got longer; its surroundings tell where it ends.
    const before = prefix.slice(-EDGE);
    const after = suffix.slice(0, EDGE);
    const startAt = text.lastIndexOf(before, start + most - before.length);
    const endAt = text.indexOf(after, end - most);
    const isNear = (at: number, edge: number) => at >= 0 && Math.abs(at - edge) <= most;
    return {
      start: before && isNear(startAt, start - before.length) ? startAt + before.length : start,
      end: after && isNear(endAt, end) ? endAt : end,
      errors,
    };
  });
}

function best(
  text: string,
  { exact, prefix, suffix, start }: Anchor,
  candidates: Iterable<Candidate>,
  enough: number,
): Span | null {
  let found: Candidate | null = null;
  let foundAgreement = 0;
  for (const candidate of candidates) {
    if (candidate.start >= candidate.end) continue;
    if (isInCharacter(text, candidate.start) || isInCharacter(text, candidate.end)) continue;
    const agreement =
      exact.length -
      2 * candidate.errors +
      agreementBefore(text, candidate.start, prefix) +
      agreementAfter(text, candidate.end, suffix);
    if (agreement < enough || agreement < foundAgreement) continue;
    const nearer = !found || Math.abs(candidate.start - start) < Math.abs(found.start - start);
    if (agreement > foundAgreement || nearer) [found, foundAgreement] = [candidate, agreement];
  }
  return found && { start: found.start, end: found.end };
}

/** How many code units just before an offset are those of the prefix. */
function agreementBefore(text: string, offset: number, prefix: string): number {
  let count = 0;
  while (count < Math.min(prefix.length, offset) && text[offset - 1 - count] === prefix.at(-1 - count))
    count++;
  return count;
}

function agreementAfter(text: string, offset: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[offset + count] === suffix[count]) count++;
  return count;
}

/** The offset within the text, moved so that it does not cut a character in two. */
function characterStart(text: string, offset: number): number {
  const within = Math.max(0, Math.min(offset, text.length));
  return isInCharacter(text, within) ? within + 1 : within;
}

/** Whether an offset lies between the halves of a surrogate pair. */
function isInCharacter(text: string, offset: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
}
