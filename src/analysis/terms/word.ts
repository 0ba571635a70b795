import { acronymTags } from './acronym';
import { looksPlural, model, type OwnTerm } from './compromise';
import { noTags, type Tags } from './tags';
import { tenseOf } from './tense';

const titleCase = /^\p{Lu}[\p{Ll}'’]/u;
const lowerCase = /^[a-z]/;
const hasNumber = /[0-9]/;
const apostrophe = /['‘’‛‵′`´]/;
const switchPrefix = /^(?:under|over|mis|re|un|dis|semi)-?/;
const lexiconPrefix = /^(?:under|over|mis|re|un|dis|semi|pre|post)-?/;
const mayHavePrefix = new Set<unknown>([
  'Verb',
  'Infinitive',
  'PastTense',
  'Gerund',
  'PresentTense',
  'Adjective',
  'Participle',
]);
const romanNumeral = /^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const noRomanNumeral = new Set(['li', 'dc', 'md', 'dm', 'ml']);
/** Tags of words that are written with a capital anyway. */
const capitalised = ['Date', 'Month', 'WeekDay', 'Unit', 'Expression'];
const neitherPluralNorSingular = [
  'Plural',
  'Singular',
  'Acronym',
  'Abbreviation',
  'ProperNoun',
  'Uncountable',
  'Possessive',
  'Pronoun',
  'Activity',
  'Honorific',
  'Month',
];

/** What a word is before its neighbours are looked at. */
interface Guess {
  readonly from: Tags;
  readonly to: Tags;
}

/**
 * A word with the marks around it, wherever it stands. What compromise's stages ask of a word alone is read once, and
 * what they make of its tags is remembered for the tags that it had last, which are nearly always the same.
 */
export class Word {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly normal: string;
  readonly implicit: string;
  /** As its neighbours know it: a part of a contraction is what it stands for. */
  readonly name: string;
  /** As it is looked up in lists. */
  readonly key: string;
  readonly titleCase: boolean;
  readonly lowerCase: boolean;
  readonly opensQuote: boolean;
  readonly endsClause: boolean;
  readonly switch: string | undefined;
  /** The ending by which it may be a contraction, once the tags around it are known. */
  readonly contraction: 's' | 'd' | 't' | null;
  readonly isOrganizationWord: boolean;
  readonly isPlaceWord: boolean;
  /** How many words the longest phrase of the lexicon has that begins with it; 0 for none. */
  readonly longestPhrase: number;
  /** Its tags as the lexicon has them, where it stands in no phrase. */
  readonly listed: Tags;
  #guessed: Guess | undefined;
  #settled: Guess | undefined;

  constructor(readonly own: Readonly<OwnTerm>) {
    const { pre, text, post, normal = '', machine, implicit = '' } = own;
    this.pre = pre;
    this.text = text;
    this.post = post;
    this.normal = normal;
    this.implicit = implicit;
    this.name = normal === '' ? implicit : normal;
    this.key = machine === undefined || machine === '' ? normal : machine;
    this.titleCase = titleCase.test(text);
    this.lowerCase = lowerCase.test(text);
    this.endsClause = /[,:;]/.test(post);
    this.opensQuote = /["']$/.test(pre);
    this.switch = switchOf(normal) ?? own.switch;
    this.contraction = implicit === '' ? contractionOf(normal) : null;
    this.isOrganizationWord = model.two.orgWords[this.key] === true;
    this.isPlaceWord = model.two.placeWords[this.key] === true;
    this.longestPhrase = ownValue(model.one._multiCache, this.key) ?? 0;
    this.listed = noTags.setAll(listedTag(this.key, own.alias) ?? []);
  }

  /**
   * By its letters.
   *
   * @param inside it stands behind the first word of its sentence, so that a capital says something
   * @param yelling all of its clause is in capitals
   */
  guess(tags: Tags, inside: boolean, yelling: boolean): Tags {
    if (inside || yelling) return this.#guess(tags, inside, yelling);
    if (this.#guessed?.from !== tags) this.#guessed = { from: tags, to: this.#guess(tags, false, false) };
    return this.#guessed.to;
  }

  /** With what its tags imply; an acronym, where it looks like one. */
  settle(tags: Tags): Tags {
    if (this.#settled?.from !== tags)
      this.#settled = { from: tags, to: this.fill(acronymTags(this, tags) ?? tags) };
    return this.#settled.to;
  }

  /** With what its tags imply: the more general ones, a number for a noun, a tense for a verb. */
  fill(tags: Tags): Tags {
    let filled = tags.inferred;
    if (filled.has('Noun') && !filled.hasOneOf(neitherPluralNorSingular))
      filled = filled.with(looksPlural(this.normal) ? 'Plural' : 'Singular');
    const tense = filled.size === 1 && filled.has('Verb') ? tenseOf(this.normal) : null;
    return tense ? filled.with(tense) : filled;
  }

  #guess(tags: Tags, inside: boolean, yelling: boolean): Tags {
    let guessed = yelling ? tags : this.#byCase(tags, inside);
    if (guessed.size === 0) guessed = guessed.withAll(bySuffix(this.normal) ?? bySuffix(this.implicit) ?? []);
    guessed = guessed.setAll(this.#byPattern(guessed.size === 0) ?? []);
    if (guessed.size === 0) guessed = guessed.withAll(byPrefix(this.normal) ?? []);
    return guessed;
  }

  #byCase(tags: Tags, inside: boolean): Tags {
    if (inside && this.titleCase && !hasNumber.test(this.text)) {
      if (tags.hasOneOf(capitalised) || this.opensQuote || this.normal === 'the') return tags;
      const filled = this.fill(tags);
      return (filled.has('Noun') ? filled : noTags).with('ProperNoun');
    }
    const roman =
      /^[IVXLCDM]{2,}$/.test(this.text) &&
      /[IVX]/.test(this.text) &&
      romanNumeral.test(this.text) &&
      !noRomanNumeral.has(this.normal);
    return roman ? tags.with('RomanNumeral') : tags;
  }

  #byPattern(unknown: boolean): string | readonly string[] | undefined {
    const { regexText, regexNormal, regexNumbers, endsWith } = model.two;
    const dangling = apostrophe.test(this.post) && !apostrophe.test(this.pre);
    const text = dangling ? this.text + this.post.trim() : this.text;
    const matching = (patterns: typeof regexText, word: string) =>
      patterns.find(([pattern]) => pattern.test(word))?.[1];
    return (
      matching(regexText, text) ??
      matching(regexNormal, this.key) ??
      (hasNumber.test(this.key) ? matching(regexNumbers, this.key) : undefined) ??
      (unknown ? matching(ownValue(endsWith, this.key.at(-1) ?? '') ?? [], this.key) : undefined)
    );
  }
}

function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function contractionOf(normal: string): Word['contraction'] {
  const ending = normal.split("'")[1];
  return ending === 's' || ending === 'd' || ending === 't' ? ending : null;
}

function switchOf(normal: string): string | undefined {
  const { switches } = model.two;
  const whole = ownValue(switches, normal);
  if (whole !== undefined || !switchPrefix.test(normal)) return whole;
  const stem = normal.replace(switchPrefix, '');
  return stem.length > 3 ? ownValue(switches, stem) : undefined;
}

function listedTag(
  key: string,
  alias: readonly string[] | undefined,
): string | readonly string[] | undefined {
  const { lexicon } = model.one;
  const listed = ownValue(lexicon, key);
  if (listed !== undefined) return listed;
  const other = alias?.find(each => Object.hasOwn(lexicon, each));
  if (other !== undefined && other !== '') return lexicon[other];
  if (!lexiconPrefix.test(key)) return undefined;
  const stem = key.replace(lexiconPrefix, '');
  const tag = stem.length > 3 ? ownValue(lexicon, stem) : undefined;
  return mayHavePrefix.has(tag) ? tag : undefined;
}

const longestAffix = 7;

function bySuffix(word: string): readonly string[] | undefined {
  for (let length = Math.min(longestAffix, word.length - 1); length > 1; length--) {
    const tag = ownValue(model.two.suffixPatterns[length] ?? {}, word.slice(word.length - length));
    if (tag !== undefined) return tagList(tag);
  }
  return undefined;
}

function byPrefix(word: string): readonly string[] | undefined {
  for (let length = Math.min(longestAffix, word.length - 3); length > 2; length--) {
    const tag = ownValue(model.two.prefixPatterns[length] ?? {}, word.slice(0, length));
    if (tag !== undefined) return tagList(tag);
  }
  return undefined;
}

const tagList = (tag: string | readonly string[]): readonly string[] =>
  typeof tag === 'string' ? [tag] : tag;
