/** So many items are put in order between two pauses. */
const STEP = 500;

/**
 * Sorts as `toSorted` does, a little at a time: the caller may pause at each step. Items that are equal stay in the
 * order in which they are given.
 */
export function* sortSteps<T>(
  items: readonly T[],
  order: (a: T, b: T) => number,
): Generator<undefined, readonly T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += STEP) {
    runs.push(items.slice(at, at + STEP).sort(order));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], order));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(
  left: readonly T[],
  right: readonly T[],
  order: (a: T, b: T) => number,
): Generator<undefined, T[]> {
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]];
    const isLeft = r >= right.length || (l < left.length && order(a as T, b as T) <= 0);
    merged.push((isLeft ? a : b) as T);
    if (isLeft) l++;
    else r++;
    if (merged.length % STEP === 0) yield;
  }
  return merged;
}
