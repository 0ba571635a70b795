import type { Rule } from '../rule';

/** "The official", "my father": somebody whom the article knows; "52 percent of voters", "some": nobody in particular. */
const isNobodyNew =
  /^(?:the|this|that|these|those|his|her|its|their|my|our|your|some|many|most|all|few)\b|\d|\bper ?cent\b/iu;

/** The first quote of the story is an unnamed source's (Deborah Howell, ombudsman of the Washington Post). */
export const firstQuote: Rule = {
  code: 'anonymity.first-quote',
  profile: 'strict',
  severity: 'hint',
  find: article => {
    const { attributions, quotations } = article.analysis;
    const first = quotations.find(
      ({ span, role, attribution }) => role === 'speech' && attribution !== null && article.inBody(span),
    );
    const source = article.ownUnnamedSources.find(({ claims }) =>
      claims.some(({ id }) => id === first?.attribution),
    );
    const mention = attributions.find(({ id }) => id === first?.attribution)?.source?.mention[0];
    if (!first || !source?.actor.anonymity || !mention) return [];
    const { count, descriptor, class: kind } = source.actor.anonymity;
    const isKnown = [mention, ...descriptor.slice(0, 1)].some(span => isNobodyNew.test(article.words(span)));
    if (isKnown || (kind === 'group' && count === 'unstated')) return [];
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
