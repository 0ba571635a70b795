import type { Check } from '../analysis/contract';
import type { Article } from '../articles/article';

/** What the tools speak of: an article as its user sees it, without what is confidential. */
export interface Subject {
  readonly article: Article;
  /** Whether there may be more to find: the analysis is of a part, or of an earlier version. */
  readonly partial: boolean;
  /** Those that the user wants to see, in the order of the text. */
  readonly checks: readonly Check[];
  /** Puts a check into words. */
  readonly explain: (check: Check) => string;
}

/** Something that a language model can ask about an article. It reads, and changes nothing. */
export interface Tool {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** For the language model. */
  readonly description: string;
  /**
   * @param from where in the list to begin: the `next` of the answer before
   * @returns the answer, as JSON takes it
   */
  readonly run: (subject: Subject, from: number) => object;
}
