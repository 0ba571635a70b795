import type { TokenRange } from '../paragraph';
import { believe, decode, labels, scoreTokens, type Chain } from './chain';
import type { Cue } from './cues';
import type { Encoded } from './encoded';
import {
  landmarksOf,
  relativeFeatures,
  relativeTemplates,
  sharedFeatures,
  sharedTemplates,
} from './spanFeatures';

/** Labels of the span stage: what a token is to one cue. */
export const SpanLabel = { Outside: 0, Source: 1, SourceInside: 2, Content: 3, ContentInside: 4 } as const;

/** How many tokens before and behind a cue are looked at. */
const reach = 120;

/** Added to the scores of a source where the likeliest reading has none: nearly every attribution has one. */
const sourceBonus = 2;

/** A cue with what it links, in tokens. */
export interface Candidate {
  readonly cue: Cue;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  /** Mean probability of the labels of the source's and the content's tokens; 0 where there are none. */
  readonly sourceBelief: number;
  readonly contentBelief: number;
  /** Probability of the labels where the content begins and ends. */
  readonly edgeBelief: number;
}

export const windowOf = ({ from, to }: TokenRange, length: number): TokenRange => ({
  from: Math.max(0, from - reach),
  to: Math.min(length, to + reach),
});

/**
 * The candidates whose words may be those of one of them: no two windows overlap whose cues are farther apart.
 *
 * @param candidates in the order of their cues
 * @param index of the one, which is left out
 */
export function neighbours<T extends Pick<Candidate, 'cue'>>(candidates: readonly T[], index: number): T[] {
  const { cue } = candidates[index]!;
  let from = index;
  while (from > 0 && cue.from - candidates[from - 1]!.cue.to <= 2 * reach) from--;
  let to = index + 1;
  while (to < candidates.length && candidates[to]!.cue.from - cue.to <= 2 * reach) to++;
  return [...candidates.slice(from, index), ...candidates.slice(index + 1, to)];
}

/** For each token 0, or 1 where it belongs to a cue, or 2 where a cue begins. */
export function mapOfCues(cues: readonly TokenRange[], length: number): Uint8Array {
  const map = new Uint8Array(length);
  for (const { from, to } of cues) {
    map.fill(1, from, to);
    map[from] = 2;
  }
  return map;
}

/**
 * Finds source and content of each cue.
 *
 * @param cues all of the paragraph's; the ones more likely than not are landmarks for the others
 * @returns candidates with some content, in the order of the cues
 */
export function findSpans(encoded: Encoded, cues: readonly Cue[], chain: Chain): Candidate[] {
  if (cues.length === 0) return [];
  const map = mapOfCues(
    cues.filter(({ probability }) => probability >= 0.5),
    encoded.length,
  );
  const landmarks = landmarksOf(encoded, map);
  const shared = scoreTokens(chain, sharedFeatures(encoded), sharedTemplates);
  return cues.flatMap(cue => {
    const window = windowOf(cue, encoded.length);
    const scores = scoreTokens(
      chain,
      relativeFeatures(encoded, landmarks, map, cue, window),
      relativeTemplates,
    );
    for (let at = 0, from = window.from * labels; at < scores.length; at++) scores[at]! += shared[from + at]!;
    return readSpans(cue, window, chain, scores);
  });
}

function readSpans(cue: Cue, window: TokenRange, chain: Chain, scores: Float64Array): Candidate[] {
  const { marginals } = believe(chain, scores);
  let path = decode(chain, scores);
  if (!path.some(label => label === SpanLabel.Source)) {
    for (let at = 0; at < scores.length; at += labels) {
      scores[at + SpanLabel.Source]! += sourceBonus;
    }
    path = decode(chain, scores);
  }
  const belief = (token: number): number => marginals[token * labels + path[token]!]!;
  const mean = (runs: readonly TokenRange[]): number => {
    let sum = 0;
    let count = 0;
    for (const { from, to } of runs)
      for (let token = from; token < to; token++) {
        sum += belief(token);
        count++;
      }
    return count === 0 ? 0 : sum / count;
  };
  const content = runsOf(path, SpanLabel.Content, SpanLabel.ContentInside);
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return [];
  const sources = runsOf(path, SpanLabel.Source, SpanLabel.SourceInside);
  const source = sources.reduce<TokenRange | null>(
    (best, run) => (best === null || mean([run]) > mean([best]) ? run : best),
    null,
  );
  const place = (run: TokenRange): TokenRange => ({ from: run.from + window.from, to: run.to + window.from });
  return [
    {
      cue,
      source: source && place(source),
      content: content.map(place),
      sourceBelief: source ? mean([source]) : 0,
      contentBelief: mean(content),
      edgeBelief: belief(first.from) * belief(last.to - 1),
    },
  ];
}

function runsOf(path: Uint8Array, begin: number, inside: number): TokenRange[] {
  const runs: TokenRange[] = [];
  for (let from = 0; from < path.length; from++) {
    if (path[from] !== begin && path[from] !== inside) continue;
    let to = from + 1;
    while (path[to] === inside) to++;
    runs.push({ from, to });
    from = to - 1;
  }
  return runs;
}
