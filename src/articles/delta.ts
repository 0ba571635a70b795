import type { Actor, Analysis, Attribution } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { shiftSpan, type Move, type TextEdit } from './shift';

/** From this number on, up to the next, the ids of one list are greater by so much. */
interface IdShift {
  readonly from: number;
  readonly by: number;
}

/** In the order of the numbers from which on they hold. */
export interface IdShifts {
  readonly attributions: readonly IdShift[];
  readonly actors: readonly IdShift[];
}

/** How the spans and ids of an analysis become those of the next one; crosses to the editor's thread. */
export interface Delta extends IdShifts {
  readonly edit: TextEdit;
}

/** An analysis with the text that it is of. */
export interface Analysed {
  readonly text: string;
  readonly analysis: Analysis;
}

export function deltaBetween(before: Analysed, after: Analysed): Delta {
  const edit = editBetween(before.text, after.text);
  const pairs = (
    key: 'attributions' | 'actors',
    placesOf: (item: Attribution & Actor) => readonly number[],
  ): IdShift[] => {
    const found = new Map<number, string>();
    const list = (analysis: Analysis) => analysis[key] as readonly (Attribution & Actor)[];
    for (const item of list(after.analysis)) {
      for (const place of placesOf(item)) found.set(place, item.id);
    }
    return idShifts(
      list(before.analysis).flatMap(item => {
        for (const place of placesOf(item)) {
          const id = found.get(shiftSpan({ start: place, end: place + 1 }, edit).start);
          if (id !== undefined) return [[item.id, id] as const];
        }
        return [];
      }),
    );
  };
  return {
    edit,
    attributions: pairs('attributions', ({ content }) => content.slice(0, 1).map(({ start }) => start)),
    actors: pairs('actors', ({ mentions }) => mentions.flatMap(({ span }) => span[0]?.start ?? [])),
  };
}

export function moveOf(delta: Delta): Move {
  return { span: span => shiftSpan(span, delta.edit), id: id => shiftId(id, delta) };
}

/** Whether two parts of an analysis are the same, byte for byte, as JSON. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every(
      (key, index) =>
        key === others[index] &&
        isSameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}

/** Texts are compared so many code units at once: V8 compares strings faster than a loop does. */
const BLOCK = 1024;

/** One edit that makes `after` of `before`. */
export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= most && before.slice(start, start + BLOCK) === after.slice(start, start + BLOCK))
    start += BLOCK;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const left = most - start;
  const ends = (text: string, same: number) => text.slice(text.length - same - BLOCK, text.length - same);
  let same = 0;
  while (same + BLOCK <= left && ends(before, same) === ends(after, same)) same += BLOCK;
  while (
    same < left &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { start, end: before.length - same, inserted: after.length - same - start };
}

const NUMBERED = /^[ak](\d+)$/;

function idShifts(pairs: readonly (readonly [before: string, after: string])[]): IdShift[] {
  const numbered = pairs
    .flatMap(([before, after]) => {
      const from = NUMBERED.exec(before)?.[1];
      const to = NUMBERED.exec(after)?.[1];
      return from === undefined || to === undefined
        ? []
        : [{ from: Number(from), by: Number(to) - Number(from) }];
    })
    .sort((a, b) => a.from - b.from);
  return withoutRepeats(numbered);
}

/** The id, in the next analysis, of an attribution or an actor. */
export function shiftId(id: string, { attributions, actors }: IdShifts): string {
  const shifts = id.startsWith('a') ? attributions : actors;
  if (shifts.length === 0 || !NUMBERED.test(id)) return id;
  const number = Number(id.slice(1));
  const by = shiftAt(shifts, number);
  return by === 0 ? id : `${id.charAt(0)}${number + by}`;
}

function shiftAt(shifts: readonly IdShift[], number: number): number {
  return shifts[partitionPoint(shifts, ({ from }) => from <= number) - 1]?.by ?? 0;
}

/** What becomes of ids that are shifted first by the ones and then by the others. */
export function joinShifts(first: readonly IdShift[], then: readonly IdShift[]): readonly IdShift[] {
  if (first.length === 0 || then.length === 0) return first.length === 0 ? then : first;
  const pieces = [{ from: 0, by: 0 }, ...first];
  const starts = pieces.flatMap(({ from, by }, index) => {
    const end = pieces[index + 1]?.from ?? Infinity;
    const within = then.map(shift => shift.from - by).filter(start => from < start && start < end);
    return [from, ...within];
  });
  return withoutRepeats(
    starts.map(from => {
      const by = shiftAt(first, from);
      return { from, by: by + shiftAt(then, from + by) };
    }),
  );
}

function withoutRepeats(shifts: readonly IdShift[]): IdShift[] {
  return shifts.filter(({ by }, index) => by !== (shifts[index - 1]?.by ?? 0));
}
