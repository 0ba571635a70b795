import assert from 'node:assert/strict';
import { analyze } from '../../../src/analysis/analyze';
import { article } from './cases';

describe('the evidence of a pattern', () => {
  const cases: readonly (readonly [code: string, text: string])[] = [
    ['pattern:colon', 'Smith: we will act'],
    ['pattern:headline', 'Mayor to step down, says paper'],
    ['pattern:signature', '“We will act.” — Ann Lee'],
    ['pattern:signature', article('“We will act.”', '— Ann Lee')],
    ['pattern:block-quote', '> We will act.\n> — Ann Lee'],
    ['pattern:interview', article('BRANDT: We will act.', 'COLE: When?', 'BRANDT: Now.')],
    ['pattern:introduced', article('Ann Lee runs the bakery.', '“We open at five.”')],
    [
      'pattern:dialogue',
      article('“Did you close it?” asked Ida Brandt.', '“We did,” said Bo Cole.', '“For how long?”'),
    ],
  ];
  for (const [code, text] of cases)
    it(`is ${code} in ${JSON.stringify(text)}`, () => {
      const last = analyze(text).attributions.at(-1);
      assert.ok(last?.evidence.includes(code), JSON.stringify(last?.evidence));
    });

  it('makes a quotation surer than a speaker who is only taken over from the paragraph before', () => {
    const [, carried] = analyze(article('“It is closed,” said Ann Lee.', '“It stays so.”')).attributions;
    const [led] = analyze(article('Ann Lee said:', '“It stays so.”')).attributions;
    assert.ok((led?.confidence ?? 0) > (carried?.confidence ?? 1));
  });
});
