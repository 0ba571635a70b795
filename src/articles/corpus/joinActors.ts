import type { ActorType } from '../../analysis/contract';
import {
  keysOf,
  keysToTry,
  likeness,
  readPlainName,
  type Likeness,
  type PlainName,
} from '../../analysis/actors/plainNames';
import { plainWords } from '../../analysis/attributions/listed';
import { sortSteps } from './sortSteps';
import type { ArticleSource } from './sources';

/** The sources of one article of a corpus. */
export interface SourcesOfArticle {
  readonly path: string;
  readonly sources: readonly ArticleSource[];
}

/** Where a source of the whole corpus makes claims. */
export interface Appearance {
  readonly path: string;
  /** The actor's id in the analysis of that article. */
  readonly actor: string;
  readonly claims: number;
}

/** A source over all articles. */
export interface JoinedActor {
  /** The same in every run in which the same spellings belong together. */
  readonly id: string;
  /** The spelling that most articles have, the longest among equals. */
  readonly name: string;
  readonly type: ActorType;
  /** That of its first name; null where one of its names is none of an unnamed source. */
  readonly anonymity: ArticleSource['anonymity'];
  /** All spellings, the most frequent first. */
  readonly names: readonly string[];
  /** What tells each of them from those of other kinds: {@link NameDecisions} join these. The most frequent first. */
  readonly spellings: readonly string[];
  /** In the order of the articles given. */
  readonly appearances: readonly Appearance[];
  readonly claims: number;
  /** In so many articles. */
  readonly articles: number;
}

/** What the user said about names over all articles. */
export interface NameDecisions {
  /** Spellings that are somebody else than the names they resemble; in one article only where a path is given. */
  readonly apart: readonly { readonly name: string; readonly path: string | null }[];
  /** Spellings that are one, each as an actor's `spellings` have it: a person's name may be a country's as well. */
  readonly together: readonly (readonly [one: string, other: string])[];
}

export const NO_NAME_DECISIONS: NameDecisions = { apart: [], together: [] };

type Kind = 'anonymous' | 'person' | 'body';

/** All sources of one spelling, which are taken for one unless the user said otherwise. */
interface Spelling {
  readonly id: string;
  /** Kind and words; of several where it is told apart in some articles. */
  readonly key: string;
  readonly name: string;
  readonly type: ActorType;
  readonly anonymity: ArticleSource['anonymity'];
  readonly reading: PlainName;
  /** How many of its words are initials. */
  readonly initials: number;
  readonly apart: boolean;
  readonly appearances: Appearance[];
}

/**
 * Joins the sources of articles over all of them, a little at a time: the caller may pause at each step. Two named
 * sources are one where their names would be within an article (“Bob Reyes”, “Robert J. Reyes”; a body and its
 * initials), and where no other source could be meant as well; a name that only contains the other is no such other
 * where there is the same name. A surname alone joins nobody, and Jr. is somebody else. Anonymous sources are grouped
 * by the words that describe them, as nothing says that they are the same people.
 *
 * @returns the actors by number of claims, then of articles, then by name
 */
export function* joinSteps(
  articles: Iterable<SourcesOfArticle>,
  decisions: NameDecisions = NO_NAME_DECISIONS,
): Generator<undefined, readonly JoinedActor[]> {
  const spellings = yield* bySpelling(articles, decisions);
  const groups = new Groups();
  for (const spelling of yield* sortSteps(spellings, fullestFirst)) {
    groups.place(spelling);
    yield;
  }
  for (const pair of decisions.together) groups.unite(pair);
  const actors: JoinedActor[] = [];
  for (const group of groups.all()) {
    actors.push(asActor(group));
    yield;
  }
  return yield* sortSteps(actors, mostClaimsFirst);
}

/** {@link joinSteps} in one go. */
export function joinActors(
  articles: Iterable<SourcesOfArticle>,
  decisions?: NameDecisions,
): readonly JoinedActor[] {
  const steps = joinSteps(articles, decisions);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* bySpelling(
  articles: Iterable<SourcesOfArticle>,
  { apart }: NameDecisions,
): Generator<undefined, readonly Spelling[]> {
  const apartEverywhere = new Set(
    apart.filter(({ path }) => path === null).map(({ name }) => plainWords(name)),
  );
  const apartHere = new Set(
    apart.flatMap(({ name, path }) => (path === null ? [] : [`${path}\n${plainWords(name)}`])),
  );
  const pathsWithApart = new Set(apart.map(({ path }) => path));
  const spellings = new Map<string, Spelling>();
  /** By kind and name as it is written: most are met again, and what is made for each is soon in the way of others. */
  const met: Record<Kind, Map<string, Spelling>> = {
    anonymous: new Map(),
    person: new Map(),
    body: new Map(),
  };
  for (const { path, sources } of articles) {
    const isUsual = !pathsWithApart.has(path);
    for (const { actor, name, type, anonymity, claims } of sources) {
      const kind: Kind = anonymity ? 'anonymous' : isPersonal(type) ? 'person' : 'body';
      let spelling = isUsual ? met[kind].get(name) : undefined;
      if (!spelling) {
        const words = plainWords(name);
        const here = apartHere.has(`${path}\n${words}`);
        const key = `${kind}\n${words}`;
        const id = `${key}\n${here ? path : ''}`;
        spelling = spellings.get(id) ?? {
          ...{ id, key, name, type, anonymity },
          ...readingOf(name),
          apart: here || apartEverywhere.has(words),
          appearances: [],
        };
        spellings.set(id, spelling);
        if (!here) met[kind].set(name, spelling);
      }
      spelling.appearances.push({ path, actor, claims });
    }
    yield;
  }
  return [...spellings.values()];
}

function readingOf(name: string): Pick<Spelling, 'reading' | 'initials'> {
  const reading = readPlainName(name);
  return { reading, initials: reading.words.filter(word => word.length === 1).length };
}

/** What nothing is known of may be a person or a body; apart from these, people and bodies are never one. */
const isPersonal = (type: ActorType): boolean => type === 'person';

/** Names of more words are clearer, then those without initials; and what many articles have is more likely to be the name in full. */
const fullestFirst = (a: Spelling, b: Spelling): number =>
  b.reading.words.length - a.reading.words.length ||
  a.initials - b.initials ||
  b.appearances.length - a.appearances.length ||
  (a.id < b.id ? -1 : 1);

const mostClaimsFirst = (a: JoinedActor, b: JoinedActor): number =>
  b.claims - a.claims || b.articles - a.articles || compare(a.name, b.name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Spellings that belong together. */
class Groups {
  readonly #groups = new Map<Spelling, Set<Spelling>>();
  /** By what a name like theirs would have in common with them. */
  readonly #byLikeness = new Map<string, Set<Spelling>>();
  /** Those that are not told apart. */
  readonly #bySpelling = new Map<string, Spelling>();

  /** Those with more words come before. */
  place(spelling: Spelling): void {
    const joined = this.#fitting(spelling);
    const group = joined ?? new Set<Spelling>();
    group.add(spelling);
    this.#groups.set(spelling, group);
    if (spelling.apart) return;
    this.#bySpelling.set(spelling.key, spelling);
    if (spelling.anonymity) return;
    for (const key of keysOf(spelling.reading, isPersonal(spelling.type)))
      keep(this.#byLikeness, key, spelling);
  }

  /** The user says so: these spellings are one, of whatever kind they are and whatever they look like. */
  unite(keys: readonly string[]): void {
    const meant = keys.flatMap(key => this.#bySpelling.get(key) ?? []);
    const united = new Set(meant.flatMap(spelling => [...(this.#groups.get(spelling) ?? [])]));
    for (const spelling of united) this.#groups.set(spelling, united);
  }

  *all(): Generator<readonly Spelling[]> {
    for (const group of new Set(this.#groups.values())) yield [...group];
  }

  /** The only group that has such a name, where all of its names may be the same one's as this. */
  #fitting(spelling: Spelling): Set<Spelling> | null {
    if (spelling.apart || spelling.anonymity) return null;
    const personal = isPersonal(spelling.type);
    const groups: Record<Likeness, Set<Set<Spelling>>> = { same: new Set(), part: new Set() };
    for (const key of keysToTry(spelling.reading, personal, it => this.#byLikeness.get(it)?.size ?? 0)) {
      for (const known of this.#byLikeness.get(key) ?? []) {
        const group = this.#groups.get(known);
        if (!group || isPersonal(known.type) !== personal) continue;
        const like = likeness(spelling.reading, known.reading, personal);
        if (like) groups[like].add(group);
      }
    }
    const candidates = groups.same.size > 0 ? groups.same : groups.part;
    const [only] = candidates;
    if (!only || candidates.size > 1) return null;
    const surname = spelling.reading.words.at(-1);
    // A name that was taken for part of a longer one says nothing of those that are the same as it.
    const isAside = (reading: PlainName) => groups.same.size > 0 && reading.words.at(-1) !== surname;
    const isMeant = [...only].every(
      ({ reading }) => isAside(reading) || likeness(spelling.reading, reading, personal) !== null,
    );
    return isMeant ? only : null;
  }
}

function keep(index: Map<string, Set<Spelling>>, key: string, spelling: Spelling): void {
  const known = index.get(key);
  if (known) known.add(spelling);
  else index.set(key, new Set([spelling]));
}

function asActor(spellings: readonly Spelling[]): JoinedActor {
  const known = [...spellings].sort(
    (a, b) =>
      b.appearances.length - a.appearances.length || b.name.length - a.name.length || compare(a.id, b.id),
  );
  const [first] = known;
  if (!first) throw new Error('A group has a spelling.');
  const appearances = known.length === 1 ? first.appearances : known.flatMap(it => it.appearances);
  return {
    id: known.map(({ id }) => id).sort(compare)[0] ?? first.id,
    name: first.name,
    type: first.type,
    anonymity: known.every(({ anonymity }) => anonymity) ? first.anonymity : null,
    names: [...new Set(known.map(({ name }) => name))],
    spellings: [...new Set(known.map(({ key }) => key))],
    appearances,
    claims: appearances.reduce((sum, { claims }) => sum + claims, 0),
    articles: new Set(appearances.map(({ path }) => path)).size,
  };
}
