import assert from 'node:assert/strict';
import { analyzeParagraph } from '../../../src/analysis/analyze';
import type { Span } from '../../../src/analysis/contract';
import { readMarkup } from '../markup';

const cases: readonly (readonly [what: string, line: string])[] = [
  ['a cue after the quotation', '[“The bridge is closed,”] {Ann Lee} <said>.'],
  ['a cue before the quotation', '{Ann Lee} <said>, [“The bridge is closed.”]'],
  ['a cue before the quotation, with a colon', '{Ann Lee} <said>: [“The bridge is closed.”]'],
  [
    'a cue inside the quotation: one attribution',
    '[“The bridge,”] {Ann Lee} <said>, [“is closed for good.”]',
  ],
  [
    'a quotation that goes on after the cue',
    '[“The bridge is closed,”] {Ann Lee} <said>. [“It will stay so.”]',
  ],
  ['an inverted cue', '[“The bridge is closed,”] <said> {Ann Lee}.'],
  [
    'an inverted cue with title and affiliation',
    '[“The bridge is closed,”] <tweeted> {Prof. Ann Lee of the Harbour Institute}.',
  ],
  ['an inverted cue with an apposition', '[“It is closed,”] <said> {Ann Lee, mayor of Northport}.'],
  ['an inverted cue after a question', '[“Who closed the bridge?”] <asked> {Ann Lee}.'],
  ['a that-clause', '{Ann Lee} <said> [that the bridge would stay closed].'],
  ['a clause without that', '{The mayor} <said> [the bridge would stay closed].'],
  ['a clause before its cue', '[The bridge will stay closed], {the mayor} <said>.'],
  ['part of a clause quoted', '{The mayor} <said> [the bridge would “never again” open].'],
  ['an apposition before the cue', '{Ann Lee, a spokeswoman for the port,} <said> [the bridge was closed].'],
  ['an opening adverbial', 'On Sunday, {Ann Lee} <said> [the bridge was closed].'],
  [
    'told, an addressee and a day',
    '{Ann Lee} <told> the Verrin Courier on Sunday [that the bridge was closed].',
  ],
  ['told after the quotation', '[“It is closed,”] {Ann Lee} <told> reporters.'],
  ['according to, after', '[The bridge is closed], <according to> {the Verrin Courier}.'],
  ['according to, before', '<According to> {the Verrin Courier}, [the bridge is closed].'],
  [
    'citing: one attribution',
    'According to the Verrin Courier, <citing> {port officials}, [the bridge is closed].',
  ],
  ['in a statement', '{Ann Lee} <said> in a statement [that the bridge was closed].'],
  ['a spokesman for', '{A spokesman for the Port Authority} <said> [the bridge was closed].'],
  [
    'anonymous people with a relative clause',
    '{A source close to the talks, who asked not to be named,} <said> [the bridge was closed].',
  ],
  ['adding that', '{She} <said> [the bridge was closed], <2|adding> [2|that nobody would use it].'],
  ['a second verb takes the first one’s subject', '{Ann Lee} <said> [it was late].'],
  ['warned somebody against something', '{Northport} <warned> Eastport [against closing the bridge].'],
  ['British single marks', '{Ann Lee} <said>: [‘The bridge isn’t closed.’]'],
  ['a question-mark quotation before a capital', '[“Closed again?”] {Lee} <asked>.'],
];

const silent: readonly (readonly [what: string, text: string])[] = [
  ['a noun of saying', 'The report was long and the claims were many.'],
  ['did not elaborate', 'These officials did not elaborate on the nature of the help requested.'],
  ['a title in quotation marks', 'The union’s newsletter, “The Long Rope”, has covered little else.'],
  ['a scare quote', 'The “free” loan will cost the town dearly.'],
  ['no saying at all', 'The bridge was closed for nine days in the spring.'],
];

describe('attributions by rules', () => {
  for (const [what, line] of cases)
    it(what, () => {
      const { text, content, source, cue } = readMarkup(line);
      const { attributions } = analyzeParagraph(text);
      const slices = (spans: readonly Span[] | null | undefined): string[] =>
        (spans ?? []).map(s => text.slice(s.start, s.end));
      const clean = (slice: string): string => slice.replace(/,$/u, '');
      assert.deepEqual(
        attributions.map(a => ({
          content: slices(a.content),
          cue: slices(a.cue),
          source: slices(a.source).map(clean),
        })),
        [...content.keys()].map(number => ({
          content: slices(content.get(number)),
          cue: slices(cue.get(number)),
          source: slices(source.get(number) ?? source.get(1)).map(clean),
        })),
      );
    });

  for (const [what, text] of silent)
    it(`finds none in ${what}`, () => {
      assert.deepEqual(analyzeParagraph(text).attributions, []);
    });
});
