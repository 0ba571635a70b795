import { mergeDecisions, type DecisionLine, type DecisionLines } from './decisionFile';

/** What this window did to a line of a file. */
interface OwnChange {
  readonly isRemoved: boolean;
  /** In milliseconds. */
  readonly at: number;
  /** So often it was put back, as another window had written over it. */
  readonly timesRestored: number;
}

/** A file as this window left it. */
export interface Restored {
  readonly lines: DecisionLines;
  /** Lines of this window that are put back. */
  readonly back: readonly string[];
  /** Lines that this window sees to no longer: somebody took them out, or deleted the file. */
  readonly forgotten: readonly string[];
}

/** For so long after a file was written, in milliseconds, this window may hear that another one wrote over it. */
const RACE = 5000;

/** For so long after a line was written, in milliseconds, nobody can have read it and taken it out by hand. */
const TOO_FAST = 1000;

/** So often at most a line is put back that alone is gone: another window may take it out as fast. */
const MOST_RESTORED = 8;

/** What this window has lately written into a file, or taken out of it. */
export class OwnChanges {
  /** By line. */
  readonly #changes = new Map<string, OwnChange>();

  /** @param now tells the time, in milliseconds */
  constructor(private readonly now: () => number) {}

  /**
   * Puts right what another window, which had read the file before, wrote over: what was taken out and is back goes
   * again; what was added and is gone comes back. Where nothing else has changed, somebody may just have taken out that
   * line. Nothing is remembered of it before {@link record}.
   *
   * @param known what this window last knew to be in the file
   * @param inFile what is in it now; null where the file is gone
   */
  restored(known: DecisionLines, inFile: DecisionLines | null): Restored {
    if (!inFile) return { lines: [], back: [], forgotten: [...this.#changes.keys()] };
    const now = this.now();
    const changeOf = ({ raw }: DecisionLine) => {
      const change = this.#changes.get(raw);
      return change && !isOver(change, now) ? change : undefined;
    };
    const isTakenOut = (line: DecisionLine) => changeOf(line)?.isRemoved === true;
    const gone = notIn(inFile, known);
    const come = notIn(known, inFile).filter(line => !isTakenOut(line));
    // What cannot be read is of no window.
    const isByHand = come.some(({ decision }) => !decision);
    const isAmongOthers = come.length > 0 || gone.length > 1;
    const isTooFast = (line: DecisionLine) => {
      const change = changeOf(line);
      return change !== undefined && change.timesRestored < MOST_RESTORED && now - change.at < TOO_FAST;
    };
    const lost = gone.filter(line => changeOf(line)?.isRemoved === false);
    const back = lost.filter(line => !isByHand && (isAmongOthers || isTooFast(line)));
    const left = inFile.filter(line => !isTakenOut(line));
    return {
      lines: mergeDecisions(left, back),
      back: back.map(({ raw }) => raw),
      forgotten: notIn(back, lost).map(({ raw }) => raw),
    };
  }

  /**
   * Remembers what was done to a file, once it has been.
   *
   * @param restored the file before this window changed it
   * @param after what is in it now
   */
  record(restored: Restored, after: DecisionLines): void {
    const { lines: before, back, forgotten } = restored;
    const at = this.now();
    for (const raw of forgotten) this.#changes.delete(raw);
    for (const [raw, change] of this.#changes) if (isOver(change, at)) this.#changes.delete(raw);
    for (const raw of back) {
      const change = this.#changes.get(raw);
      if (change) this.#changes.set(raw, { ...change, timesRestored: change.timesRestored + 1 });
    }
    const note = (lines: DecisionLines, isRemoved: boolean) => {
      for (const { raw } of lines) this.#changes.set(raw, { isRemoved, at, timesRestored: 0 });
    };
    note(notIn(before, after), false);
    note(notIn(after, before), true);
  }
}

function isOver({ at }: OwnChange, now: number): boolean {
  return now - at > RACE;
}

/** The lines that are not among others. */
function notIn(others: DecisionLines, lines: DecisionLines): DecisionLines {
  const raws = new Set(others.map(({ raw }) => raw));
  return lines.filter(({ raw }) => !raws.has(raw));
}
