import type { ListedWords } from '../analysis/attributions/listed';
import { listedOutlets, plainWords, type IsListedOutlet } from '../analysis/attributions/listed';
import type { Actor, Analysis, Role } from '../analysis/contract';
import { merged } from './decisions/actors';
import { Draft } from './decisions/draft';
import { rechecked } from './recheck';

export interface KnownSource {
  /** As it is to be shown. */
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  /** Other words that mean this source. */
  readonly spellings: readonly string[];
}

/** What a newsroom knows of its own sources and words; a workspace folder has one in `.sourcelight/words.json`. */
export interface WordList extends ListedWords {
  readonly sources: readonly KnownSource[];
  /** Words before a name that are no part of it: "Portreeve". */
  readonly titles: readonly string[];
}

/**
 * Has an analysis know the actors that the word list has: names and titles, who they are, whose spellings are one's,
 * which of them are outlets. What the list says of an actor is kept apart from what the article says.
 *
 * @param text that the analysis is of, made with the list's cues and never-sources
 */
export function applyWordList(text: string, analysis: Analysis, list: WordList | null): Analysis {
  if (!list) return analysis;
  const draft = new Draft(text, analysis);
  const isOutlet = listedOutlets(list);
  draft.actors = draft.actors.map(actor => asOutlet(withoutTitle(actor, text, list.titles), isOutlet));
  for (const source of list.sources) know(draft, source);
  const known = draft.finish();
  const isChanged = JSON.stringify(known.actors) !== JSON.stringify(analysis.actors);
  return isChanged ? rechecked(text, known) : analysis;
}

/** One actor for all that go by a known source's names. */
function know(draft: Draft, source: KnownSource): void {
  const names = new Set([source.name, ...source.spellings].map(plainWords));
  const [first, ...others] = draft.actors.filter(actor => isCalled(draft.text, actor, names));
  if (!first) return;
  const { name, role, affiliation } = source;
  for (const other of others) {
    draft.changeActor(first.id, actor => merged(actor, other));
    draft.actors = draft.actors.filter(({ id }) => id !== other.id);
    draft.renameActors(id => (id === other.id ? first.id : id));
  }
  draft.changeActor(first.id, actor => ({
    ...actor,
    name,
    anonymous: false,
    anonymity: null,
    listed: { role, affiliation },
  }));
}

function isCalled(text: string, { name, mentions }: Actor, names: ReadonlySet<string>): boolean {
  return (
    names.has(plainWords(name)) ||
    mentions.some(({ span }) => span.some(({ start, end }) => names.has(plainWords(text.slice(start, end)))))
  );
}

const asOutlet = (actor: Actor, isOutlet: IsListedOutlet): Actor =>
  isOutlet(actor.name) ? { ...actor, type: 'publication' } : actor;

/** "Portreeve Ada Moll": the name is "Ada Moll", and "Portreeve" a role of hers. */
function withoutTitle(actor: Actor, text: string, titles: readonly string[]): Actor {
  const title = titles.find(it => actor.name.startsWith(`${it} `));
  if (title === undefined) return actor;
  const start = actor.mentions
    .flatMap(({ span }) => span)
    .find(span => text.startsWith(`${title} `, span.start))?.start;
  const role: Role[] =
    start === undefined || actor.roles.some(({ span }) => span.start === start)
      ? []
      : [{ text: title, span: { start, end: start + title.length }, former: false, affiliation: null }];
  return {
    ...actor,
    name: actor.name.slice(title.length + 1),
    type: 'person',
    roles: [...role, ...actor.roles],
  };
}
