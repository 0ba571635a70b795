import { continuesByline, readByline } from './anatomy/byline';
import { readDateLine, readPlaceLine } from './anatomy/dateline';
import { isAboutAuthor } from './anatomy/excluded/credits';
import { excludedKinds } from './anatomy/excluded/places';
import { readFrontMatter } from './anatomy/frontMatter';
import { isHeadline } from './anatomy/headline';
import { readParagraph, wordsOfParagraph, type Paragraph } from './anatomy/paragraph';
import { isStandfirst } from './anatomy/standfirst';
import type { Anatomy, ExcludedKind, Span } from './contract';

/** Headline, byline and dateline stand among the first paragraphs; a byline may stand among the last ones as well. */
const HEAD = 8;
const FOOT = 2;

/**
 * Finds the parts of an article that are not its story: headline, standfirst, byline, dateline, date and outlet as
 * they are stated, and what is no article text (captions, credits, links to other articles, share lines, newsletter
 * boxes, corrections, what describes the article). Says nothing rather than guess.
 *
 * @param spans the paragraphs of `text`, in its order, as `splitParagraphs` gives them
 * @returns `excluded` holds whole paragraphs, in the text's order
 */
export function findAnatomy(text: string, spans: readonly Span[]): Anatomy {
  const frontMatter = readFrontMatter(text);
  const settings = spans.filter(({ end }) => end <= frontMatter.end);
  const paragraphs = spans.slice(settings.length).map(span => readParagraph(text, span));
  const kinds = excludedKinds(text, paragraphs);
  const story = paragraphs.filter((_, index) => !kinds[index]);

  const head = story.slice(0, HEAD);
  const [byline = null] = all([...head, ...story.slice(HEAD).slice(-FOOT)], readByline);
  const [placeLine = null] = all(head, readPlaceLine);
  const dateLines = all(head, readDateLine);
  const dateLine = placeLine ? null : (dateLines.find(({ found }) => !found.stamp) ?? null);
  const about = new Map<Paragraph, ExcludedKind>([
    ...dateLines.filter(it => it !== dateLine).map(it => [it.paragraph, 'metadata'] as const),
    ...(byline ? aboutAuthor(story, byline) : []).map(paragraph => [paragraph, 'credit'] as const),
  ]);

  const aside = new Set([byline?.paragraph, dateLine?.paragraph, ...about.keys()]);
  const body = story.filter(paragraph => !aside.has(paragraph));
  const headline = findHeadline(body, placeLine?.paragraph ?? null);
  const lead = body[headline ? body.indexOf(headline) + 1 : -1];
  const afterHeadline = story.slice(headline ? story.indexOf(headline) + 1 : story.length);
  const isLead = lead !== undefined && lead === afterHeadline[0] && lead !== placeLine?.paragraph;
  const next = afterHeadline[1] ?? null;
  const openers = new Set([byline?.paragraph, placeLine?.paragraph, ...dateLines.map(it => it.paragraph)]);
  const beforeStory = next !== null && openers.has(next);
  return {
    headline: headline && wordsOfParagraph(headline),
    standfirst: isLead && isStandfirst(lead, next, beforeStory) ? wordsOfParagraph(lead) : null,
    byline: placeOf(byline),
    dateline: placeOf(placeLine ?? dateLine),
    date:
      frontMatter.date ??
      dateLines.find(({ found }) => found.date !== null)?.found.date ??
      byline?.found.date ??
      placeLine?.found.date ??
      null,
    outlet: byline?.found.outlet ?? placeLine?.found.outlet ?? null,
    excluded: [
      ...settings.map(({ start, end }) => ({ start, end, kind: 'metadata' as const })),
      ...paragraphs.flatMap((paragraph, index) => {
        const kind = kinds[index] ?? about.get(paragraph);
        return kind ? [{ start: paragraph.start, end: paragraph.end, kind }] : [];
      }),
    ],
  };
}

interface Read<Found> {
  readonly paragraph: Paragraph;
  readonly found: Found;
}

/** The paragraphs in which something is found. */
function all<Found>(paragraphs: readonly Paragraph[], read: (text: string) => Found | null): Read<Found>[] {
  return paragraphs.flatMap(paragraph => {
    const found = read(paragraph.text);
    return found ? [{ paragraph, found }] : [];
  });
}

function placeOf(line: Read<{ readonly span: Span }> | null): Span | null {
  return line?.paragraph.inArticle(line.found.span) ?? null;
}

/** What follows the byline and goes on with it, and what the last paragraphs say of who is named there. */
function aboutAuthor(
  story: readonly Paragraph[],
  { paragraph: byline, found: { names } }: Read<{ readonly names: string }>,
): Paragraph[] {
  const after = story[story.indexOf(byline) + 1];
  return [
    ...(after && continuesByline(after.text) ? [after] : []),
    ...story
      .slice(1)
      .slice(-FOOT)
      .filter(({ text }) => isAboutAuthor(text, names)),
  ];
}

/** @param placed the paragraph that opens with a dateline: the story's first */
function findHeadline(body: readonly Paragraph[], placed: Paragraph | null): Paragraph | null {
  const [opening, next] = body;
  const marked = body.slice(0, 2).find(({ setAs }) => setAs === 'heading');
  if (marked) return marked;
  if (!opening || opening === placed) return null;
  const known = next !== undefined && next === placed && opening.text.length < next.text.length;
  return known || isHeadline(opening.text, next?.text ?? null) ? opening : null;
}
