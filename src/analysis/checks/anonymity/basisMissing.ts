import type { Rule } from '../rule';
import { atFirstUse } from './findings';

/** Not a word on how an unnamed source knows (NPR, AP). */
export const basisMissing: Rule = {
  code: 'anonymity.basis-missing',
  find: article =>
    article.confidentialSources.filter(({ actor }) => actor.anonymity?.basis.length === 0).map(atFirstUse),
};
