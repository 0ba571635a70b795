import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { analyze } from '../../src/analysis/analyze';
import type { Analysis } from '../../src/analysis/contract';

const sample = readFileSync(join(__dirname, '..', '..', 'samples', 'harbour-deal.article'), 'utf8');

const TEXTS = [
  sample,
  [
    '“The 🚢 is late,” Mayor Ines Okafor told the Quay Post. “𝕎e wait.”',
    'Okafor, the mayor of Elden, reportedly warned that =1+1 “was a trap”.',
    'Two officials, who asked not to be named because they feared for their jobs, said the pier 🐚 was rotten.',
    'She said: “Ask Ines Okafor or INES, at ines.okafor@elden.example, @okafor or Okafor’s office.”',
  ].join('\n\n'),
  [
    '#Ferry* is “_late_”, according to a spokeswoman for Bluewater Lines, <b>Ole Brandt</b> wrote.',
    'She said the pier 🐚 was rotten, Radio Elden reported. “It is,” said Brandt, an engineer at the Port of Elden.',
  ].join('\n\n'),
];

/** Articles with claims in them, with either line end and perhaps a byte order mark. */
export const articleText: fc.Arbitrary<string> = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    start: fc.constantFrom('', '\ufeff', '🗞️ '),
  })
  .map(({ text, lineEnd, start }) => start + text.replaceAll('\n', lineEnd));

const made = new Map<string, Analysis>();

/** By rules alone, and each text once. */
export function analysisOf(text: string): Analysis {
  const analysis = made.get(text) ?? analyze(text, { file: 'articles/ferry.article', language: 'en' });
  made.set(text, analysis);
  return analysis;
}
