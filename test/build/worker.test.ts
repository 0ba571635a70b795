import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Articles } from '../../src/articles/articles';
import { AnalysisClient } from '../../src/articles/client';
import { systemClock, type ArticleDocument } from '../../src/articles/host';
import { WEIGHTS_FILE } from '../../src/articles/weights';
import { startWorker } from '../../src/platform/node';

const root = join(__dirname, '..', '..');
const sentence = 'The ferry to Low Island will sail again in April, Mayor Ines Okafor said on Monday. ';
/** Enough for an article of this size, and not for all of the long one, in megabytes. */
const MEMORY = 48;

describe('the worker as it is shipped, short of memory', function () {
  this.timeout(120_000);
  const said: string[] = [];
  let client: AnalysisClient;
  let articles: Articles;
  let started = 0;

  before(() => {
    const say = (message: string) => void said.push(message);
    const log = { debug: say, info: say, warn: say, error: say };
    client = new AnalysisClient({
      startWorker: () => {
        started++;
        const files = { path: (name: string) => join(root, name), read: () => Promise.reject(new Error()) };
        return startWorker(files, { maxOldGenerationSizeMb: MEMORY });
      },
      readWeights: () => readFile(join(root, WEIGHTS_FILE)),
      clock: systemClock,
      log,
    });
    articles = new Articles({
      client,
      pause: () => 0,
      level: () => 'everything',
      decisions: () => [],
      words: () => null,
      clock: systemClock,
      log,
    });
  });
  after(() => {
    articles.dispose();
    client.dispose();
  });

  const article = (name: string, text: string): ArticleDocument => ({
    key: name,
    fileName: name,
    languageId: 'news-article',
    version: 1,
    text: () => text,
    choice: () => 'judge',
    visible: () => null,
  });

  it('gives up the article that is too much for it the second time, and goes on with the others', async () => {
    articles.open(
      article('long', Array.from({ length: 60_000 }, (_, n) => `${n}. ${sentence}`).join('\n\n')),
    );
    for (let n = 0; n < 5; n++) articles.open(article(`short ${n}`, `${sentence}\n\nArticle ${n}.`));
    const short = await Promise.all(Array.from({ length: 5 }, (_, n) => articles.settled(`short ${n}`)));
    assert.equal((await articles.settled('long'))?.kind, 'failed');
    assert.equal(articles.failed('long'), true);
    for (const state of short) assert.ok(state?.kind === 'analysed' && state.article.sources.length > 0);
    assert.equal(said.filter(message => /The analysis of long failed.*memory/s.test(message)).length, 1);
    assert.equal(started, 2);
    articles.open(article('after', sentence));
    assert.equal((await articles.settled('after'))?.kind, 'analysed');
    assert.equal(started, 3);
  });
});
