import type { Rule } from '../rule';
import { matches } from '../../matches';

const verbs: readonly (readonly [implies: string, forms: RegExp])[] = [
  ['doubt', /^(?:claim|insist)(?:s|ed|ing)?$/u],
  ['guilt', /^(?:admit(?:s|ted|ting)?|confess(?:es|ed|ing)?|conced(?:e|es|ed|ing))$/u],
  ['vanity', /^(?:boast(?:s|ed|ing)?|brag(?:s|ged|ging)?|gloat(?:s|ed|ing)?)$/u],
  ['truth', /^refut(?:e|es|ed|ing)$/u],
];

/** Set phrases in which the verb is the plain word for it, and what follows a noun. */
const plain =
  /^\s+(?:(?:an? |the |outright )?(?:responsibility|credit|victory|win|lead|title|seat|nomination|momentum|defeat|asylum|guilt|allegiance)|on|upon|as|of|about|by|against|were|are|was|is)\b/u;

/** Forms that are nouns as well: verbs where the source, or an auxiliary, stands right before. */
const alsoNoun = /^(?:claim|boast)s?$/u;
/** "His claim", "the mayor's claims". */
const owner = /^(?:his|her|its|their|my|our|your)$|['’]s?$/iu;
const auxiliary = /\b(?:to|who|will|would|can|could|may|might|must|do|does|did|also|still|now|even)\s+$/u;

/** A verb that says more than that somebody spoke: that they are doubted, guilty, vain or right. */
export const loaded: Rule = {
  code: 'cue.loaded',
  find: article =>
    article.analysis.attributions.flatMap(({ id, cue, source }) => {
      if (!source) return [];
      for (const span of cue)
        for (const { 0: verb, index } of matches(article.words(span), /\p{L}+/gu)) {
          const implies = verbs.find(([, forms]) => forms.test(verb.toLowerCase()))?.[0];
          const start = span.start + index;
          const end = start + verb.length;
          const before = article.text.slice(Math.max(0, start - 20), start);
          const isVerb =
            !alsoNoun.test(verb.toLowerCase()) ||
            auxiliary.test(before) ||
            source.mention.some(mention => mention.end === start - 1 && !owner.test(article.words(mention)));
          if (implies && isVerb && !plain.test(article.text.slice(end, end + 30)))
            return [{ args: { verb, implies }, span: { start, end }, attribution: id, actor: source.actor }];
        }
      return [];
    }),
};
