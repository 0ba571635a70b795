import type { Actor, Analysis, Attribution, Span } from '../analysis/contract';
import { placesIn } from './places';
import { clean, quote } from './words';

/** A claim with everything that stands elsewhere in the analysis or in the text; each piece on one line. */
export interface ClaimRow {
  readonly claim: Attribution;
  /** Null where nobody is given. */
  readonly source: Actor | null;
  /** The source's name; for a source without an actor the words that name it; empty where nobody is given. */
  readonly sourceName: string;
  readonly words: string;
  readonly cue: string;
  readonly via: readonly string[];
  readonly channel: readonly string[];
  readonly hearsay: string;
  /** From the first word to the last, in UTF-16 code units. */
  readonly span: Span;
  /** Of the first word, counted from 1. */
  readonly line: number;
}

/** The claims of an article, in the order of the text. */
export function claimRows(analysis: Analysis, text: string): ClaimRow[] {
  const actors = new Map(analysis.actors.map(actor => [actor.id, actor]));
  const placeOf = placesIn(text);
  const nameOf = (id: string | null, mention: readonly Span[]) =>
    clean((id === null ? undefined : actors.get(id)?.name) ?? quote(text, mention));
  return analysis.attributions
    .map(claim => {
      const span = {
        start: Math.min(...claim.content.map(({ start }) => start)),
        end: Math.max(...claim.content.map(({ end }) => end)),
      };
      return {
        claim,
        source: (claim.source && actors.get(claim.source.actor)) ?? null,
        sourceName: claim.source ? nameOf(claim.source.actor, claim.source.mention) : '',
        words: quote(text, claim.content),
        cue: quote(text, claim.cue),
        via: claim.via.map(({ actor, mention }) => nameOf(actor, mention)),
        channel: claim.channel.map(({ actor, mention }) => nameOf(actor, mention)),
        hearsay: claim.hearsay ? quote(text, [claim.hearsay]) : '',
        span,
        line: placeOf(span.start).line,
      };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** What an actor is, by the article and by the user's word list, each role once: "spokeswoman, City Council". */
export function rolesOf({ roles, listed }: Actor): string[] {
  const stated = roles.map(({ text, former, affiliation }) => {
    const role = former && !/\b(former|ex|then)\b/i.test(text) ? `former ${text}` : text;
    return clean(affiliation && !text.includes(affiliation.text) ? `${role}, ${affiliation.text}` : role);
  });
  const fromList = [listed?.role, listed?.affiliation].filter(it => it).join(', ');
  return [...new Set([...stated, ...(fromList === '' ? [] : [clean(fromList)])])];
}

/** What the article is called: the id it came with, else its file; empty where it has neither. */
export function titleOf({ id, file }: Analysis): string {
  return clean(id ?? file ?? '');
}
