import type { ActorType } from '../../analysis/contract';
import { mayBeOne, namesToTry, readPlainName, type PlainName } from '../../analysis/actors/plainNames';
import { plainWords } from '../../analysis/attributions/listed';
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
  readonly anonymous: boolean;
  /** All spellings, the most frequent first. */
  readonly names: readonly string[];
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
  /** Spellings that are one. */
  readonly together: readonly (readonly [one: string, other: string])[];
}

export const NO_NAME_DECISIONS: NameDecisions = { apart: [], together: [] };

/** All sources of one spelling, which are taken for one unless the user said otherwise. */
interface Spelling {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly anonymous: boolean;
  readonly reading: PlainName;
  readonly apart: boolean;
  readonly appearances: Appearance[];
}

/**
 * Joins the sources of articles over all of them. Two named sources are one where their names would be within an
 * article (“Bob Reyes”, “Robert J. Reyes”; a body and its initials), and where no other source could be meant as
 * well. A surname alone joins nobody. Anonymous sources are grouped by the words that describe them, as nothing says
 * that they are the same people.
 *
 * @returns the actors by number of claims, then of articles, then by name
 */
export function joinActors(
  articles: Iterable<SourcesOfArticle>,
  decisions: NameDecisions = NO_NAME_DECISIONS,
): JoinedActor[] {
  const spellings = bySpelling(articles, decisions);
  const groups = new Groups();
  for (const spelling of [...spellings.values()].sort(fullestFirst)) groups.place(spelling);
  for (const [one, other] of decisions.together) groups.unite(spellings, one, other);
  return groups
    .all()
    .map(asActor)
    .sort((a, b) => b.claims - a.claims || b.articles - a.articles || compare(a.name, b.name));
}

function bySpelling(articles: Iterable<SourcesOfArticle>, { apart }: NameDecisions): Map<string, Spelling> {
  const apartEverywhere = new Set(
    apart.filter(({ path }) => path === null).map(({ name }) => plainWords(name)),
  );
  const apartHere = new Set(
    apart.flatMap(({ name, path }) => (path === null ? [] : [`${path}\n${plainWords(name)}`])),
  );
  const spellings = new Map<string, Spelling>();
  for (const { path, sources } of articles) {
    for (const { actor, name, type, anonymous, claims } of sources) {
      const words = plainWords(name);
      const here = apartHere.has(`${path}\n${words}`);
      const id = [
        anonymous ? 'anonymous' : isPersonal(type) ? 'person' : 'body',
        words,
        here ? path : '',
      ].join('\n');
      const spelling = spellings.get(id) ?? {
        id,
        name,
        type,
        anonymous,
        reading: readPlainName(name),
        apart: here || apartEverywhere.has(words),
        appearances: [],
      };
      spelling.appearances.push({ path, actor, claims });
      spellings.set(id, spelling);
    }
  }
  return spellings;
}

/** What nothing is known of may be a person or a body; apart from these, people and bodies are never one. */
const isPersonal = (type: ActorType): boolean => type === 'person';

/** Names of more words are clearer, then those without initials; and what many articles have is more likely to be the name in full. */
const fullestFirst = (a: Spelling, b: Spelling): number =>
  b.reading.words.length - a.reading.words.length ||
  initialsIn(a) - initialsIn(b) ||
  b.appearances.length - a.appearances.length ||
  compare(a.id, b.id);

const initialsIn = ({ reading }: Spelling): number => reading.words.filter(word => word.length === 1).length;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Spellings that belong together. */
class Groups {
  readonly #groups = new Map<Spelling, Set<Spelling>>();
  readonly #index = new Map<string, Set<Spelling>>();

  place(spelling: Spelling): void {
    const joined = this.#fitting(spelling);
    const group = joined ?? new Set<Spelling>();
    group.add(spelling);
    this.#groups.set(spelling, group);
    if (spelling.apart || spelling.anonymous) return;
    for (const key of namesToTry(spelling.reading, isPersonal(spelling.type))) {
      const known = this.#index.get(key) ?? new Set();
      known.add(spelling);
      this.#index.set(key, known);
    }
  }

  /** The user says so: spellings of any kind are one, whatever they look like. */
  unite(spellings: ReadonlyMap<string, Spelling>, one: string, other: string): void {
    const named = new Set([one, other].map(plainWords));
    const meant = [...spellings.values()].filter(({ name, apart }) => !apart && named.has(plainWords(name)));
    const united = new Set(meant.flatMap(spelling => [...(this.#groups.get(spelling) ?? [])]));
    for (const spelling of united) this.#groups.set(spelling, united);
  }

  all(): readonly (readonly Spelling[])[] {
    return [...new Set(this.#groups.values())].map(group => [...group]);
  }

  /** The only group that has such a name, where all of its names may be the same one's as this. */
  #fitting(spelling: Spelling): Set<Spelling> | null {
    if (spelling.apart || spelling.anonymous) return null;
    const personal = isPersonal(spelling.type);
    const candidates = new Set<Set<Spelling>>();
    for (const key of namesToTry(spelling.reading, personal)) {
      for (const known of this.#index.get(key) ?? []) {
        const group = this.#groups.get(known);
        if (
          group &&
          isPersonal(known.type) === personal &&
          mayBeOne(spelling.reading, known.reading, personal)
        ) {
          candidates.add(group);
        }
      }
    }
    const [only] = candidates;
    const isMeant =
      only !== undefined &&
      candidates.size === 1 &&
      [...only].every(({ reading }) => mayBeOne(spelling.reading, reading, personal));
    return isMeant ? only : null;
  }
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
    anonymous: known.every(({ anonymous }) => anonymous),
    names: [...new Set(known.map(({ name }) => name))],
    appearances,
    claims: appearances.reduce((sum, { claims }) => sum + claims, 0),
    articles: new Set(appearances.map(({ path }) => path)).size,
  };
}
