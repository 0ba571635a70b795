import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Article } from '../../../src/articles/article';
import type { ArticleState } from '../../../src/articles/articles';
import { confidential, notSource, status } from '../../../src/articles/decisions/builders';
import type { Decision } from '../../../src/articles/decisions/decision';
import type { QuoteResult } from '../../../src/articles/quoteCheck';
import { WhoSaidWhat, type TreeContents } from '../../../src/editor/tree/tree';
import type { TreeNode } from '../../../src/editor/tree/treeModel';
import { TREE, type TreeOptions } from '../../../src/editor/tree/treeOptions';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../../articles/fixture';

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

/** What a person did with the article: a status with a note, and decisions, one without its words. */
const verifiedArticle = new Article(ferryText, {
  ...ferryAnalysis,
  attributions: ferryAnalysis.attributions.map(claim =>
    claim.id === 'a2'
      ? { ...claim, verification: { status: 'disputed', note: 'Ask the crew' }, decisions: ['d1'] }
      : claim,
  ),
  actors: ferryAnalysis.actors.map(actor =>
    actor.id === 'k2' ? { ...actor, confidential: true, note: 'Met on the quay' } : actor,
  ),
  decisions: [
    { id: 'd1', state: 'applied', dismissed: [] },
    { id: 'd2', state: 'orphaned', dismissed: [] },
    { id: 'd3', state: 'applied', dismissed: [] },
  ],
});
const decided = { text: ferryText, file: 'ferry.article' };
const words = (it: string) => [spanOf(ferryText, it)];
const decisions: Decision[] = [
  { ...status(decided, { content: words('the pier was rotten') }, 'disputed', 'Ask the crew'), id: 'd1' },
  { ...notSource(decided, words('the Quay Post')), id: 'd2' },
  { ...confidential(decided, words('Two dockers')), id: 'd3' },
];

function treeWith(contents: Partial<TreeContents>): WhoSaidWhat {
  return new WhoSaidWhat({
    active: { document: undefined, state: analysed(verifiedArticle) },
    open: () => [],
    decisions: { of: () => decisions },
    quotes: { of: () => null },
    choices: { options: inOrder },
    ...contents,
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
    assert.equal(actor?.kind === 'actor' && actor.group.actor?.now.id, 'k3');
    assert.equal(at(' and '), null);
  });

  it('shows a claim in the sentence that it stands in, with its words marked', () => {
    const tree = ferry(inOrder);
    const claim = tree.nodeAt(spanOf(ferryText, 'rotten').start);
    assert.ok(claim);
    const [context] = tree.getChildren(claim);
    assert.ok(context);
    const { label } = tree.getTreeItem(context);
    assert.ok(typeof label === 'object');
    assert.match(label.label, /^Two dockers .* the Quay Post reported\.$/);
    const [[start, end] = [0, 0]] = label.highlights ?? [];
    assert.equal(label.label.slice(start, end), 'the pier was rotten');
    assert.equal(tree.getParent(context), claim);
  });

  it('shows what was verified and noted, decisions with their state, and says it all aloud', () => {
    const tree = treeWith({});
    assert.deepEqual(outline(tree), [
      '“the ferry will sail” … that fares would rise | Ines Okafor',
      'the pier was rotten | disputed · note: Ask the crew · Two dockers who asked not to be named · via the Quay Post',
      'it was safe | A spokesman for Bluewater',
      'Decisions (3) | 1 without their words',
      '  Verification: disputed · Ask the crew | “the pier was rotten”',
      '  Not a source | “the Quay Post” · no longer in the text',
      '  Confidential | “Two dockers” · private',
    ]);
    const claim = tree.getTreeItem(tree.getChildren()[1]!);
    assert.equal((claim.iconPath as vscode.ThemeIcon).id, 'warning');
    assert.match(
      claim.accessibilityInformation?.label ?? '',
      /disputed, note: Ask the crew, the pier was rotten/,
    );
    assert.equal(claim.contextValue, 'claim decided');
    const [, actor] = treeWith({ choices: { options: byActor } }).getChildren();
    assert.match(String(tree.getTreeItem(actor!).description), /confidential · note: Met on the quay/);
    assert.match(tree.getTreeItem(actor!).contextValue ?? '', /^actor confidential/);
  });

  it('can be filtered by what was verified, searched and sorted', () => {
    const labels = (options: TreeOptions) =>
      treeWith({ choices: { options }, decisions: { of: () => [] } })
        .getChildren()
        .map(node => labelText(ferry(byActor).getTreeItem(node).label));
    assert.deepEqual(labels({ ...inOrder, statuses: ['disputed', 'wrong'] }), ['the pier was rotten']);
    assert.deepEqual(labels({ ...inOrder, search: 'bluewater' }), ['it was safe']);
    assert.deepEqual(labels({ ...byActor, order: 'name' }), [
      'A spokesman for Bluewater',
      'Ines Okafor',
      'the Quay Post',
      'Two dockers who asked not to be named',
    ]);
  });

  it('still lists decisions where a filter hides every claim', () => {
    const tree = treeWith({ choices: { options: { ...inOrder, search: 'nowhere' } } });
    assert.equal(tree.emptiness, 'claims');
    assert.equal(outline(tree)[0], 'Decisions (3) | 1 without their words');
    const undecided = treeWith({
      choices: { options: { ...inOrder, search: 'nowhere' } },
      decisions: { of: () => [] },
    });
    assert.equal(undecided.emptiness, 'filtered');
  });

  it('lists every open article, those that are left alone excepted', () => {
    const tree = treeWith({
      choices: { options: { ...inOrder, scope: 'open' } },
      decisions: { of: () => [] },
      open: () => [
        { key: 'file:///a/ferry.article', state: analysed(verifiedArticle) },
        { key: 'file:///a/list.txt', state: { kind: 'leftAlone', reason: 'not-prose', language: null } },
        { key: 'file:///a/late.article', state: { kind: 'analysing' } },
      ],
    });
    assert.deepEqual(
      outline(tree).map(line => line.replace(/^.*\/(?=\w+\.article)/, '')),
      [
        'ferry.article | 3 claims',
        '  “the ferry will sail” … that fares would rise | Ines Okafor',
        '  the pier was rotten | disputed · note: Ask the crew · Two dockers who asked not to be named · via the Quay Post',
        '  it was safe | A spokesman for Bluewater',
        'late.article | Reading…',
      ],
    );
    assert.equal(tree.emptiness, 'claims');
    assert.equal(tree.claimCount, 3);
    const [article] = tree.getChildren();
    const [claim] = tree.getChildren(article);
    assert.ok(claim);
    assert.equal(tree.getParent(claim), article);
  });

  it('lists quotes that were checked against a file, with what came out', () => {
    const quote = (text: string, result: Partial<QuoteResult>) => ({
      span: spanOf(ferryText, 'the ferry will sail'),
      words: text,
      result: { verdict: 'exact', span: null, changes: [], ...result } as const,
    });
    const tree = treeWith({
      decisions: { of: () => [] },
      quotes: {
        of: () => ({
          fileName: 'notes.txt',
          checked: [
            quote('“the ferry will sail”', {}),
            quote('“never”', { verdict: 'near', changes: [{ where: 'quote', words: 'never' }] }),
            quote('“in May”', { verdict: 'absent' }),
          ],
        }),
      },
    });
    assert.deepEqual(outline(tree).slice(0, 4), [
      'Quotes in “notes.txt” | 1 exact, 1 near, 1 not there',
      '  “the ferry will sail” | exact',
      '  “never” | near',
      '  “in May” | not there',
    ]);
    const [quotes] = tree.getChildren();
    const items = tree.getChildren(quotes).map(node => tree.getTreeItem(node));
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id),
      ['check', 'diff', 'circle-slash'],
    );
    assert.equal(items[1]?.accessibilityInformation?.label, 'near, “never”, [quote: never]');
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

    it('shows as many when the article is analysed again, until it is closed', () => {
      let open = [{ key: 'file:///a/long.article', state: analysed(long) }];
      const tree = treeWith({
        open: () => open,
        decisions: { of: () => [] },
        choices: { options: { ...inOrder, scope: 'open' } },
      });
      const claims = () => tree.getChildren(tree.getChildren()[0]);
      const page = claims().length - 1;
      const more = claims().at(-1);
      assert.ok(more?.kind === 'more');
      tree.showMore(more);
      tree.refresh();
      assert.equal(claims().length, 2 * page + 1);
      const before = open;
      open = [];
      tree.refresh();
      open = before;
      assert.equal(claims().length, page + 1);
    });

    it('shows no more for having been where the cursor was', () => {
      const state = analysed(long);
      const tree = treeWith({
        active: { document: undefined, state },
        open: () => [{ key: '', state }],
        decisions: { of: () => [] },
      });
      const before = tree.getChildren().length;
      tree.nodeAt(many * 2 - 2);
      assert.ok(tree.getChildren().length > before);
      tree.refresh();
      assert.equal(tree.getChildren().length, before);
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
