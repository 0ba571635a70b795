import type { Analysis, AnonymityClass, Span } from '../src/analysis/contract';
import type { AnonymityLabel } from './anonymityLabels';
import { toSpan, type GoldArticle } from './gold';
import { Counts, dice, precisionRecall, wordsIn, wordsOf, type PrecisionRecall } from './score';
import { SAME_CLAIM } from './scoreMatching';

/** What a source is, or is taken for. */
export type Naming = AnonymityClass | 'named';
export const NAMINGS: readonly Naming[] = ['named', 'individual', 'group', 'role', 'collective'];

export interface AnonymityScores {
  /** Labelled sources. */
  readonly labelled: number;
  /** Of those: a claim of theirs is among the claims found. */
  readonly found: number;
  /** "Anonymous" over the labelled sources that were found. */
  readonly ofFound: PrecisionRecall;
  /** Over all of them: an anonymous source that was not found counts as missed. */
  readonly ofAll: PrecisionRecall;
  /** Number of sources found with one label that were taken for another; a claim without a source names nobody. */
  readonly confusion: (label: Naming, taken: Naming) => number;
}

/** Adds up, over the labelled sources of an article, what the analysis makes of the claim found for each. */
export function countAnonymity(
  article: GoldArticle,
  labels: readonly AnonymityLabel[],
  analysis: Analysis,
): Counts {
  const counts = new Counts();
  const words = wordsOf(article.text);
  // Of candidates that are as good, the one with a source is taken.
  const candidates = [...analysis.attributions]
    .sort((a, b) => Number(b.source !== null) - Number(a.source !== null))
    .map(attribution => ({ attribution, words: wordsIn(words, attribution.content) }));
  const actors = new Map(analysis.actors.map(actor => [actor.id, actor]));
  for (const label of labels) {
    counts.add('labelled');
    if (label.anonymous) counts.add('anonymous');
    const [nearest] = article.quotes
      .filter(({ speaker }) => isSame(speaker?.map(toSpan), label.source))
      .map(({ content }) => wordsIn(words, content.map(toSpan)))
      .flatMap(wanted => candidates.map(one => ({ ...one, likeness: dice(wanted, one.words) })))
      .sort((a, b) => b.likeness - a.likeness);
    if (!nearest || nearest.likeness < SAME_CLAIM) continue;
    const actor = actors.get(nearest.attribution.source?.actor ?? '');
    counts.add('found');
    if (label.anonymous) counts.add('anonymous found');
    if (actor?.anonymous) counts.add('taken for anonymous');
    if (actor?.anonymous && label.anonymous) counts.add('right');
    counts.add(`${label.class ?? 'named'} taken for ${actor?.anonymity?.class ?? 'named'}`);
  }
  return counts;
}

const isSame = (a: readonly Span[] | undefined, b: readonly Span[]): boolean =>
  a?.length === b.length &&
  a.every(({ start, end }, index) => start === b[index]?.start && end === b[index].end);

export function anonymityScores(counts: Counts): AnonymityScores {
  const [right, taken] = [counts.get('right'), counts.get('taken for anonymous')];
  return {
    labelled: counts.get('labelled'),
    found: counts.get('found'),
    ofFound: precisionRecall(right, taken, counts.get('anonymous found')),
    ofAll: precisionRecall(right, taken, counts.get('anonymous')),
    confusion: (label, of) => counts.get(`${label} taken for ${of}`),
  };
}
