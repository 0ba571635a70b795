import assert from 'node:assert/strict';
import { isConfidential } from '../../../src/analysis/checks/confidential';
import type { Anonymity } from '../../../src/analysis/contract';

/** How a source is counted, its description in braces, and a basis in angle brackets. */
type Row = readonly [count: Anonymity['count'], line: string];

const heldBack: readonly Row[] = [
  ['one', '{a source}'],
  ['unstated', '{sources}'],
  ['one', '{a senior official}'],
  ['two', '{two officials}'],
  ['unstated', '{senior officials}'],
  ['one', '{one of the diplomats}'],
  ['unstated', '{current and former employees}'],
  ['one', '{a former engineer at the plant}'],
  ['unstated', "{the mayor's aides}"],
  ['unstated', '{her advisers}'],
  ['unstated', '{people} <familiar with the matter>'],
  ['one', '{a friend}, <who saw the letter>'],
];
const justNotTold: readonly Row[] = [
  ['unstated', '{officials}'],
  ['unstated', '{city officials}'],
  ['several', '{some officials}'],
  ['one', '{the official}'],
  ['one', '{the mayor}'],
  ['one', '{her adviser}'],
  ['two', '{critics and officials}'],
  ['one', '{official}'],
  ['one', '{a woman}'],
  ['unstated', '{residents}'],
  ['unstated', '{experts}'],
  ['unstated', '{townspeople} are proud, and <close to the sea>'],
];

function read([count, line]: Row): readonly [anonymity: Anonymity, words: string] {
  const text = line.replace(/[{}<>]/gu, '');
  const spans = (pattern: RegExp) =>
    (pattern.exec(line) ?? []).slice(1).map(words => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    });
  const descriptor = spans(/\{(.*?)\}/u);
  return [
    {
      class: count === 'one' ? 'individual' : 'group',
      count,
      descriptor,
      basis: spans(/<(.*?)>/u),
      reason: [],
      conditions: [],
    },
    text.slice(descriptor[0]?.start, descriptor[0]?.end),
  ];
}

describe('the name of an unnamed source', () => {
  for (const row of heldBack)
    it(`is held back: ${row[1]}`, () => {
      assert.ok(isConfidential(...read(row)));
    });
  for (const row of justNotTold)
    it(`is just not told: ${row[1]}`, () => {
      assert.ok(!isConfidential(...read(row)));
    });

  it('is held back where terms of anonymity are told, whoever it is', () => {
    const [anonymity, words] = read(['one', '{the woman}']);
    assert.ok(isConfidential({ ...anonymity, conditions: [{ start: 20, end: 30 }] }, words));
  });
});
