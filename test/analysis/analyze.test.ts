import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import type { Analysis, Span } from '../../src/analysis/contract';
import type { ParagraphAnalysis } from '../../src/analysis/paragraph';
import { anyCharacter } from '../characters';

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

function spansOf(analysis: Analysis): Span[] {
  const spans: Span[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('start' in value && 'end' in value) spans.push(value as Span);
      Object.values(value).forEach(visit);
    }
  };
  visit(analysis);
  return spans;
}

const inputs: readonly (readonly [what: string, text: string])[] = [
  ['an empty text', ''],
  ['white space', ' \t\r\n \n'],
  ['one long run of letters', 'a'.repeat(300_000)],
  ['a long run of quotation marks', '“'.repeat(20_000)],
  ['lone surrogates', 'Ann Lee said\ud800 the bridge \udc00was closed.'],
  ['CRLF', '“It is over,” Ann Lee said.\r\n\r\n“Go,” she said.\r\n'],
  ['tabs', 'Ann Lee\tsaid:\t“It is over.”'],
  ['right-to-left text', 'אמר “שלום” Ann Lee said “it is over.”'],
  ['a byte order mark', '\ufeff“It is over,” Ann Lee said.'],
  ['control characters', 'PK\u0003\u0004\0\0\u0008\0 “x”'],
];

describe('analyze', () => {
  for (const [what, text] of inputs)
    it(`takes ${what}`, () => {
      for (const { start, end } of spansOf(analyze(text)))
        assert.ok(0 <= start && start < end && end <= text.length);
    });

  it('gives spans that lie in the text, contents that are not empty, and ids that exist', () => {
    fc.assert(
      fc.property(article, text => {
        const analysis = analyze(text);
        for (const { start, end } of spansOf(analysis))
          assert.ok(0 <= start && start < end && end <= text.length);
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

  it('passes on what it was told of the file', () => {
    const { id, file, language } = analyze('', { id: 'x', file: 'a.txt', language: 'und' });
    assert.deepEqual({ id, file, language }, { id: 'x', file: 'a.txt', language: 'und' });
  });

  it('joins a quotation that runs over several paragraphs into one attribution', () => {
    const { attributions, quotations } = analyze('“We go on.\n\n“Nobody stops us,” Ann Lee said.');
    assert.equal(attributions.length, 1);
    assert.equal(attributions[0]?.content.length, 2);
    assert.deepEqual(
      quotations.map(q => [q.balanced, q.attribution]),
      [
        [true, 'a1'],
        [true, 'a1'],
      ],
    );
  });

  it('gives a quotation without a cue to the one who spoke before', () => {
    const text = '“It is over,” Ann Lee said.\n\n“Nobody in this town has ever stopped us.”';
    const [first, second] = analyze(text).attributions;
    assert.ok(first?.source);
    assert.equal(second?.source?.actor, first.source.actor);
    assert.deepEqual(second.evidence, ['quotation', 'previous-speaker']);
  });

  it('leaves a quotation alone that nobody spoke before', () => {
    const [first] = analyze('“Nobody in this town has ever stopped us.”').attributions;
    assert.equal(first?.source, null);
  });
});
