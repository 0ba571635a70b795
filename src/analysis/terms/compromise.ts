import nlp from 'compromise/two';

/**
 * What is used of compromise (https://github.com/spencermountain/compromise, MIT): its lists, what it exports of its
 * functions, and its stages as a whole. Its own types leave all of this out.
 */

/** compromise's term. */
export interface OwnTerm {
  pre: string;
  text: string;
  post: string;
  tags: Set<string>;
  normal?: string;
  machine?: string;
  alias?: string[];
  /** The word that a part of a contraction stands for: "not" for the second half of "can't". */
  implicit?: string;
  /** Between which two kinds of word its neighbours decide. */
  switch?: string;
  /** Sentence, and place in it. */
  index?: [number, number];
}

type Table<T> = Readonly<Record<string, T>>;
type Pattern = readonly [pattern: RegExp, tag: string | readonly string[]];

/** What the words and tags around a word say it is. */
export interface Clues {
  readonly beforeWords?: Table<string | null | undefined>;
  readonly afterWords?: Table<string | null | undefined>;
  readonly beforeTags?: Table<string | null | undefined>;
  readonly afterTags?: Table<string | null | undefined>;
}

interface Model {
  readonly one: {
    readonly tagSet: Table<{ readonly parents: readonly string[] }>;
    readonly lexicon: Table<string | readonly string[]>;
    /** For the first words of phrases in the lexicon: how many words the longest of them has. */
    readonly _multiCache: Table<number>;
  };
  readonly two: {
    readonly switches: Table<string>;
    readonly clues: Table<Clues>;
    readonly suffixPatterns: readonly (Table<string> | null)[];
    readonly prefixPatterns: readonly (Table<string> | null)[];
    readonly regexText: readonly Pattern[];
    readonly regexNormal: readonly Pattern[];
    readonly regexNumbers: readonly Pattern[];
    readonly endsWith: Table<readonly Pattern[]>;
    readonly orgWords: Table<boolean>;
    readonly placeWords: Table<boolean>;
    readonly neighbours: Table<readonly (readonly [wordOrTag: string, tag: string])[]>;
  };
}

interface Methods {
  readonly one: {
    readonly setTag: (
      terms: readonly { readonly tags: Set<string> }[],
      tag: string | readonly string[],
      world: unknown,
      isSafe: boolean | null,
    ) => void;
    readonly tokenize: {
      readonly splitSentences: (text: string, world: unknown) => string[];
      readonly splitTerms: (sentence: string, model: unknown) => string[];
      readonly splitWhitespace: (raw: string, model: unknown) => OwnTerm;
    };
  };
  readonly two: { readonly looksPlural: (word: string) => unknown };
}

const world = nlp.world();
const methods = nlp.methods() as Methods;
export const model = nlp.model() as Model;

export const { looksPlural } = methods.two;
export const splitSentences = (text: string): string[] => methods.one.tokenize.splitSentences(text, world);
export const splitTerms = (sentence: string): string[] => methods.one.tokenize.splitTerms(sentence, model);
export const splitWhitespace = (raw: string): OwnTerm => methods.one.tokenize.splitWhitespace(raw, model);

/** Adds a tag, takes away what it excludes, and adds what it implies; tags in one string are for one term each. */
export function setTag(
  terms: readonly { readonly tags: Set<string> }[],
  tag: string | readonly string[],
): void {
  methods.one.setTag(terms, tag, world, false);
}

/** Runs stages of compromise over sentences, which are changed. */
export function compute(sentences: OwnTerm[][], stages: readonly string[]): OwnTerm[][] {
  const view = nlp.tokenize('');
  view.document = sentences as unknown as typeof view.document;
  view.compute([...stages]);
  return sentences;
}
