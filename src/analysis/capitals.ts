/** Words that stay small in a title. */
const SMALL_WORDS = new Set(
  'a an the and or nor but of in on at to for by with from as vs v is it into over up de la le el von'.split(
    ' ',
  ),
);

export function wordsOf(text: string): string[] {
  return text.match(/\p{N}[\p{N}.,]*\p{N}|[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu) ?? [];
}

export function startsUpperCase(text: string): boolean {
  return /^[^\p{L}\p{N}]{0,2}[\p{Lu}\p{N}]/u.test(text);
}

/** Every Word But the Small Ones. */
export function isTitleCase(words: readonly string[]): boolean {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || !startsUpperCase(first) || !startsUpperCase(last)) return false;
  return words.every(word => startsUpperCase(word) || SMALL_WORDS.has(word.toLowerCase()));
}

/** Whether capitals are the rule here, as in a headline in title case, and so say nothing about names. */
export function isMostlyCapitalized(words: readonly string[]): boolean {
  const large = words.filter(word => word !== '' && !SMALL_WORDS.has(word.toLowerCase()));
  const capitals = large.filter(word => /^\p{Lu}/u.test(word)).length;
  return large.length > 2 && capitals >= 0.8 * large.length;
}
