import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCacheEntry, writeCacheEntry } from '../../../src/articles/corpus/cacheEntry';

describe('an entry of a cache', () => {
  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async value => {
        const json = JSON.stringify(value);
        assert.equal(JSON.stringify(await readCacheEntry(await writeCacheEntry(value))), json);
      }),
    );
  });

  it('is none where it was cut off or changed', async () => {
    const entry = await writeCacheEntry({ kept: 'The ferry sails on Monday.' });
    for (const damaged of [entry.slice(0, -3), entry.replace('Monday', 'Sunday'), `${entry}\n`, '{}', '']) {
      assert.equal(await readCacheEntry(damaged), null);
    }
  });
});
