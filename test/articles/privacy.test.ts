import assert from 'node:assert/strict';
import { applyDecisions } from '../../src/articles/decisions/apply';
import * as decide from '../../src/articles/decisions/builders';
import type { Decision } from '../../src/articles/decisions/decision';
import { withoutPrivate } from '../../src/articles/privacy';
import { ferryAnalysis, ferryText } from './fixture';

const article = { text: ferryText, file: 'ferry.txt' };
const [claim] = ferryAnalysis.attributions;
assert.ok(claim);

const without = (...decisions: Decision[]) =>
  withoutPrivate(applyDecisions(ferryText, ferryAnalysis, decisions), decisions);

describe('what is private', () => {
  const mention = ferryAnalysis.actors[0]?.mentions[0]?.span ?? [];

  it('is left out: a status and its note, a note on a source, that a source is confidential', () => {
    const made = without(
      { ...decide.status(article, claim, 'disputed', 'my cousin says'), private: true },
      { ...decide.note(article, mention, 'call after six'), private: true },
      decide.confidential(article, mention),
    );
    assert.doesNotMatch(JSON.stringify(made), /cousin|after six|confidential/);
    assert.deepEqual(made.attributions[0], claim);
    assert.deepEqual(made.decisions, []);
  });

  it('leaves what is shared', () => {
    const shared = [
      decide.status(article, claim, 'confirmed', 'minutes'),
      decide.note(article, mention, 'the mayor since May'),
    ];
    assert.deepEqual(without(...shared), applyDecisions(ferryText, ferryAnalysis, shared));
  });
});
