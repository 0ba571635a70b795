import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../../src/articles/article';
import { MOST, symbolsOf } from '../../../src/editor/mentions/outline';
import { api, closeAll, eventually, show } from '../support';

const ARTICLE = [
  'Ferry to Low Island will run again',
  '“The pier is rotten,” Mayor Ines Okafor said. She warned that it might fall.',
  '“It is safe,” said two officials, who asked not to be named. But Okafor said that it was not.',
  'The island has 412 residents, a school and one shop.\n',
].join('\n\n');

async function outlineOf(content: string, language: string) {
  const document = await show(content, language);
  await (await api()).analysisOf(document.uri);
  // VS Code asks the provider only once it knows of it, a moment after the analysis.
  const symbols = await eventually(
    () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    found => found !== undefined && found.length > 0,
  );
  return { document, symbols: symbols ?? [] };
}

const lines = (symbols: readonly vscode.DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name} | ${detail}`,
    ...lines(children, `${indent}  `),
  ]);

describe('the outline', () => {
  afterEach(closeAll);

  it('has the headline, then who speaks in which turn, with the claims', async () => {
    const { symbols } = await outlineOf(ARTICLE, 'news-article');
    assert.deepEqual(lines(symbols), [
      'Ferry to Low Island will run again | headline',
      'Ines Okafor | Mayor',
      '  “The pier is rotten,” | direct quote',
      '  that it might fall | indirect claim',
      'two officials | anonymous',
      '  “It is safe,” | direct quote',
      'Ines Okafor | Mayor',
      '  that it was not | indirect claim',
    ]);
  });

  it('leads the breadcrumbs to one actor and one claim at every place', async () => {
    const { document, symbols } = await outlineOf(ARTICLE, 'plaintext');
    for (const [i, symbol] of symbols.entries()) {
      assert.ok(symbol.children.every(({ range }) => symbol.range.contains(range)));
      assert.ok(symbols.every((other, j) => i === j || !other.range.intersection(symbol.range)));
      assert.equal(symbol.range.isSingleLine, true);
    }
    assert.ok(symbols.some(({ range }) => document.getText(range).includes('said two officials')));
  });

  it('has what a headline claims below the headline', async () => {
    const { symbols } = await outlineOf(ARTICLE.replace(/^.*/, 'Pier is rotten, mayor says'), 'news-article');
    assert.deepEqual(lines(symbols.slice(0, 2)).slice(0, 4), [
      'Pier is rotten, mayor says | headline',
      '  Ines Okafor | mayor',
      '    Pier is rotten | indirect claim',
      'Ines Okafor | mayor',
    ]);
  });

  it('says in its last line that the analysis has not come to the article’s end', async () => {
    const document = await show(ARTICLE);
    const whole = await (await api()).analysisOf(document.uri);
    assert.ok(whole);
    const last = (partial: boolean) => {
      const article = new Article(ARTICLE, { ...whole, partial });
      return symbolsOf(article, document, article.claimsAround(0, MOST)).at(-1)?.name;
    };
    assert.deepEqual([last(true), last(false)], ['Not analyzed to its end', 'Ines Okafor']);
  });

  it('leaves Markdown to its headings', async () => {
    const { symbols } = await outlineOf(`# A heading\n\n${ARTICLE}`, 'markdown');
    assert.ok(!lines(symbols).some(line => line.includes('Okafor')));
  });

  it('of a long article has the claims around what is read, and says how many others there are', async () => {
    const claims = Array.from(
      { length: 2 * MOST },
      (_, n) => `“Pier ${n} is rotten,” Mayor Ines Okafor said.`,
    );
    const { document, symbols } = await outlineOf(claims.join('\n\n'), 'news-article');
    const listed = () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
    assert.ok(symbols.length <= MOST + 2);
    assert.match(symbols[0]?.children[0]?.name ?? '', /Pier 0 /);
    assert.match(symbols.at(-1)?.name ?? '', /^\d+ claims after$/);
    // Where the last one is selected, the outline goes on there.
    const place = symbols.at(-1)!.selectionRange;
    await vscode.window.showTextDocument(document, { selection: place });
    const further = await eventually(listed, found => found.some(({ name }) => name.endsWith('before')));
    assert.match(further.at(0)?.name ?? '', /^\d+ claims before$/);
    assert.ok(further.some(({ range }) => range.contains(place.start)));
  });
});
