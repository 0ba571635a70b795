/** Within how long half of what was timed was done, and within how long 19 of 20. */
export function spread(times: readonly number[]): { readonly half: number; readonly most: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const within = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { half: within(0.5), most: within(0.95) };
}
