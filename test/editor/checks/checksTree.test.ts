import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check, CheckCode, Span } from '../../../src/analysis/contract';
import { Article } from '../../../src/articles/article';
import type { ArticleState } from '../../../src/articles/articles';
import type { CheckChoices } from '../../../src/articles/checks';
import type { Decision, Dismissal } from '../../../src/articles/decisions/decision';
import { ChecksTree } from '../../../src/editor/checks/checksTree';
import type { ChecksTreeNode, ChecksTreeOptions } from '../../../src/editor/checks/checksTreeModel';
import { analysisWith, ReadInParts, spanOf } from '../../articles/fixture';
import { closeAll, show } from '../support';

const text = [
  '“The pier is rotten,” said an official.',
  'Two sources denied it.',
  'The “mayor said no.',
].join('\n\n');

const on: CheckChoices = {
  profile: 'strict',
  severities: { 'anonymity.vague': 'warning', 'anonymity.reason-missing': 'information' },
};

function check(code: CheckCode, span: Span): Check {
  return { code, args: {}, span, attribution: null, actor: null };
}

const checks = [
  check('anonymity.reason-missing', spanOf(text, 'an official')),
  check('anonymity.vague', spanOf(text, 'Two sources')),
  check('anonymity.reason-missing', spanOf(text, 'Two sources')),
  check('quotation.unbalanced', spanOf(text, '“', 1)),
];

function dismissal(id: string, parts: Partial<Dismissal>): Dismissal {
  return {
    id,
    at: '2024-03-01T10:00:00Z',
    kind: 'dismiss',
    check: 'cue.loaded',
    file: 'a',
    target: null,
    ...parts,
  };
}

describe('the tree of checks', () => {
  let document: vscode.TextDocument;
  before(async () => {
    document = await show(text);
  });
  after(closeAll);

  function treeOf(
    given: Partial<{
      state: ArticleState;
      checks: readonly Check[];
      choices: CheckChoices;
      decisions: readonly Decision[];
      /** What each decision took out, by its id; without it, its words are gone. */
      effects: Readonly<Record<string, readonly Check[]>>;
      grouping: ChecksTreeOptions['grouping'];
    }> = {},
  ): ChecksTree {
    const { decisions = [], effects = {}, grouping = 'rule' } = given;
    const analysis = analysisWith({
      checks: given.checks ?? checks,
      decisions: decisions.map(({ id }) => ({
        id,
        state: effects[id] ? 'applied' : 'orphaned',
        dismissed: effects[id] ?? [],
      })),
    });
    const state = given.state ?? {
      kind: 'analysed',
      article: new ReadInParts(text, analysis),
      current: true,
    };
    return new ChecksTree({ document, state }, { of: () => decisions }, () => given.choices ?? on, {
      options: { grouping },
    });
  }

  /** As indented lines: label and description. */
  function outline(tree: ChecksTree, node?: ChecksTreeNode, indent = ''): string[] {
    return tree.getChildren(node).flatMap(child => {
      const { label, description } = tree.getTreeItem(child);
      return [
        `${indent}${label as string} | ${String(description ?? '')}`,
        ...outline(tree, child, `${indent}  `),
      ];
    });
  }

  function items(tree: ChecksTree, node?: ChecksTreeNode): vscode.TreeItem[] {
    return tree.getChildren(node).flatMap(child => [tree.getTreeItem(child), ...items(tree, child)]);
  }

  it('lists rules with what does not meet them, in the order of the text', () => {
    assert.deepEqual(outline(treeOf()), [
      'No reason given for anonymity | 2',
      '  an official | line 1',
      '  Two sources | line 3',
      'Vague description of a source | 1',
      '  Two sources | line 3',
      'Quotation mark without a partner | 1',
      '  “ | line 5',
    ]);
  });

  it('lists the checks as they stand in the text', () => {
    assert.deepEqual(outline(treeOf({ grouping: 'text' })), [
      'an official | line 1 · No reason given for anonymity',
      'Two sources | line 3 · Vague description of a source',
      'Two sources | line 3 · No reason given for anonymity',
      '“ | line 5 · Quotation mark without a partner',
    ]);
  });

  it('leaves out the rules that are switched off, and counts the others', () => {
    const tree = treeOf({ choices: { ...on, severities: { 'anonymity.reason-missing': 'off' } } });
    assert.equal(tree.open.length, 2);
    assert.doesNotMatch(outline(tree).join(), /No reason given/);
  });

  it('lists what was dismissed, where, and whether its words are gone', () => {
    const target = { exact: 'said', prefix: 'rotten,” ', suffix: ' an', ...spanOf(text, 'said') };
    const tree = treeOf({
      checks: [],
      decisions: [
        dismissal('d1', { target }),
        dismissal('d2', { target: { ...target, exact: 'claimed' } }),
        dismissal('d3', { check: 'anonymity.vague' }),
        dismissal('d4', { file: null }),
        dismissal('d5', { check: 'later.rule' as CheckCode }),
        dismissal('d6', { file: null, check: 'attribution.late' }),
      ],
      effects: {
        d1: [check('cue.loaded', spanOf(text, 'said'))],
        d3: [check('anonymity.vague', spanOf(text, 'Two sources'))],
        d4: [check('cue.loaded', spanOf(text, 'denied')), check('cue.loaded', spanOf(text, 'said', 1))],
        d5: [],
        d6: [],
      },
    });
    assert.deepEqual(outline(tree), [
      'Dismissed (5) | ',
      '  Word that judges what was said | “said” · line 1',
      '  Word that judges what was said | “claimed”, which is no longer in the text',
      '  Vague description of a source | in this file · 1 check',
      '  Word that judges what was said | in this workspace · 2 checks',
      '  later.rule | in this file · 0 checks',
    ]);
    assert.equal(tree.emptiness, 'dismissed');
  });

  it('does not list a decision that the analysis has not heeded yet', () => {
    const article = new Article(text, analysisWith({ checks }));
    const tree = treeOf({
      decisions: [dismissal('d1', {})],
      state: { kind: 'analysed', article, current: true },
    });
    assert.doesNotMatch(outline(tree).join(), /Dismissed/);
  });

  it('gives every item a label for screen readers that says the rule, the words and the line', () => {
    const tree = treeOf({ decisions: [dismissal('d1', {})], effects: { d1: [] } });
    const labels = items(tree).map(({ accessibilityInformation }) => accessibilityInformation?.label ?? '');
    assert.deepEqual(labels.slice(0, 2), [
      'No reason given for anonymity, 2 checks',
      'No reason given for anonymity, an official, line 1',
    ]);
    assert.equal(labels.at(-1), 'Dismissed: Word that judges what was said, in this file, 0 checks');
    assert.ok(labels.every(label => label !== ''));
  });

  it('says on a check what can be done, and shows its severity by the icon', () => {
    const vague = items(treeOf({ grouping: 'text' }))[1];
    assert.match(vague?.tooltip as string, /Describe the source as closely as is safe/);
    assert.equal((vague?.iconPath as vscode.ThemeIcon).id, 'warning');
  });

  it('finds a check where edits have moved it since', () => {
    let state: ArticleState = {
      kind: 'analysed',
      article: new Article(text, analysisWith({ checks })),
      current: true,
    };
    const active = {
      document,
      get state() {
        return state;
      },
    };
    const tree = new ChecksTree(active, { of: () => [] }, () => on, { options: { grouping: 'text' } });
    const [, node] = tree.getChildren();
    assert.ok(node?.kind === 'check');
    const moved = checks.map(it => ({ ...it, span: { start: it.span.start + 7, end: it.span.end + 7 } }));
    state = { kind: 'analysed', article: new Article(text, analysisWith({ checks: moved })), current: false };
    assert.deepEqual(tree.spanOf(node), moved[1]?.span);
  });

  it('finds the words of a dismissal', () => {
    const target = { exact: 'denied', prefix: '', suffix: '', start: 0, end: 6 };
    const tree = treeOf({
      decisions: [dismissal('d1', { target })],
      effects: { d1: [check('cue.loaded', spanOf(text, 'denied'))] },
    });
    const dismissed = tree.getChildren().at(-1);
    const [node] = tree.getChildren(dismissed);
    assert.ok(node?.kind === 'dismissal');
    assert.deepEqual(tree.spanOf(node), spanOf(text, 'denied'));
  });

  const empty: [string, Parameters<typeof treeOf>[0]][] = [
    ['analysing', { state: { kind: 'analysing' } }],
    ['failed', { state: { kind: 'failed' } }],
    ['left-alone', { state: { kind: 'leftAlone', reason: 'not-prose', language: 'und' } }],
    ['left-alone', { state: { kind: 'leftAlone', reason: 'switched-off', language: null } }],
    ['off', { choices: { ...on, profile: 'off' } }],
    ['off', { choices: { ...on, profile: 'off' }, decisions: [dismissal('d1', {})] }],
    ['pass', { checks: [] }],
  ];
  for (const [expected, given] of empty) {
    it(`is empty when ${expected} is so, and has a welcome text for it`, () => {
      const tree = treeOf(given);
      assert.equal(tree.emptiness, expected);
      assert.deepEqual(tree.getChildren(), []);
      assert.equal(tree.open.length, 0);
      assert.ok(welcomes().some(when => when.includes(`'${expected}'`)));
    });
  }

  it('is empty without an article, and has a welcome text for that', () => {
    const tree = new ChecksTree({ document: undefined, state: undefined }, { of: () => [] }, () => on, {
      options: { grouping: 'rule' },
    });
    assert.equal(tree.emptiness, 'none');
    assert.deepEqual(tree.getChildren(), []);
    assert.ok(welcomes().some(when => when.includes("'none'")));
  });

  it('shows thousands of checks page by page, and a rule with many closed', () => {
    const many = Array.from({ length: 5000 }, () => check('anonymity.vague', { start: 0, end: 3 }));
    const tree = treeOf({ checks: many });
    const [rule] = tree.getChildren();
    assert.ok(rule);
    assert.equal(tree.getTreeItem(rule).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    const shown = tree.getChildren(rule);
    const more = shown.at(-1);
    assert.ok(more?.kind === 'more');
    assert.equal(shown.length - 1 + more.left, many.length);
    tree.showMore(more);
    assert.equal(tree.getChildren(rule).length, 2 * (shown.length - 1) + 1);
    tree.refresh();
    const [again] = tree.getChildren();
    assert.equal(tree.getChildren(again).length, 2 * (shown.length - 1) + 1);
  });
});

function welcomes(): string[] {
  const manifest = vscode.extensions.getExtension('sourcelight.sourcelight')?.packageJSON as {
    contributes: { viewsWelcome: { view: string; when: string }[] };
  };
  return manifest.contributes.viewsWelcome
    .filter(({ view }) => view === 'sourcelight.checks')
    .map(({ when }) => when);
}
