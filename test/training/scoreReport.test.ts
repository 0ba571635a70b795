import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrecisionRecall } from '../../training/score';
import { QUOTED_SPEECH } from '../../training/scoreAttributions';
import { Report } from '../../training/scoreReport';
import { subjects } from './scoreFixture';

const report = new Report(subjects);
const { attributions, actors, calibration, levels } = report.scores;

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

/** Our scores in the form of those scorers. */
const short = ({ precision, recall, f1 }: PrecisionRecall) => ({ P: precision, R: recall, F: f1 });
const ownAttributions = {
  gold: attributions.gold,
  pred: attributions.predicted,
  content: short(attributions.content),
  contentStrict: short(attributions.contentExact),
  endToEnd: short(attributions.endToEnd),
  sourceAccuracy: attributions.sourceRight,
  sourceExact: attributions.sourceExact,
  cueAccuracy: attributions.cueRight,
  tokens: {
    content: short(attributions.words.content),
    source: short(attributions.words.source),
    cue: short(attributions.words.cue),
  },
  recallBy: Object.fromEntries([...attributions.found].filter(([group]) => group !== QUOTED_SPEECH)),
};
const ownActors = actors && {
  found: actors.found,
  actor: actors.actorRight,
  named: actors.namedRight,
  anonRecall: actors.anonymous.recall,
  anonPrecision: actors.anonymous.precision,
  mentionF: actors.coreference.mentions,
  muc: actors.coreference.muc,
  b3: actors.coreference.b3,
  ceafe: actors.coreference.ceafe,
  conll: actors.coreference.mean,
};

describe('The scores of annotated articles', () => {
  it('are those of the attribution scorer to the last digit', () => {
    assert.deepEqual(ownAttributions, EXPECTED_ATTRIBUTIONS);
  });

  it('are those of the actor scorer to the last digit', () => {
    assert.deepEqual(ownActors, EXPECTED_ACTORS);
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

describe('The scorers of the evaluation data', () => {
  const beside = join(import.meta.dirname, '../../../shared/eval');
  // The scripts look at the path that they were started by.
  const scorers = existsSync(beside) ? realpathSync(beside) : beside;
  let folder: string;

  before(async function () {
    if (!existsSync(scorers)) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'sourcelight-'));
    const lines = (records: readonly unknown[]) => records.map(record => JSON.stringify(record)).join('\n');
    await writeFile(join(folder, 'gold.jsonl'), lines(subjects.map(({ gold }) => gold)));
    await writeFile(join(folder, 'analysis.ndjson'), lines(subjects.map(({ analysis }) => analysis)));
  });

  after(async () => {
    if (existsSync(scorers)) await rm(folder, { recursive: true });
  });

  const run = (scorer: string): unknown => {
    const files = ['gold.jsonl', 'analysis.ndjson'].map(name => join(folder, name));
    const { stdout, stderr } = spawnSync(process.execPath, [join(scorers, scorer), ...files, '--json']);
    assert.equal(stderr.toString(), '');
    return JSON.parse(stdout.toString());
  };

  it('score the attributions of the fixture as we do', () => {
    assert.deepEqual(run('score-attributions.mjs'), ownAttributions);
  });

  it('score the actors of the fixture as we do', () => {
    assert.deepEqual(run('score-actors.mjs'), ownActors);
  });
});
