import type { CueKind } from '../contract';
import type { TokenRange } from '../paragraph';
import { believe, decode, labels, scoreTokens, type Chain } from './chain';
import { cueFeatures, cueTemplates } from './cueFeatures';
import { cueHead, type Encoded } from './encoded';

/** Labels of the cue stage: outside, then beginning and inside of each kind of cue. */
export const CueLabel = { Outside: 0, Speech: 1, SpeechInside: 2, Other: 3, OtherInside: 4 } as const;

export interface Cue extends TokenRange {
  readonly kind: CueKind;
  /** That its head is part of a cue, as the cue stage alone believes; 0 to 1. */
  readonly probability: number;
}

/** Lowers the score of no cue, for a second reading that also finds the less likely ones. */
const eagerness = 1.5;
/** A cue less likely than this is not looked into. */
const leastProbability = 0.2;

/**
 * Finds the cues of a paragraph: those of the likeliest reading, and between them the less likely ones of a more
 * eager reading, for the later stages to judge.
 */
export function findCues(encoded: Encoded, chain: Chain): Cue[] {
  const scores = scoreTokens(chain, cueFeatures(encoded), cueTemplates);
  const likely = segments(decode(chain, scores));
  const eagerScores = scores.slice();
  for (let at = 0; at < scores.length; at += labels) eagerScores[at]! -= eagerness;
  const taken = new Uint8Array(encoded.length);
  for (const { from, to } of likely) taken.fill(1, from, to);
  const eager = segments(decode(chain, eagerScores)).filter(
    ({ from, to }) => !taken.subarray(from, to).includes(1),
  );
  if (likely.length + eager.length === 0) return [];
  const { marginals } = believe(chain, scores);
  return [...likely, ...eager]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      const row = cueHead(encoded, { from, to }) * labels;
      const speech = marginals[row + CueLabel.Speech]! + marginals[row + CueLabel.SpeechInside]!;
      const other = marginals[row + CueLabel.Other]! + marginals[row + CueLabel.OtherInside]!;
      return {
        from,
        to,
        kind: speech >= other ? ('speech' as const) : ('other' as const),
        probability: speech + other,
      };
    })
    .filter(({ probability }) => probability >= leastProbability);
}

function segments(path: Uint8Array): TokenRange[] {
  const found: TokenRange[] = [];
  for (let from = 0; from < path.length; from++) {
    const label = path[from]!;
    if (label !== CueLabel.Speech && label !== CueLabel.Other) continue;
    let to = from + 1;
    while (path[to] === label + 1) to++;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}
