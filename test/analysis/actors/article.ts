import assert from 'node:assert/strict';
import { resolveActors, type PlacedParagraph, type ResolvedActors } from '../../../src/analysis/actors';
import type { Actor, Span } from '../../../src/analysis/contract';
import type { ParagraphAttribution } from '../../../src/analysis/paragraph';
import { parseParagraph } from '../../../src/analysis/parser';
import { findQuotations } from '../../../src/analysis/quotations';
import { findMentions } from '../../../src/analysis/sources';

/**
 * An article of invented prose: `{…}` marks the source of an attribution, `<…>` its content (the first of a paragraph
 * goes with the first source of it), `[n …]` a mention of actor n.
 */
export interface Article extends ResolvedActors {
  readonly text: string;
  /** Marked mentions: the number and the place of each. */
  readonly marked: readonly { readonly number: string; readonly span: Span }[];
  readonly paragraphs: readonly PlacedParagraph[];
}

/** Reads the marks off, finds the mentions with the marked words as sources, and brings them together. */
export function read(markup: string): Article {
  const { text, sources, contents, marked } = unmark(markup);
  const paragraphs: PlacedParagraph[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const [paragraph] = match;
    const start = match.index;
    const within = ({ start: from, end }: Span): boolean => from >= start && end <= start + paragraph.length;
    const relative = (span: Span): Span => ({ start: span.start - start, end: span.end - start });
    const said = contents.filter(within).map(relative);
    const attributions = sources.filter(within).map((span, at) => attribution(relative(span), said[at]));
    const syntax = parseParagraph(paragraph);
    const mentions = findMentions(syntax, attributions, findQuotations(paragraph));
    paragraphs.push({ start, syntax, mentions });
  }
  return { text, marked, paragraphs, ...resolveActors(paragraphs) };
}

const attribution = (source: Span, content: Span | undefined): ParagraphAttribution => ({
  kind: 'indirect',
  cueKind: 'speech',
  content: content ? [content] : [],
  cue: [],
  source: [source],
  via: [],
  channel: [],
  hearsay: null,
  confidence: 1,
  evidence: [],
});

function unmark(markup: string): Pick<Article, 'text' | 'marked'> & { sources: Span[]; contents: Span[] } {
  const open: { start: number; mark: string }[] = [];
  const sources: Span[] = [];
  const contents: Span[] = [];
  const marked: { number: string; span: Span }[] = [];
  let text = '';
  for (const [piece] of markup.matchAll(/\[\w+ |[\]{}<>]|[^[\]{}<>]+/gu)) {
    if (/^[[{<]/u.test(piece)) open.push({ start: text.length, mark: piece });
    else if (/^[\]}>]/u.test(piece)) {
      const opened = open.pop();
      assert.ok(opened, `unbalanced markup: ${markup}`);
      const span = { start: opened.start, end: text.length };
      if (piece === '}') sources.push(span);
      else if (piece === '>') contents.push(span);
      else marked.push({ number: opened.mark.slice(1, -1), span });
    } else text += piece;
  }
  return { text, sources, contents, marked };
}

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The actor whose mention takes up exactly these words. */
export function actorAt({ actors, text }: Article, span: Span): Actor {
  const found = actors.find(({ mentions }) =>
    mentions.some(mention => mention.span.some(({ start, end }) => start === span.start && end === span.end)),
  );
  assert.ok(found, `no actor is mentioned by "${slice(text, span)}" in "${text}": ${list(actors, text)}`);
  return found;
}

const list = (actors: readonly Actor[], text: string): string =>
  actors
    .map(({ mentions }) => mentions.map(({ span }) => span.map(each => slice(text, each)).join()).join(' = '))
    .join(' | ');

/** Checks that marked mentions with one number have one actor, and those with different numbers different ones. */
export function assertChains(markup: string): void {
  const article = read(markup);
  const ids = new Map<string, string>();
  for (const { number, span } of article.marked) {
    const { id } = actorAt(article, span);
    const words = slice(article.text, span);
    assert.equal(
      id,
      ids.get(number) ?? id,
      `"${words}" is actor ${number}: ${list(article.actors, article.text)}`,
    );
    ids.set(number, id);
  }
  assert.equal(
    new Set(ids.values()).size,
    ids.size,
    `one actor for two: ${list(article.actors, article.text)}`,
  );
}

/** The one source's actor. */
export function sourceOf(markup: string): { readonly actor: Actor; readonly text: string } {
  const article = read(markup);
  const id = article.attributed.flat()[0]?.source;
  const actor = article.actors.find(each => each.id === id);
  assert.ok(actor, `the source has no actor: ${markup}`);
  return { actor, text: article.text };
}
