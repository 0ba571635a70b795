import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const path = join(__dirname, '..', '..', 'syntaxes', 'news-article.tmLanguage.json');

describe('the grammar of news articles', () => {
  let grammar: IGrammar;

  before(async () => {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(new Uint8Array(wasm).buffer);
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path)),
    });
    const loaded = await registry.loadGrammar('text.news-article');
    assert.ok(loaded);
    grammar = loaded;
  });

  /** The words that bear a scope, whose name starts so. */
  const words = (text: string, scope: string): string[] => {
    const found: string[] = [];
    let stack = INITIAL;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      let open = false;
      for (const { startIndex, endIndex, scopes } of tokens) {
        const has = scopes.some(name => name.startsWith(scope));
        const token = line.slice(startIndex, endIndex);
        if (has && open) found.push((found.pop() ?? '') + token);
        else if (has) found.push(token);
        open = has;
      }
    }
    return found;
  };

  const head = 'Ferry sails again\n';
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
      assert.deepEqual(words(text, scope), expected);
    });
  }

  it('takes a long line of quotation marks in its stride', () => {
    assert.ok(words(`${head}${"‘“\"«''x ".repeat(20_000)}`, 'string.quoted').length > 0);
  });
});
