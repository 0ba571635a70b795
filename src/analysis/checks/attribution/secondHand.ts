import type { Attribution, SourceMention } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import { isCorroborated } from '../corroboration';
import type { Finding, Rule } from '../rule';

const refusing = /\b(?:declin|refus)/iu;
/** What a publication says of itself is no news that it passes on. */
const ofItself = /^(?:that )?(?:it|its|it[’']s|the (?:news)?paper|the magazine)\b/iu;

/** A claim that is known only through another publication; one finding for each of those (AP, Reuters). */
export const secondHand: Rule = {
  code: 'attribution.second-hand',
  profile: 'essential',
  severity: 'hint',
  find: article => {
    const told = new Set<string>();
    return article.analysis.attributions.flatMap((claim, index): Finding[] => {
      const outlet = outletOf(article, claim);
      const [span] = outlet?.mention ?? [];
      if (!outlet || !span || told.has(outlet.actor) || isCorroborated(article, claim, index)) return [];
      told.add(outlet.actor);
      return [
        {
          args: { outlet: article.actor(outlet.actor)?.name ?? article.words(span) },
          span,
          attribution: claim.id,
          actor: outlet.actor,
        },
      ];
    });
  },
};

/** The publication that passes a claim on, unless it is the article's own. */
function outletOf(article: CheckedArticle, claim: Attribution): SourceMention | undefined {
  if (claim.cueKind !== 'speech' || claim.cue.some(span => refusing.test(article.words(span))))
    return undefined;
  if (claim.content[0] && ofItself.test(article.words(claim.content[0]))) return undefined;
  const givers = [...claim.via, ...(claim.source ? [claim.source] : [])];
  return givers.find(({ actor, mention }) => {
    const known = article.actor(actor);
    return (
      known?.type === 'publication' &&
      !known.anonymous &&
      known.name !== article.analysis.article.outlet &&
      mention[0] !== undefined &&
      article.inBody(mention[0]) &&
      !article.inClaim(mention[0])
    );
  });
}
