import type { Actor, ActorMention, Analysis } from '../analysis/contract';

/**
 * A slice of an analysis, small enough for the editor's thread to deserialise between two key strokes: a whole
 * analysis of a long article would hold it for tens of milliseconds.
 */
export interface AnalysisPart {
  /** In the first part only: the analysis with its lists emptied. */
  readonly frame: Analysis | null;
  readonly entries: readonly Entry[];
}

type ListName = 'quotations' | 'attributions' | 'actors' | 'checks' | 'decisions';
type Entry =
  | { [L in ListName]: { readonly list: L; readonly item: Analysis[L][number] } }[ListName]
  /** More mentions of the actor that came last. */
  | { readonly list: 'mentions'; readonly item: ActorMention };

/** So many entries deserialise in about a millisecond. */
const ENTRIES_PER_PART = 500;

export function splitAnalysis(analysis: Analysis, entriesPerPart = ENTRIES_PER_PART): AnalysisPart[] {
  const entries = [...entriesOf(analysis)];
  const frame: Analysis = {
    ...analysis,
    quotations: [],
    attributions: [],
    actors: [],
    checks: [],
    decisions: [],
  };
  const parts: AnalysisPart[] = [{ frame, entries: entries.slice(0, entriesPerPart) }];
  for (let from = entriesPerPart; from < entries.length; from += entriesPerPart) {
    parts.push({ frame: null, entries: entries.slice(from, from + entriesPerPart) });
  }
  return parts;
}

function* entriesOf(analysis: Analysis): Generator<Entry> {
  for (const item of analysis.quotations) yield { list: 'quotations', item };
  for (const item of analysis.attributions) yield { list: 'attributions', item };
  for (const actor of analysis.actors) {
    yield { list: 'actors', item: { ...actor, mentions: [] } };
    for (const item of actor.mentions) yield { list: 'mentions', item };
  }
  for (const item of analysis.checks) yield { list: 'checks', item };
  for (const item of analysis.decisions) yield { list: 'decisions', item };
}

/** Puts the parts together again, in the order in which they were split. */
export class AnalysisAssembly {
  #frame: Analysis | null = null;
  readonly #quotations: Analysis['quotations'][number][] = [];
  readonly #attributions: Analysis['attributions'][number][] = [];
  readonly #actors: (Actor & { readonly mentions: ActorMention[] })[] = [];
  readonly #checks: Analysis['checks'][number][] = [];
  readonly #decisions: Analysis['decisions'][number][] = [];

  add(part: AnalysisPart): void {
    this.#frame ??= part.frame;
    for (const entry of part.entries) this.#addEntry(entry);
  }

  #addEntry(entry: Entry): void {
    switch (entry.list) {
      case 'quotations':
        this.#quotations.push(entry.item);
        break;
      case 'attributions':
        this.#attributions.push(entry.item);
        break;
      case 'actors':
        this.#actors.push({ ...entry.item, mentions: [] });
        break;
      case 'mentions':
        this.#actors.at(-1)?.mentions.push(entry.item);
        break;
      case 'checks':
        this.#checks.push(entry.item);
        break;
      case 'decisions':
        this.#decisions.push(entry.item);
        break;
    }
  }

  /** @throws when no first part was added */
  finish(): Analysis {
    if (!this.#frame) throw new Error('The first part of the analysis is missing.');
    return {
      ...this.#frame,
      quotations: this.#quotations,
      attributions: this.#attributions,
      actors: this.#actors,
      checks: this.#checks,
      decisions: this.#decisions,
    };
  }
}
