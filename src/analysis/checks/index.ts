import type { Analysis, Check } from '../contract';
import { basisMissing } from './anonymity/basisMissing';
import { countUnclear } from './anonymity/countUnclear';
import { reasonMissing } from './anonymity/reasonMissing';
import { singleSource } from './anonymity/singleSource';
import { vague } from './anonymity/vague';
import { missing } from './attribution/missing';
import { secondHand } from './attribution/secondHand';
import { CheckedArticle } from './checkedArticle';
import { unbalanced } from './quotation/unbalanced';
import type { Rule } from './rule';

/** All rules, in the order in which they are listed to the user. */
export const RULES: readonly Rule[] = [
  reasonMissing,
  basisMissing,
  vague,
  countUnclear,
  singleSource,
  missing,
  secondHand,
  unbalanced,
];

/**
 * Finds the newsroom rules that an article does not meet, whatever profile the user has.
 *
 * @param analysis of `text`; its own checks are not looked at
 * @returns in the order of the text
 */
export function findChecks(text: string, analysis: Analysis): Check[] {
  const article = new CheckedArticle(text, analysis);
  return RULES.flatMap(({ code, find }) =>
    find(article).map((finding): Check => ({ code, ...finding })),
  ).sort((a, b) => a.span.start - b.span.start);
}
