import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { analyze } from '../../../src/analysis/analyze';
import type { Analysis, Attribution, Span } from '../../../src/analysis/contract';
import { shippedTagger } from '../../../training/scoreFile';

/** One attribution as a line of a table gives it: the content, the words of its source, the actor behind them. */
export type Expected = readonly [content: string, source: string | null, actor: string | null];

/** A short article, and every attribution that it holds in the order of the text. */
export type Case = readonly [what: string, text: string, ...expected: readonly Expected[]];

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

const read = (text: string, { actors }: Analysis, { content, source }: Attribution): Expected => [
  wordsOf(text, content),
  source && wordsOf(text, source.mention),
  source && (actors.find(({ id }) => id === source.actor)?.name ?? null),
];

/**
 * Declares a test for each case: by the rules the text gives these attributions and no others; with the trained
 * weights, where there are any, it gives them as well.
 */
export function readsEach(cases: readonly Case[]): void {
  for (const [what, text, ...expected] of cases)
    it(what, () => {
      const analysis = analyze(text);
      assert.deepEqual(
        analysis.attributions.map(attribution => read(text, analysis, attribution)),
        expected,
      );
    });
  const tagger = shippedTagger();
  if (tagger)
    it('with the trained weights as well', () => {
      for (const [what, text, ...expected] of cases) {
        const analysis = analyze(text, { tagger });
        const found = analysis.attributions.map(attribution => read(text, analysis, attribution));
        for (const each of expected)
          assert.ok(
            found.some(other => isDeepStrictEqual(other, each)),
            `${what}: ${JSON.stringify(each)} is not among ${JSON.stringify(found)}`,
          );
      }
    });
}

/** Declares a test for each text in which nobody says anything. */
export function findsNothingIn(cases: readonly (readonly [what: string, text: string])[]): void {
  for (const [what, text] of cases) it(what, () => assert.deepEqual(analyze(text).attributions, []));
}

/** An article of these paragraphs. */
export const article = (...paragraphs: readonly string[]): string => paragraphs.join('\n\n');
