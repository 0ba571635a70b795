import { model, setTag } from './compromise';

/**
 * A set of compromise's tags, in the order in which they were added. There is one object for each such list, which
 * is not changed: what follows from it is found once, and two of them are the same where they are identical.
 */
export class Tags {
  readonly #members: ReadonlySet<string>;
  readonly #added = new Map<string, Tags>();
  readonly #set = new Map<string, Tags>();
  #ranked: readonly string[] | undefined;
  #inferred: Tags | undefined;

  constructor(readonly list: readonly string[]) {
    this.#members = new Set(list);
  }

  get size(): number {
    return this.list.length;
  }

  has(tag: string): boolean {
    return this.#members.has(tag);
  }

  hasOneOf(tags: readonly string[]): boolean {
    return tags.some(tag => this.#members.has(tag));
  }

  /** With this tag behind the others, whatever they are. */
  with(tag: string): Tags {
    let tags = this.#added.get(tag);
    if (!tags) this.#added.set(tag, (tags = tagsOf([...this.list, tag])));
    return tags;
  }

  withAll(tags: readonly string[]): Tags {
    return tags.reduce<Tags>((all, tag) => all.with(tag), this);
  }

  /** With a tag and what it implies, without what it excludes. */
  set(tag: string): Tags {
    let tags = this.#set.get(tag);
    if (!tags) this.#set.set(tag, (tags = setTogether([this], tag)[0]!));
    return tags;
  }

  setAll(tags: string | readonly string[]): Tags {
    return typeof tags === 'string' ? this.set(tags) : tags.reduce<Tags>((all, tag) => all.set(tag), this);
  }

  /** With what each of the tags implies. */
  get inferred(): Tags {
    return (this.#inferred ??= this.withAll(this.list.flatMap(tag => model.one.tagSet[tag]?.parents ?? [])));
  }

  /** Those that imply most come first, as compromise sorts them. */
  get ranked(): readonly string[] {
    const parents = (tag: string): number => model.one.tagSet[tag]?.parents.length ?? 0;
    return (this.#ranked ??= [...this.list].sort((a, b) => (parents(a) > parents(b) ? -1 : 1)));
  }
}

const known = new Map<string, Tags>();

export function tagsOf(tags: Iterable<string>): Tags {
  const list = [...new Set(tags)];
  const key = list.join(' ');
  let found = known.get(key);
  if (!found) known.set(key, (found = new Tags(list)));
  return found;
}

export const noTags = tagsOf([]);

/** Sets a tag of a phrase, or one for each word of it, to all of its words. */
export function setTogether(words: readonly Tags[], tag: string | readonly string[]): Tags[] {
  const terms = words.map(({ list }) => ({ tags: new Set(list) }));
  setTag(terms, tag);
  return terms.map(({ tags }) => tagsOf(tags));
}
