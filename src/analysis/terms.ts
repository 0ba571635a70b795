import { LONGEST_WORD, MOST_WORDS } from './remembered';
import { tagClauses, tagListed } from './terms/clauses';
import { compute, model, splitSentences, splitTerms, splitWhitespace } from './terms/compromise';
import { expand, expandTagged, partsOf, type Expansion } from './terms/contractions';
import type { PlacedWord } from './terms/placed';
import { Word } from './terms/word';

export type Term = PlacedWord;

/** What does not depend on a word's neighbours is made once for each word. */
const words = new Map<string, Expansion>();

/** @param raw words with the marks and the space around them */
function learn(raw: readonly string[]): void {
  const terms = raw.map(splitWhitespace);
  compute([terms], ['normal', 'alias', 'machine']);
  const learnt = terms.map(term => new Word(term));
  partsOf(learnt).forEach((parts, index) => words.set(raw[index]!, { word: learnt[index]!, parts }));
}

/**
 * The terms of each sentence, with the tags that compromise gives them up to its word lists and suffixes; together
 * they have every character of the text. Its last stage, patterns over whole sentences, takes two thirds of its time,
 * and the tagger learns as much without (docs/model.md).
 */
export function readTerms(text: string): readonly (readonly Term[])[] {
  if (words.size > MOST_WORDS) words.clear();
  const sentences = splitSentences(text).map(splitTerms);
  const unknown = new Set(sentences.flat().filter(raw => !words.has(raw)));
  if (unknown.size > 0) learn([...unknown]);
  const tagged = sentences.map(sentence => tagSentence(sentence.map(raw => words.get(raw)!)));
  for (const raw of unknown) if (raw.length > LONGEST_WORD) words.delete(raw);
  return tagged;
}

function tagSentence(sentence: readonly Expansion[]): readonly Term[] {
  const terms = expand(sentence);
  tagListed(terms);
  tagClauses(terms);
  return expandTagged(terms);
}

/** What compromise's list of words has of one in lower case. */
export const listedAs = (word: string): string => String(model.one.lexicon[word]);
