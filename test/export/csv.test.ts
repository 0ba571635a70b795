import assert from 'node:assert/strict';
import { csvHeader, csvRows } from '../../src/export/csv';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../articles/fixture';

/** RFC 4180, read independently of what wrote it. */
function parseCsv(csv: string): string[][] {
  return csv
    .split('\r\n')
    .slice(0, -1)
    .map(line =>
      Array.from(line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

const [columns = []] = parseCsv(csvHeader());
const rowsOf = (csv: string) =>
  parseCsv(csv).map(cells => Object.fromEntries(cells.map((cell, nth) => [columns[nth] ?? '', cell])));

describe('the CSV', () => {
  it('has a row for each claim, with everything about it', () => {
    const rows = rowsOf(csvRows({ ...ferryAnalysis, file: 'ferry.txt' }, ferryText));
    assert.equal(rows.length, 3);
    const { start } = spanOf(ferryText, 'the pier was rotten');
    assert.deepEqual(rows[1], {
      article: 'ferry.txt',
      title: '',
      date: '',
      outlet: '',
      id: 'a2',
      source: 'Two dockers who asked not to be named',
      actor_type: 'group',
      anonymous: 'true',
      anonymity_class: 'group',
      role: '',
      kind: 'indirect',
      cue_kind: 'speech',
      cue: 'warned',
      claim: 'the pier was rotten',
      via: 'the Quay Post',
      channel: '',
      hearsay: '',
      confidence: '1',
      verification: '',
      note: '',
      start: String(start),
      end: String(start + 19),
      line: '1',
    });
    assert.deepEqual(
      [rows[0]?.claim, rows[0]?.role, rows[2]?.channel],
      ['“the ferry will sail” … that fares would rise', 'Mayor', 'the Quay Post'],
    );
  });

  it('has what came out when a claim was looked into', () => {
    const [claim] = ferryAnalysis.attributions;
    assert.ok(claim);
    const verified = { ...claim, verification: { status: 'disputed' as const, note: '=asked\ntwice' } };
    const [row] = rowsOf(csvRows({ ...ferryAnalysis, attributions: [verified] }, ferryText));
    assert.deepEqual([row?.verification, row?.note], ['disputed', "'=asked twice"]);
  });

  it('has what the article says of itself', () => {
    const article = {
      ...ferryAnalysis.article,
      headline: spanOf(ferryText, 'the ferry will sail'),
      date: '2031-05-06',
      outlet: 'Quay Post',
    };
    const [row] = rowsOf(csvRows({ ...ferryAnalysis, article }, ferryText));
    assert.deepEqual(
      [row?.title, row?.date, row?.outlet],
      ['the ferry will sail', '2031-05-06', 'Quay Post'],
    );
  });

  it('leaves the cells about the source empty where nobody is given', () => {
    const text = 'The ferry reportedly sails.';
    const attributions = [
      attributionWith({
        id: 'a1',
        content: [spanOf(text, 'The ferry')],
        hearsay: spanOf(text, 'reportedly'),
      }),
    ];
    const [row] = rowsOf(csvRows(analysisWith({ attributions }), text));
    assert.deepEqual([row?.article, row?.source, row?.anonymous, row?.hearsay], ['', '', '', 'reportedly']);
  });

  const cells: [words: string, cell: string][] = [
    ['a "quote", and a comma', 'a "quote", and a comma'],
    ['over\r\ntwo lines', 'over two lines'],
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'=1"],
    ['\r=1', "'=1"],
    ['“=1”', '“=1”'],
    ['🚢', '🚢'],
  ];
  for (const [words, cell] of cells) {
    it(`has ${JSON.stringify(words)} as ${cell}, as a claim and as a name`, () => {
      const content = [{ start: 0, end: words.length }];
      const analysis = analysisWith({
        attributions: [attributionWith({ id: 'a1', content, source: { mention: content, actor: 'k1' } })],
        actors: [actorWith({ id: 'k1', name: words })],
      });
      const [row] = rowsOf(csvRows(analysis, words));
      assert.deepEqual([row?.claim, row?.source], [cell, cell]);
    });
  }

  it('ends every line with CRLF, and has one header', () => {
    const csv = csvHeader() + csvRows(ferryAnalysis, ferryText);
    assert.equal(csv.match(/\r\n/g)?.length, 4);
    assert.doesNotMatch(csv.replaceAll('\r\n', ''), /[\r\n]/);
    assert.match(csv, /^article,title,date,outlet,id,source,/);
    assert.equal(csvRows(analysisWith({}), ''), '');
  });

  it('counts lines as editors do', () => {
    const text = 'One.\rTwo.\r\nThree.\nFour.';
    const attributions = ['One', 'Two', 'Three', 'Four'].map((words, nth) =>
      attributionWith({ id: `a${nth + 1}`, content: [spanOf(text, words)] }),
    );
    assert.deepEqual(
      rowsOf(csvRows(analysisWith({ attributions }), text)).map(({ line }) => line),
      ['1', '2', '3', '4'],
    );
  });
});
