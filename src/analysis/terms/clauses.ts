import { model } from './compromise';
import { isTitleCase, type PlacedWord } from './placed';
import { switched } from './switches';
import { setTogether } from './tags';
import { isYear } from './year';

/**
 * compromise's tagging of words by their letters and their neighbours, step for step (src/2-two/preTagger of
 * compromise): its order matters, as each step reads the tags that the ones before it gave.
 */

type Terms = readonly PlacedWord[];

/** @param terms of one sentence, with the tags of the lexicon; they are given more */
export function tagClauses(terms: Terms): void {
  markLabel(terms);
  for (const clause of clausesOf(terms)) {
    const yelling = isYelling(clause);
    guessByLetters(clause, yelling);
    guessByNeighbours(clause);
    disambiguate(clause, yelling);
    markImperative(clause);
  }
}

/** "Breaking: …" */
function markLabel(terms: Terms): void {
  const [first, second] = terms;
  if (!first || !second || terms.length < 3 || !first.word.post.includes(':')) return;
  if (second.tags.hasOneOf(['Value', 'Email', 'PhoneNumber'])) return;
  first.tags = first.tags.set('Expression');
}

function clausesOf(terms: Terms): Terms[] {
  const clauses: Terms[] = [];
  let from = 0;
  for (let at = 0; at < terms.length; at++)
    if (terms[at]!.word.endsClause && beginsClause(terms, at + 1)) {
      clauses.push(terms.slice(from, at + 1));
      from = at + 1;
    }
  if (from === 0) return terms.length > 0 ? [terms] : [];
  if (from < terms.length) clauses.push(terms.slice(from));
  return clauses;
}

const mayBeMonth = new Set(['may', 'april', 'august', 'jan']);

function beginsClause(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (!term) return false;
  const { normal } = term.word;
  if (normal === 'like' || mayBeMonth.has(normal)) return false;
  if (term.tags.has('Place') || term.tags.has('Date') || term.tags.has('Adjective')) return false;
  const last = terms[at - 1]!;
  if (last.tags.has('Date') || mayBeMonth.has(last.word.normal) || last.tags.has('Adjective')) return false;
  return !/^(?:[0-9]{1,2}|[0-9]{4})$/.test(normal);
}

/** A few names in capitals are no headline. */
function isYelling(terms: Terms): boolean {
  if (terms.some(({ word }) => word.lowerCase)) return false;
  return terms.filter(({ tags }) => !tags.has('ProperNoun')).length > 3;
}

function guessByLetters(terms: Terms, yelling: boolean): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    if (!yelling) term.place ??= 0;
    term.tags = term.word.guess(term.tags, Boolean(term.place), yelling);
    if (isYear(terms, at)) term.tags = term.tags.with('Year');
  }
}

const weakTags = ['Hyphenated', 'HashTag', 'Prefix', 'SlashedTerm'];

function guessByNeighbours(terms: Terms): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    term.tags = term.word.settle(term.tags);
    const tag =
      term.tags.size === 0
        ? suggested(terms[at - 1], terms[at + 1])
        : term.tags.size === 1 && term.tags.hasOneOf(weakTags)
          ? 'Noun'
          : null;
    if (tag) term.tags = term.word.fill(term.tags.with(tag));
  }
}

const tables = model.two.neighbours;
const byWord = { left: new Map(tables.leftWords), right: new Map(tables.rightWords) };

function suggested(left: PlacedWord | undefined, right: PlacedWord | undefined): string {
  return (
    (left && byWord.left.get(left.word.normal)) ??
    (right && byWord.right.get(right.word.normal)) ??
    tables.leftTags!.find(([tag]) => left?.tags.has(tag))?.[1] ??
    tables.rightTags!.find(([tag]) => right?.tags.has(tag))?.[1] ??
    'Noun'
  );
}

const verbTypes = ['PastTense', 'PresentTense', 'Auxiliary', 'Modal', 'Particle'];

function disambiguate(terms: Terms, yelling: boolean): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    const { word } = term;
    if (word.isOrganizationWord) markOrganization(terms, at, yelling);
    if (word.isPlaceWord) markPlace(terms, at, yelling);
    const tag = word.switch ? switched(terms, at) : null;
    if (tag) term.tags = word.fill(term.tags.set(tag));
    if (term.tags.has('Verb') && !term.tags.hasOneOf(verbTypes)) term.tags = term.tags.set('Infinitive');
    if (word.post === '-' && terms[at + 1]) setAll(terms, at, at + 2, 'Hyphenated');
  }
}

function setAll(terms: Terms, from: number, to: number, tag: string): void {
  for (let at = from; at < to; at++) terms[at]!.tags = terms[at]!.tags.set(tag);
}

/** A word of which the first in its clause may have its capital from there. */
function isNameLike(term: PlacedWord, at: number, yelling: boolean): boolean {
  return isTitleCase(term, yelling) && (at > 0 || term.tags.has('Singular'));
}

/** "Marsh Institute" */
function markOrganization(terms: Terms, at: number, yelling: boolean): void {
  const belongs = (index: number): boolean => {
    const term = terms[index];
    if (!term || term.tags.has('FirstName') || term.tags.has('Place')) return false;
    return (
      term.tags.has('ProperNoun') ||
      term.tags.has('Organization') ||
      term.tags.has('Acronym') ||
      isNameLike(term, index, yelling)
    );
  };
  if (!belongs(at - 1)) return;
  setAll(terms, at, at + 1, 'Organization');
  for (let index = at; index >= 0 && belongs(index); index--) setAll(terms, index, index + 1, 'Organization');
}

const insidePlace = new Set(
  'athletic city community eastern federal financial great historic historical local memorial municipal national northern provincial southern state western spring pine sunset view oak maple spruce cedar willow'.split(
    ' ',
  ),
);
const endsPlace = new Set('center centre way range bar bridge field pit'.split(' '));

/** "Marsh River", "River of Marsh" */
function markPlace(terms: Terms, at: number, yelling: boolean): void {
  const belongs = (index: number): boolean => {
    const term = terms[index]!;
    if (term.tags.has('Organization') || term.tags.has('Possessive') || term.word.normal.endsWith("'s"))
      return false;
    return term.tags.has('ProperNoun') || term.tags.has('Place') || isNameLike(term, index, yelling);
  };
  for (let index = at - 1; index >= 0; index--) {
    if (insidePlace.has(terms[index]!.word.normal)) continue;
    if (!belongs(index)) break;
    setAll(terms, index, at + 1, 'Place');
  }
  if (endsPlace.has(terms[at]!.word.key)) return;
  for (let index = at + 1; index < terms.length; index++) {
    const { normal } = terms[index]!.word;
    if (belongs(index)) {
      setAll(terms, at, index + 1, 'Place');
      return;
    }
    if (normal !== 'of' && !insidePlace.has(normal)) return;
  }
}

const toWhom = new Set(['there', 'this', 'it', 'him', 'her', 'us']);

/** "Place tea bags in water" */
function markImperative(terms: Terms): void {
  const [first, second] = terms;
  if (!first || !second) return;
  if (first.word.switch !== 'Noun|Verb' && !first.tags.has('Infinitive')) return;
  if (terms.length < 4 && !toWhom.has(second.word.normal)) return;
  if (!first.tags.has('PhrasalVerb') && Object.hasOwn(model.one._multiCache, first.word.normal)) return;
  if (!second.tags.has('Noun') && !second.tags.has('Determiner')) return;
  if (terms.slice(1, 3).some(({ tags }) => tags.has('Verb'))) return;
  first.tags = first.tags.set('Imperative');
}

/** Tags the words that the lexicon has, alone or in a phrase. */
export function tagListed(terms: Terms): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    if (term.tags.size > 0) continue;
    if (term.word.longestPhrase === 0 || !tagPhrase(terms, at)) term.tags = term.word.listed;
  }
}

function tagPhrase(terms: Terms, from: number): boolean {
  const { lexicon } = model.one;
  const keys = terms.slice(from, from + terms[from]!.word.longestPhrase).map(({ word }) => word.key);
  for (; keys.length > 1; keys.pop()) {
    const phrase = keys.join(' ');
    if (!Object.hasOwn(lexicon, phrase)) continue;
    const tag = lexicon[phrase]!;
    const words = terms.slice(from, from + keys.length);
    setTogether(
      words.map(({ tags }) => tags),
      tag,
    ).forEach((tags, index) => (words[index]!.tags = tags));
    if (tag.length === 2 && (tag[0] === 'PhrasalVerb' || tag[1] === 'PhrasalVerb'))
      words[1]!.tags = words[1]!.tags.set('Particle');
    return true;
  }
  return false;
}
