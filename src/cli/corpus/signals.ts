import { constants } from 'node:os';

const STOPPING = ['SIGINT', 'SIGTERM'] as const;
/** Shells have it so for a program that a signal ended. */
const SIGNALLED = 128;

/**
 * Takes the signals that would end the program for a wish to stop so that it can go on later.
 *
 * @returns `signal` is aborted by the first of them, with the program's exit code as the reason; once disposed of, they
 * end the program again
 */
export function untilSignal(): { readonly signal: AbortSignal; readonly dispose: () => void } {
  const stopped = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    stopped.abort(SIGNALLED + constants.signals[signal]);
  };
  for (const signal of STOPPING) process.once(signal, stop);
  return {
    signal: stopped.signal,
    dispose: () => {
      for (const signal of STOPPING) process.off(signal, stop);
    },
  };
}
