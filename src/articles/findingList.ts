import { partitionPoint } from '../analysis/partitionPoint';
import { Packed } from './packed';
import { moved } from './shift';
import { Since } from './since';

/** A finding as it was told once, and what has become of its places and ids since. */
export class Told<T> {
  constructor(
    private readonly items: Items<T>,
    private readonly place: number,
    readonly since: Since,
    readonly index: number,
    private readonly list: FindingList<T>,
  ) {}

  /** Of places and ids it tells only what was; everything else holds. */
  get raw(): T {
    return this.items.at(this.place) as T;
  }

  /** The finding as it is now; the same object each time. */
  get now(): T {
    return this.list.at(this.index) as T;
  }
}

/** The id of a finding as it is now. */
export function idOf({ raw, since }: Told<{ readonly id: string }>): string {
  return since.id(raw.id);
}

/** Findings in the order of a list, which are read when they are asked for. */
type Items<T> = readonly T[] | Packed<T>;

/** Findings that follow one another and have the same behind them. */
interface Run<T> {
  readonly items: Items<T>;
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
    const now = told.since === Since.nothing ? told.raw : moved(told.raw, told.since);
    this.#known.set(index, now);
    return now;
  }

  /** All as they are now. */
  all(): readonly T[] {
    const [only, ...others] = this.runs;
    if (only?.since === Since.nothing && others.length === 0 && isList(only.items)) return only.items;
    this.#all ??= Array.from({ length: this.length }, (_, index) => this.at(index) as T);
    return this.#all;
  }

  toldAt(index: number): Told<T> | undefined {
    const nth = this.#runAt(index);
    const run = this.runs[nth];
    const place = index - (this.#starts[nth] ?? 0);
    if (!run || !(place < run.items.length)) return undefined;
    return new Told(run.items, place, run.since, index, this);
  }

  *told(): Generator<Told<T>, void> {
    for (let index = 0; index < this.length; index++) yield this.toldAt(index)!;
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
  readonly #runs: Run<T>[] = [];
  #toRenew = RENEWED;

  /** @param since what has become of the findings */
  add(items: Items<T>, since: Since): void {
    if (items.length === 0) return;
    const last = this.#runs.at(-1);
    if (last?.since === since && isList(last.items) && isList(items))
      this.#runs[this.#runs.length - 1] = { items: [...last.items, ...items], since };
    else this.#runs.push({ items, since });
  }

  /** @param also what has become of the findings since the list before */
  keep(list: FindingList<T>, from: number, count: number, also: (since: Since) => Since): void {
    for (const { items, since: before } of list.runsFrom(from, count)) {
      const since = also(before);
      const renewed = since.steps > MOST_STEPS ? Math.min(items.length, this.#toRenew) : 0;
      this.#toRenew -= renewed;
      const anew = Array.from({ length: renewed }, (_, index) => moved(items.at(index) as T, since));
      this.add(anew, Since.nothing);
      this.add(items.slice(renewed, items.length), since);
    }
  }

  finish(): FindingList<T> {
    return new FindingList(this.#runs);
  }
}

function isList<T>(items: Items<T>): items is readonly T[] {
  return !(items instanceof Packed);
}
