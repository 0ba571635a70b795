import nlp from 'compromise/two';
import { LONGEST_WORD, MOST_WORDS } from './remembered';

/** The part of compromise's term that is read here; its own types leave all but `text` out. */
export interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags: Set<string>;
}

/** A word with the marks around it, and the forms under which compromise looks it up. */
type Word = Omit<Term, 'tags'>;

interface Tokenizer {
  readonly splitSentences: (text: string, world: unknown) => string[];
  readonly splitTerms: (sentence: string, model: unknown) => string[];
  readonly splitWhitespace: (raw: string, model: unknown) => Term;
}

const { splitSentences, splitTerms, splitWhitespace } = (
  nlp.methods() as { readonly one: { readonly tokenize: Tokenizer } }
).one.tokenize;
const world = nlp.world();
const model = nlp.model() as { readonly one: { readonly lexicon: Readonly<Record<string, unknown>> } };

/**
 * compromise's stages up to its word lists and suffixes. Its last one, patterns over whole sentences, takes two thirds
 * of its time, and the tagger learns as much without (docs/model.md).
 */
const stages = ['contractions', 'lexicon', 'preTagger', 'contractionTwo'];

/** What does not depend on a word's neighbours is made once for each word. */
const words = new Map<string, Word>();

/** @param raw words with the marks and the space around them */
function learn(raw: readonly string[]): void {
  const terms = raw.map(each => splitWhitespace(each, model));
  compute([terms], ['normal', 'alias', 'machine']);
  terms.forEach(({ tags: _, ...word }, index) => words.set(raw[index]!, word));
}

function compute(
  document: readonly (readonly Term[])[],
  names: readonly string[],
): readonly (readonly Term[])[] {
  const view = nlp.tokenize('');
  view.document = document as unknown as typeof view.document;
  view.compute([...names]);
  return view.document as unknown as readonly (readonly Term[])[];
}

/** The terms of each sentence, tagged; together they have every character of the text. */
export function readTerms(text: string): readonly (readonly Term[])[] {
  if (words.size > MOST_WORDS) words.clear();
  const sentences = splitSentences(text, world).map(sentence => splitTerms(sentence, model));
  const unknown = new Set(sentences.flat().filter(raw => !words.has(raw)));
  learn([...unknown]);
  const document = sentences.map(sentence =>
    sentence.map((raw): Term => ({ ...words.get(raw)!, tags: new Set() })),
  );
  for (const raw of unknown) if (raw.length > LONGEST_WORD) words.delete(raw);
  return compute(document, stages);
}

/** What compromise's list of words has of one in lower case. */
export const listedAs = (word: string): string => String(model.one.lexicon[word]);
