import { STRETCH } from '../articles/events';
import { nextTurn } from '../articles/turns';

interface Pauses {
  readonly isDue: boolean;
  now(): Promise<void>;
}

/** When to give the thread back, and how. */
export function pauses(): Pauses {
  let began = performance.now();
  return {
    get isDue() {
      return performance.now() - began > STRETCH;
    },
    async now() {
      await nextTurn();
      began = performance.now();
    },
  };
}

/**
 * Does work step by step, with pauses.
 *
 * @param isWanted asked after each pause
 * @returns what the last step gives; null where it is no longer wanted
 */
export async function inStretches<T>(
  steps: Iterator<unknown, T, undefined>,
  isWanted: () => boolean = () => true,
): Promise<T | null> {
  const pause = pauses();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!pause.isDue) continue;
    await pause.now();
    if (!isWanted()) return null;
  }
}
