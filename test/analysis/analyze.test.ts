import assert from 'node:assert/strict';
import { analyze } from '../../src/analysis/analyze';
import { assertSpansWithin } from './spansIn';

const inputs: readonly (readonly [what: string, text: string])[] = [
  ['an empty text', ''],
  ['white space', ' \t\r\n \n'],
  ['lone surrogates', 'Ann Lee said\ud800 the bridge \udc00was closed.'],
  ['CRLF', '“It is over,” Ann Lee said.\r\n\r\n“Go,” she said.\r\n'],
  ['tabs', 'Ann Lee\tsaid:\t“It is over.”'],
  ['right-to-left text', 'אמר “שלום” Ann Lee said “it is over.”'],
  ['a byte order mark', '\ufeff“It is over,” Ann Lee said.'],
  ['control characters', 'PK\u0003\u0004\0\0\u0008\0 “x”'],
];

describe('analyze', () => {
  for (const [what, text] of inputs)
    it(`takes ${what}`, () => {
      assertSpansWithin(text, analyze(text));
    });

  it('passes on what it was told of the file', () => {
    const { id, file, language } = analyze('', { id: 'x', file: 'a.txt', language: 'und' });
    assert.deepEqual({ id, file, language }, { id: 'x', file: 'a.txt', language: 'und' });
  });

  it('joins a quotation that runs over several paragraphs into one attribution', () => {
    const { attributions, quotations } = analyze('“We go on.\n\n“Nobody stops us,” Ann Lee said.');
    assert.equal(attributions.length, 1);
    assert.equal(attributions[0]?.content.length, 2);
    assert.deepEqual(
      quotations.map(q => [q.balanced, q.attribution]),
      [
        [true, 'a1'],
        [true, 'a1'],
      ],
    );
  });

  it('gives a quotation without a cue to the one who spoke before', () => {
    const text = '“It is over,” Ann Lee said.\n\n“Nobody in this town has ever stopped us.”';
    const [first, second] = analyze(text).attributions;
    assert.ok(first?.source);
    assert.equal(second?.source?.actor, first.source.actor);
    assert.deepEqual(second.evidence, ['quotation', 'previous-speaker']);
  });

  it('leaves a quotation alone that nobody spoke before', () => {
    const [first] = analyze('“Nobody in this town has ever stopped us.”').attributions;
    assert.equal(first?.source, null);
  });
});
