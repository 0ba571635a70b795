import assert from 'node:assert/strict';
import { checkQuotes } from '../../../src/articles/quoteCheck';

describe('checking quotes against a file', () => {
  it('reads a long file in slices', () => {
    const file = `${'and so on and so forth. '.repeat(20_000)}The pier is rotten to the core.`;
    const slices = [...checkQuotes(['“The pier is rotten to the core”'], file)];
    assert.ok(slices.length > 20);
    assert.equal(slices.at(-1)?.verdict, 'exact');
  });
});
