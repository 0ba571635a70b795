import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis/contract';
import { Article } from '../../src/articles/article';
import { applyDecisions } from '../../src/articles/decisions/apply';
import * as decide from '../../src/articles/decisions/builders';
import type { Correction } from '../../src/articles/decisions/decision';
import { importedClaims } from '../../src/articles/importedClaims';
import { quotedClaims } from '../../src/export/annotationImport';
import { toWebAnnotation } from '../../src/export/webAnnotation';
import { ferryAnalysis, ferryText, spanOf } from './fixture';

const file = 'ferry.txt';
const article = { text: ferryText, file };
const [first, second, third] = ferryAnalysis.attributions;
assert.ok(first && second && third);

/** What is decided here by the annotations of somebody who decided `theirs`. */
function imported(theirs: readonly Correction[], text = ferryText, own: Analysis = ferryAnalysis) {
  const exported = toWebAnnotation(applyDecisions(ferryText, ferryAnalysis, theirs), ferryText);
  return importedClaims(new Article(text, own), file, quotedClaims(JSON.parse(JSON.stringify(exported))));
}

const brief = (decision: Correction) => `${decision.kind}: ${decision.target.exact}`;

describe('somebody else’s claims', () => {
  it('need no decision where the analysis found them too', () => {
    assert.deepEqual(imported([]), { decisions: [], missing: 0 });
  });

  const cases: [what: string, theirs: Correction[], decisions: string[]][] = [
    ['confirmed', [decide.confirm(article, third)], ['confirm: it was safe']],
    ['looked into', [decide.status(article, third, 'disputed', 'asked')], ['status: it was safe']],
    [
      'given to another source',
      [decide.otherSource(article, third, [spanOf(ferryText, 'the Quay Post')])],
      ['other-source: it was safe'],
    ],
  ];
  for (const [what, theirs, decisions] of cases) {
    it(`are ${what} here if they were there, and once only`, () => {
      const made = imported(theirs).decisions;
      assert.deepEqual(made.map(brief), decisions);
      const heeded = applyDecisions(ferryText, ferryAnalysis, made);
      assert.deepEqual(imported(theirs, ferryText, heeded).decisions, []);
    });
  }

  it('are added where they are missing, with source, cue and status', () => {
    const own = { ...ferryAnalysis, attributions: [first, second] };
    const { decisions } = imported([decide.status(article, third, 'wrong', 'no')], ferryText, own);
    assert.deepEqual(decisions.map(brief), ['add-claim: it was safe', 'status: it was safe']);
    const heeded = applyDecisions(ferryText, own, decisions);
    const added = heeded.attributions.find(({ content }) => content[0]?.start === third.content[0]?.start);
    assert.deepEqual(
      [added?.cue, added?.source?.mention, added?.verification],
      [third.cue, third.source?.mention, { status: 'wrong', note: 'no' }],
    );
  });

  it('are found in another version of the text, or counted as missing', () => {
    const text = `At last!\n\n${ferryText.replace('Two dockers who asked not to be named warned the pier was rotten, the Quay Post reported. ', '')}`;
    const { decisions, missing } = imported([decide.confirm(article, third)], text, {
      ...ferryAnalysis,
      attributions: [],
    });
    assert.deepEqual([decisions.map(it => it.kind), missing], [['add-claim', 'add-claim', 'confirm'], 1]);
    assert.ok(decisions.every(({ target }) => text.slice(target.start, target.end) === target.exact));
  });
});
