/**
 * Searches by halves, as C++'s `std::partition_point` does.
 *
 * @param holds for the first items of the list, and for none behind them
 * @returns the index of the first item for which it does not hold; the length of the list where there is none
 */
export function partitionPoint<T>(items: ArrayLike<T>, holds: (item: T, index: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
