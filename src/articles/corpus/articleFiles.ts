/** In bytes. An article of this size would have some three million words; what is larger is something else. */
export const LARGEST_ARTICLE = 16 * 2 ** 20;

/** The language of a file, as VS Code names it, by the ending of its name. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['txt', 'plaintext'],
  ['text', 'plaintext'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['article', 'news-article'],
  ['news', 'news-article'],
]);

/** Of the files that are taken for articles by their names; what is none of them can still be analysed by itself. */
export const ARTICLE_ENDINGS: readonly string[] = [...LANGUAGES.keys()];

export const hasArticleEnding = (path: string): boolean => LANGUAGES.has(endingOf(path));

/** Plain text where the name does not tell. */
export const languageOf = (path: string): string => LANGUAGES.get(endingOf(path)) ?? 'plaintext';

const endingOf = (path: string): string => /\.([^./\\]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
