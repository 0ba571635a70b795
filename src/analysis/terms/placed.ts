import type { Tags } from './tags';
import type { Word } from './word';

/** A word where it stands. */
export interface PlacedWord {
  readonly word: Word;
  tags: Tags;
  /** Its place in the sentence as far as compromise has counted, which it does only around contractions. */
  place: number | undefined;
}

export const isTitleCase = ({ word }: PlacedWord, yelling: boolean): boolean => !yelling && word.titleCase;
