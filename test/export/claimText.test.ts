import assert from 'node:assert/strict';
import { analyze } from '../../src/analysis/analyze';
import { claimMarkdown, claimSentence } from '../../src/export/claimText';
import { actorWith, analysisWith, attributionWith, spanOf } from '../articles/fixture';

const cases: [text: string, ...sentences: string[]][] = [
  ['“We are done,” Mayor Ines Okafor said on Monday.', 'Ines Okafor said: “We are done.”'],
  ['“We are done,” Ines Okafor told the Quay Post.', 'Ines Okafor told the Quay Post: “We are done.”'],
  [
    'Mayor Ines Okafor, who took office in May, warned on Sunday that the pier was rotten.',
    'Ines Okafor warned on Sunday that the pier was rotten.',
  ],
  ['Ines Okafor will not say whether she stays.', 'Ines Okafor will not say whether she stays.'],
  ['The pier is rotten, according to Ines Okafor.', 'According to Ines Okafor, the pier is rotten.'],
  [
    'Ines Okafor said the pier was rotten. She added that it would cost nine million.',
    'Ines Okafor said the pier was rotten.',
    'Ines Okafor added that it would cost nine million.',
  ],
];

describe('a claim as text', () => {
  for (const [text, ...sentences] of cases) {
    it(`is a sentence with its source: ${sentences.at(-1)}`, () => {
      const analysis = analyze(text);
      assert.deepEqual(
        analysis.attributions.map(claim => claimSentence(analysis, text, claim)),
        sentences,
      );
    });
  }

  const text = 'Reportedly, the *old* pier\nis rotten, the Quay Post wrote, citing Ann Marsh.';
  const claim = attributionWith({
    id: 'a1',
    content: [spanOf(text, 'the *old* pier\nis rotten')],
    cue: [spanOf(text, 'citing')],
    source: { mention: [spanOf(text, 'Ann Marsh')], actor: 'k1' },
    via: [{ mention: [spanOf(text, 'the Quay Post')], cue: [spanOf(text, 'wrote')], actor: 'k2' }],
  });
  const analysis = analysisWith({
    actors: [
      actorWith({
        id: 'k1',
        name: 'Ann Marsh',
        roles: [{ text: 'councillor', span: spanOf(text, 'Ann'), former: false, affiliation: null }],
      }),
      actorWith({ id: 'k2', name: 'the Quay Post' }),
    ],
    attributions: [claim],
  });

  it('tells through whom it came', () => {
    assert.equal(
      claimSentence(analysis, text, claim),
      'According to Ann Marsh (via the Quay Post), the *old* pier is rotten.',
    );
  });

  it('says that nobody is given, and that it is hearsay', () => {
    const nobody = { ...claim, source: null, via: [], hearsay: spanOf(text, 'Reportedly') };
    assert.equal(
      claimSentence(analysis, text, nobody),
      'The *old* pier is rotten (hearsay: “Reportedly”; no source given).',
    );
  });

  it('is a block quote in Markdown, with the article’s words as they are', () => {
    assert.equal(
      claimMarkdown(analysis, text, claim),
      '> the \\*old\\* pier is rotten\n>\n> — **Ann Marsh**, councillor, via the Quay Post\n',
    );
    assert.match(claimMarkdown(analysis, text, { ...claim, source: null }), /— \*no source given\*, via/);
  });
});
