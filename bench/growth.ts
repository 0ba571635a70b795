import { analyze, analyzeParagraph } from '../src/analysis/analyze';
import { assembleArticle } from '../src/analysis/article';
import type { ParagraphAnalysis } from '../src/analysis/paragraph';
import { splitParagraphs } from '../src/analysis/paragraphs';
import type { Tagger } from '../src/analysis/tagger';
import { Article } from '../src/articles/article';
import { Pages } from '../src/editor/pages';
import { TreeModel } from '../src/editor/tree/treeModel';
import { writeArticle } from './articles';
import { measure } from './measure';

/** Words of the short articles and of the long one. */
export const SHORT = 2000;
export const LONG = 20_000;
/** So many short ones, for the fairer share of what paragraphs differ in. */
const shortOnes = 5;

/** The most that the time may grow beyond what the title promises. */
export const LIMIT = 1.3;

/** Something that is done to articles; it must take time in proportion to their length, or the same for any. */
export interface Growth {
  readonly name: string;
  readonly promise: 'linear' | 'flat';
  /** Takes what it works on beforehand; returns the work. */
  readonly prepare: (text: string, tagger: Tagger) => () => unknown;
}

const edits = 20;
/** A paragraph of common length: telling paragraphs apart is linear, and must be slight beside reading the new one. */
const wordsOfEdit = 60;

const articleOf = (text: string, tagger: Tagger): Article => new Article(text, analyze(text, { tagger }));

export const wholeAnalysis: Growth = {
  name: 'whole analysis',
  promise: 'linear',
  prepare: (text, tagger) => () => analyze(text, { tagger }),
};

export const paragraphStage: Growth = {
  name: 'paragraph stage of one edit',
  promise: 'flat',
  prepare(text, tagger) {
    const cache = new Map<string, ParagraphAnalysis>();
    const read = (version: string): string[] => {
      const paragraphs = splitParagraphs(version).map(({ start, end }) => version.slice(start, end));
      const fresh = paragraphs.filter(paragraph => !cache.has(paragraph));
      for (const paragraph of fresh) cache.set(paragraph, analyzeParagraph(paragraph, tagger));
      return fresh;
    };
    read(text);
    const middle = text.indexOf('\n\n', text.length / 2);
    // Made beforehand: a long text needs fresh memory, which on some machines costs as much as to read a paragraph.
    const versions = Array.from({ length: edits }, (_, seed) => {
      const paragraph = writeArticle(wordsOfEdit, seed + 1).replaceAll('\n\n', ' ');
      return `${text.slice(0, middle)}\n\n${paragraph}${text.slice(middle)}`;
    });
    return () => {
      for (const version of versions) for (const paragraph of read(version)) cache.delete(paragraph);
    };
  },
};

/** Reported, and linear at worst: what is done anew for the whole article, and by the editor's surfaces. */
export const reported: readonly Growth[] = [
  {
    name: 'article stage: actors, via, checks',
    promise: 'linear',
    prepare(text, tagger) {
      const spans = splitParagraphs(text);
      const paragraphs = spans.map(({ start, end }) => analyzeParagraph(text.slice(start, end), tagger));
      return () => assembleArticle(text, spans, paragraphs);
    },
  },
  {
    name: 'decorations',
    promise: 'linear',
    prepare(text, tagger) {
      const { whole } = articleOf(text, tagger);
      return () => new Article(text, whole).marks;
    },
  },
  {
    name: 'tree',
    promise: 'linear',
    prepare(text, tagger) {
      const { whole } = articleOf(text, tagger);
      const options = {
        anonymousOnly: false,
        directOnly: false,
        statuses: [],
        search: '',
        grouping: 'actor',
        order: 'text',
        scope: 'active',
      } as const;
      return () =>
        new TreeModel(new Article(text, whole), {
          key: 'bench',
          root: null,
          options,
          pages: new Pages(),
          decisions: [],
          quotes: null,
        }).children(null);
    },
  },
  {
    name: 'hover at 100 places',
    promise: 'linear',
    prepare(text, tagger) {
      const article = articleOf(text, tagger);
      return () => {
        for (let place = 0; place < 100; place++) article.at(Math.floor((place * text.length) / 100));
      };
    },
  },
];

/**
 * How many times as long something takes for an article of {@link LONG} words as its promise allows; 1 where it is
 * kept to the letter.
 *
 * @param repeats how often the work is done for one measurement: of the fast ones often, as the clock is coarse
 */
export async function growthOf(
  { promise, prepare }: Growth,
  tagger: Tagger,
  rounds: number,
  repeats = 1,
): Promise<number> {
  const shorts = Array.from({ length: promise === 'linear' ? shortOnes : 1 }, (_, seed) =>
    prepare(writeArticle(SHORT, seed), tagger),
  );
  const long = prepare(writeArticle(LONG, shortOnes), tagger);
  const repeated = (tasks: readonly (() => unknown)[]) => () => {
    for (let repeat = 0; repeat < repeats; repeat++) for (const task of tasks) task();
  };
  const taken = await measure({ short: repeated(shorts), long: repeated([long]) }, rounds);
  return taken.long / taken.short / (promise === 'linear' ? LONG / SHORT / shortOnes : 1);
}
