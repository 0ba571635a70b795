import type { Span } from '../contract';
import { honorifics } from '../sources/lexicon';
import { matches } from '../matches';

// Begins where a run of marks does: trying each mark of a long run would take quadratic time.
const sentenceEnd = /(?<![.!?…])[.!?…]+["”’'»)\]]*(?=\s+["“‘'«(\[]?[\p{Lu}\p{N}])/gu;
const lastWord = /(?<!\p{L})(\p{L}+)\P{L}*$/u;

/**
 * Cuts prose into sentences where a mark ends one and a capital begins the next; not after an initial or a short
 * word with a capital ("Dr. Lee").
 *
 * @returns spans into `text`, trimmed
 */
export function sentencesIn(text: string, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  const words = text.slice(start, end);
  const ends = matches(words, sentenceEnd)
    .filter(({ index, 0: mark }) => {
      const word = mark.startsWith('.')
        ? (lastWord.exec(words.slice(Math.max(0, index - 20), index))?.[1] ?? '')
        : '';
      return !/^\p{Lu}\p{L}{0,2}$/u.test(word) && !honorifics.has(word.toLowerCase());
    })
    .map(({ index, 0: mark }) => index + mark.length);
  let from = 0;
  return [...ends, words.length].flatMap(to => {
    const sentence = words.slice(from, to);
    const first = start + from + (sentence.length - sentence.trimStart().length);
    from = to;
    return sentence.trim() === '' ? [] : [{ start: first, end: first + sentence.trim().length }];
  });
}
