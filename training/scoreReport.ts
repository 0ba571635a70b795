import type { Analysis } from '../src/analysis/contract';
import { atLevel, LEVELS, type Level } from '../src/articles/levels';
import { type AnonymityLabel } from './anonymityLabels';
import { bootstrap, type BootstrapOptions, type Interval } from './bootstrap';
import type { GoldArticle } from './gold';
import { Counts, total } from './score';
import { anonymityScores, countAnonymity, type AnonymityScores } from './scoreAnonymity';
import { actorScores, countActors, hasActors, type ActorScores } from './scoreActors';
import { attributionScores, countAttributions, type AttributionScores } from './scoreAttributions';
import {
  calibration,
  countConfidence,
  countQuotedSpeech,
  quotedSpeechPrecision,
  type Calibration,
} from './scoreConfidence';
import { goldClaims, pairClaims, predictedClaims } from './scoreMatching';

/** An article of the data and what the analysis made of its text. */
export interface Subject {
  readonly gold: GoldArticle;
  readonly analysis: Analysis;
  /** Sources of the article that were labelled by hand. */
  readonly labels?: readonly AnonymityLabel[] | undefined;
}

export interface Scores {
  /** Over all that the analysis finds, at any confidence. */
  readonly attributions: AttributionScores;
  readonly calibration: Calibration;
  /** Over what each level of confidence shows. */
  readonly levels: Readonly<Record<Level, LevelScores>>;
  /** Null where no article has its actors annotated. */
  readonly actors: ActorScores | null;
  /** Null where no source is labelled. */
  readonly anonymity: AnonymityScores | null;
}

export interface LevelScores {
  readonly attributions: AttributionScores;
  /** Of what is shown as quoted speech. */
  readonly quotedSpeechPrecision: number;
}

/** What the scores are made of; adds up over articles. */
interface Tally {
  readonly all: Counts;
  readonly levels: Readonly<Record<Level, Counts>>;
  readonly actors: Counts | null;
  readonly anonymity: Counts | null;
}

export class Report {
  readonly articles: number;
  readonly scores: Scores;
  private readonly tallies: readonly Tally[];

  constructor(subjects: readonly Subject[]) {
    this.articles = subjects.length;
    this.tallies = subjects.map(tallyOf);
    const summed = sum(this.tallies);
    // Sums of fractions depend on their order, so the actors are counted anew, in that of the file.
    this.scores = scoresOf({ ...summed, actors: summed.actors && actorsOf(subjects) });
  }

  /** Intervals of 95 % for measures of the scores, from resampled articles. */
  intervals(measures: readonly ((scores: Scores) => number)[], options?: BootstrapOptions): Interval[] {
    const measure = (sample: readonly Tally[]) => {
      const scores = scoresOf(sum(sample));
      return measures.map(of => of(scores));
    };
    return bootstrap(this.tallies, measure, options);
  }
}

function tallyOf({ gold, analysis, labels }: Subject): Tally {
  const claims = goldClaims(gold);
  const pairingOf = ({ attributions }: Analysis) =>
    pairClaims(gold.text, claims, predictedClaims(attributions));
  const all = pairingOf(analysis);
  return {
    all: total([countAttributions(all), countConfidence(all)]),
    levels: byLevel(level => {
      const shown = pairingOf(atLevel(analysis, level));
      return total([countAttributions(shown), countQuotedSpeech(shown)]);
    }),
    actors: hasActors(gold) ? countActors(gold, analysis) : null,
    anonymity: labels ? countAnonymity(gold, labels, analysis) : null,
  };
}

const sum = (tallies: readonly Tally[]): Tally => ({
  all: total(tallies.map(({ all }) => all)),
  levels: byLevel(level => total(tallies.map(({ levels }) => levels[level]))),
  actors: totalOf(tallies.map(({ actors }) => actors)),
  anonymity: totalOf(tallies.map(({ anonymity }) => anonymity)),
});

const totalOf = (counts: readonly (Counts | null)[]): Counts | null =>
  counts.some(one => one) ? total(counts.flatMap(one => one ?? [])) : null;

const byLevel = <T>(of: (level: Level) => T): Record<Level, T> =>
  Object.fromEntries(LEVELS.map(level => [level, of(level)])) as Record<Level, T>;

function actorsOf(subjects: readonly Subject[]): Counts {
  const counts = new Counts();
  for (const { gold, analysis } of subjects) if (hasActors(gold)) countActors(gold, analysis, counts);
  return counts;
}

const scoresOf = ({ all, levels, actors, anonymity }: Tally): Scores => ({
  attributions: attributionScores(all),
  calibration: calibration(all),
  levels: byLevel(level => ({
    attributions: attributionScores(levels[level]),
    quotedSpeechPrecision: quotedSpeechPrecision(levels[level]),
  })),
  actors: actors && actorScores(actors),
  anonymity: anonymity && anonymityScores(anonymity),
});
