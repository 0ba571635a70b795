import type { ExcludedKind } from '../../contract';
import { isEmphasized, type Paragraph } from '../paragraph';
import { readByline } from '../byline';
import { excludedKind } from '.';
import { isImage } from './captions';
import { ABOUT_THE_AUTHOR, isCreditAtTheEnd } from './credits';
import { CONTENTS, KICKER, LINK_WITHIN } from './metadata';
import { ONLY_A_LINK, RELATED_LIST } from './related';

/** A kicker stands among the first paragraphs, what is said of the author among the last ones. */
const HEAD = 3;
const FOOT = 4;
const LONGEST_CAPTION = 400;
const MOST_CAPTIONS = 2;

/**
 * Tells which paragraphs are no article text, by their own look and by what they stand next to: a caption under an
 * image, the links under a line that says "Related", the section over the headline.
 *
 * @returns one for each paragraph, null for story
 */
export function excludedKinds(article: string, paragraphs: readonly Paragraph[]): (ExcludedKind | null)[] {
  const kinds = paragraphs.map(ownKind);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (kinds[index] === 'caption' && isImage(paragraph.marked))
      markCaptions(article, paragraphs, index, kinds);
    else if (RELATED_LIST.test(paragraph.text)) markList(paragraphs, index, 'related', kinds);
    else if (CONTENTS.test(paragraph.text)) markList(paragraphs, index, 'metadata', kinds);
    else if (ABOUT_THE_AUTHOR.test(paragraph.text)) markAuthors(paragraphs, index, kinds);
    else if (index < HEAD && isKicker(paragraph, paragraphs[index + 1])) kinds[index] = 'metadata';
    else if (index >= paragraphs.length - FOOT && index > 0 && isCreditAtTheEnd(paragraph.text))
      kinds[index] ??= 'credit';
  }
  return kinds;
}

function ownKind({ marked, text, setAs }: Paragraph): ExcludedKind | null {
  const kind = excludedKind(marked) ?? (text === marked ? null : excludedKind(text));
  if (kind || setAs === 'heading') return kind;
  if (LINK_WITHIN.test(marked)) return 'metadata';
  return ONLY_A_LINK.test(marked) && !readByline(text) ? 'related' : null;
}

/** In italics, or on the very next line of a text that parts its paragraphs by blank lines. */
function markCaptions(
  article: string,
  paragraphs: readonly Paragraph[],
  image: number,
  kinds: (ExcludedKind | null)[],
): void {
  for (let index = image + 1; index <= image + MOST_CAPTIONS; index++) {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.setAs || paragraph.marked.length > LONGEST_CAPTION) return;
    const gap = article.slice(paragraphs[index - 1]?.end ?? 0, paragraph.start);
    const isAttached =
      /^[ \t]*\r?\n[ \t]*$/.test(gap) &&
      /^\s*$|^[ \t]*\r?\n[ \t]*\r?\n/.test(article.slice(paragraph.end, paragraph.end + 80));
    if (!kinds[index] && !isAttached && !isEmphasized(paragraph)) return;
    kinds[index] ??= 'caption';
  }
}

function markList(
  paragraphs: readonly Paragraph[],
  heading: number,
  kind: ExcludedKind,
  kinds: (ExcludedKind | null)[],
): void {
  for (let index = heading + 1; paragraphs[index]?.setAs === 'item'; index++) kinds[index] ??= kind;
}

/** What follows to the end, where that is short. */
function markAuthors(
  paragraphs: readonly Paragraph[],
  heading: number,
  kinds: (ExcludedKind | null)[],
): void {
  if (heading < paragraphs.length - FOOT || heading === 0) return;
  for (let index = heading + 1; index < paragraphs.length; index++) kinds[index] ??= 'credit';
}

function isKicker({ text, setAs }: Paragraph, next: Paragraph | undefined): boolean {
  return next !== undefined && (setAs !== 'heading' || next.setAs === 'heading') && KICKER.test(text);
}
