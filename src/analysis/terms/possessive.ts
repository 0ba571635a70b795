import type { PlacedWord } from './placed';

const never = new Set(['that', 'there', 'let', 'here', 'everywhere']);
const prepositions = new Set(['in', 'by', 'for']);
const afterAdjective = new Set(['too', 'also', 'enough', 'about']);
const afterNoun = new Set(['is', 'are', 'did', 'were', 'could', 'should', 'must', 'had', 'have']);
const adverbs = new Set(['here', 'there', 'everywhere']);
const positions = new Set(['above', 'below', 'behind']);

/** Whether "'s" is that of "the mayor's house" and not that of "the mayor's late", as compromise judges it. */
export function isPossessive(terms: readonly PlacedWord[], at: number): boolean {
  const { word, tags } = terms[at]!;
  if (never.has(word.key)) return false;
  if (tags.has('Possessive')) return true;
  if (tags.has('QuestionWord') || word.normal === "he's" || word.normal === "she's") return false;
  const next = terms[at + 1];
  if (!next) return true;
  if (word.normal === "it's") return false;
  const second = terms[at + 2];
  if (next.word.switch === 'Noun|Gerund')
    return second ? second.tags.has('Copula') : tags.has('Actor') || tags.has('ProperNoun');
  if (next.tags.has('Verb'))
    return next.tags.has('Infinitive') || (!next.tags.has('Gerund') && next.tags.has('PresentTense'));
  if (next.word.switch === 'Adj|Noun') {
    if (!second || afterAdjective.has(second.word.normal)) return false;
    if (afterNoun.has(second.word.normal)) return true;
  }
  if (next.tags.has('Noun'))
    return (
      !adverbs.has(next.word.key) &&
      !next.tags.has('Possessive') &&
      (!next.tags.has('ProperNoun') || tags.has('ProperNoun'))
    );
  if (prepositions.has(terms[at - 1]?.word.normal ?? '')) return true;
  if (!next.tags.has('Adjective')) return next.tags.has('Value');
  if (!second) return false;
  if (second.tags.has('Noun') && !second.tags.has('Pronoun')) return !positions.has(next.word.normal);
  return second.word.switch === 'Noun|Verb';
}
