import { isCorroborated } from '../corroboration';
import type { Rule } from '../rule';
import { atFirstUse } from './findings';

/** One more source is no single one. */
const further = /^(?:another|the other|an? (?:second|third|fourth|fifth|separate))\b/iu;

/** A claim rests on one unnamed source, and nothing near it bears it out (AP, Reuters, BBC). */
export const singleSource: Rule = {
  code: 'anonymity.single-source',
  find: article => {
    const places = new Map(article.analysis.attributions.map((claim, index) => [claim, index]));
    return article.confidentialSources
      .filter(
        ({ actor, claims }) =>
          actor.anonymity?.class === 'individual' &&
          !further.test(actor.name) &&
          claims.every(claim => !isCorroborated(article, claim, places.get(claim) ?? 0)),
      )
      .map(atFirstUse);
  },
};
