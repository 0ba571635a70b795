import type { Article } from './article';
import { beginOf, countClaims, type ClaimCounts } from './claims';
import { marksOf, movedMarks, type Marks } from './marks';
import type { TextEdit } from './shift';

/**
 * What the surfaces show of an article as a whole. The worker makes it and sends it along, since looking through every
 * claim of a long article would hold the editor's thread.
 */
export interface Overview {
  readonly counts: ClaimCounts;
  readonly marks: Marks;
  /** The indexes of the claims that are shown, as they begin in the text. */
  readonly inOrder: Int32Array;
}

export function overviewOf(article: Article): Overview {
  const begins = Array.from(article.claims(), claim => ({ index: claim.index, begin: beginOf(claim) }));
  begins.sort((a, b) => a.begin - b.begin);
  return {
    counts: countClaims(article),
    marks: marksOf(article),
    inOrder: Int32Array.from(begins, ({ index }) => index),
  };
}

/** The same after edits, which change neither counts nor order. */
export function movedOverview(overview: Overview, edits: readonly TextEdit[]): Overview {
  return { ...overview, marks: movedMarks(overview.marks, edits) };
}
