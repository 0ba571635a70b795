import * as assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import type { ArticleState } from '../../src/articles/articles';
import { statusOf } from '../../src/editor/statusBar';
import { analysisWith, ferryAnalysis, ferryText } from '../articles/fixture';

describe('the status bar', () => {
  const analysed = (article: Article): ArticleState => ({ kind: 'analysed', article, current: true });
  const cases: [ArticleState, text: string, command: string][] = [
    [{ kind: 'analysing' }, '$(loading~spin) Reading…', 'sourcelight.showWhoSaidWhat'],
    [{ kind: 'failed' }, '$(warning) Not analyzed', 'sourcelight.showLog'],
    [
      { kind: 'leftAlone', reason: 'not-english', language: 'fr' },
      '$(circle-slash) Not English (French)',
      'sourcelight.switchOn',
    ],
    [
      { kind: 'leftAlone', reason: 'empty', language: 'und' },
      '$(circle-slash) Empty',
      'sourcelight.showWhoSaidWhat',
    ],
    [
      { kind: 'leftAlone', reason: 'not-prose', language: 'und' },
      '$(circle-slash) Not prose',
      'sourcelight.switchOn',
    ],
    [
      { kind: 'leftAlone', reason: 'switched-off', language: null },
      '$(circle-slash) Switched off',
      'sourcelight.switchOn',
    ],
    [
      analysed(new Article(ferryText, ferryAnalysis)),
      '$(comment-discussion) 3 sources · 1 anonymous · 3 claims',
      'sourcelight.showWhoSaidWhat',
    ],
    [
      analysed(new Article('', analysisWith({}))),
      '$(comment-discussion) 0 sources · 0 claims',
      'sourcelight.showWhoSaidWhat',
    ],
  ];
  for (const [state, text, command] of cases) {
    it(`says “${text}”`, () => {
      const status = statusOf(state);
      assert.equal(status.text, text);
      assert.equal(status.command, command);
      assert.notEqual(status.tooltip, '');
    });
  }

  it('tells that a spokesman does not count as anonymous, where there is one', () => {
    const { tooltip } = statusOf(analysed(new Article(ferryText, ferryAnalysis)));
    assert.match(tooltip, /1 of them anonymous.* Spokespeople, and bodies such as “police”, do not count/);
    assert.doesNotMatch(statusOf(analysed(new Article('', analysisWith({})))).tooltip, /Spokespeople/);
  });

  it('tells how many checks are open, and nothing of checks where none is', () => {
    const state = analysed(new Article(ferryText, ferryAnalysis));
    assert.match(statusOf(state, { open: 2 }).text, /3 claims · 2 checks$/);
    assert.match(statusOf(state, { open: 2 }).tooltip, / 2 open checks\. /);
    assert.match(statusOf(state, { open: 1 }).text, / · 1 check$/);
    assert.doesNotMatch(statusOf(state, { open: 0 }).text + statusOf(state, { open: 0 }).tooltip, /check/);
  });

  it('tells how many claims the level leaves out', () => {
    const attributions = ferryAnalysis.attributions.map((it, nth) => ({ ...it, confidence: nth / 4 }));
    const likely = new Article(ferryText, { ...ferryAnalysis, attributions }, 'likely');
    const { text, tooltip } = statusOf(analysed(likely));
    assert.match(text, /1 claim$/);
    assert.match(tooltip, /The level “Everything Likely” leaves out 2 claims\./);
  });

  it('tells without alarm that the trained weights are missing', () => {
    const state = analysed(new Article(ferryText, ferryAnalysis));
    assert.equal(statusOf(state, { noWeights: 'damaged' }).text, statusOf(state).text);
    assert.match(statusOf(state, { noWeights: 'damaged' }).tooltip, /cannot be read, so only rules are used/);
    assert.match(
      statusOf(state, { noWeights: 'other-version' }).tooltip,
      /belong to another version, so only rules are used/,
    );
  });

  it('says how far a long analysis has come, and that what it counts is not all', () => {
    assert.match(statusOf({ kind: 'analysing' }, { progress: 0.42 }).text, /Reading… 42\s?%$/);
    const state = analysed(new Article(ferryText, { ...ferryAnalysis, partial: true }));
    const { text, tooltip } = statusOf(state, { progress: 0.42 });
    assert.match(text, /^\$\(loading~spin\) 42\s?% · 3 sources/);
    assert.match(tooltip, /^The article has not been analyzed to its end yet/);
  });

  it('warns of an analysis that was given up, and leads to the log', () => {
    const state = analysed(new Article(ferryText, { ...ferryAnalysis, partial: true }));
    const { text, tooltip, command } = statusOf(state, { failed: true });
    assert.match(text, /^\$\(warning\) 3 sources/);
    assert.match(tooltip, /^The article as it is now could not be analyzed.* The log says more\. 3 sources/);
    assert.equal(command, 'sourcelight.showLog');
  });
});
