import assert from 'node:assert/strict';
import { analyzeParagraph } from '../../src/analysis/analyze';
import { ParagraphCache } from '../../src/articles/paragraphCache';

const analysis = analyzeParagraph('She said no.');

describe('the paragraph cache', () => {
  it('knows what the last analysis looked up or added', () => {
    const cache = new ParagraphCache();
    cache.set('a', analysis);
    cache.dropUnused();
    assert.equal(cache.get('a'), analysis);
    cache.dropUnused();
    assert.equal(cache.get('a'), analysis);
  });

  it('forgets what the last analysis had no use for', () => {
    const cache = new ParagraphCache();
    cache.set('a', analysis);
    cache.dropUnused();
    cache.set('b', analysis);
    cache.dropUnused();
    assert.equal(cache.get('a'), undefined);
    assert.equal(cache.get('b'), analysis);
  });
});
