import type { Attribution } from '../analysis/contract';
import { claimsInOrder } from '../articles/claims';
import { pageOf } from './page';
import { Reader } from './reader';
import type { Tool } from './tool';

/** Who said what in an article. */
export const listClaims: Tool = {
  name: 'list_claims',
  title: 'List Claims',
  description:
    'Lists the claims of a news article in the order of the text: the words and their line, who said them or null where nobody is given, the cue ("said"), who passed the claim on (via), where it was said (channel), hearsay, and how sure the analysis is (0 to 1). "direct" claims are quoted in full, "mixed" ones in part, "indirect" ones not at all. Found by an analysis on this machine, which can be wrong.',
  run: ({ article }, from) => {
    const reader = new Reader(article);
    const claims = claimsInOrder(article, { anonymousOnly: false, directOnly: false });
    const { items, ...rest } = pageOf(claims, from, ({ now }) => claimIn(reader, now));
    return { ...rest, claims: items };
  },
};

function claimIn(reader: Reader, claim: Attribution) {
  const { id, kind, cueKind, content, cue, source, via, channel, hearsay, confidence } = claim;
  return {
    id,
    kind,
    cueKind,
    ...reader.quote(content),
    line: reader.line(content),
    source: source && { ...reader.actor(source.actor), as: reader.words(source.mention) },
    cue: reader.words(cue),
    via: via.map(({ actor, mention }) => ({ ...reader.actor(actor), as: reader.words(mention) })),
    channel: channel.map(({ mention }) => reader.words(mention)),
    hearsay: reader.words(hearsay ? [hearsay] : []),
    confidence: Math.round(confidence * 100) / 100,
  };
}
