import { isCorroborated } from '../corroboration';
import type { Rule } from '../rule';
import { atFirstUse } from './findings';

/** A claim rests on one unnamed source, and nothing near it bears it out (AP, Reuters, BBC). */
export const singleSource: Rule = {
  code: 'anonymity.single-source',
  profile: 'strict',
  severity: 'hint',
  find: article => {
    const places = new Map(article.analysis.attributions.map((claim, index) => [claim, index]));
    return article.confidentialSources
      .filter(
        ({ actor, claims }) =>
          actor.anonymity?.class === 'individual' &&
          claims.every(claim => !isCorroborated(article, claim, places.get(claim) ?? 0)),
      )
      .map(atFirstUse);
  },
};
