import type { Rule } from '../rule';

/** Words of reasons that fit any source: that one wants to be frank, that the matter is delicate. */
const sayingNothing =
  /\b(?:freely|candid(?:ly)?|frank(?:ly)?|open(?:ly)?|honest(?:ly)?|blunt(?:ly)?|sensitiv\w*|delica(?:cy|te))\b|\b(?:discuss|describe|(?:speak|talk) about) the (?:matter|issue|subject|topic|case|situation)$/iu;

/** What somebody has at stake, or who forbids it: then the reason says something all the same. */
const stake =
  /\b(?:(?:authori[sz]|permi|allow|forbid|fear|afraid|worr|retaliat|retribut|repris|punish|threat|harass|danger|risk|safe|secur|legal|rule|polic|contract|confiden|priva|secre|job|career|promot|employ|boss|client|famil|sue)\w*|law|lose|losing|pending|yet|who|whose|which|has|have|had)\b/iu;

/** A reason for anonymity that would fit any source (the public editor of the New York Times, 2006). */
export const reasonGeneric: Rule = {
  code: 'anonymity.reason-generic',
  find: article =>
    article.unnamedSources.flatMap(({ actor, claims }) => {
      const reasons = actor.anonymity?.reason ?? [];
      const [first] = reasons;
      const isGeneric = reasons.every(span => {
        const words = article.words(span);
        return sayingNothing.test(words) && !stake.test(words);
      });
      if (!first || !isGeneric) return [];
      return [
        {
          args: { source: actor.name, reason: article.words(first) },
          span: first,
          attribution: claims[0]?.id ?? null,
          actor: actor.id,
        },
      ];
    }),
};
