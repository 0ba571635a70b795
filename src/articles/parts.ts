import type { ActorMention, Analysis } from '../analysis/contract';
import { deltaBetween, isSameJson, moveOf, type Analysed, type Delta } from './delta';
import { FindingListBuilder } from './findingList';
import { eachList, KeptAnalysis, type ListName, type Lists } from './keptAnalysis';
import { moved, type Move } from './shift';
import { inCommon, type Since } from './since';

/**
 * A slice of an analysis, small enough for the editor's thread to take between two key strokes: a whole analysis of a
 * long article would hold it for tens of milliseconds. What the edit left as it was does not cross: the editor has it
 * from the analysis before, and moves it.
 */
export interface AnalysisPart {
  /** In the first part only. */
  readonly frame: Frame | null;
  readonly entries: readonly Entry[];
}

interface Frame {
  /** With its lists emptied. */
  readonly analysis: Analysis;
  /** What becomes of the analysis before; null where there is none. */
  readonly delta: Delta | null;
}

type Entry =
  | { [L in ListName]: { readonly list: L; readonly item: Analysis[L][number] } }[ListName]
  /** More mentions of the actor that came last. */
  | { readonly list: 'mentions'; readonly item: ActorMention }
  | Kept;
type Kept =
  /** So many items of the analysis before, from an index on; its actors with all their mentions. */
  | { readonly keep: ListName; readonly from: number; readonly count: number }
  /** The same of the mentions that the actor with this index had before. */
  | { readonly keep: 'mentions'; readonly of: number; readonly from: number; readonly count: number };

/** So many entries deserialise in about a millisecond. */
const ENTRIES_PER_PART = 500;

/** @param before the analysis that the editor has, if it has one */
export function splitAnalysis(
  after: Analysed,
  before: Analysed | null = null,
  entriesPerPart = ENTRIES_PER_PART,
): AnalysisPart[] {
  const { analysis } = after;
  const delta = before && deltaBetween(before, after);
  const frame: Frame = {
    analysis: { ...analysis, ...eachList(() => []) },
    delta,
  };
  const writer = new PartWriter(frame, entriesPerPart);
  writeEntries(writer, analysis, before?.analysis ?? null, delta && moveOf(delta));
  return writer.finish();
}

function writeEntries(writer: PartWriter, after: Analysis, before: Analysis | null, move: Move | null): void {
  const write = <L extends 'quotations' | 'attributions' | 'checks'>(
    list: L,
    placeOf: (item: Analysis[L][number]) => number,
  ) => {
    align<Analysis[L][number]>(before?.[list] ?? [], after[list], move, placeOf, {
      keep: index => {
        writer.keep({ keep: list, from: index, count: 1 });
      },
      add: item => {
        writer.add({ list, item } as Entry);
      },
    });
  };
  write('quotations', ({ span }) => span.start);
  write('attributions', ({ content }) => content[0]?.start ?? 0);
  const actors = before?.actors ?? [];
  align(actors, after.actors, move, ({ id }) => Number(id.slice(1)), {
    keep: index => {
      writer.keep({ keep: 'actors', from: index, count: 1 });
    },
    add: (actor, index) => {
      writer.add({ list: 'actors', item: { ...actor, mentions: [] } });
      align(actors[index]?.mentions ?? [], actor.mentions, move, ({ span }) => span[0]?.start ?? 0, {
        keep: mention => {
          writer.keep({ keep: 'mentions', of: index, from: mention, count: 1 });
        },
        add: item => {
          writer.add({ list: 'mentions', item });
        },
      });
    },
  });
  write('checks', ({ span }) => span.start);
  for (const item of after.decisions) writer.add({ list: 'decisions', item });
}

/**
 * Tells, of the items of a list in turn, which are those of the list before; `add` is told as well at which place of
 * that list an item stands. Where items come out of order, more than need be count as new.
 */
function align<T>(
  before: readonly T[],
  after: readonly T[],
  move: Move | null,
  placeOf: (item: T) => number,
  { keep, add }: { readonly keep: (index: number) => void; readonly add: (item: T, index: number) => void },
): void {
  if (!move) {
    for (const item of after) add(item, before.length);
    return;
  }
  let index = 0;
  for (const item of after) {
    const place = placeOf(item);
    let known: T | undefined;
    let same = false;
    for (; index < before.length; index++) {
      known = moved(before[index] as T, move);
      same = isSameJson(known, item);
      if (same || placeOf(known) >= place) break;
    }
    if (same) keep(index++);
    else if (index < before.length && known !== undefined && placeOf(known) === place) add(item, index++);
    else add(item, before.length);
  }
}

class PartWriter {
  readonly #parts: AnalysisPart[] = [];
  #entries: Entry[] = [];

  constructor(
    readonly frame: Frame,
    private readonly entriesPerPart: number,
  ) {}

  add(entry: Entry): void {
    if (this.#entries.length === this.entriesPerPart) this.#close();
    this.#entries.push(entry);
  }

  keep(kept: Kept): void {
    const last = this.#entries.at(-1);
    const goesOn =
      last &&
      'keep' in last &&
      last.keep === kept.keep &&
      actorOf(last) === actorOf(kept) &&
      last.from + last.count === kept.from;
    if (goesOn) this.#entries[this.#entries.length - 1] = { ...last, count: last.count + kept.count };
    else this.add(kept);
  }

  finish(): AnalysisPart[] {
    this.#close();
    return this.#parts;
  }

  #close(): void {
    this.#parts.push({ frame: this.#parts.length === 0 ? this.frame : null, entries: this.#entries });
    this.#entries = [];
  }
}

function actorOf(kept: Kept): number | null {
  return kept.keep === 'mentions' ? kept.of : null;
}

/** Puts the parts together again, in the order in which they were split. */
export class AnalysisAssembly {
  #frame: Analysis | null = null;
  /** What becomes of what the analysis before has; null where it is missing. */
  #also: ((since: Since) => Since) | null = null;
  readonly #builders = eachList(() => new FindingListBuilder<unknown>());
  /** Those of the last actor, which stays open for more. */
  #mentions: ActorMention[] = [];

  /** @param before the analysis that was named to the one who split them */
  constructor(readonly before: KeptAnalysis | null = null) {}

  /** @throws when it needs an analysis before that is not there */
  add(part: AnalysisPart): void {
    if (part.frame) {
      const { analysis, delta } = part.frame;
      this.#frame = analysis;
      this.#also = delta && inCommon(since => since.and(delta));
    }
    for (const entry of part.entries) {
      if ('keep' in entry) this.#keep(entry);
      else this.#add(entry);
    }
  }

  #keep(entry: Kept): void {
    const { before } = this;
    const also = this.#also;
    if (!before || !also) throw new Error('The analysis before is missing.');
    const { keep, from, count } = entry;
    if (keep !== 'mentions') {
      this.#builders[keep].keep(before.lists[keep], from, count, also);
      return;
    }
    const actor = before.lists.actors.toldAt(entry.of);
    if (!actor) return;
    const since = also(actor.since);
    for (const mention of actor.raw.mentions.slice(from, from + count)) {
      this.#mentions.push(moved(mention, since));
    }
  }

  #add(entry: Extract<Entry, { list: unknown }>): void {
    if (entry.list === 'mentions') this.#mentions.push(entry.item);
    else if (entry.list === 'actors') {
      this.#mentions = [];
      // In the place that it has among the keys.
      this.#builders.actors.add({ ...entry.item, mentions: this.#mentions });
    } else this.#builders[entry.list].add(entry.item);
  }

  /** @throws when no first part was added */
  finish(): KeptAnalysis {
    if (!this.#frame) throw new Error('The first part of the analysis is missing.');
    return new KeptAnalysis(this.#frame, eachList(name => this.#builders[name].finish()) as unknown as Lists);
  }
}
