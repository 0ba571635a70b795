import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const path = join(__dirname, '..', '..', 'syntaxes', 'news-article.tmLanguage.json');

/** What the texts of the tests begin with, as the first line is a headline. */
export const head = 'Ferry sails again\n';

/** The grammar of news articles, in the engine of VS Code. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  const loaded = await registry.loadGrammar('text.news-article');
  assert.ok(loaded);
  return loaded;
}

/** The words that bear a scope, whose name starts so. */
export function wordsWith(grammar: IGrammar, scope: string, text: string): string[] {
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
}
