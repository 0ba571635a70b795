import { isBoilerplate } from './anatomy/boilerplate';
import { readByline } from './anatomy/byline';
import { readDateLine, readPlaceLine } from './anatomy/dateline';
import { readFrontMatter } from './anatomy/frontMatter';
import { isHeadline, isMarkedHeadline } from './anatomy/headline';
import type { Anatomy, ExcludedPart, Span } from './contract';

/** Headline, byline and dateline stand among the first paragraphs; a byline may stand among the last ones as well. */
const HEAD = 8;
const FOOT = 2;

interface Paragraph extends Span {
  readonly text: string;
}

/**
 * Finds the parts of an article that are not its story: headline, byline, dateline, date and outlet as they are
 * stated, and what is no article text (captions, credits, links to other articles, share lines, newsletter boxes,
 * corrections). Says nothing rather than guess.
 *
 * @param paragraphs of `text`, in its order, as `splitParagraphs` gives them
 * @returns `excluded` holds whole paragraphs
 */
export function findAnatomy(text: string, paragraphs: readonly Span[]): Anatomy {
  const frontMatter = readFrontMatter(text);
  const excluded: ExcludedPart[] = [];
  const story: Paragraph[] = [];
  for (const { start, end } of paragraphs) {
    const words = text.slice(start, end);
    if (end <= frontMatter.end || isBoilerplate(words)) excluded.push({ start, end, kind: 'other' });
    else story.push({ start, end, text: words });
  }

  const head = story.slice(0, HEAD);
  const byline = first([...head, ...story.slice(HEAD).slice(-FOOT)], readByline);
  const dateLine = first(head, readDateLine);
  const placeLine = first(head, readPlaceLine);
  const aside = new Set([byline?.paragraph, dateLine?.paragraph]);
  const body = story.filter(paragraph => !aside.has(paragraph));
  return {
    headline: findHeadline(text, body, placeLine?.paragraph ?? null),
    standfirst: null,
    byline: byline?.span ?? null,
    dateline: (placeLine ?? dateLine)?.span ?? null,
    date: frontMatter.date ?? dateLine?.found.date ?? byline?.found.date ?? placeLine?.found.date ?? null,
    outlet: byline?.found.outlet ?? placeLine?.found.outlet ?? null,
    excluded,
  };
}

/** The first paragraph in which something is found, and where in the article. */
function first<Found extends { readonly span: Span }>(
  paragraphs: readonly Paragraph[],
  read: (text: string) => Found | null,
): { paragraph: Paragraph; found: Found; span: Span } | null {
  for (const paragraph of paragraphs) {
    const found = read(paragraph.text);
    if (!found) continue;
    const { start, end } = found.span;
    return { paragraph, found, span: { start: paragraph.start + start, end: paragraph.start + end } };
  }
  return null;
}

/** @param placed the paragraph that opens with a dateline: the story's first */
function findHeadline(text: string, body: readonly Paragraph[], placed: Paragraph | null): Span | null {
  const [opening, next] = body;
  const marked = body.slice(0, 2).find(({ start, end }) => isMarkedHeadline(text, start, end));
  if (marked) return { start: marked.start, end: marked.end };
  if (!opening || opening === placed) return null;
  const known = next !== undefined && next === placed && opening.text.length < next.text.length;
  return known || isHeadline(opening.text, next?.text ?? null)
    ? { start: opening.start, end: opening.end }
    : null;
}
