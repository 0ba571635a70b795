import assert from 'node:assert/strict';
import { readAnonymityLabels, type AnonymityLabel } from '../../training/anonymityLabels';
import { toSpan } from '../../training/gold';
import { anonymityScores, countAnonymity } from '../../training/scoreAnonymity';
import { Report, type Subject } from '../../training/scoreReport';
import { subjects, tablesOf } from './scoreFixture';

/** The fixture's articles with a label for some of their sources, by index of the quote. */
const labels: readonly (readonly [subject: number, quote: number, named: AnonymityLabel['class']])[] = [
  [0, 0, null],
  [0, 2, 'group'],
  [0, 3, 'individual'],
  [0, 4, null],
  [1, 0, null],
  [1, 1, 'individual'],
  [2, 0, 'collective'],
];
const labelled: readonly Subject[] = subjects.map((subject, index) => ({
  ...subject,
  labels: labels
    .filter(([of]) => of === index)
    .map(([, quote, named]) => ({
      id: subject.gold.id,
      source: subject.gold.quotes[quote]!.speaker!.map(toSpan),
      anonymous: named !== null,
      class: named,
    })),
}));
const tally = ({ gold, analysis, labels: of = [] }: Subject) => countAnonymity(gold, of, analysis);

describe('The score of anonymity', () => {
  const { anonymity } = new Report(labelled).scores;

  it('counts the labelled sources whose claim was found', () => {
    assert.deepEqual([anonymity?.labelled, anonymity?.found], [7, 5]);
  });

  it('measures over those found', () => {
    assert.deepEqual(
      [anonymity?.ofFound.precision, anonymity?.ofFound.recall],
      [1, 2 / 3],
      'the co-owners and the head, but not the clerk',
    );
  });

  it('takes what was not found for missed', () => {
    assert.deepEqual([anonymity?.ofAll.precision, anonymity?.ofAll.recall], [1, 2 / 4]);
  });

  it('does not take a claim without a source for anonymous', () => {
    const [bridge] = labelled as [Subject];
    const sourceless = {
      ...bridge.analysis,
      attributions: bridge.analysis.attributions.map(one => ({ ...one, source: null })),
    };
    assert.equal(anonymityScores(tally({ ...bridge, analysis: sourceless })).ofFound.recall, 0);
  });

  it('is shown as a table with a confusion of classes, where there are labels', () => {
    const tables = tablesOf(labelled);
    assert.match(tables, /\| of the 5 labelled sources found +\| 100\.0 /);
    assert.match(tables, /\| labelled, in a row; [^\n]*\| named \|/);
    assert.doesNotMatch(tablesOf(subjects), /labelled/);
  });
});

describe('The labels of anonymity', () => {
  it('give a class to each anonymous source, and to no other', () => {
    const all = [...readAnonymityLabels().values()].flat();
    assert.ok(all.length >= 200);
    for (const label of all) assert.equal(label.class !== null, label.anonymous, JSON.stringify(label));
  });
});
