import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/analysis/analyze';
import type { ParagraphAnalysis } from '../../../src/analysis/paragraph';
import { assertSpansWithin } from '../../analysis/spansIn';
import { anyCharacter } from '../../characters';

const phrases = [
  'Ann Lee said the bridge was closed.',
  '“It is over,” said Prof. Ann Lee of the Harbour Institute.',
  'According to the Verrin Courier, citing two officials, the bridge is closed.',
  'A spokesman for the port, who asked not to be named, warned of delays.',
  '“We are closer than people think.',
  'She told Radio Verrin on Sunday that ‘it isn’t so’, adding that “it worries us.”',
  'The officials did not elaborate.',
  "Okoye (APA) – Kestwick; \"quoted\" «dit-il» „so“ ''twice'' and so on",
];
const noise = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '„',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '…',
  '—',
  ':',
  '\u2028',
  '\ud800',
  '\u202e',
  'שלום',
  '🚢',
  '\0',
];

/** Articles made of sentences and of everything that can go wrong between them. */
const article = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...phrases) },
      fc.constantFrom(...noise),
      fc.string({ unit: anyCharacter, maxLength: 8 }),
    ),
    { maxLength: 25 },
  )
  .map(parts => parts.join(' '));

describe('the analysis of any article', () => {
  it('gives spans that lie in the text, contents that are not empty, and ids that exist', () => {
    fc.assert(
      fc.property(article, text => {
        const analysis = analyze(text);
        assertSpansWithin(text, analysis);
        const actors = new Set(analysis.actors.map(({ id }) => id));
        assert.equal(actors.size, analysis.actors.length);
        for (const { content, source, via, channel } of analysis.attributions) {
          assert.ok(content.length > 0);
          const ids = [source?.actor, ...via.map(v => v.actor), ...channel.map(c => c.actor)];
          for (const id of ids) if (id) assert.ok(actors.has(id), id);
        }
        const attributions = new Set(analysis.attributions.map(({ id }) => id));
        for (const { attribution } of analysis.quotations)
          assert.ok(attribution === null || attributions.has(attribution));
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same from cached paragraphs as from scratch', () => {
    const cache = new Map<string, ParagraphAnalysis>();
    fc.assert(
      fc.property(article, text => {
        assert.equal(JSON.stringify(analyze(text, { cache })), JSON.stringify(analyze(text)));
      }),
      { numRuns: 40 },
    );
  });
});
