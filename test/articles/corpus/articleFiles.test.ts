import assert from 'node:assert/strict';
import { hasArticleEnding, languageOf } from '../../../src/articles/corpus/articleFiles';

describe('the files that are taken for articles', () => {
  for (const [path, language] of [
    ['desk/one.txt', 'plaintext'],
    ['desk/one.text', 'plaintext'],
    ['desk/one.md', 'markdown'],
    ['desk/one.MARKDOWN', 'markdown'],
    ['file:///desk/one%20pier.Article', 'news-article'],
    ['desk/one.2.news', 'news-article'],
  ] as const) {
    it(`have ${path} among them, which is ${language}`, () => {
      assert.deepEqual([hasArticleEnding(path), languageOf(path)], [true, language]);
    });
  }

  for (const path of ['desk/table.csv', 'desk.news/one', 'txt', 'desk/one.txt~', 'desk/one.']) {
    it(`do not have ${path} among them; asked for by itself, it is plain text`, () => {
      assert.deepEqual([hasArticleEnding(path), languageOf(path)], [false, 'plaintext']);
    });
  }
});
