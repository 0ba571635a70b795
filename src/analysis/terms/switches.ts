import { model, type Clues } from './compromise';
import type { PlacedWord } from './placed';

type Terms = readonly PlacedWord[];

/** Decides by its neighbours what a word is that may be one of two, as "report": a tag, or null for what it is by itself. */
export function switched(terms: Terms, at: number): string | null {
  const { word, tags } = terms[at]!;
  if (!word.switch || tags.has('Acronym') || tags.has('PhrasalVerb')) return null;
  const clues = model.two.clues[word.switch];
  const found = clues ? byNeighbours(terms, at, clues) : null;
  return exceptions[word.switch]?.(terms, at) ?? found ?? null;
}

function byNeighbours(terms: Terms, at: number, clues: Clues): string | null | undefined {
  const before = terms[terms[at - 1]?.word.text === 'also' ? Math.max(0, at - 2) : at - 1];
  const after = terms[at + 1];
  return (
    byWord(after, clues.afterWords) ??
    byWord(before, clues.beforeWords) ??
    byTag(before, clues.beforeTags) ??
    byTag(after, clues.afterTags)
  );
}

function byWord(term: PlacedWord | undefined, table: Clues['afterWords']): string | null | undefined {
  if (!term || !table) return null;
  const { name } = term.word;
  return Object.hasOwn(table, name) ? table[name] : null;
}

function byTag(term: PlacedWord | undefined, table: Clues['afterTags']): string | null | undefined {
  const tag = table && term?.tags.ranked.find(tag => table[tag]);
  return tag === undefined ? null : table?.[tag];
}

type Exception = (terms: Terms, at: number) => string | null;

const whenName: Exception = (terms, at) =>
  terms[at]!.tags.has('ProperNoun') && /^[A-Z][a-z]/.test(terms[at]!.word.text) ? 'Noun' : null;
const whenAlone = (terms: Terms, at: number, tag: string): string | null =>
  at === 0 && !terms[1] ? tag : null;

const exceptions: Readonly<Record<string, Exception>> = {
  'Adj|Gerund': whenName,
  'Adj|Noun': (terms, at) =>
    whenName(terms, at) ?? (!terms[at + 1] && terms[at - 1]?.tags.has('Determiner') ? 'Noun' : null),
  'Actor|Verb': whenName,
  'Adj|Past': whenName,
  'Adj|Present': whenName,
  'Noun|Gerund': whenName,
  'Noun|Verb': (terms, at) => (at > 0 ? whenName(terms, at) : null) ?? whenAlone(terms, at, 'Infinitive'),
  'Plural|Verb': (terms, at) =>
    whenName(terms, at) ??
    whenAlone(terms, at, 'PresentTense') ??
    (at === 0 && terms.length > 3 ? 'Plural' : null),
  'Person|Noun': whenName,
  'Person|Verb': (terms, at) => (at > 0 ? whenName(terms, at) : null),
  'Person|Adj': (terms, at) =>
    (at === 0 && terms.length > 1) || whenName(terms, at) !== null ? 'Person' : null,
};
