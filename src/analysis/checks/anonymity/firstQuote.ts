import type { Rule } from '../rule';

/** How somebody unnamed is brought in; "the official" is somebody whom the article knows. */
const newcomer = /^(?:an?|one|two|three|four|five|several|another)\b/iu;

/** A quotation of fewer words is a fragment within the writer's own sentence. */
const fewestWords = 3;

/** The first quote of the story is an unnamed source's (Deborah Howell, ombudsman of the Washington Post). */
export const firstQuote: Rule = {
  code: 'anonymity.first-quote',
  find: article => {
    const { attributions, quotations } = article.analysis;
    const first = quotations.find(
      ({ span, role, attribution }) =>
        role === 'speech' &&
        attribution !== null &&
        article.inBody(span) &&
        article.words(span).split(/\s+/u).length >= fewestWords,
    );
    const source = article.ownUnnamedSources.find(({ claims }) =>
      claims.some(({ id }) => id === first?.attribution),
    );
    const mention = attributions.find(({ id }) => id === first?.attribution)?.source?.mention[0];
    if (!first || !source?.actor.anonymity || !mention) return [];
    const introduction = source.actor.anonymity.descriptor[0] ?? source.firstUse;
    if (!newcomer.test(article.words(introduction))) return [];
    return [
      {
        args: { source: article.words(mention) },
        span: mention,
        attribution: first.attribution,
        actor: source.actor.id,
      },
    ];
  },
};
