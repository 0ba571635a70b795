import type { Rule } from '../rule';
import { unannouncedQuotes } from './unannounced';

/** Two sentences or more of a quote before its source is given. */
export const late: Rule = {
  code: 'attribution.late',
  find: article =>
    unannouncedQuotes(article)
      .filter(({ seemsToGoOn }) => !seemsToGoOn)
      .map(({ attribution, actor, source, sentences }) => ({
        args: { source: article.words(source), sentences },
        span: source,
        attribution,
        actor,
      })),
};
