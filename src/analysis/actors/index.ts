import type { Actor, Span } from '../contract';
import type { ParagraphMentions, Syntax } from '../paragraph';

/** A paragraph of the article with what the paragraph stage made of it. */
export interface PlacedParagraph {
  /** Offset of the paragraph in the article. */
  readonly start: number;
  readonly syntax: Syntax;
  readonly mentions: ParagraphMentions;
}

/** Ids of the actors behind one attribution. */
export interface AttributedActors {
  readonly source: string | null;
  readonly via: readonly string[];
  readonly channel: readonly (string | null)[];
}

export interface ResolvedActors {
  readonly actors: readonly Actor[];
  /** For each paragraph, one for each of its attributions. */
  readonly attributed: readonly (readonly AttributedActors[])[];
}

/**
 * Brings the mentions of an article together: one actor for all words that refer to it.
 *
 * @param paragraphs in the order of the text; boilerplate left out
 * @returns actors with spans into the article and positional ids, in the order of their first mention
 */
export function resolveActors(paragraphs: readonly PlacedParagraph[]): ResolvedActors {
  const byText = new Map<string, { id: string; name: string; spans: Span[] }>();
  const ids = paragraphs.map(({ start, syntax, mentions }) =>
    mentions.mentions.map(mention => {
      const name = syntax.text.slice(mention.span.start, mention.span.end);
      const found = byText.get(mention.head) ?? { id: `k${byText.size + 1}`, name, spans: [] };
      byText.set(mention.head, found);
      found.spans.push({ start: start + mention.span.start, end: start + mention.span.end });
      return found.id;
    }),
  );
  const actors = [...byText.values()].map(({ id, name, spans }): Actor => ({
    id,
    name,
    type: 'unknown',
    anonymous: false,
    plural: false,
    roles: [],
    anonymity: null,
    mentions: spans.map(span => ({ span: [span], form: 'description' })),
  }));
  const attributed = paragraphs.map(({ mentions }, paragraph) => {
    const idOf = (index: number): string => ids[paragraph]?.[index] ?? '';
    return mentions.attributed.map(({ source, via, channel }) => ({
      source: source === null ? null : idOf(source),
      via: via.map(idOf),
      channel: channel.map(idOf),
    }));
  });
  return { actors, attributed };
}
