import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** How long one press of a key or a button may take on a slow machine. Milliseconds, like all here. */
export const ATTEMPT = 10_000;

/** For what would be done twice if it were done again where its effect is only slow: a click is hardly ever lost. */
export const PATIENTLY = { wait: 30_000, within: 100_000 };

/** How long anything is waited for, where nothing else is said. */
export const PATIENCE = 60_000;
const BETWEEN_LOOKS = 100;

export interface UntilOptions {
  /** How long the effect of the first attempt is waited for; each further attempt is given twice as long. */
  readonly wait?: number;
  /** When to give up. */
  readonly within?: number;
}

/**
 * Does something until its effect is seen, as a person does who looks at what they do.
 *
 * @param what what is seen then, for the error
 * @param act may fail: what stood in its way may be gone the next time
 * @param isSeen may fail as well, which tells why nothing is seen
 */
export async function until(
  what: string,
  act: () => Promise<unknown>,
  isSeen: () => Promise<boolean>,
  { wait = 3000, within = PATIENCE }: UntilOptions = {},
): Promise<void> {
  const end = Date.now() + within;
  let isDone = false;
  for (let patience = wait; ; patience *= 2) {
    const failure = await act().then(
      () => undefined,
      (error: unknown) => error ?? 'no reason given',
    );
    isDone ||= failure === undefined;
    const look = failure === undefined ? patience : BETWEEN_LOOKS;
    const seen = await looks(isSeen, Math.min(end, Date.now() + look));
    // What is seen though nothing was done yet is no effect.
    if (seen === true && isDone) return;
    if (Date.now() >= end) throw givenUp(what, within, failure ?? seen);
  }
}

/** Reads until what is read is right, and gives it back. */
export async function becomes<T>(
  what: string,
  read: () => Promise<T>,
  isRight: (value: T) => boolean,
  within = PATIENCE,
): Promise<T> {
  let value: { readonly right: T } | undefined;
  const seen = await looks(async () => {
    const now = await read();
    if (!isRight(now)) throw new Error(`it is ${JSON.stringify(now)}`);
    value = { right: now };
    return true;
  }, Date.now() + within);
  if (value === undefined) throw givenUp(what, within, seen);
  return value.right;
}

export interface RestOptions<T> {
  readonly isRight?: (value: T) => boolean;
  /** How many looks in a row have to find the same. */
  readonly times?: number;
  /** When to give up. */
  readonly within?: number;
}

/** Reads until what is read is right and no longer changes, and gives it back. */
export async function comesToRest<T>(
  what: string,
  read: () => Promise<T>,
  { isRight = () => true, times = 2, within = ATTEMPT }: RestOptions<T> = {},
): Promise<T> {
  const seen: string[] = [];
  return becomes(
    `${what} at rest`,
    async () => {
      const now = await read();
      seen.push(JSON.stringify(now));
      return now;
    },
    now => {
      const last = seen.slice(-times);
      return isRight(now) && last.length === times && new Set(last).size === 1;
    },
    within,
  );
}

/** @returns true, or what is known of why it was not seen until the end */
async function looks(isSeen: () => Promise<boolean>, end: number): Promise<unknown> {
  for (;;) {
    const seen = await isSeen().catch((error: unknown) => error);
    if (seen === true || Date.now() >= end) return seen;
    await sleep(BETWEEN_LOOKS);
  }
}

function givenUp(what: string, within: number, reason: unknown): Error {
  const why = reason instanceof Error ? `: ${stripVTControlCharacters(reason.message)}` : '';
  return new Error(`Not within ${within / 1000} s: ${what}${why}`.slice(0, 1000));
}
