import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../src/articles/article';
import type { ArticleState } from '../../src/articles/articles';
import { WhoSaidWhat } from '../../src/editor/tree';
import type { TreeNode } from '../../src/editor/treeModel';
import { TREE, type TreeOptions } from '../../src/editor/treeOptions';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../articles/fixture';

const byActor: TreeOptions = TREE.defaults;
const inOrder: TreeOptions = { ...byActor, grouping: 'text' };

function treeOf(state: ArticleState | undefined, options: TreeOptions): WhoSaidWhat {
  return new WhoSaidWhat({
    active: { document: undefined, state },
    open: () => [],
    decisions: { of: () => [] },
    quotes: { of: () => null },
    choices: { options },
  });
}

function ferry(options: TreeOptions): WhoSaidWhat {
  return treeOf(analysed(new Article(ferryText, ferryAnalysis)), options);
}

function analysed(article: Article): ArticleState {
  return { kind: 'analysed', article, current: true };
}

/** A tree as indented lines: label and description. */
function outline(tree: WhoSaidWhat, node?: TreeNode, indent = ''): string[] {
  return tree.getChildren(node).flatMap(child => {
    if (child.kind === 'context') return [];
    const { label, description } = tree.getTreeItem(child);
    return [
      `${indent}${labelText(label)} | ${String(description ?? '')}`,
      ...outline(tree, child, `${indent}  `),
    ];
  });
}

function labelText(label: vscode.TreeItem['label']): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}

describe('the tree', () => {
  it('lists actors with their claims, roles and counts', () => {
    assert.deepEqual(outline(ferry(byActor)), [
      'Ines Okafor | Mayor · 1 claim',
      '  “the ferry will sail” … that fares would rise | ',
      'Two dockers who asked not to be named | anonymous · 1 claim',
      '  the pier was rotten | via the Quay Post',
      'the Quay Post | passed on 1',
      '  the pier was rotten | from Two dockers who asked not to be named',
      'A spokesman for Bluewater | spokesperson · 1 claim',
      '  it was safe | ',
    ]);
  });

  it('lists claims in the order of the text', () => {
    assert.deepEqual(outline(ferry(inOrder)), [
      '“the ferry will sail” … that fares would rise | Ines Okafor',
      'the pier was rotten | Two dockers who asked not to be named · via the Quay Post',
      'it was safe | A spokesman for Bluewater',
    ]);
  });

  it('can show anonymous people and groups alone, without spokesmen', () => {
    assert.deepEqual(
      outline(ferry({ ...inOrder, anonymousOnly: true })).map(line => line.split(' |')[0]),
      ['the pier was rotten'],
    );
  });

  it('gives every item a label for screen readers, and a different one where it looks the same', () => {
    const tree = ferry(byActor);
    const labels = (node?: TreeNode): string[] =>
      tree
        .getChildren(node)
        .flatMap(child => [tree.getTreeItem(child).accessibilityInformation?.label ?? '', ...labels(child)]);
    assert.deepEqual(labels().slice(0, 2), [
      'Ines Okafor, Mayor, named, 1 claim',
      'partly quoted claim, “the ferry will sail” … that fares would rise, Ines Okafor',
    ]);
    assert.ok(labels().every(label => label !== ''));
  });

  it('tells named, anonymous and role sources apart by their icons', () => {
    const tree = ferry(byActor);
    const icons = tree.getChildren().map(node => tree.getTreeItem(node).iconPath as vscode.ThemeIcon);
    assert.deepEqual(
      icons.map(({ id, color }) => `${id} ${color?.id}`),
      [
        'person sourcelight.namedSource',
        'eye-closed sourcelight.anonymousSource',
        'book sourcelight.namedSource',
        'megaphone sourcelight.roleSource',
      ],
    );
  });

  it('draws and names a body such as “police” unlike a leaker', () => {
    const text = 'The road is closed, police said.';
    const police = actorWith({
      id: 'k1',
      name: 'police',
      type: 'organization',
      anonymous: true,
      anonymity: {
        class: 'collective',
        count: 'unstated',
        descriptor: [spanOf(text, 'police')],
        basis: [],
        reason: [],
        conditions: [],
      },
    });
    const claim = attributionWith({
      id: 'a1',
      content: [spanOf(text, 'The road is closed')],
      source: { mention: [spanOf(text, 'police')], actor: 'k1' },
    });
    const tree = treeOf(
      analysed(new Article(text, analysisWith({ actors: [police], attributions: [claim] }))),
      byActor,
    );
    const [node] = tree.getChildren();
    assert.ok(node);
    const { iconPath, description, accessibilityInformation } = tree.getTreeItem(node);
    assert.deepEqual(
      iconPath,
      new vscode.ThemeIcon('briefcase', new vscode.ThemeColor('sourcelight.roleSource')),
    );
    assert.equal(description, 'body · 1 claim');
    assert.equal(accessibilityInformation?.label, 'police, speaks as one body, without names, 1 claim');
  });

  it('says of a claim that it is hearsay', () => {
    const text = 'The mayor reportedly said the pier is rotten.';
    const claim = attributionWith({
      id: 'a1',
      content: [spanOf(text, 'the pier is rotten')],
      hearsay: spanOf(text, 'reportedly'),
    });
    const tree = treeOf(analysed(new Article(text, analysisWith({ attributions: [claim] }))), inOrder);
    const [node] = tree.getChildren();
    assert.ok(node);
    const { description, accessibilityInformation } = tree.getTreeItem(node);
    assert.equal(description, 'hearsay · nobody given');
    assert.match(accessibilityInformation?.label ?? '', /^indirect claim, hearsay, the pier is rotten/);
  });

  it('finds the node for a place in the text: the claim, else the actor', () => {
    const tree = ferry(byActor);
    const at = (words: string) => tree.nodeAt(spanOf(ferryText, words).start + 1);
    const claim = at('rotten');
    assert.equal(claim?.kind === 'claim' && claim.claim.id, 'a2');
    assert.equal(claim?.kind === 'claim' && claim.passedOn, false);
    const actor = at('Quay Post');
    assert.equal(actor?.kind === 'actor' && actor.group.actor?.id, 'k3');
    assert.equal(at(' and '), null);
  });

  it('makes its tooltips only when they are asked for', () => {
    const tree = ferry(byActor);
    const [node] = tree.getChildren();
    assert.ok(node);
    const item = tree.getTreeItem(node);
    assert.equal(item.tooltip, undefined);
    assert.match((tree.resolveTreeItem(item, node).tooltip as vscode.MarkdownString).value, /Ines Okafor/);
  });

  const empty: [ArticleState | undefined, string][] = [
    [undefined, 'none'],
    [{ kind: 'analysing' }, 'analysing'],
    [{ kind: 'failed' }, 'failed'],
    [{ kind: 'leftAlone', reason: 'not-english', language: 'fr' }, 'not-english'],
    [{ kind: 'leftAlone', reason: 'not-prose', language: 'und' }, 'not-prose'],
    [{ kind: 'leftAlone', reason: 'empty', language: 'und' }, 'empty'],
    [{ kind: 'leftAlone', reason: 'excluded', language: null }, 'excluded'],
    [{ kind: 'leftAlone', reason: 'switched-off', language: null }, 'switched-off'],
    [analysed(new Article('Nothing.', analysisWith({}))), 'nothing'],
  ];
  for (const [state, expected] of empty) {
    it(`is empty when ${expected} is so, and has a welcome text for it`, () => {
      const tree = treeOf(state, byActor);
      assert.deepEqual(tree.getChildren(), []);
      assert.equal(tree.emptiness, expected);
      assert.ok(
        welcomes().some(when => when.includes(`'${expected}'`)),
        `no text for ${expected}`,
      );
    });
  }

  it('has no welcome text where there are claims', () => {
    assert.equal(ferry(byActor).emptiness, 'claims');
    assert.equal(ferry({ ...byActor, anonymousOnly: true }).emptiness, 'claims');
    assert.ok(!welcomes().some(when => when.includes("'claims'")));
  });

  it('has a welcome text for when the filters hide everything', () => {
    const tree = ferry({ ...byActor, directOnly: true });
    assert.deepEqual(tree.getChildren(), []);
    assert.equal(tree.emptiness, 'filtered');
    assert.ok(welcomes().some(when => when.includes("'filtered'")));
  });

  it('has a welcome text for when the level hides everything', () => {
    const unsure = ferryAnalysis.attributions.map(it => ({ ...it, confidence: 0.1 }));
    const article = new Article(ferryText, { ...ferryAnalysis, attributions: unsure }, 'likely');
    const tree = treeOf(analysed(article), byActor);
    assert.deepEqual(tree.getChildren(), []);
    assert.equal(tree.emptiness, 'below-level');
    assert.ok(welcomes().some(when => when.includes("'below-level'")));
  });

  describe('with thousands of claims', () => {
    const many = 5000;
    const long = new Article(
      'x'.repeat(many * 2),
      analysisWith({
        actors: [actorWith({ id: 'k1', name: 'Okafor' })],
        attributions: Array.from({ length: many }, (_, i) =>
          attributionWith({
            id: `a${i}`,
            content: [{ start: i * 2, end: i * 2 + 1 }],
            source: { mention: [], actor: 'k1' },
          }),
        ),
      }),
    );

    it('shows a page of them, says how many are left and goes on when asked', () => {
      const tree = treeOf(analysed(long), inOrder);
      const shown = tree.getChildren();
      const more = shown.at(-1);
      assert.ok(more?.kind === 'more');
      assert.equal(shown.length - 1 + more.left, many);
      tree.showMore(more);
      assert.equal(tree.getChildren().length, 2 * (shown.length - 1) + 1);
    });

    it('shows as many as are needed to reach the claim at the cursor', () => {
      const tree = treeOf(analysed(long), byActor);
      const node = tree.nodeAt(many * 2 - 2);
      assert.ok(node?.kind === 'claim');
      const parent = tree.getParent(node);
      assert.ok(tree.getChildren(parent).includes(node));
    });
  });
});

function welcomes(): string[] {
  const manifest = vscode.extensions.getExtension('sourcelight.sourcelight')?.packageJSON as {
    contributes: { viewsWelcome: { when: string }[] };
  };
  return manifest.contributes.viewsWelcome.map(({ when }) => when);
}
