import type { Analysis } from '../analysis/contract';
import { FindingList } from './findingList';
import { shiftAnalysis, type TextEdit } from './shift';
import { inCommon } from './since';

/** The parts of an analysis that grow with the article. */
export const LIST_NAMES = ['quotations', 'attributions', 'actors', 'checks', 'decisions'] as const;
export type ListName = (typeof LIST_NAMES)[number];
export type Lists = { readonly [L in ListName]: FindingList<Analysis[L][number]> };

/** One thing for each list. */
export function eachList<T>(of: (name: ListName) => T): Record<ListName, T> {
  return Object.fromEntries(LIST_NAMES.map(name => [name, of(name)])) as Record<ListName, T>;
}

/** An analysis as the editor keeps it: what is found is moved along with the text when it is asked for. */
export class KeptAnalysis {
  #whole: Analysis | undefined;

  /** @param frame all else, with the lists emptied */
  constructor(
    readonly frame: Analysis,
    readonly lists: Lists,
  ) {}

  static of(analysis: Analysis): KeptAnalysis {
    const frame = { ...analysis, ...eachList(() => []) };
    const kept = new KeptAnalysis(
      frame,
      eachList(name => FindingList.of<unknown>(analysis[name])) as unknown as Lists,
    );
    kept.#whole = analysis;
    return kept;
  }

  /** All of it, which takes long in a long article. */
  get whole(): Analysis {
    this.#whole ??= { ...this.frame, ...eachList(name => this.lists[name].all()) } as Analysis;
    return this.#whole;
  }

  /** The same analysis in the text as edits, made one after the other, have left it. */
  after(edits: readonly TextEdit[]): KeptAnalysis {
    const also = inCommon(since => since.andEdits(edits));
    return new KeptAnalysis(
      shiftAnalysis(this.frame, edits),
      eachList(name => this.lists[name].after(also)) as unknown as Lists,
    );
  }
}
