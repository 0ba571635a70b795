import { partitionPoint } from '../analysis/partitionPoint';

/** Counted from 1, as editors do; the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of an offset; lines end as they do in VS Code, with `\n`, `\r\n` or `\r`. */
export function placesIn(text: string): (offset: number) => Place {
  const ends = Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: lineEnd }) => index + lineEnd.length);
  return offset => {
    const before = partitionPoint(ends, end => end <= offset);
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1 };
  };
}
