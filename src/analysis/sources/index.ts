import type { Span } from '../contract';
import type { Mention, ParagraphAttribution, ParagraphMentions, Syntax } from '../paragraph';

/**
 * Finds every mention of an actor in one paragraph and reads off what each says about its actor.
 *
 * @param syntax the paragraph
 * @param attributions what was found in it: each source, via and channel gets a mention
 * @returns mentions with offsets relative to the paragraph
 */
export function findMentions(
  syntax: Syntax,
  attributions: readonly ParagraphAttribution[],
): ParagraphMentions {
  const mentions: Mention[] = [];
  const mentionOf = (spans: readonly Span[]): number[] => {
    const first = spans[0];
    if (!first) return [];
    const text = syntax.text.slice(first.start, first.end);
    return [
      mentions.push({
        span: first,
        form: 'description',
        head: text.toLowerCase(),
        name: null,
        type: 'unknown',
        typeEvidence: 'none',
        plural: false,
        count: 'unstated',
        determination: 'bare',
        modifiers: [],
        calledFor: null,
        roles: [],
        renames: null,
        members: [],
        anonymity: { basis: [], reason: [], conditions: [] },
        sentence: 0,
        subject: false,
        quotedIn: null,
      }) - 1,
    ];
  };
  const attributed = attributions.map(({ source, via, channel }) => ({
    source: mentionOf(source ?? [])[0] ?? null,
    via: via.flatMap(({ mention }) => mentionOf(mention)),
    channel: channel.flatMap(mentionOf),
  }));
  return { mentions, attributed };
}
