import type { Analysis, AttributionKind, CueKind, Span } from '../src/analysis/contract';
import { toSpan, type GoldArticle } from './gold';
import { common, dice, wordsIn, wordsOf, type WordSet } from './score';

/** An attribution of either side, as what is scored. */
interface Claim {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  /** Empty where nobody is given. */
  readonly source: readonly Span[];
}

export interface GoldClaim extends Claim {
  readonly kind: AttributionKind;
  readonly cueKind: CueKind | 'credit' | null;
}

export interface PredictedClaim extends Claim {
  readonly kind: AttributionKind;
  readonly cueKind: CueKind;
  readonly confidence: number;
}

type Worded<C extends Claim> = C & { readonly words: Readonly<Record<keyof Claim, WordSet>> };

export interface Pairing {
  readonly gold: readonly (Worded<GoldClaim> & { readonly match: Match | null })[];
  /** `right`: it is the match of a gold claim. */
  readonly predicted: readonly (Worded<PredictedClaim> & { readonly right: boolean })[];
}

export interface Match {
  readonly predicted: Worded<PredictedClaim>;
  /** Dice of the words of the contents. */
  readonly likeness: number;
}

/** Contents less alike than this are not the same claim. */
export const SAME_CLAIM = 0.5;
/** Between candidates that are about as good, the one with a word of the source decides. */
const SOURCE_BONUS = 1e-3;

export const goldClaims = (article: GoldArticle): GoldClaim[] =>
  article.quotes.map(({ type, content, cue, speaker, derived }) => ({
    kind: type,
    cueKind: derived?.cueKind ?? null,
    content: content.map(toSpan),
    cue: (cue ?? []).map(toSpan),
    source: (speaker ?? []).map(toSpan),
  }));

export const predictedClaims = (attributions: Analysis['attributions']): PredictedClaim[] =>
  attributions.map(({ kind, cueKind, confidence, content, cue, source }) => ({
    ...{ kind, cueKind, confidence, content, cue },
    source: source?.mention ?? [],
  }));

/** Pairs claims one to one, the most alike first; claims without a word are left out. */
export function pairClaims(
  text: string,
  goldSide: readonly GoldClaim[],
  predictedSide: readonly PredictedClaim[],
): Pairing {
  const words = wordsOf(text);
  const worded = <C extends Claim>(claims: readonly C[]): Worded<C>[] =>
    claims
      .map(claim => ({
        ...claim,
        words: {
          content: wordsIn(words, claim.content),
          cue: wordsIn(words, claim.cue),
          source: wordsIn(words, claim.source),
        },
      }))
      .filter(claim => claim.words.content.size > 0);
  const gold = worded(goldSide);
  const predicted = worded(predictedSide);
  const candidates = gold.flatMap(one =>
    predicted.flatMap(other => {
      const likeness = dice(one.words.content, other.words.content);
      if (likeness === 0) return [];
      const bonus = common(one.words.source, other.words.source) > 0 ? SOURCE_BONUS : 0;
      return [{ one, other, likeness, rank: likeness + bonus }];
    }),
  );
  const matches = new Map<Worded<GoldClaim>, Match>();
  const taken = new Set<Worded<PredictedClaim>>();
  const right = new Set<Worded<PredictedClaim>>();
  for (const { one, other, likeness } of candidates.sort((a, b) => b.rank - a.rank)) {
    if (matches.has(one) || taken.has(other)) continue;
    matches.set(one, { predicted: other, likeness });
    taken.add(other);
    if (likeness >= SAME_CLAIM) right.add(other);
  }
  return {
    gold: gold.map(claim => {
      const match = matches.get(claim);
      return { ...claim, match: match && right.has(match.predicted) ? match : null };
    }),
    predicted: predicted.map(claim => ({ ...claim, right: right.has(claim) })),
  };
}
