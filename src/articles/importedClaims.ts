import type { Attribution, Span } from '../analysis/contract';
import type { Article } from './article';
import { locate } from './decisions/anchor';
import * as decide from './decisions/builders';
import type { Anchor, Correction } from './decisions/decision';
import { areSame, overlaps } from './spans';

type Quote = Pick<Anchor, 'exact' | 'prefix' | 'suffix'>;

/** Somebody else's claim, by its words; offsets only help where the words stand several times. */
export interface ForeignClaim {
  readonly claim: Attribution;
  readonly content: readonly Anchor[];
  readonly cue: readonly Quote[];
  readonly source: readonly Quote[];
}

export interface ImportedClaims {
  readonly decisions: readonly Correction[];
  /** How many claims have words that are not in this text. */
  readonly missing: number;
}

/**
 * What a user would decide to have what somebody else has: claims that are missing here are added, and what the other
 * one confirmed, looked into or gave to another source is so here too. What their analysis merely found as well needs no
 * decision.
 *
 * @param file that the article is of, as decisions name it
 */
export function importedClaims(
  article: Article,
  file: string,
  claims: readonly ForeignClaim[],
): ImportedClaims {
  const decided = { text: article.text, file };
  const found = claims.map(({ claim, content, cue, source }) => ({
    claim,
    content: content.flatMap(anchor => locate(article.text, anchor) ?? []),
    cue: located(article.text, cue, claim.cue),
    source: located(article.text, source, claim.source?.mention ?? []),
  }));
  const decisions = found.flatMap(({ claim, content, cue, source }): Correction[] => {
    const longest = [...content].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (!longest) return [];
    const own = article.whole.attributions.find(it => overlaps(it.content, longest));
    const subject = own ?? { content: [longest] };
    const isOthers = own && claim.origin === 'user' && !areSame(own.source?.mention ?? [], source);
    const { verification } = claim;
    const isNews =
      verification &&
      (verification.status !== own?.verification?.status || verification.note !== own.verification.note);
    const isConfirmed = claim.evidence.includes(CONFIRMED) && !own?.evidence.includes(CONFIRMED);
    return [
      ...(own ? [] : [decide.addClaim(decided, longest, orNull(source), orNull(cue))]),
      ...(isOthers ? [decide.otherSource(decided, own, orNull(source))] : []),
      ...(isConfirmed ? [decide.confirm(decided, subject)] : []),
      ...(isNews ? [decide.status(decided, subject, verification.status, verification.note)] : []),
    ];
  });
  return { decisions, missing: found.filter(({ content }) => content.length === 0).length };
}

const CONFIRMED = 'decision:confirmed';

function located(text: string, quotes: readonly Quote[], hints: readonly Span[]): Span[] {
  return quotes.flatMap((quote, nth) => {
    const { start, end } = hints[nth] ?? { start: 0, end: 0 };
    return locate(text, { ...quote, start, end }) ?? [];
  });
}

function orNull(spans: readonly Span[]): readonly Span[] | null {
  return spans.length > 0 ? spans : null;
}
