import { isInitials } from '../sources/appositions';
import { isOrganizationName } from '../sources/lexicon';
import type { NameReading } from '../paragraph';
import {
  isBody,
  isPersonal,
  isSameName,
  join,
  learnType,
  newCluster,
  type Cluster,
  type Placed,
} from './clusters';

/** Everyday short forms of first names: one pair a word, "short=long". */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  'bill=william,will=william,bob=robert,rob=robert,dick=richard,rick=richard,jim=james,jimmy=james,joe=joseph,john=jonathan,jack=john,mike=michael,mick=michael,tom=thomas,tony=anthony,dan=daniel,dave=david,ed=edward,ted=edward,ted=theodore,fred=frederick,greg=gregory,ken=kenneth,larry=lawrence,matt=matthew,nick=nicholas,pat=patrick,pete=peter,phil=philip,ron=ronald,sam=samuel,steve=stephen,steve=steven,tim=timothy,chris=christopher,chuck=charles,charlie=charles,andy=andrew,alex=alexander,ben=benjamin,bernie=bernard,don=donald,jeff=jeffrey,jerry=gerald,josh=joshua,ray=raymond,liz=elizabeth,beth=elizabeth,betty=elizabeth,kate=katherine,kathy=katherine,katie=katherine,sue=susan,peggy=margaret,maggie=margaret,meg=margaret,jen=jennifer,jenny=jennifer,debbie=deborah,barb=barbara,becky=rebecca,cindy=cynthia,pam=pamela,patty=patricia,sandy=sandra,vicky=victoria,abby=abigail,mandy=amanda,gabby=gabrielle'
    .split(',')
    .map(pair => pair.split('='))
    .reduce(
      (map, [short = '', long = '']) => map.set(short, [...(map.get(short) ?? []), long]),
      new Map<string, string[]>(),
    ),
);

/** May two first names be one person's: equal, an initial, an everyday short form? */
export function sameFirst(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short);
  return (shortForms.get(a)?.includes(b) ?? false) || (shortForms.get(b)?.includes(a) ?? false);
}

/** A first name with the everyday forms, short or long, that it may stand for. */
export const formsOfFirst = (name: string): readonly string[] => [name, ...(shortForms.get(name) ?? [])];

type NameWords = Pick<NameReading, 'words' | 'nickname'>;

/** May two full names (two words or more) be one person's? */
export function sameFullName(a: NameWords, b: NameWords): boolean {
  if (isPart(a.words, b.words) || isPart(b.words, a.words)) return true;
  if (a.words.at(-1) !== b.words.at(-1)) return false;
  const [first = '', other = ''] = [a.words[0], b.words[0]];
  const [middle, otherMiddle] = [a.words.slice(1, -1), b.words.slice(1, -1)];
  if (middle.length === 1 && otherMiddle.length === 1 && !sameFirst(middle[0] ?? '', otherMiddle[0] ?? ''))
    return false;
  return sameFirst(first, other) || a.nickname === other || b.nickname === first;
}

/** Do the words of one name stand side by side in the other? */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length > whole.length) return false;
  for (let at = 0; at + part.length <= whole.length; at++)
    if (part.every((word, k) => word === whole[at + k])) return true;
  return false;
}

/** May two names of bodies be one's: shortened, by acronym, or with the country in front? */
export function sameBody(a: NameWords, b: NameWords): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (isInitials(short.words, long.words)) return true;
  if (!isPart(short.words, long.words)) return false;
  if (short.words.length === long.words.length) return true;
  const stem = long.words.findIndex((word, k) => k > 0 && /^(?:of|for|on)$/u.test(word));
  const head = stem > 0 ? long.words[stem - 1] : long.words.at(-1);
  if (short.words.at(-1) === head) return true;
  return (
    short.words[0] === long.words[0] &&
    (short.words.length > 1 || isOrganizationName(long.words.at(-1) ?? ''))
  );
}

/** Names that share a word or an acronym's initials with many others are compared with the latest of these only. */
const comparedMost = 12;

/** Clusters by the words of their names. */
class NameIndex {
  private readonly byName = new Map<string, Cluster[]>();
  private readonly byWord = new Map<string, Cluster[]>();
  private readonly byInitials = new Map<string, Cluster[]>();

  add(name: NameReading, cluster: Cluster): void {
    note(this.byName, name.words.join(' '), cluster);
    for (const word of name.words) note(this.byWord, word, cluster);
    if (name.nickname) note(this.byWord, name.nickname, cluster);
    for (const letters of initials(name)) note(this.byInitials, letters, cluster);
  }

  /** Clusters with the same name, then those that share its first or last word, or its first two initials. */
  candidates(name: NameReading): Cluster[] {
    const found = new Set<Cluster>();
    const take = (clusters: readonly Cluster[] | undefined): void => {
      for (const cluster of clusters ?? []) found.add(current(cluster));
    };
    take(this.byName.get(name.words.join(' ')));
    take(this.byWord.get(name.words[0] ?? ''));
    take(this.byWord.get(name.words.at(-1) ?? ''));
    for (const letters of initials(name)) take(this.byInitials.get(letters));
    return [...found];
  }
}

/** The first two initials of a name, with its small words and without; or the first two letters of an acronym. */
const initials = ({ words }: NameReading): readonly string[] =>
  words.length > 1
    ? [
        ...new Set(
          [words, words.filter(word => !small.test(word))].map(
            list => `${list[0]?.charAt(0) ?? ''}${list[1]?.charAt(0) ?? ''}`,
          ),
        ),
      ]
    : [(words[0] ?? '').replace(/[^\p{L}]/gu, '').slice(0, 2)];
const small = /^(?:of|for|and|the|on|in)$/u;

const current = (cluster: Cluster): Cluster => (cluster.mergedInto ? current(cluster.mergedInto) : cluster);

function note(map: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const list = map.get(key) ?? [];
  if (!list.includes(cluster)) list.push(cluster);
  if (list.length > comparedMost) list.shift();
  map.set(key, list);
}

/**
 * Clusters the names of an article. Full names come first, so that a surname in the headline finds the full name
 * that follows; names that only their capital at the start of a sentence speaks for come last, and have to match.
 */
export function clusterNames(named: readonly Placed[]): void {
  poolTypes(named);
  const index = new NameIndex();
  const isFull = ({ mention }: Placed): boolean => (mention.name?.words.length ?? 0) > 1;
  const isSure = ({ mention }: Placed): boolean => mention.name?.tentative === false;
  const rounds: readonly ((placed: Placed) => boolean)[] = [
    placed => isSure(placed) && isFull(placed),
    placed => isSure(placed) && !isFull(placed),
    placed => !isSure(placed),
  ];
  for (const isDue of rounds) {
    const passed: Passed = new Map();
    for (const placed of named) {
      if (isDue(placed)) place(placed, index, passed);
      if (placed.cluster) passed.set(placed.cluster, placed);
    }
  }
}

/** The last mention by name of each cluster that stands before the place reached. */
type Passed = Map<Cluster, Placed>;

/** Identical names share the best evidence of type that any of them has, and the pronoun that all of them call for. */
const pooled = new WeakMap<Placed, Cluster>();
function poolTypes(named: readonly Placed[]): void {
  const pools = new Map<string, Cluster>();
  for (const placed of named) {
    const key = placed.mention.name?.words.join(' ') ?? '';
    const pool = pools.get(key) ?? newCluster();
    pools.set(key, pool);
    learnType(pool, placed.mention.type, placed.mention.typeEvidence);
    pooled.set(placed, pool);
    pool.mentions.push(placed);
  }
  for (const pool of pools.values()) {
    const called = new Set(pool.mentions.flatMap(each => each.called ?? []));
    if (called.size === 1) pool.called = [...called][0] ?? null;
  }
  const surnames = new Set<string>();
  const lone = new Set<string>();
  for (const { mention } of named) {
    const all = mention.name?.words ?? [];
    if (all.length > 1) surnames.add(all.at(-1) ?? '');
    else if (mention.determination === 'bare') lone.add(all[0] ?? '');
  }
  // "Doe Polaroids": a surname and a noun, no second person
  for (const [key, pool] of pools) {
    const [first = '', ...rest] = key.split(' ');
    const last = rest.at(-1);
    if (
      last !== undefined &&
      pool.type === 'person' &&
      pool.evidence !== 'stated' &&
      surnames.has(first) &&
      !lone.has(last) &&
      pool.mentions.every(({ part }) => part === null)
    ) {
      pool.type = 'unknown';
      pool.evidence = 'none';
    }
  }
  // a first name that is mostly a place to be in is a place
  for (const [key, pool] of pools)
    if (
      !key.includes(' ') &&
      pool.type === 'person' &&
      pool.evidence === 'listed' &&
      !surnames.has(key) &&
      pool.mentions.filter(({ mention }) => mention.located).length * 2 >= pool.mentions.length
    ) {
      pool.type = 'unknown';
      pool.evidence = 'none';
    }
  // two or three capitals alone do not make a person of what has an article or is a place to be in
  for (const pool of pools.values())
    if (
      pool.type === 'person' &&
      pool.evidence === 'shape' &&
      (pool.mentions.some(
        ({ mention }) => mention.determination === 'definite' || mention.determination === 'indefinite',
      ) ||
        pool.mentions.every(({ mention }) => mention.located))
    ) {
      pool.type = 'unknown';
      pool.evidence = 'none';
    }
}

function place(placed: Placed, index: NameIndex, passed: Passed): void {
  const name = placed.mention.name;
  if (!name) return;
  const pool = pooled.get(placed);
  const type = pool?.type ?? placed.mention.type;
  const evidence = pool?.evidence ?? placed.mention.typeEvidence;
  const called = placed.called ?? pool?.called ?? null;
  const fits = index
    .candidates(name)
    .filter(
      cluster =>
        !(cluster.called && called && cluster.called !== called) &&
        mayBe(cluster, placed, name, type, evidence, passed.has(cluster)),
    );
  const best = nearest(fits, placed, passed);
  if (!best && name.tentative && placed.part === null && evidence === 'none') return;
  const cluster = best ?? newCluster();
  join(cluster, placed);
  learnType(cluster, type, evidence);
  index.add(name, cluster);
}

/** So many sentences after a surname alone, a full name may still be the one that it is short for. */
const introducedWithin = 12;

function mayBe(
  cluster: Cluster,
  placed: Placed,
  name: NameReading,
  type: Cluster['type'],
  evidence: Cluster['evidence'],
  isKnown: boolean,
): boolean {
  const { mention } = placed;
  const words = name.words;
  const first = cluster.mentions[0];
  const isLate =
    !isKnown &&
    placed.paragraph > 0 &&
    first !== undefined &&
    first.sentence - placed.sentence > introducedWithin;
  return cluster.names.some(other => {
    if (isSameName(other, name)) return true;
    const isKnownPerson = isPersonal(cluster) && cluster.evidence !== 'shape';
    if (other.tentative && other.words.length > 1 && !isKnownPerson) return false;
    const person =
      isPersonal(cluster) &&
      (type === 'person' || evidence === 'none' || evidence === 'shape' || name.tentative);
    const surname =
      isPersonal(cluster) &&
      words.length === 1 &&
      (evidence === 'listed' || type === 'government') &&
      !mention.located &&
      isKnown;
    if (person || surname) {
      if (words.length > 1 && other.words.length > 1) return sameFullName(name, other);
      if (words.length === 1)
        return !isLate && (isSurname(words[0] ?? '', other) || other.nickname === words[0]);
      return isSurname(other.words[0] ?? '', name);
    }
    if (type === 'person' && evidence !== 'shape') return isPersonal(cluster);
    if (type === 'government' || cluster.type === 'government') return false;
    return (isBody(cluster) || cluster.type === 'unknown') && sameBody(name, other);
  });
}

/** Is a word the surname (or the name somebody goes by) in a full name? */
const isSurname = (word: string, full: NameReading): boolean =>
  full.words.length > 1 &&
  (full.words.at(-1) === word ||
    full.words[0] === word ||
    (full.words.length > 2 && full.words.slice(1).includes(word)));

/**
 * The cluster that a name means, where several have it. A surname alone goes by the form of address, then to whom the
 * article is about rather than to a relative of theirs, then to whom it named last, or else will name first.
 */
function nearest(clusters: readonly Cluster[], placed: Placed, passed: Passed): Cluster | null {
  const { name } = placed.mention;
  if (!name || clusters.length < 2) return clusters[0] ?? null;
  const isFull = name.words.length > 1;
  const preferences: readonly ((cluster: Cluster) => boolean)[] = [
    ({ names }) => isFull && names.some(other => isSameName(other, name)),
    ({ names }) => names.some(({ words }) => words.at(-1) === name.words.at(-1)),
    cluster => placed.called !== null && cluster.called === placed.called,
    cluster => isFull || !cluster.relative,
  ];
  let among = clusters;
  for (const preference of preferences) {
    const preferred = among.filter(preference);
    if (preferred.length > 0) among = preferred;
  }
  const before = among.filter(cluster => passed.has(cluster));
  const distanceOf = (cluster: Cluster): number =>
    Math.abs(placed.order - (passed.get(cluster) ?? cluster.mentions[0] ?? placed).order);
  return (before.length > 0 ? before : among).reduce<Cluster | null>(
    (best, cluster) => (best === null || distanceOf(cluster) < distanceOf(best) ? cluster : best),
    null,
  );
}
