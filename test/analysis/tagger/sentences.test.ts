import assert from 'node:assert/strict';
import { analyzeParagraph } from '../../../src/analysis/analyze';
import type { Span } from '../../../src/analysis/contract';
import { shippedTagger } from '../../../training/scoreFile';
import { readMarkup } from '../markup';

const tagger = shippedTagger();

const cases: readonly (readonly [what: string, line: string])[] = [
  ['a cue after the quotation', '[“The bridge is closed,”] {Ann Lee} <said>.'],
  ['an inverted cue', '[“The bridge is closed,”] <said> {Ann Lee}.'],
  ['a that-clause', '{Ann Lee} <said> [that the bridge would stay closed].'],
  ['a quotation behind “that”', '{Ann Lee} <said> that [“the bridge is closed.”]'],
  ['a clause without that', '{The mayor} <said> [the bridge would stay closed].'],
  ['a clause before its cue', '[The bridge will stay closed], {the mayor} <said>.'],
  [
    'told, an addressee and a day',
    '{Ann Lee} <told> the Verrin Courier on Sunday [that the bridge was closed].',
  ],
  ['warned somebody against something', '{Northport} <warned> Eastport [against closing the bridge].'],
  ['belief', '{Residents} <believe> [the bridge will never open again].'],
  ['according to, before', '<According to> {the Verrin Courier}, [the bridge is closed].'],
  [
    'citing: one attribution',
    'According to the Verrin Courier, <citing> {port officials}, [the bridge is closed].',
  ],
  [
    'a reason for anonymity between source and cue',
    '{A senior banker}, who asked not to be named because the terms are confidential, <said> [the loan was late].',
  ],
  [
    'a clause on the source that is too long for it',
    '{The officials}, who spoke on condition of anonymity because they were not authorised to discuss the negotiations, <said> [a decision could come “within days.”]',
  ],
];

const silent: readonly (readonly [what: string, text: string])[] = [
  ['that nothing was said', 'These officials did not elaborate on the nature of the help requested.'],
  ['events', 'The bridge was closed for nine days in the spring.'],
];

describe('attributions with the trained tagger', () => {
  for (const [what, line] of cases)
    it(what, () => {
      const { text, content, source, cue } = readMarkup(line);
      const slices = (spans: readonly Span[] | null | undefined) =>
        (spans ?? []).map(span => text.slice(span.start, span.end));
      assert.deepEqual(
        analyzeParagraph(text, tagger).attributions.map(found => [
          slices(found.content),
          slices(found.source),
          slices(found.cue),
        ]),
        [[slices(content.get(1)), slices(source.get(1)), slices(cue.get(1))]],
      );
    });

  for (const [what, text] of silent)
    it(`finds none in ${what}`, () => {
      assert.deepEqual(analyzeParagraph(text, tagger).attributions, []);
    });
});
