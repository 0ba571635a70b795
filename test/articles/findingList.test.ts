import assert from 'node:assert/strict';
import { FindingList } from '../../src/articles/findingList';

describe('a list of findings', () => {
  it('gives the same object each time, and the very one that was told where nothing moved it', () => {
    const told = [{ span: { start: 1, end: 2 } }, { span: { start: 5, end: 6 } }];
    const list = FindingList.of(told).after(since => since.andEdits([{ start: 3, end: 3, inserted: 4 }]));
    assert.equal(list.at(0), told[0]);
    assert.equal(list.at(1), list.at(1));
    assert.deepEqual(list.all(), [{ span: { start: 1, end: 2 } }, { span: { start: 9, end: 10 } }]);
    assert.equal(list.all()[1], list.at(1));
  });
});
