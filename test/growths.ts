/** Time in proportion to length may grow so many times for a text twice as long: the machine is not quite still. */
export const MOST_GROWTH = 2.6;

/** What takes less is too short to be measured, in microseconds. */
export const LEAST_MEASURED = 20_000;

const ATTEMPTS = 6;

/** In microseconds of this process's work, whatever else the machine does. */
export function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Measures a short and a long piece of work in turn.
 *
 * @returns after each attempt how many times the short one's least cost the long one's is, of all attempts so far
 */
export function* growths(short: () => number, long: () => number): Generator<number, void> {
  let [least, leastLong] = [Infinity, Infinity];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    least = Math.min(least, short());
    leastLong = Math.min(leastLong, long());
    yield leastLong / least;
  }
}
