import type { Rule } from '../rule';
import { unannouncedQuotes } from './unannounced';

/** Somebody else's quote follows, and does not say so by the end of its first sentence. */
export const speakerSwitch: Rule = {
  code: 'attribution.speaker-switch',
  find: article =>
    unannouncedQuotes(article)
      .filter(({ seemsToGoOn }) => seemsToGoOn)
      .map(({ attribution, actor, source, firstSentence }) => ({
        args: { source: article.words(source) },
        span: firstSentence,
        attribution,
        actor,
      })),
};
