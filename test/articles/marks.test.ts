import assert from 'node:assert/strict';
import { Article } from '../../src/articles/article';
import type { AnonymityClass } from '../../src/analysis/contract';
import { spansOf, type FlatSpans } from '../../src/articles/flatSpans';
import { sourceKind, type MarkKind } from '../../src/articles/marks';
import { actorWith, analysisWith, attributionWith, ferryAnalysis, ferryText, spanOf } from './fixture';

const wordsOf = (text: string, spans: FlatSpans) =>
  spansOf(spans).map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  const cases: [MarkKind, string[]][] = [
    ['namedSource', ['Mayor Ines Okafor', 'the Quay Post']],
    ['anonymousSource', ['Two dockers who asked not to be named']],
    ['roleSource', ['A spokesman for Bluewater']],
    ['directQuote', ['“the ferry will sail”']],
    ['indirectClaim', ['that fares would rise', 'the pier was rotten', 'it was safe']],
    ['cue', ['said', 'warned', 'reported', 'told']],
  ];
  const marks = new Article(ferryText, ferryAnalysis).marks;
  for (const [kind, expected] of cases) {
    it(`lie on each ${kind}`, () => {
      assert.deepEqual(wordsOf(ferryText, marks[kind]), expected);
    });
  }

  it('lie on what is left out of the article', () => {
    const { article } = ferryAnalysis;
    const excluded = [{ ...spanOf(ferryText, 'it was safe'), kind: 'caption' as const }];
    const { leftOut } = new Article(ferryText, { ...ferryAnalysis, article: { ...article, excluded } }).marks;
    assert.deepEqual(wordsOf(ferryText, leftOut), ['it was safe']);
  });

  const unnamed: [AnonymityClass, MarkKind][] = [
    ['individual', 'anonymousSource'],
    ['group', 'anonymousSource'],
    ['role', 'roleSource'],
    ['collective', 'roleSource'],
  ];
  for (const [kind, mark] of unnamed) {
    it(`show the class ${kind} as ${mark}`, () => {
      const anonymity = { ...ferryAnalysis.actors[1]!.anonymity!, class: kind };
      assert.equal(sourceKind(actorWith({ id: 'k1', name: 'x', anonymous: true, anonymity })), mark);
    });
  }

  const hearsay: [text: string, cue: string, hearsay: string, marked: string[]][] = [
    ['The mayor reportedly said it was rotten.', 'said', 'reportedly', ['reportedly', 'said']],
    ['The pier is believed to be rotten.', 'believed', 'is believed to', ['is', 'believed', 'to']],
    ['The pier is said to be rotten.', 'is said to', 'is said to', ['is said to']],
  ];
  for (const [text, cue, words, marked] of hearsay) {
    it(`lie on the hearsay in “${text}” as on a cue, and on no word twice`, () => {
      const claim = attributionWith({
        id: 'a1',
        content: [spanOf(text, 'rotten')],
        cue: [spanOf(text, cue)],
        hearsay: spanOf(text, words),
      });
      const marks = new Article(text, analysisWith({ attributions: [claim] })).marks;
      assert.deepEqual(wordsOf(text, marks.cue), marked);
    });
  }

  it('part a mixed claim at its quotation marks, without the spaces between', () => {
    const text = 'It was “big” “and” slow, she said';
    const quoted = ['“big”', '“and”'];
    const { directQuote, indirectClaim } = new Article(
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
    ).marks;
    assert.deepEqual(wordsOf(text, directQuote), quoted);
    assert.deepEqual(wordsOf(text, indirectClaim), ['It was', 'slow']);
  });

  it('lie once on words that are the source of two claims, and never on nothing', () => {
    const source = { mention: [{ start: 0, end: 5 }], actor: 'k1' };
    const { namedSource, indirectClaim } = new Article(
      ferryText,
      analysisWith({
        actors: ferryAnalysis.actors,
        attributions: [
          attributionWith({ id: 'a1', content: [{ start: 9, end: 9 }], source }),
          attributionWith({ id: 'a2', content: [{ start: 9, end: 12 }], source }),
        ],
      }),
    ).marks;
    assert.deepEqual(spansOf(namedSource), [{ start: 0, end: 5 }]);
    assert.deepEqual(spansOf(indirectClaim), [{ start: 9, end: 12 }]);
  });
});
