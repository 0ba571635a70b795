import assert from 'node:assert/strict';
import type { Actor, Analysis, Attribution } from '../../src/analysis/contract';
import { toTable } from '../../src/export/table';
import { analysisWith } from '../articles/fixture';

const span = (start: number, end: number) => ({ start, end });

function analysisOf(text: string, changes: Partial<Attribution> = {}, actor: Partial<Actor> = {}): Analysis {
  const mention = [span(0, 5)];
  return analysisWith({
    file: 'bridge.txt',
    attributions: [
      {
        id: 'a1',
        kind: 'indirect',
        cueKind: 'speech',
        content: [span(6, text.length)],
        cue: [],
        source: { mention, actor: 'k1' },
        via: [],
        channel: [],
        hearsay: null,
        confidence: 1,
        evidence: [],
        origin: 'analysis',
        ...changes,
      },
    ],
    actors: [
      {
        id: 'k1',
        name: 'Lunds',
        type: 'person',
        anonymous: false,
        plural: false,
        roles: [],
        anonymity: null,
        mentions: [{ span: mention, form: 'name' }],
        ...actor,
      },
    ],
  });
}

const table = (analysis: Analysis, text: string, columns = 80) =>
  toTable(analysis, text, { columns, color: false });
const letters = (printed: string) => printed.replace(/[^a-z]/gi, '');

describe('the table', () => {
  it('keeps to the width it is given and cuts nothing off', () => {
    const word = 'abcdefghij'.repeat(30);
    const text = `Lunds ${word} and ${'more words '.repeat(20)}`;
    const printed = table(analysisOf(text), text, 70);
    assert.ok(printed.split('\n').every(line => line.length <= 70));
    assert.ok(letters(printed).includes(word));
    assert.doesNotMatch(printed, /…/);
  });

  it('says who is anonymous, in what role, through whom and where', () => {
    const text = 'Lunds told Elden Radio that the Elden Mail has it from them.';
    const mention = [span(text.indexOf('Elden Mail'), text.indexOf(' has'))];
    const role = { text: 'engineer', span: span(0, 5), former: false };
    const affiliation = { text: 'Port of Elden', span: span(0, 5), actor: null };
    const printed = table(
      analysisOf(
        text,
        {
          via: [{ mention, cue: [], actor: 'k2' }],
          channel: [{ mention: [span(11, 22)], actor: null }],
          hearsay: span(6, 10),
        },
        { anonymous: true, roles: [{ ...role, affiliation }] },
      ),
      text,
      140,
    );
    assert.match(printed, /1 source \(1 anonymous\)/);
    for (const line of [
      'Lunds (anonymous)',
      'engineer, Port of Elden',
      'via: Elden Mail',
      'channel: Elden Radio',
      'hearsay: told',
    ]) {
      assert.ok(printed.includes(`│ ${line} `), line);
    }
  });

  it('shows an attribution to nobody', () => {
    assert.match(table(analysisOf('Lunds left.', { source: null }), 'Lunds left.'), /│ – .*│ left\. +│/);
  });

  it('lets no control character of the article reach the terminal', () => {
    const text = 'Lunds \u001b[31mred\u0007 \u202eback\r\nnext';
    assert.doesNotMatch(table(analysisOf(text), text), /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('is coloured where that is asked for', () => {
    const analysis = analysisOf('Lunds left.');
    assert.ok(toTable(analysis, 'Lunds left.', { columns: 80, color: true }).includes('\u001b['));
    assert.ok(!table(analysis, 'Lunds left.').includes('\u001b'));
  });

  it('says what the article states about itself, and how much of it is left out', () => {
    const text = `Bridge ${'closed again and '.repeat(8)}open\nBy Ida Lund\nPhoto: Jan Holm`;
    const at = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
    const analysis: Analysis = {
      ...analysisOf(text),
      attributions: [],
      article: {
        headline: span(0, text.indexOf('\n')),
        standfirst: null,
        byline: at('By Ida Lund'),
        dateline: null,
        date: '2015-05-18',
        outlet: 'Elden Mail',
        excluded: [{ ...at('Photo: Jan Holm'), kind: 'credit' }],
      },
    };
    assert.deepEqual(table(analysis, text).split('\n').slice(1), [
      'Headline: Bridge closed again and closed again and closed again and closed again',
      '          and closed again and closed again and closed again and closed again',
      '          and open',
      'Byline:   By Ida Lund',
      'Date:     2015-05-18',
      'Outlet:   Elden Mail',
      'Left out: 1 part',
      '',
    ]);
  });

  it('of an analysis without attributions is one line', () => {
    const analysis = { ...analysisOf(''), attributions: [] };
    assert.equal(table(analysis, ''), 'bridge.txt: 0 attributions, 0 sources (0 anonymous), 0 quotations\n');
  });

  it('ends with a line for each check: where, which rule, which words', () => {
    const text = 'Lunds left.\r\nA source said so.\n\nSources did.';
    const at = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
    const check = { args: {}, attribution: null, actor: null };
    const checks = [
      { ...check, code: 'anonymity.vague' as const, span: at('A source') },
      { ...check, code: 'anonymity.count-unclear' as const, span: at('Sources') },
    ];
    assert.match(
      table({ ...analysisOf(text), checks }, text),
      /\n2:1 anonymity\.vague: A source\n4:1 anonymity\.count-unclear: Sources\n$/,
    );
  });

  it('says that the words of a check go on where they do not fit', () => {
    const text = `“Lunds ${'left '.repeat(40)}`;
    const check = { args: {}, attribution: null, actor: null, code: 'attribution.missing' as const };
    const analysis = {
      ...analysisOf(''),
      attributions: [],
      checks: [{ ...check, span: span(0, text.length) }],
    };
    const line = table(analysis, text, 70).trimEnd().split('\n').at(-1) ?? '';
    assert.equal(line.length, 70);
    assert.ok(line.endsWith('…'));
  });
});
