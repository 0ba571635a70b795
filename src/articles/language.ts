import { franc } from 'franc-min';

/** Fewer letters than this do not tell: names alone can turn a sentence into any language. */
const FEWEST_LETTERS = 80;
const SAMPLE = 2048;

/**
 * Tells the language of a text from its beginning, at a bounded cost.
 *
 * @returns an ISO 639 code, two letters where there are two, or `und` where the text is too short to tell
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (countLetters(sample) < FEWEST_LETTERS) return 'und';
  const code = franc(sample, { minLength: 1 });
  return Intl.getCanonicalLocales(code)[0] ?? 'und';
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
