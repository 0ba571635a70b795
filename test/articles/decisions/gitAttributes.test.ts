import assert from 'node:assert/strict';
import { hasUnionMerge, withUnionMerge } from '../../../src/articles/decisions/gitAttributes';

const LINE = '.sourcelight/decisions.ndjson merge=union';

describe('the attribute that git needs', () => {
  const cases: [before: string, after: string][] = [
    ['', `${LINE}\n`],
    ['*.png binary\n', `*.png binary\n${LINE}\n`],
    ['*.png binary', `*.png binary\n${LINE}\n`],
    ['*.png binary\r\n', `*.png binary\r\n${LINE}\r\n`],
    [`${LINE}\n*.png binary\n`, `${LINE}\n*.png binary\n`],
    ['.sourcelight/decisions.ndjson   merge=union', '.sourcelight/decisions.ndjson   merge=union'],
  ];
  for (const [before, after] of cases) {
    it(`makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      assert.equal(withUnionMerge(before), after);
      assert.ok(hasUnionMerge(after));
      assert.equal(hasUnionMerge(before), before === after);
    });
  }
});
