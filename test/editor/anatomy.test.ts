import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyze } from '../../src/analysis/analyze';
import { Article } from '../../src/articles/article';
import { excludedWords } from '../../src/editor/anatomy';
import { aboutArticle, aboutItem, type AboutNode, type FactNode } from '../../src/editor/tree/anatomyTree';
import { WhoSaidWhat } from '../../src/editor/tree/tree';
import { TREE } from '../../src/editor/tree/treeOptions';
import { ferryAnalysis, ferryText, ReadInParts } from '../articles/fixture';
import { api, cardsAt, closeAll, eventually, show } from './support';

const TEXT = [
  'LOCAL NEWS',
  'Ferry to Low Island will run again',
  'The pier is mended, and the fares stay as they are',
  'By Runa Falk, Quay Post',
  'March 14, 2022',
  'The ferry to Low Island will sail again in April, Mayor Ines Okafor said on Monday.',
  'The ferry at the pier. (Odd Berg/Getty Images)',
  '“We have waited long enough,” Okafor told the Quay Post.',
  'Read more: The island that nobody left',
].join('\n\n');

function outline(nodes: readonly (AboutNode | FactNode)[], indent = ''): string[] {
  return nodes.flatMap(node => {
    const { label, description } = aboutItem(node, 'key');
    const line = `${indent}${label as string}${description ? ` | ${String(description)}` : ''}`;
    return [line, ...(node.kind === 'about' ? outline(node.children, `${indent}  `) : [])];
  });
}

describe('the article’s anatomy', () => {
  afterEach(closeAll);

  it('is told in the tree: what is stated, and what is left out', () => {
    assert.deepEqual(outline(aboutArticle(new Article(TEXT, analyze(TEXT)))), [
      'About This Article',
      '  Headline | Ferry to Low Island will run again',
      '  Standfirst | The pier is mended, and the fares stay as they are',
      '  Byline | By Runa Falk, Quay Post',
      '  Dateline | March 14, 2022',
      '  Date | March 14, 2022',
      '  Outlet | Quay Post',
      '  Left Out (3)',
      '    LOCAL NEWS | details about the article',
      '    The ferry at the pier. (Odd Berg/Getty Images) | photo caption',
      '    Read more: The island that nobody left | link to other articles',
    ]);
  });

  it('is the last node of the tree, closed, under the claims’ own', () => {
    const state = { kind: 'analysed' as const, article: new ReadInParts(TEXT, analyze(TEXT)), current: true };
    const tree = new WhoSaidWhat({
      active: { document: undefined, state },
      open: () => [],
      decisions: { of: () => [] },
      quotes: { of: () => null },
      choices: { options: TREE.defaults },
    });
    const roots = tree.getChildren();
    const about = roots.at(-1);
    assert.ok(roots.length > 1 && about?.kind === 'about');
    assert.equal(tree.getTreeItem(about).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    const [headline] = tree.getChildren(about);
    assert.ok(headline);
    assert.equal(tree.getParent(headline), about);
    assert.equal(
      tree.getTreeItem(headline).accessibilityInformation?.label,
      'Headline: Ferry to Low Island will run again',
    );
  });

  it('is not told where the article states nothing', () => {
    assert.deepEqual(aboutArticle(new Article(ferryText, ferryAnalysis)), []);
  });

  it('has different words for each kind of what is left out', () => {
    const words = Object.values(excludedWords).map(words => words());
    assert.equal(new Set(words).size, words.length);
  });

  const meanings: [words: string, meaning: RegExp][] = [
    ['Low Island will run', /Taken for the headline/],
    ['fares stay', /Taken for the standfirst/],
    ['Runa Falk', /Taken for the byline/],
    ['March 14', /Taken for the dateline/],
    ['LOCAL NEWS', /Not part of the article: details about the article/],
    ['ferry at the pier', /Not part of the article: photo caption/],
    ['island that nobody left', /Not part of the article: link to other articles/],
  ];
  it('is told on hover', async () => {
    const document = await show(TEXT);
    await (await api()).analysisOf(document.uri);
    for (const [words, meaning] of meanings) {
      const cards = await eventually(
        async () =>
          (await cardsAt(document, words)).map(({ value }) => value.replaceAll('&nbsp;', ' ')).join('\n'),
        found => meaning.test(found),
      );
      assert.match(cards, meaning, words);
    }
    const story = (await cardsAt(document, 'waited long')).map(({ value }) =>
      value.replaceAll('&nbsp;', ' '),
    );
    assert.doesNotMatch(story.join('\n'), /Taken for|Not part of/);
  });

  it('is shown where it stands when its item is selected', async () => {
    const document = await show(TEXT);
    await (await api()).analysisOf(document.uri);
    const key = document.uri.toString();
    for (const [id, words] of [
      ['excluded/1', 'The ferry at the pier. (Odd Berg/Getty Images)'],
      ['standfirst', 'The pier is mended, and the fares stay as they are'],
    ]) {
      await vscode.commands.executeCommand('sourcelight.showPart', key, id);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor && document.getText(editor.selection), words);
    }
  });
});
