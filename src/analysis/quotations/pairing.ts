import type { Mark } from './marks';

/** Two marks that belong together, or one whose partner is missing. */
export interface Pair {
  readonly open: Mark | null;
  readonly close: Mark | null;
  /** Where a quotation without a closing mark ends at the latest: at the next opening mark. */
  readonly limit: number | null;
}

const NESTED = 0.5;
const MIXED_STYLES = 0.3;
/** The next quotation begins although the last one has not been closed. */
const RESTART_AT_SENTENCE = 2.5;
const RESTART = 8;
const EMPTY = 5;
/** Of two opening marks and one closing mark, the stray is the inner opening mark. */
const STRAY_OUTSIDE = 1.15;
const FAR_APOSTROPHE = 1;
const FAR = 60;

/** Unclosed marks, innermost first. */
interface Stack {
  readonly mark: Mark;
  readonly below: Stack | null;
}

interface Found {
  readonly pair: Pair;
  readonly earlier: Found | null;
}

/** One reading of the marks so far. */
interface Reading {
  readonly cost: number;
  readonly stack: Stack | null;
  readonly found: Found | null;
}

/**
 * Pairs marks of one family: of all ways to read each mark as opening, closing or none, takes the cheapest
 * (dynamic programming over the nesting depth), so that one slip does not turn all later quotations inside out.
 *
 * @param depth how deep quotations of this family may nest
 * @returns in no particular order; time linear in the number of marks
 */
export function pairMarks(marks: readonly Mark[], depth: number): Pair[] {
  let readings: (Reading | undefined)[] = [{ cost: 0, stack: null, found: null }];
  for (const mark of marks) readings = readOn(readings, mark, depth);

  let best: Reading | undefined;
  for (const reading of readings) {
    const ended = reading && endUnclosed(reading);
    if (ended && (!best || ended.cost < best.cost)) best = ended;
  }
  const pairs: Pair[] = [];
  for (let found = best?.found ?? null; found; found = found.earlier) pairs.push(found.pair);
  return pairs;
}

function readOn(
  readings: readonly (Reading | undefined)[],
  mark: Mark,
  depth: number,
): (Reading | undefined)[] {
  const next: (Reading | undefined)[] = [];
  const offer = (level: number, cost: number, stack: Stack | null, found: Found | null) => {
    const known = next[level];
    if (!known || cost < known.cost) next[level] = { cost, stack, found };
  };
  for (const [level, reading] of readings.entries()) {
    if (!reading) continue;
    const { cost, stack, found } = reading;
    if (stack) {
      const pair = { open: stack.mark, close: mark, limit: null };
      offer(level - 1, cost + closingCost(stack, mark), stack.below, { pair, earlier: found });
    } else {
      const pair = { open: null, close: mark, limit: null };
      offer(level, cost + mark.close + mark.unopened, null, { pair, earlier: found });
    }
    if (level < depth) {
      offer(level + 1, cost + mark.open + (stack ? NESTED : 0), { mark, below: stack }, found);
    }
    if (stack && !stack.below) {
      const pair = { open: stack.mark, close: null, limit: mark.start };
      const restart = mark.startsSentence ? RESTART_AT_SENTENCE : RESTART;
      offer(level, cost + mark.open + restart, { mark, below: null }, { pair, earlier: found });
    }
    offer(level, cost + mark.stray * (stack ? 1 : STRAY_OUTSIDE), stack, found);
  }
  return next;
}

function closingCost({ mark: open, below }: Stack, close: Mark): number {
  let cost = close.close;
  if (open.curly !== close.curly) cost += MIXED_STYLES;
  if (!below && !close.punctuated) cost += open.abrupt;
  if (close.start === open.end) cost += EMPTY;
  if (close.apostrophe && close.start - open.end > FAR) cost += FAR_APOSTROPHE;
  return cost;
}

function endUnclosed(reading: Reading): Reading {
  let { cost, found } = reading;
  for (let stack = reading.stack; stack; stack = stack.below) {
    cost += stack.mark.unclosed;
    found = { pair: { open: stack.mark, close: null, limit: null }, earlier: found };
  }
  return { cost, stack: null, found };
}
