import type { Actor, ActorMention, Span } from '../analysis/contract';
import type { Article } from './article';

export interface NameEdit extends Span {
  readonly text: string;
  /** False where the words look like the name, but are not known to be of this actor. */
  readonly certain: boolean;
}

interface Word extends Span {
  readonly text: string;
}

/** Whether an actor has a name that can be spelt otherwise; a description has none. */
export function hasName({ anonymous, mentions }: Actor): boolean {
  return !anonymous && mentions.some(({ form }) => form === 'name');
}

/**
 * Spells an actor's name otherwise wherever the article has it: the whole name, the surname alone, the given name alone.
 * Titles, what tells the owner (*’s*) and capitals throughout stay. Pronouns and descriptions have no name in them.
 *
 * @param name the new name, without a title
 * @returns in the order of the text; none where nothing changes
 */
export function renameActor(article: Article, actor: Actor, name: string): NameEdit[] {
  const before = wordsIn(actor.name).map(({ text }) => text);
  const after = name.trim().split(/\s+/).filter(Boolean);
  if (before.length === 0 || after.length === 0) return [];
  const seen: Span[] = [];
  const edits: NameEdit[] = [];
  const edit = (run: Run, certain: boolean) => {
    const [start, end] = [run.words[0]?.start ?? 0, run.words.at(-1)?.end ?? 0];
    if (seen.some(span => start < span.end && span.start < end)) return;
    seen.push({ start, end });
    const text = respelled(run, before, after);
    if (text === article.text.slice(start, end)) return;
    const owner = ownedBy(article.text, end, text);
    edits.push({ start, end: owner.end, text: text + owner.text, certain });
  };
  for (const { span, form } of actor.mentions) {
    if (form !== 'name') continue;
    for (const part of span) {
      const words = wordsIn(article.text.slice(part.start, part.end), part.start);
      for (const run of runsOf(before, words)) edit(run, true);
    }
  }
  const taken = takenBy(article, actor);
  for (const run of lookAlikes(article.text, actor, before)) {
    if (!taken(run.words[0]?.start ?? 0)) edit(run, false);
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Letters, digits and what joins them within a word; `’s` at the end is not part of it. */
function wordsIn(text: string, offset = 0): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’'.&](?!s\b)[\p{L}\p{M}\p{N}]+)*/giu)].map(
    ({ 0: word, index }) => ({
      text: word,
      start: offset + index,
      end: offset + index + word.length,
    }),
  );
}

interface Run {
  readonly words: readonly Word[];
  /** Which word of the name it begins with. */
  readonly first: number;
}

/** The parts of a name that stand among words, each as long as it goes: between them may be a title or an initial. */
function runsOf(name: readonly string[], words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length;) {
    let longest = { first: 0, length: 0 };
    for (let first = 0; first < name.length; first++) {
      let length = 0;
      while (isSame(words[at + length]?.text, name[first + length])) length++;
      if (length > longest.length) longest = { first, length };
    }
    if (longest.length > 0) {
      runs.push({ words: words.slice(at, at + longest.length), first: longest.first });
    }
    at += Math.max(1, longest.length);
  }
  return runs;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** What stands for a part of the old name in the new one, in capitals where the part is. */
function respelled({ words, first }: Run, before: readonly string[], after: readonly string[]): string {
  const text = counterpart(first, first + words.length, before, after).join(' ');
  const was = words.map(word => word.text).join(' ');
  const old = before.slice(first, first + words.length).join(' ');
  const isShouted = /\p{L}.*\p{L}/u.test(was) && was === was.toUpperCase() && old !== old.toUpperCase();
  if (isShouted) return text.toUpperCase();
  const beginsSentence = was.slice(1) === old.slice(1) && was !== old;
  return beginsSentence ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function counterpart(
  first: number,
  end: number,
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const part = before.slice(first, end);
  if (part.length === before.length) return after;
  if (before.length === after.length) return after.slice(first, end);
  if (end === before.length) {
    // "Marsh" of "Ann Marsh" is "Marsh Jones" in "Ann Marsh Jones".
    const kept = after.findLastIndex(word => isSame(word, part[0]));
    return after.slice(kept > 0 ? kept : -part.length);
  }
  if (first === 0) return after.slice(0, part.length);
  return part;
}

/** `James’` is `Jamie’s`: the apostrophe alone goes with names in *s* only. */
function ownedBy(text: string, end: number, name: string): { end: number; text: string } {
  const [apostrophe] = /^[’'](?=\s+\p{L})/u.exec(text.slice(end, end + 4)) ?? [];
  const wasOwner = apostrophe !== undefined && /s/i.test(text.charAt(end - 1));
  if (!wasOwner || /s$/i.test(name)) return { end, text: '' };
  return { end: end + apostrophe.length, text: `${apostrophe}s` };
}

/** The whole name, and a person's surname, wherever they stand in the text. */
function lookAlikes(text: string, { type }: Actor, name: readonly string[]): Run[] {
  const whole = name.map(escapeForRegExp).join('\\s+');
  const surname = type === 'person' && name.length > 1 ? name.length - 1 : 0;
  const parts = surname > 0 ? [whole, escapeForRegExp(name[surname] ?? '')] : [whole];
  const found = text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  );
  return [...found].flatMap(({ 0: words, index }) => {
    const list = wordsIn(words, index);
    // A name begins with a capital; the common noun of the same letters does not.
    const isName = /^[\p{Lu}\p{N}]/u.test(words);
    return isName && list.length > 0 ? [{ words: list, first: list.length > 1 ? 0 : surname }] : [];
  });
}

/** Whether a place belongs to somebody else's name. */
function takenBy(article: Article, actor: Actor): (offset: number) => boolean {
  const names: Span[] = article.analysis.actors
    .filter(other => other !== actor)
    .flatMap(({ mentions }) => mentions.filter((mention: ActorMention) => mention.form === 'name'))
    .flatMap(({ span }) => span);
  return offset => names.some(({ start, end }) => start <= offset && offset < end);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
