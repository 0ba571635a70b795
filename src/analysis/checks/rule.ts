import type { Check, CheckCode } from '../contract';
import type { CheckedArticle } from './checkedArticle';

/** What a rule finds: a check without the code, which is the rule's own. */
export type Finding = Omit<Check, 'code'>;

/** A newsroom rule; docs/checks.md has a section for each code. */
export interface Rule {
  readonly code: CheckCode;
  readonly find: (article: CheckedArticle) => Finding[];
}
