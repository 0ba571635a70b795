import type { Span } from '../analysis/contract';
import { joinShifts, shiftId, type Delta, type IdShifts } from './delta';
import { addEdit, reachOf, shiftThrough, type Move, type TextEdit } from './shift';

/** What has become of the places and ids of findings since they were told: by one analysis after the other. */
export class Since implements Move {
  static readonly nothing = new Since([], { attributions: [], actors: [] });

  /** How far it can have moved anything, in UTF-16 code units. */
  readonly #reach: number;
  /** What lies before it stays where it is; */
  readonly #first: number;
  /** what begins behind it is moved */
  readonly #last: number;
  /** by so much. */
  readonly #by: number;

  private constructor(
    private readonly edits: readonly TextEdit[],
    private readonly ids: IdShifts,
  ) {
    this.#reach = reachOf(edits);
    this.#first = Math.min(...edits.map(({ start }) => start));
    this.#last = Math.max(...edits.map(({ end }) => end)) + this.#reach;
    this.#by = edits.reduce((sum, { start, end, inserted }) => sum + inserted - (end - start), 0);
  }

  /** How many steps it takes to move a span. */
  get steps(): number {
    return this.edits.length;
  }

  readonly span = (span: Span): Span => {
    const { start, end } = span;
    if (start < this.#first && end <= this.#first) return span;
    if (start >= this.#last) return this.#by === 0 ? span : { start: start + this.#by, end: end + this.#by };
    return shiftThrough(span, this.edits);
  };

  readonly id = (id: string): string => shiftId(id, this.ids);

  /** Whether a span, once it is moved, can lie around an offset. */
  isNear({ start, end }: Span, offset: number): boolean {
    return start - this.#reach <= offset && offset <= end + this.#reach;
  }

  /** And then that. */
  and({ edit, attributions, actors }: Delta): Since {
    return new Since(addEdit(this.edits, edit), {
      attributions: joinShifts(this.ids.attributions, attributions),
      actors: joinShifts(this.ids.actors, actors),
    });
  }

  /** And then these edits, which change no id. */
  andEdits(edits: readonly TextEdit[]): Since {
    return new Since(edits.reduce(addEdit, this.edits), this.ids);
  }
}

/** Gives the same for the same, so that findings which have the same behind them go on together. */
export function inCommon(also: (since: Since) => Since): (since: Since) => Since {
  const known = new Map<Since, Since>();
  return since => {
    const then = known.get(since) ?? also(since);
    known.set(since, then);
    return then;
  };
}
