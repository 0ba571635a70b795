import type { Attribution, SourceMention } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import { isCorroborated } from '../corroboration';
import type { Finding, Rule } from '../rule';

/** How a publication passes on what it found; what it announces, says in a statement or wrote before is its own. */
const passingOn =
  /\b(?:reports?|reported|writes?|wrote|written|according|says?|said|reveals?|revealed|cit(?:es|ed|ing)|publish(?:es|ed)|detail(?:s|ed)|quot(?:es|ed|ing))\b/iu;
const ownWork = /\b(?:previously|not|never|declin\w+|refus\w+)\b|n[’']t\b/iu;
const statement = /\b(?:statement|release|letter|editorial)\b/iu;
/** What a publication says of itself is no news that it passes on. */
const ofItself = /^(?:that )?(?:it|its|it[’']s|the (?:news)?paper|the magazine)\b/iu;

/** A claim that is known only through another publication; one finding for each of those. */
export const secondHand: Rule = {
  code: 'attribution.second-hand',
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
  const cue = claim.cue.map(span => article.words(span)).join(' ');
  if (claim.cueKind !== 'speech' || !passingOn.test(cue) || ownWork.test(cue)) return undefined;
  if (claim.channel.some(({ mention }) => mention.some(span => statement.test(article.words(span)))))
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
