import assert from 'node:assert/strict';
import type { Span } from '../../src/analysis/contract';
import { sentencesOf } from '../../src/articles/context';
import { attributionWith, spanOf } from './fixture';

const TEXT = [
  'The pier is old. Mayor Ines Okafor is not worried.',
  '“It will hold,” she said on Monday. “It is oak.” The ferry sails in April.',
  'Nobody asked the crew. It was cold.',
].join('\n\n');

/** Content, source, and the sentences that they stand in. */
const CASES: readonly (readonly [content: string, source: string, sentences: string])[] = [
  ['“It will hold,”', 'she', '“It will hold,” she said on Monday.'],
  ['The pier is old', 'Ines Okafor', 'The pier is old. Mayor Ines Okafor is not worried.'],
  ['The ferry sails in April', 'Ines Okafor', 'The ferry sails in April.'],
  ['It was cold.', '', 'It was cold.'],
];

describe('the sentences of a claim', () => {
  for (const lineEnd of ['\n', '\r\n']) {
    for (const [content, source, expected] of CASES) {
      it(`around “${content}” of “${source}” are “${expected}”, with ${JSON.stringify(lineEnd)}`, () => {
        const text = TEXT.replaceAll('\n', lineEnd);
        const claim = attributionWith({
          id: 'a1',
          content: [spanOf(text, content)],
          source: source ? { mention: [spanOf(text, source)], actor: 'k1' } : null,
        });
        assert.equal(words(text, sentencesOf(text, claim)), expected);
      });
    }
  }
});

function words(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
