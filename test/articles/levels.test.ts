import assert from 'node:assert/strict';
import type { Attribution } from '../../src/analysis/contract';
import { atLevel, LEVELS, type Level } from '../../src/articles/levels';
import { analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

const levelsOf = (parts: Partial<Attribution>): Level[] => {
  const attributions = [attributionWith({ id: 'a1', content: [{ start: 0, end: 1 }], ...parts })];
  return LEVELS.filter(level => atLevel(analysisWith({ attributions }), level).attributions.length === 1);
};

describe('the levels', () => {
  const cases: [what: string, parts: Partial<Attribution>, least: Level][] = [
    ['a sure quote', { kind: 'direct', confidence: 0.9 }, 'quotesAndSpeech'],
    ['a sure quote of thoughts', { kind: 'mixed', cueKind: 'other', confidence: 0.9 }, 'quotesAndSpeech'],
    ['a likely claim that was said', { cueKind: 'speech', confidence: 0.5 }, 'quotesAndSpeech'],
    ['a sure claim that was thought', { cueKind: 'other', confidence: 0.9 }, 'likely'],
    ['an uncertain quote', { kind: 'direct', confidence: 0.49 }, 'everything'],
    ['an uncertain claim that was said', { cueKind: 'speech', confidence: 0.2 }, 'everything'],
    ['an uncertain claim that was thought', { cueKind: 'other', confidence: 0 }, 'everything'],
  ];
  for (const [what, parts, least] of cases) {
    it(`show ${what} from ${least} on`, () => {
      assert.deepEqual(levelsOf(parts), LEVELS.slice(LEVELS.indexOf(least)));
    });
  }

  it('give an analysis as it is where nothing is left out', () => {
    for (const level of LEVELS) assert.equal(atLevel(ferryAnalysis, level), ferryAnalysis);
  });

  it('leave out with a claim what belongs to it alone, and keep every id', () => {
    const span = spanOf(ferryText, 'the ferry');
    const whole = analysisWith({
      ...ferryAnalysis,
      attributions: ferryAnalysis.attributions.map(it => (it.id === 'a1' ? { ...it, confidence: 0.3 } : it)),
      checks: ['a1', 'a2', null].map(attribution => ({
        code: 'cue.loaded',
        args: {},
        span,
        attribution,
        actor: null,
      })),
    });
    const shown = atLevel(whole, 'likely');
    assert.deepEqual(
      shown.attributions.map(({ id }) => id),
      ['a2', 'a3'],
    );
    assert.deepEqual(
      shown.quotations.map(({ attribution, role }) => [attribution, role]),
      [[null, 'speech']],
    );
    assert.deepEqual(
      shown.checks.map(({ attribution }) => attribution),
      ['a2', null],
    );
    assert.deepEqual(shown.actors, whole.actors);
    assert.equal(whole.quotations[0]?.attribution, 'a1', 'the whole analysis stays as it was');
  });
});
