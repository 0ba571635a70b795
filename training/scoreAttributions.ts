import { common, Counts, dice, precisionRecall, ratio, type PrecisionRecall } from './score';
import type { GoldClaim, Pairing } from './scoreMatching';

export interface AttributionScores {
  readonly gold: number;
  readonly predicted: number;
  /** A claim is found where the Dice of the contents' words is at least 0.5. */
  readonly content: PrecisionRecall;
  /** Word for word the same content. */
  readonly contentExact: PrecisionRecall;
  /** Found, and given to the right source, or rightly to none. */
  readonly endToEnd: PrecisionRecall;
  /** Shares of the claims found. */
  readonly sourceRight: number;
  readonly sourceExact: number;
  readonly cueRight: number;
  readonly words: Readonly<Record<Part, PrecisionRecall>>;
  /** Share found, by kind and cue kind: `direct`, `mixed/speech`, …; `quoted speech` is these two together. */
  readonly found: ReadonlyMap<string, Found>;
}

export interface Found {
  readonly gold: number;
  readonly content: number;
  readonly endToEnd: number;
}

const PARTS = ['content', 'source', 'cue'] as const;
type Part = (typeof PARTS)[number];

/** A source less alike than this is another one: a surname stands for a full noun phrase, a sentence does not. */
const SAME_SOURCE = 1 / 3;

const GROUP = 'group ';
export const QUOTED_SPEECH = 'quoted speech';

export function countAttributions({ gold, predicted }: Pairing): Counts {
  const counts = new Counts();
  counts.add('gold', gold.length);
  counts.add('predicted', predicted.length);
  for (const part of PARTS) {
    const marked = new Set(predicted.flatMap(({ words }) => [...words[part]]));
    const wanted = new Set(gold.flatMap(({ words }) => [...words[part]]));
    counts.add(`${part} words right`, common(marked, wanted));
    counts.add(`${part} words predicted`, marked.size);
    counts.add(`${part} words gold`, wanted.size);
  }
  for (const claim of gold) {
    const groups = groupsOf(claim);
    for (const group of groups) counts.add(GROUP + group);
    if (!claim.match) continue;
    const { predicted, likeness } = claim.match;
    for (const name of ['found', ...groups.map(group => `${group} found`)]) counts.add(name);
    if (likeness === 1) counts.add('found exactly');
    if (claim.words.cue.size > 0) {
      counts.add('cues');
      if (common(claim.words.cue, predicted.words.cue) > 0) counts.add('cues right');
    }
    const likenessOfSources = dice(claim.words.source, predicted.words.source);
    const hasSource = claim.words.source.size > 0;
    if (hasSource) {
      counts.add('sources');
      if (likenessOfSources >= SAME_SOURCE) counts.add('sources right');
      if (likenessOfSources === 1) counts.add('sources exact');
    }
    if (hasSource ? likenessOfSources >= SAME_SOURCE : predicted.words.source.size === 0) {
      for (const name of ['whole', ...groups.map(group => `${group} whole`)]) counts.add(name);
    }
  }
  return counts;
}

function groupsOf({ kind, cueKind }: GoldClaim): string[] {
  const group = kind === 'direct' ? kind : `${kind}/${cueKind ?? '?'}`;
  return kind === 'direct' || group === 'mixed/speech' ? [group, QUOTED_SPEECH] : [group];
}

export function attributionScores(counts: Counts): AttributionScores {
  const [gold, predicted] = [counts.get('gold'), counts.get('predicted')];
  const wordScores = (part: Part) =>
    precisionRecall(
      counts.get(`${part} words right`),
      counts.get(`${part} words predicted`),
      counts.get(`${part} words gold`),
    );
  const groups = counts
    .names()
    .filter(name => name.startsWith(GROUP))
    .map(name => name.slice(GROUP.length))
    .sort();
  return {
    gold,
    predicted,
    content: precisionRecall(counts.get('found'), predicted, gold),
    contentExact: precisionRecall(counts.get('found exactly'), predicted, gold),
    endToEnd: precisionRecall(counts.get('whole'), predicted, gold),
    sourceRight: ratio(counts.get('sources right'), counts.get('sources')),
    sourceExact: ratio(counts.get('sources exact'), counts.get('sources')),
    cueRight: ratio(counts.get('cues right'), counts.get('cues')),
    words: { content: wordScores('content'), source: wordScores('source'), cue: wordScores('cue') },
    found: new Map(
      groups.map(group => {
        const inGroup = counts.get(GROUP + group);
        const content = ratio(counts.get(`${group} found`), inGroup);
        return [group, { gold: inGroup, content, endToEnd: ratio(counts.get(`${group} whole`), inGroup) }];
      }),
    ),
  };
}
