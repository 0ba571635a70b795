import assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import { marksOf, type MarkKind } from '../../src/articles/marks';
import { analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

describe('marks', () => {
  const cases: [MarkKind, string[]][] = [
    ['namedSource', ['Mayor Ines Okafor', 'the Quay Post']],
    ['anonymousSource', ['Two dockers who asked not to be named']],
    ['roleSource', ['A spokesman for Bluewater']],
    ['directQuote', ['“the ferry will sail”']],
    ['indirectClaim', ['that fares would rise', 'the pier was rotten', 'it was safe']],
    ['cue', ['said', 'warned', 'reported', 'told']],
  ];
  const marks = marksOf(new Article(ferryText, ferryAnalysis));
  for (const [kind, expected] of cases) {
    it(`lie on each ${kind}`, () => {
      assert.deepEqual(
        marks[kind].map(({ start, end }) => ferryText.slice(start, end)),
        expected,
      );
    });
  }

  it('part a mixed claim at its quotation marks, without the spaces between', () => {
    const text = 'It was “big” “and” slow, she said';
    const quoted = ['“big”', '“and”'];
    const { directQuote, indirectClaim } = marksOf(
      new Article(
        text,
        analysisWith({
          quotations: quoted.map(words => ({
            span: spanOf(text, words),
            role: 'speech',
            balanced: true,
            attribution: 'a1',
          })),
          attributions: [attributionWith({ id: 'a1', kind: 'mixed', content: [{ start: 0, end: 23 }] })],
        }),
      ),
    );
    assert.deepEqual(
      directQuote.map(({ start, end }) => text.slice(start, end)),
      quoted,
    );
    assert.deepEqual(
      indirectClaim.map(({ start, end }) => text.slice(start, end)),
      ['It was', 'slow'],
    );
  });

  it('lie once on words that are the source of two claims, and never on nothing', () => {
    const source = { mention: [{ start: 0, end: 5 }], actor: 'k1' };
    const { namedSource, indirectClaim } = marksOf(
      new Article(
        ferryText,
        analysisWith({
          actors: ferryAnalysis.actors,
          attributions: [
            attributionWith({ id: 'a1', content: [{ start: 9, end: 9 }], source }),
            attributionWith({ id: 'a2', content: [{ start: 9, end: 12 }], source }),
          ],
        }),
      ),
    );
    assert.deepEqual(namedSource, [{ start: 0, end: 5 }]);
    assert.deepEqual(indirectClaim, [{ start: 9, end: 12 }]);
  });
});
