import { model } from './compromise';
import { noTags, type Tags } from './tags';

interface Written {
  readonly text: string;
  readonly normal: string;
}

const capitals = /^[A-Z-]+$/;
const pluralOfCapitals = /^[A-Z]+s$/;
const oneLetter = /^[A-Z](?:'s|,)?$/;
const endsInCapitals = /^[A-Z]$|[A-Z]{2}$/;
const oneLetterWords = new Set(['I', 'A']);
/** Places only where they are in capitals. */
const places = new Set(['la', 'ny', 'us', 'dc', 'gb', 'uk']);
const longest = 5;

/** The tags of an acronym, as compromise gives them; null where a word does not look like one. */
export function acronymTags(word: Written, tags: Tags): Tags | null {
  const { text, normal } = word;
  if (tags.has('RomanNumeral') || tags.has('Acronym')) return null;
  const acronym = noTags.with('Acronym').with('Noun');
  if (isUnpointed(word)) {
    const placed = places.has(normal) ? acronym.with('Place') : acronym;
    return pluralOfCapitals.test(text) ? placed.with('Plural') : placed;
  }
  if (!oneLetterWords.has(text) && oneLetter.test(text)) return acronym;
  const short = text.length <= 3 || (capitals.test(text) && text.length <= 6);
  return tags.has('Organization') && short ? tags.with('Acronym') : null;
}

function isUnpointed({ text, normal }: Written): boolean {
  const plural = !capitals.test(text) && text.length > 3 && pluralOfCapitals.test(text);
  if (!capitals.test(text) && !plural) return false;
  if (!plural && places.has(normal)) return true;
  const singular = plural ? text.slice(0, -1) : text;
  return (
    singular.length <= longest &&
    !oneLetterWords.has(singular) &&
    !Object.hasOwn(model.one.lexicon, normal) &&
    endsInCapitals.test(singular)
  );
}
