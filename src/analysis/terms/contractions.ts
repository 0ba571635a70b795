import { compute, type OwnTerm } from './compromise';
import type { PlacedWord } from './placed';
import { isPossessive } from './possessive';
import { noTags, tagsOf, type Tags } from './tags';
import { Word } from './word';

/** compromise's two stages for contractions. Most words are none; the others are left to compromise itself. */

/** A word, and what it is written out to where it is a contraction: "can't" to "can" and "not". */
export interface Expansion {
  readonly word: Word;
  readonly parts: readonly { readonly word: Word; readonly tags: Tags }[] | 'by context' | null;
}

/** A term in which compromise tells which of our words it is; parts that it adds are none of ours yet. */
interface Traced extends OwnTerm {
  readonly ours?: Word;
}

/** "they'd" and "there's" may be two things, by what follows. */
const needsContext = ({ normal }: Word): boolean => /^[^']*'d(?:'|$)|^there's(?:'|$)/.test(normal);

/** @returns for each of the words its parts, or null where it is no contraction by itself */
export function partsOf(words: readonly Word[]): Expansion['parts'][] {
  const alone: readonly (readonly Traced[])[] = compute(
    words.map(word => [traced(word, noTags, undefined)]),
    ['contractions'],
  );
  return alone.map((parts, index) => {
    if (needsContext(words[index]!)) return 'by context';
    if (parts.every(({ ours }) => ours)) return null;
    return parts.map(part => ({ word: new Word(part), tags: tagsOf(part.tags) }));
  });
}

/** Writes contractions out for which a word and its next ones are enough. */
export function expand(words: readonly Expansion[]): PlacedWord[] {
  if (words.some(({ parts }) => parts === 'by context'))
    return placedBy(
      'contractions',
      words.map(({ word }) => traced(word, noTags, undefined)),
    );
  const terms: PlacedWord[] = [];
  for (const [at, { word, parts }] of words.entries()) {
    if (parts === null || parts === 'by context') terms.push({ word, tags: noTags, place: undefined });
    else for (const [index, part] of parts.entries()) terms.push({ ...part, place: at + index });
  }
  return terms;
}

/** Writes out what remains, now that all words have tags: "'s" is left where it is that of a possessive. */
export function expandTagged(terms: PlacedWord[]): PlacedWord[] {
  for (let at = terms.length - 1; at >= 0; at--) {
    const term = terms[at]!;
    const { contraction } = term.word;
    if (contraction === null) continue;
    if (contraction !== 's' || !isPossessive(terms, at))
      return placedBy(
        'contractionTwo',
        terms.map(({ word, tags, place }) => traced(word, tags, place)),
      );
    term.tags = term.tags.set('Possessive');
  }
  return terms;
}

function traced(word: Word, tags: Tags, place: number | undefined): Traced {
  const term: Traced = { ...word.own, ours: word, tags: new Set(tags.list) };
  if (word.switch !== undefined) term.switch = word.switch;
  if (place === undefined) delete term.index;
  else term.index = [0, place];
  return term;
}

function placedBy(stage: string, sentence: Traced[]): PlacedWord[] {
  const terms: readonly Traced[] = compute([sentence], [stage])[0]!;
  return terms.map(term => ({
    word: term.ours ?? new Word(term),
    tags: tagsOf(term.tags),
    place: term.index?.[1],
  }));
}
