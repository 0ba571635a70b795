import assert from 'node:assert/strict';
import type { Decision } from '../../../src/articles/decisions/decision';
import { decisionLine, parseDecisions } from '../../../src/articles/decisions/decisionFile';

const VAGUE: Decision = {
  id: 'd1',
  at: '2031-04-02T09:00:00.000Z',
  kind: 'dismiss',
  check: 'anonymity.vague',
  file: 'ferry.article',
  target: { exact: 'two officials', prefix: 'rotten, ', suffix: ' said', start: 80, end: 93 },
};

describe('a file of decisions', () => {
  it('has a readable line for each', () => {
    assert.equal(
      decisionLine(VAGUE).raw,
      '{"id":"d1","kind":"dismiss","check":"anonymity.vague","target":{"source":"ferry.article","selector":[' +
        '{"type":"TextQuoteSelector","prefix":"rotten, ","exact":"two officials","suffix":" said"},' +
        '{"type":"TextPositionSelector","start":80,"end":93}]},"at":"2031-04-02T09:00:00.000Z"}',
    );
  });

  const unreadable: [what: string, line: string][] = [
    ['is cut short', '{"id":"d1","kind":"dismiss","che'],
    ['is no object', '"dismiss"'],
    ['is of a later version', '{"id":"d1","kind":"remark","text":"call back","at":"2031-04-02T09:00:00Z"}'],
    ['has no id', '{"kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z"}'],
    ['has no time', '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"yesterday"}'],
    [
      'has a target without a file',
      '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z","target":{}}',
    ],
    [
      'has half a place',
      '{"id":"d1","kind":"dismiss","check":"cue.loaded","at":"2031-04-02T09:00:00Z","target":{"source":"a.txt","selector":[]}}',
    ],
  ];
  for (const [what, line] of unreadable) {
    it(`keeps a line that ${what}, and the others`, () => {
      const read = parseDecisions(`${line}\r\n${decisionLine(VAGUE).raw}\r\n`);
      assert.deepEqual(read, [decisionLine(VAGUE), { raw: line, decision: null }]);
    });
  }

  it('is the same when read again, where its last line ends with a carriage return alone', () => {
    const read = parseDecisions(`${decisionLine(VAGUE).raw}\r`);
    assert.deepEqual(read, [decisionLine(VAGUE)]);
  });
});
