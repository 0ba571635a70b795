import type { Analysis } from '../analysis/contract';
import { deltaBetween, isSameJson, moveOf, type Analysed, type Delta } from './delta';
import { FindingListBuilder } from './findingList';
import { eachList, KeptAnalysis, LIST_NAMES, type ListName, type Lists } from './keptAnalysis';
import { Packed, Packer, type PackedItems } from './packed';
import { moved, type Move } from './shift';
import { inCommon, Since } from './since';

/**
 * An analysis on its way to the editor's thread. What the edit left as it was does not cross: the editor has it from the
 * analysis before, and moves it.
 */
export interface PackedAnalysis {
  /** With its lists emptied. */
  readonly frame: Analysis;
  /** What becomes of the analysis before; null where there is none. */
  readonly delta: Delta | null;
  /** What each list consists of, in turn. */
  readonly runs: Readonly<Record<ListName, readonly Run[]>>;
  /** The new findings of each. */
  readonly items: Readonly<Record<ListName, PackedItems>>;
}

interface Run {
  /** Of so many findings of the same list of the analysis before, the first; null for new ones. */
  readonly from: number | null;
  readonly count: number;
}

/** @param before the analysis that the editor has, if it has one */
export function packAnalysis(after: Analysed, before: Analysed | null = null): PackedAnalysis {
  const { analysis } = after;
  const delta = before && deltaBetween(before, after);
  const move = delta && moveOf(delta);
  const packers = eachList(list => new Packer(APART[list]));
  const runs = eachList(list =>
    runsOf<Analysis[ListName][number]>(
      before?.analysis[list] ?? [],
      analysis[list],
      move,
      PLACES[list] as (item: unknown) => number,
      packers[list],
    ),
  );
  const items = eachList(list => packers[list].finish());
  return { frame: { ...analysis, ...eachList(() => []) }, delta, runs, items };
}

/** An actor may be mentioned a thousand times, and mostly it is the name that is asked for. */
const APART: { readonly [L in ListName]?: keyof Analysis[L][number] & string } = { actors: 'mentions' };

/** By what the findings of a list stand in order. */
const PLACES: { readonly [L in ListName]: (item: Analysis[L][number]) => number } = {
  quotations: ({ span }) => span.start,
  attributions: ({ content }) => content[0]?.start ?? 0,
  actors: ({ id }) => Number(id.slice(1)),
  checks: ({ span }) => span.start,
  decisions: () => 0,
};

/** Where findings come out of order, more than need be count as new. */
function runsOf<T extends object>(
  before: readonly T[],
  after: readonly T[],
  move: Move | null,
  placeOf: (item: T) => number,
  packer: Packer,
): Run[] {
  const runs: { readonly from: number | null; count: number }[] = [];
  const add = (from: number | null) => {
    const last = runs.at(-1);
    if (last && from === (last.from === null ? null : last.from + last.count)) last.count++;
    else runs.push({ from, count: 1 });
  };
  let index = 0;
  for (const item of after) {
    const place = placeOf(item);
    let same = false;
    for (; move && index < before.length; index++) {
      const known = moved(before[index]!, move);
      same = isSameJson(known, item);
      if (same || placeOf(known) >= place) break;
    }
    if (same) add(index++);
    else {
      packer.add(item);
      add(null);
    }
  }
  return runs;
}

/**
 * @param before the analysis that was named to the one who packed it
 * @throws when it needs an analysis before that is not there
 */
export function unpackAnalysis(
  { frame, delta, runs, items }: PackedAnalysis,
  before: KeptAnalysis | null = null,
): KeptAnalysis {
  const also = delta && inCommon(since => since.and(delta));
  const builders = eachList(() => new FindingListBuilder<unknown>());
  for (const list of LIST_NAMES) {
    const packed = Packed.of<unknown>(items[list], APART[list]);
    let next = 0;
    for (const { from, count } of runs[list]) {
      if (from === null) builders[list].add(packed.slice(next, (next += count)), Since.nothing);
      else if (before && also) builders[list].keep(before.lists[list], from, count, also);
      else throw new Error('The analysis before is missing.');
    }
  }
  return new KeptAnalysis(frame, eachList(list => builders[list].finish()) as unknown as Lists);
}
