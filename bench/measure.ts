import { Bench } from 'tinybench';
import { spread } from './spread';

type Tasks = Readonly<Record<string, () => unknown>>;

/** Milliseconds of processor time of this process: other work on the machine counts less than by the clock. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Runs tasks in turn, once a round, so that whatever slows the machine down for a while slows all of them.
 *
 * @param rounds that count; one more before them warms up
 * @returns the median of each task, in milliseconds of processor time
 */
export async function measure<T extends Tasks>(tasks: T, rounds: number): Promise<Record<keyof T, number>> {
  const taken = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    const bench = new Bench({ now: processorTime, time: 0, iterations: 1, warmup: false, throws: true });
    for (const [name, task] of Object.entries(tasks)) bench.add(name, () => void task());
    await bench.run();
    for (const { name, result } of bench.tasks)
      if (round > 0 && result) taken.set(name, [...(taken.get(name) ?? []), result.latency.mean]);
  }
  return Object.fromEntries(Array.from(taken, ([name, times]) => [name, spread(times).half])) as Record<
    keyof T,
    number
  >;
}
