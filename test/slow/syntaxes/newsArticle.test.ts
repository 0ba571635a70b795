import assert from 'node:assert/strict';
import { head, loadGrammar, wordsWith } from '../../syntaxes/grammar';

describe('the grammar of news articles', () => {
  it('takes a long line of quotation marks in its stride', async () => {
    const grammar = await loadGrammar();
    assert.ok(wordsWith(grammar, 'string.quoted', `${head}${"‘“\"«''x ".repeat(20_000)}`).length > 0);
  });
});
