import assert from 'node:assert/strict';
import { QUOTED_SPEECH } from '../../training/scoreAttributions';
import { Report } from '../../training/scoreReport';
import { inScorersForm } from './scorersForm';
import { subjects } from './scoreFixture';

const report = new Report(subjects);
const { attributions, calibration, levels } = report.scores;
const own = inScorersForm(report.scores);

/** What the scorers of the evaluation data print for the fixture with `--json`. */
const EXPECTED_ATTRIBUTIONS = {
  gold: 11,
  pred: 9,
  content: { P: 0.7777777777777778, R: 0.6363636363636364, F: 0.7000000000000001 },
  contentStrict: { P: 0.4444444444444444, R: 0.36363636363636365, F: 0.39999999999999997 },
  endToEnd: { P: 0.6666666666666666, R: 0.5454545454545454, F: 0.6 },
  sourceAccuracy: 0.8333333333333334,
  sourceExact: 0.5,
  cueAccuracy: 0.8571428571428571,
  tokens: {
    content: { P: 0.8666666666666667, R: 0.7358490566037735, F: 0.7959183673469387 },
    source: { P: 0.8, R: 0.38095238095238093, F: 0.5161290322580645 },
    cue: { P: 0.8571428571428571, R: 0.5454545454545454, F: 0.6666666666666665 },
  },
  recallBy: {
    direct: { gold: 2, content: 1, endToEnd: 0.5 },
    'indirect/other': { gold: 2, content: 1, endToEnd: 1 },
    'indirect/speech': { gold: 4, content: 0.5, endToEnd: 0.5 },
    'mixed/speech': { gold: 1, content: 1, endToEnd: 1 },
    'indirect/credit': { gold: 1, content: 0, endToEnd: 0 },
    'indirect/?': { gold: 1, content: 0, endToEnd: 0 },
  },
};
const EXPECTED_ACTORS = {
  found: 0.6666666666666666,
  actor: 0.8333333333333334,
  named: 0.6666666666666666,
  anonRecall: 0.3333333333333333,
  anonPrecision: 1,
  mentionF: 0.7,
  muc: 0.25,
  b3: 0.5081967213114754,
  ceafe: 0.46666666666666656,
  conll: 0.40828779599271403,
};

describe('The scores of annotated articles', () => {
  it('are those of the attribution scorer to the last digit', () => {
    assert.deepEqual(own.attributions, EXPECTED_ATTRIBUTIONS);
  });

  it('are those of the actor scorer to the last digit', () => {
    assert.deepEqual(own.actors, EXPECTED_ACTORS);
  });

  it('count direct speech and mixed speech together as quoted speech', () => {
    assert.deepEqual(attributions.found.get(QUOTED_SPEECH), { gold: 3, content: 1, endToEnd: 2 / 3 });
  });

  it('leave actors out where no article has them annotated', () => {
    const { id, text, quotes } = subjects[0]!.gold;
    const gold = { id, text, quotes };
    assert.equal(new Report([{ ...subjects[0]!, gold }]).scores.actors, null);
  });

  it('say how often a claim of a given confidence is right', () => {
    const bins = calibration.bins.filter(({ claims }) => claims > 0);
    assert.deepEqual(
      bins.map(({ from, claims, right }) => [from, claims, right]),
      [
        [0.1, 1, 0],
        [0.3, 1, 1],
        [0.4, 1, 0],
        [0.6, 1, 1],
        [0.7, 1, 1],
        [0.8, 1, 1],
        [0.9, 3, 1],
      ],
    );
    assert.ok(Math.abs(bins.at(-1)!.confidence - 2.87 / 3) < 1e-12);
    const off = 0.12 + 0.7 + 0.4 + 0.38 + 0.29 + 0.17 + 0.13;
    assert.ok(Math.abs(calibration.error - off / 9) < 1e-12);
  });

  it('are given for what each level of confidence shows', () => {
    const rows = Object.entries(levels).map(([level, { attributions, quotedSpeechPrecision }]) => [
      level,
      attributions.predicted,
      attributions.content.precision,
      quotedSpeechPrecision,
    ]);
    assert.deepEqual(rows, [
      ['quotesAndSpeech', 5, 1, 1],
      ['likely', 6, 1, 1],
      ['everything', 9, 7 / 9, 3 / 4],
    ]);
  });
});
