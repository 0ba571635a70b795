/** More different words than an article of 100,000 words has. */
export const MOST_WORDS = 20_000;
/** What is longer, in UTF-16 code units, is hardly a word, and would take its room. */
export const LONGEST_WORD = 64;

/**
 * Remembers what a function gave for a word: most words of an article are words seen before.
 *
 * @param read a pure function; forgotten are all words at once where they become too many
 */
export function remembered<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return word => {
    if (word.length > LONGEST_WORD) return read(word);
    let value = known.get(word);
    if (value === undefined) {
      value = read(word);
      if (known.size >= MOST_WORDS) known.clear();
      known.set(word, value);
    }
    return value;
  };
}
