import * as assert from 'node:assert/strict';

describe('the host', () => {
  it('works', () => {
    assert.equal(1, 1);
  });
});
