import { partitionPoint } from '../analysis/partitionPoint';
import { moved } from './shift';
import { Since } from './since';

/** A finding as it was told once, and what has become of its places and ids since. */
export class Told<T> {
  constructor(
    /** Of places and ids it tells only what was; everything else holds. */
    readonly raw: T,
    readonly since: Since,
    readonly index: number,
    private readonly list: FindingList<T>,
  ) {}

  /** The finding as it is now; the same object each time. */
  get now(): T {
    return this.list.at(this.index) as T;
  }
}

/** The id of a finding as it is now. */
export function idOf({ raw, since }: Told<{ readonly id: string }>): string {
  return since.id(raw.id);
}

/** Findings that follow one another and have the same behind them. */
interface Run<T> {
  readonly items: readonly T[];
  readonly since: Since;
}

/**
 * The findings of one kind. In a long article an edit moves thousands of them, which would hold the editor's thread and
 * leave it as much garbage: so each is moved when it is asked for.
 */
export class FindingList<T> {
  /** At which index each run begins. */
  readonly #starts: readonly number[];
  readonly #known = new Map<number, T>();
  #all: readonly T[] | undefined;

  constructor(private readonly runs: readonly Run<T>[]) {
    let length = 0;
    this.#starts = runs.map(({ items }) => (length += items.length) - items.length);
    this.length = length;
  }

  static of<T>(items: readonly T[]): FindingList<T> {
    return new FindingList(items.length > 0 ? [{ items, since: Since.nothing }] : []);
  }

  readonly length: number;

  /** A finding as it is now; the same object each time. */
  at(index: number): T | undefined {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const told = this.toldAt(index);
    if (!told) return undefined;
    const now = moved(told.raw, told.since);
    this.#known.set(index, now);
    return now;
  }

  /** All as they are now. */
  all(): readonly T[] {
    const [only, ...others] = this.runs;
    if (only?.since === Since.nothing && others.length === 0) return only.items;
    this.#all ??= Array.from({ length: this.length }, (_, index) => this.at(index) as T);
    return this.#all;
  }

  toldAt(index: number): Told<T> | undefined {
    const nth = this.#runAt(index);
    const run = this.runs[nth];
    const raw = run?.items[index - (this.#starts[nth] ?? 0)];
    return run && raw !== undefined ? new Told(raw, run.since, index, this) : undefined;
  }

  *told(): Generator<Told<T>, void> {
    let index = 0;
    for (const { items, since } of this.runs)
      for (const raw of items) yield new Told(raw, since, index++, this);
  }

  /** The parts of the runs that have so many findings from an index on. */
  *runsFrom(from: number, count: number): Generator<Run<T>, void> {
    const end = from + count;
    for (let nth = Math.max(0, this.#runAt(from)); nth < this.runs.length; nth++) {
      const start = this.#starts[nth] ?? 0;
      if (start >= end) return;
      const { items, since } = this.runs[nth]!;
      yield { items: items.slice(Math.max(0, from - start), end - start), since };
    }
  }

  #runAt(index: number): number {
    return partitionPoint(this.#starts, start => start <= index) - 1;
  }

  /** The same findings, which that has become of now. */
  after(also: (since: Since) => Since): FindingList<T> {
    return new FindingList(this.runs.map(({ items, since }) => ({ items, since: also(since) })));
  }
}

/** A finding that takes more steps to move is told anew, */
const MOST_STEPS = 8;
/** but only so many of them by one analysis. */
const RENEWED = 60;

/** Puts a list together, of new findings and of those that a list before has. */
export class FindingListBuilder<T> {
  readonly #runs: { items: T[]; since: Since }[] = [];
  #toRenew = RENEWED;

  add(item: T): void {
    this.#append([item], Since.nothing);
  }

  /** @param also what has become of the findings since the list before */
  keep(list: FindingList<T>, from: number, count: number, also: (since: Since) => Since): void {
    for (const { items, since: before } of list.runsFrom(from, count)) {
      const since = also(before);
      const renewed = since.steps > MOST_STEPS ? items.slice(0, this.#toRenew) : [];
      this.#toRenew -= renewed.length;
      this.#append(
        renewed.map(item => moved(item, since)),
        Since.nothing,
      );
      this.#append(items.slice(renewed.length), since);
    }
  }

  finish(): FindingList<T> {
    return new FindingList(this.#runs);
  }

  #append(items: readonly T[], since: Since): void {
    if (items.length === 0) return;
    const last = this.#runs.at(-1);
    if (last?.since !== since) this.#runs.push({ items: [...items], since });
    else for (const item of items) last.items.push(item);
  }
}
