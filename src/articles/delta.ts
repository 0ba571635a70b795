import type { Actor, Analysis, Attribution } from '../analysis/contract';
import { shiftSpan, type Move, type TextEdit } from './shift';

/** From this number on, up to the next, the ids of one list are greater by so much. */
interface IdShift {
  readonly from: number;
  readonly by: number;
}

/** How the spans and ids of an analysis become those of the next one; crosses to the editor's thread. */
export interface Delta {
  readonly edit: TextEdit;
  readonly attributions: readonly IdShift[];
  readonly actors: readonly IdShift[];
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

export function moveOf({ edit, attributions, actors }: Delta): Move {
  return {
    span: span => shiftSpan(span, edit),
    id: id => shiftId(id, id.startsWith('a') ? attributions : actors),
  };
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

/** One edit that makes `after` of `before`. */
export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { start, end: before.length - same, inserted: after.length - same - start };
}

const NUMBERED = /^([ak])(\d+)$/;

function idShifts(pairs: readonly (readonly [before: string, after: string])[]): IdShift[] {
  const numbered = pairs
    .flatMap(([before, after]) => {
      const from = NUMBERED.exec(before)?.[2];
      const to = NUMBERED.exec(after)?.[2];
      return from === undefined || to === undefined
        ? []
        : [{ from: Number(from), by: Number(to) - Number(from) }];
    })
    .sort((a, b) => a.from - b.from);
  return numbered.filter(({ by }, index) => by !== (numbered[index - 1]?.by ?? 0));
}

function shiftId(id: string, shifts: readonly IdShift[]): string {
  if (shifts.length === 0) return id;
  const [, letter, digits] = NUMBERED.exec(id) ?? [];
  if (letter === undefined) return id;
  const number = Number(digits);
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.from ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  const by = shifts[low - 1]?.by ?? 0;
  return by === 0 ? id : `${letter}${number + by}`;
}
