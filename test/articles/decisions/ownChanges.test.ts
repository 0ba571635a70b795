import assert from 'node:assert/strict';
import {
  decisionLine,
  parseDecisions,
  type DecisionLines,
} from '../../../src/articles/decisions/decisionFile';
import { OwnChanges } from '../../../src/articles/decisions/ownChanges';
import { about } from './windows';

const lines = (...ids: string[]): DecisionLines => ids.map(id => decisionLine(about(id, 'ferry.txt')));
const idsOf = (all: DecisionLines) => all.map(({ raw, decision }) => decision?.id ?? raw);

/** What the window finds, so many milliseconds after it had added d2 and taken out d3, and what it makes of that. */
const cases: [what: string, after: number, found: DecisionLines | null, restored: string[]][] = [
  ['all as it left it', 10, lines('d1', 'd2'), ['d1', 'd2']],
  ['a file from before both', 10, lines('d1', 'd3'), ['d1', 'd2']],
  ['what it took out', 4000, lines('d1', 'd2', 'd3'), ['d1', 'd2']],
  ['what it took out, much later', 6000, lines('d1', 'd2', 'd3'), ['d1', 'd2', 'd3']],
  ['its line gone at once', 10, lines('d1'), ['d1', 'd2']],
  ['its line gone later', 2000, lines('d1'), ['d1']],
  ['its line gone later, and another one', 2000, [], ['d2']],
  ['another line for its own', 2000, lines('d1', 'd4'), ['d1', 'd2', 'd4']],
  ['another line for its own, much later', 6000, lines('d1', 'd4'), ['d1', 'd4']],
  ['its line gone at once, and one that is no decision', 10, parseDecisions('mine alone\n'), ['mine alone']],
  ['no file', 10, null, []],
];

describe('what this window did to the file of decisions', () => {
  let now: number;
  let own: OwnChanges;
  beforeEach(() => {
    now = 0;
    own = new OwnChanges(() => now);
    own.record(own.restored([], lines('d1', 'd3')), lines('d1', 'd2'));
  });

  for (const [what, after, found, restored] of cases) {
    it(`makes ${restored.join() || 'nothing'} of ${what}, however often it looks`, () => {
      now = after;
      for (let looks = 0; looks < 10; looks++)
        assert.deepEqual(idsOf(own.restored(lines('d1', 'd2'), found).lines), restored);
    });
  }

  it('does not strive for ever with whoever takes a line out as fast', () => {
    let restored = own.restored(lines('d1', 'd2'), lines('d1'));
    for (let times = 0; times < 8; times++) {
      assert.deepEqual(idsOf(restored.lines), ['d1', 'd2']);
      own.record(restored, restored.lines);
      restored = own.restored(lines('d1', 'd2'), lines('d1'));
    }
    assert.deepEqual(idsOf(restored.lines), ['d1']);
  });

  it('is forgotten of a line that somebody took out: it may come and go as any other', () => {
    now = 2000;
    const restored = own.restored(lines('d1', 'd2'), lines('d1'));
    own.record(restored, restored.lines);
    assert.deepEqual(idsOf(own.restored(lines('d1', 'd2'), lines('d1', 'd4')).lines), ['d1', 'd4']);
  });

  it('is forgotten with the file', () => {
    own.record(own.restored(lines('d1', 'd2'), null), []);
    assert.deepEqual(idsOf(own.restored([], lines('d1', 'd3')).lines), ['d1', 'd3']);
  });
});
