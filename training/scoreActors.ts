import type { Actor, ActorType, Analysis } from '../src/analysis/contract';
import { toSpan, type GoldArticle } from './gold';
import {
  common,
  Counts,
  dice,
  harmonicMean,
  precisionRecall,
  ratio,
  wordsIn,
  wordsOf,
  type WordSet,
} from './score';
import { SAME_CLAIM } from './scoreMatching';

type Pair = Parameters<typeof toSpan>[0];

/** An article whose actors are annotated too. */
export interface ActorsArticle extends GoldArticle {
  readonly quotes: readonly (GoldArticle['quotes'][number] & {
    /** Id of an entity; documents and things have none. */
    readonly speakerEntity?: string | null;
    readonly speakerNamed?: boolean | null;
  })[];
  readonly entities: readonly {
    readonly id: string;
    readonly type: string;
    readonly mentions: readonly { readonly span: Pair | readonly Pair[] }[];
  }[];
}

export const hasActors = (article: GoldArticle): article is ActorsArticle => 'entities' in article;

export interface ActorScores {
  /** Gold attributions with a source, credits left out. */
  readonly attributions: number;
  readonly found: number;
  /** Of those found: given to the right chain. */
  readonly actorRight: number;
  /** Of those found: rightly taken for named or anonymous. */
  readonly namedRight: number;
  readonly anonymous: { readonly gold: number; readonly precision: number; readonly recall: number };
  /** Coreference of people and organizations; `mean` is that of the last three. */
  readonly coreference: Readonly<Record<'mentions' | 'muc' | 'b3' | 'ceafe' | 'mean', number>>;
}

const SCORED_GOLD: readonly string[] = ['person', 'organization'];
/** A chain of another type that no gold mention matches is not spurious: the gold has chains of other types too. */
const SCORED_PREDICTED: readonly ActorType[] = ['person', 'organization', 'publication', 'group', 'unknown'];

interface Mention {
  readonly words: WordSet;
}

/** The two sides' chains as sets of mentions; mentions that were matched are one and the same object. */
interface Chains {
  readonly gold: readonly ReadonlySet<Mention>[];
  readonly predicted: readonly ReadonlySet<Mention>[];
}

/** Adds the counts of one article; in the order of the file, the sums come out the same to the last digit. */
export function countActors(article: ActorsArticle, analysis: Analysis, counts = new Counts()): Counts {
  const words = wordsOf(article.text);
  const entities = article.entities.filter(({ type }) => SCORED_GOLD.includes(type));
  const goldMentions = entities.map(({ mentions }) =>
    mentions.map(({ span }): Mention => ({ words: wordsIn(words, pairsOf(span).map(toSpan)) })),
  );
  const ownMentions = analysis.actors.map(({ mentions }) =>
    mentions.map(({ span }): Mention => ({ words: wordsIn(words, span) })),
  );
  const twins = matchMentions(goldMentions.flat(), ownMentions.flat());
  const chains: Chains = {
    gold: goldMentions.map(mentions => new Set(mentions)),
    predicted: analysis.actors
      .map(({ type }, index) =>
        ownMentions[index]!.filter(mention => twins.has(mention) || SCORED_PREDICTED.includes(type)),
      )
      .filter(mentions => mentions.length > 0)
      .map(mentions => new Set(mentions.map(mention => twins.get(mention) ?? mention))),
  };
  counts.add('mentions matched', twins.size);
  counts.add('mentions gold', goldMentions.flat().length);
  counts.add('mentions predicted', sizeOf(chains.predicted));
  countLinks(chains, counts);
  countMembers(chains, counts);
  countAligned(chains, counts);

  const entityOf = new Map(
    entities.flatMap(({ id }, index) => goldMentions[index]!.map(m => [m, id] as const)),
  );
  const votes = new Map(
    analysis.actors.map(({ id }, index) => [
      id,
      mostFrequent(
        ownMentions[index]!.flatMap(mention => {
          const twin = twins.get(mention);
          return twin ? [entityOf.get(twin)!] : [];
        }),
      ),
    ]),
  );
  countSources(article, analysis, actor => votes.get(actor.id), counts);
  return counts;
}

const pairsOf = (span: Pair | readonly Pair[]): readonly Pair[] =>
  typeof span[0] === 'number' ? [span as Pair] : (span as readonly Pair[]);

const sizeOf = (chains: Chains['gold']): number => chains.reduce((sum, { size }) => sum + size, 0);

/** Pairs mentions one to one, the most alike first; from a predicted mention to its gold twin. */
function matchMentions(gold: readonly Mention[], predicted: readonly Mention[]): Map<Mention, Mention> {
  const candidates = gold.flatMap(one =>
    predicted.flatMap(other => {
      const likeness = dice(one.words, other.words);
      return likeness >= SAME_CLAIM ? [{ one, other, likeness }] : [];
    }),
  );
  const twins = new Map<Mention, Mention>();
  const taken = new Set<Mention>();
  for (const { one, other } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (taken.has(one) || twins.has(other)) continue;
    taken.add(one);
    twins.set(other, one);
  }
  return twins;
}

/** MUC (Vilain et al. 1995): links of a chain that the other side keeps. */
function countLinks({ gold, predicted }: Chains, counts: Counts): void {
  const count = (chains: Chains['gold'], others: Chains['gold'], side: string) => {
    for (const chain of chains) {
      counts.add(`links kept ${side}`, chain.size - partsOf(chain, others));
      counts.add(`links ${side}`, chain.size - 1);
    }
  };
  count(gold, predicted, 'gold');
  count(predicted, gold, 'predicted');
}

/** How many parts a chain falls into when the other side's chains divide it. */
function partsOf(chain: ReadonlySet<Mention>, others: Chains['gold']): number {
  const parts = new Set<ReadonlySet<Mention> | Mention>();
  for (const mention of chain) parts.add(others.find(other => other.has(mention)) ?? mention);
  return parts.size;
}

/** B³ (Bagga and Baldwin 1998): the share of a mention's chain that the other side also gives it. */
function countMembers({ gold, predicted }: Chains, counts: Counts): void {
  const count = (chains: Chains['gold'], others: Chains['gold'], side: string) => {
    for (const chain of chains) {
      for (const mention of chain) {
        const other = others.find(candidate => candidate.has(mention));
        counts.add(`members shared ${side}`, other ? common(chain, other) / chain.size : 0);
        counts.add(`members ${side}`);
      }
    }
  };
  count(gold, predicted, 'gold');
  count(predicted, gold, 'predicted');
}

/** CEAF-e (Luo 2005), the chains aligned greedily: a lower bound of it. */
function countAligned({ gold, predicted }: Chains, counts: Counts): void {
  const candidates = gold.flatMap(one =>
    predicted.flatMap(other => {
      const likeness = dice(one, other);
      return likeness > 0 ? [{ one, other, likeness }] : [];
    }),
  );
  const taken = new Set<ReadonlySet<Mention>>();
  let aligned = 0;
  for (const { one, other, likeness } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    aligned += likeness;
  }
  counts.add('chains aligned', aligned);
  counts.add('chains gold', gold.length);
  counts.add('chains predicted', predicted.length);
}

function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** @param entityOf the gold entity that most of an actor's mentions belong to */
function countSources(
  article: ActorsArticle,
  { attributions, actors }: Analysis,
  entityOf: (actor: Actor) => string | undefined,
  counts: Counts,
): void {
  const words = wordsOf(article.text);
  const types = new Map(article.entities.map(({ id, type }) => [id, type]));
  const contents = attributions.map(attribution => ({
    attribution,
    words: wordsIn(words, attribution.content),
  }));
  for (const { content, speaker, speakerEntity, speakerNamed, derived } of article.quotes) {
    if (derived?.cueKind === 'credit' || !speaker) continue;
    counts.add('attributions');
    const wanted = wordsIn(words, content.map(toSpan));
    const nearest = contents
      .map(candidate => ({ ...candidate, likeness: dice(wanted, candidate.words) }))
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (!nearest || nearest.likeness < SAME_CLAIM) continue;
    counts.add('attributions found');
    // Documents and things have no chain to be right about.
    const type = types.get(speakerEntity ?? '');
    if (type === undefined) continue;
    const { source } = nearest.attribution;
    const actor = source ? actors.find(({ id }) => id === source.actor) : undefined;
    if (typeof speakerNamed === 'boolean') countNamed(speakerNamed, actor, counts);
    counts.add('sources');
    if (!source || !actor) continue;
    const right =
      entityOf(actor) === speakerEntity ||
      // Entities of the other types are not matched by chain: the mentions have to touch.
      (!SCORED_GOLD.includes(type) &&
        common(wordsIn(words, speaker.map(toSpan)), wordsIn(words, source.mention)) > 0);
    if (right) counts.add('sources right');
  }
}

function countNamed(named: boolean, actor: Actor | undefined, counts: Counts): void {
  counts.add('naming');
  if (actor && actor.anonymous !== named) counts.add('naming right');
  if (actor?.anonymous) counts.add('anonymous predicted');
  if (named) return;
  counts.add('anonymous gold');
  if (actor?.anonymous) counts.add('anonymous right');
}

export function actorScores(counts: Counts): ActorScores {
  const share = (part: string, whole: string) => ratio(counts.get(part), counts.get(whole));
  const muc = harmonicMean(
    share('links kept predicted', 'links predicted'),
    share('links kept gold', 'links gold'),
  );
  const b3 = harmonicMean(
    share('members shared predicted', 'members predicted'),
    share('members shared gold', 'members gold'),
  );
  const ceafe = harmonicMean(
    share('chains aligned', 'chains predicted'),
    share('chains aligned', 'chains gold'),
  );
  const mentions = precisionRecall(
    counts.get('mentions matched'),
    counts.get('mentions predicted'),
    counts.get('mentions gold'),
  );
  return {
    attributions: counts.get('attributions'),
    found: share('attributions found', 'attributions'),
    actorRight: share('sources right', 'sources'),
    namedRight: share('naming right', 'naming'),
    anonymous: {
      gold: counts.get('anonymous gold'),
      precision: share('anonymous right', 'anonymous predicted'),
      recall: share('anonymous right', 'anonymous gold'),
    },
    coreference: { mentions: mentions.f1, muc, b3, ceafe, mean: (muc + b3 + ceafe) / 3 },
  };
}
