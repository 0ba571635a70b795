import { nextTurn, STRETCH } from '../articles/yielding';

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

/** Does work step by step, with pauses, and gives what the last step gives. */
export async function inStretches<T>(steps: Iterator<unknown, T, undefined>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pause.isDue) await pause.now();
  }
}
