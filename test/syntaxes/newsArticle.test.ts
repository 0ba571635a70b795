import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { head, loadGrammar, wordsWith } from './grammar';

describe('the grammar of news articles', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await loadGrammar();
  });

  const cases: [name: string, text: string, scope: string, expected: string[]][] = [
    ['the headline is the first line', `${head}\nThe ferry sails.`, 'markup.heading', ['Ferry sails again']],
    ['a long first line is no headline', 'The ferry sails. '.repeat(20), 'markup.heading', []],
    [
      'a byline',
      `${head}By Ines Okafor and Tom Reed`,
      'entity.name.type.byline',
      ['Ines Okafor and Tom Reed'],
    ],
    [
      '“by” in a sentence is no byline',
      `${head}By noon the ferry had sailed.`,
      'entity.name.type.byline',
      [],
    ],
    [
      'a dateline',
      `${head}LOW ISLAND, April 3 — The ferry`,
      'constant.numeric.dateline',
      ['LOW ISLAND, April 3 '],
    ],
    [
      'a dateline with an agency',
      `${head}LOW ISLAND (Quay Post) - The ferry`,
      'constant.numeric.dateline',
      ['LOW ISLAND (Quay Post)'],
    ],
    [
      'a dash in a sentence makes no dateline',
      `${head}The ferry — old as it is — sails.`,
      'constant.numeric.dateline',
      [],
    ],
    [
      'curly quotation marks',
      `${head}“It sails,” she said. “Soon.”`,
      'string.quoted',
      ['“It sails,”', '“Soon.”'],
    ],
    ['straight quotation marks', `${head}"It sails," she said.`, 'string.quoted', ['"It sails,"']],
    [
      'single quotation marks, apostrophes inside',
      `${head}‘It doesn’t sail,’ he said.`,
      'string.quoted',
      ['‘It doesn’t sail,’'],
    ],
    ['two apostrophes', `${head}''It sails,'' he said.`, 'string.quoted', ["''It sails,''"]],
    ['guillemets', `${head}«It sails», he said.`, 'string.quoted', ['«It sails»']],
    ['low-high marks', `${head}„It sails“, he said.`, 'string.quoted', ['„It sails“']],
    ['apostrophes that are none', `${head}The port's crews' boats’ names.`, 'string.quoted', []],
    [
      'a quotation that runs on ends with its line',
      `${head}“It sails.\n“And comes back.” So it does.`,
      'string.quoted',
      ['“It sails.', '“And comes back.”'],
    ],
    [
      'cues',
      `${head}It sails, according to Reed, who added: no.`,
      'keyword.other.cue',
      ['according to', 'added'],
    ],
    ['words in a quotation are no cues', `${head}“He told me,” she said.`, 'keyword.other.cue', ['said']],
  ];
  for (const [name, text, scope, expected] of cases) {
    it(`colours ${name}`, () => {
      assert.deepEqual(wordsWith(grammar, scope, text), expected);
    });
  }
});
