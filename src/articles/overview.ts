import type { Article } from './article';
import type { ArticleIndex } from './articleIndex';
import type { MarksOfAll } from './marks';

/**
 * What the surfaces need to know of an article as a whole. The worker makes it and sends it along, since looking through
 * every claim of a long article would hold the editor's thread.
 */
export interface Overview {
  readonly index: ArticleIndex;
  readonly marks: MarksOfAll;
}

export function overviewOf({ index, marksOfAll }: Article): Overview {
  return { index, marks: marksOfAll };
}
