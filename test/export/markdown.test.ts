import assert from 'node:assert/strict';
import { toMarkdown } from '../../src/export/markdown';
import {
  actorWith,
  analysisWith,
  attributionWith,
  ferryAnalysis,
  ferryText,
  spanOf,
} from '../articles/fixture';

describe('the Markdown', () => {
  it('says by source who said what', () => {
    assert.equal(
      toMarkdown({ ...ferryAnalysis, file: 'ferry.txt' }, ferryText),
      `# ferry.txt

3 claims, 3 sources, 2 without a name.

## Ines Okafor

_Mayor · person_

- “the ferry will sail” … that fares would rise (said; line 1)

## Two dockers who asked not to be named

_group · without a name_

- the pier was rotten (warned; via the Quay Post; line 1)

## A spokesman for Bluewater

_person · without a name_

- it was safe (told; to or in: the Quay Post; line 1)
`,
    );
  });

  it('begins with the headline and what the article says of itself, and puts nobody last', () => {
    const text = 'Ferry to sail\nIt sails. Okafor said so.';
    const analysis = analysisWith({
      id: '7',
      article: {
        ...ferryAnalysis.article,
        headline: spanOf(text, 'Ferry to sail'),
        date: '2031-04-02',
        outlet: 'Quay Post',
      },
      attributions: [
        attributionWith({ id: 'a1', content: [spanOf(text, 'It sails')], hearsay: spanOf(text, 'It') }),
        attributionWith({
          id: 'a2',
          content: [spanOf(text, 'so')],
          source: { mention: [spanOf(text, 'Okafor')], actor: 'k1' },
        }),
      ],
      actors: [actorWith({ id: 'k1', name: 'Okafor' })],
    });
    assert.match(
      toMarkdown(analysis, text),
      /^# Ferry to sail\n\n7 · 2031-04-02 · Quay Post\n\n2 claims, 1 source\.\n\n## Okafor\n[^#]*## Nobody given\n\n- It sails \(hearsay: It; line 2\)\n$/,
    );
  });

  it('says what came out when a claim was looked into, and what was noted on a source', () => {
    const [claim] = ferryAnalysis.attributions;
    const [mayor] = ferryAnalysis.actors;
    assert.ok(claim && mayor);
    const attributions = [{ ...claim, verification: { status: 'wrong' as const, note: 'See minutes' } }];
    const actors = [{ ...mayor, note: 'Call back', listed: { role: 'mayor', affiliation: 'Elden' } }];
    const printed = toMarkdown({ ...ferryAnalysis, attributions, actors }, ferryText);
    assert.match(printed, /_Mayor · mayor, Elden · person · Call back_/);
    assert.match(printed, /\(said; wrong: See minutes; line 1\)/);
  });

  const words: [words: string, escaped: string][] = [
    [
      '# *no* _markup_ [a](b) <b> `c` \\ | ~ &amp; $x$',
      '\\# \\*no\\* \\_markup\\_ \\[a\\](b) \\<b\\> \\`c\\` \\\\ \\| \\~ \\&amp; \\$x\\$',
    ],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['“Yes - 1. 2.”', '“Yes - 1. 2.”'],
  ];
  for (const [text, escaped] of words) {
    it(`takes “${text}” for words`, () => {
      const attributions = [attributionWith({ id: 'a1', content: [{ start: 0, end: text.length }] })];
      assert.ok(toMarkdown(analysisWith({ attributions }), text).includes(`\n- ${escaped} (line 1)\n`));
    });
  }

  it('of an article without claims says so', () => {
    assert.equal(toMarkdown(analysisWith({}), ''), '# Who said what\n\n0 claims, 0 sources.\n');
  });
});
