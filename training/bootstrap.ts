import { random } from './random';
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly resamples?: number;
  readonly seed?: number;
}

/**
 * Percentile intervals of 95 % by resampling with replacement (Efron 1979); the same seed gives the same intervals.
 *
 * @param items what is drawn: whole articles, as claims of one article are not independent
 * @param measure measures of a sample as large as `items`; NaN where the sample has nothing to measure
 * @returns an interval for each measure
 */
export function bootstrap<T>(
  items: readonly T[],
  measure: (sample: readonly T[]) => readonly number[],
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Interval[] {
  const next = random(seed);
  const draws = Array.from({ length: resamples }, () =>
    measure(items.map(() => items[Math.floor(next() * items.length)]!)),
  );
  return measure(items).map((_, index) => {
    const values = draws.map(draw => draw[index]!).filter(value => !Number.isNaN(value));
    values.sort((a, b) => a - b);
    return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
  });
}

/** Linear between the two nearest of the sorted values; NaN where there are none. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}
