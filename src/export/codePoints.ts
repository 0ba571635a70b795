import { partitionPoint } from '../analysis/partitionPoint';

/** Offsets in both units: the analysis counts UTF-16 code units, the Web Annotation Data Model Unicode code points. */
export interface OffsetUnits {
  readonly toCodePoints: (units: number) => number;
  readonly toUnits: (codePoints: number) => number;
}

/** Offsets beyond the text are allowed; one within a surrogate pair counts as the one behind it. */
export function offsetUnitsIn(text: string): OffsetUnits {
  /** Where the characters of two code units begin, in code units. */
  const pairs = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index);
  return {
    toCodePoints: units => {
      const before = partitionPoint(pairs, pair => pair < units);
      const isInside = pairs[before - 1] === units - 1;
      return units - before + (isInside ? 1 : 0);
    },
    toUnits: codePoints => codePoints + partitionPoint(pairs, (pair, nth) => pair - nth < codePoints),
  };
}
