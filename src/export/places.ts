/** Counted from 1, as editors do; the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds the line and column of an offset; lines end as they do in VS Code, with `\n`, `\r\n` or `\r`. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length);
  return offset => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
