import type { Actor, Analysis, MentionForm, Span } from '../analysis/contract';
import { partitionPoint } from '../analysis/partitionPoint';
import { honorifics, isTitle, nameSuffixes } from '../analysis/sources/lexicon';

/** `replace`: “[source 1]” stands for a source, so that what it said still belongs together; `omit`: “[…]” for any. */
export type RedactionForm = 'omit' | 'replace';

/** An article in which chosen sources are not named. */
export interface Redacted {
  readonly analysis: Analysis;
  /** The text that the analysis is of now. */
  readonly text: string;
}

/**
 * Takes chosen sources out of an article: what mentions them (names, descriptions, *he* and *she*), their roles, and
 * the words of their names wherever else they stand, also in what others say, in the file's name or in an address. A
 * single word of a name is taken out where it has a capital, the whole name however it is written. That may take out
 * too much, such as a town that is called like a source, and it cannot know what gives somebody away in other words.
 *
 * @param sources ids of actors, in the order in which they are numbered; what is no id is taken for a name
 */
export function redact(
  analysis: Analysis,
  text: string,
  sources: readonly string[],
  form: RedactionForm,
): Redacted {
  const hidden = sources.map((source, nth): Hidden => {
    const actor = analysis.actors.find(({ id }) => id === source) ?? null;
    return {
      actor,
      placeholder: form === 'omit' ? '[…]' : `[source ${nth + 1}]`,
      patterns: patternsOf(actor ? namesOf(actor, text) : [source]),
      descriptions: actor ? anyOf(new Set(descriptionsOf(actor, text).map(anySpelling))) : null,
    };
  });
  const changes = joined(text, [
    ...hidden.flatMap(({ actor, placeholder }) =>
      actor ? spansAbout(actor, text).map(span => ({ ...span, placeholder })) : [],
    ),
    ...namesIn(text, hidden, false),
  ]);
  const placeholders = new Map(hidden.map(({ actor, placeholder }) => [actor?.id, placeholder]));
  const actors = analysis.actors.map(actor => {
    const name = placeholders.get(actor.id);
    if (name === undefined) return actor;
    const kept = Object.entries(actor).filter(([key]) => key !== 'note' && key !== 'listed');
    return { ...(Object.fromEntries(kept) as typeof actor), name, roles: [] };
  });
  return {
    analysis: rewritten({ ...analysis, actors }, changes, (words, isIdentifier) =>
      withChanges(
        words,
        joined(words, [...namesIn(words, hidden, isIdentifier), ...descriptionsIn(words, hidden)]),
      ),
    ),
    text: withChanges(text, changes),
  };
}

/**
 * The actor that a user means by a name, or by some words of it: its id; the name itself where it is not one actor's. A
 * person goes before what is called after one: "Brandt" is Ida Brandt, and not Brandt's office.
 */
export function sourceNamed({ actors }: Analysis, name: string): string {
  const wanted = wordsOf(name.toLowerCase());
  const same = actors.filter(actor => actor.name.toLowerCase() === name.toLowerCase());
  const similar = actors.filter(actor => {
    const words = wordsOf(actor.name.toLowerCase());
    return !actor.anonymous && wanted.every(word => words.includes(word));
  });
  const people = similar.filter(({ type }) => type === 'person');
  const [found, ...others] = [same, people, similar].find(each => each.length > 0) ?? [];
  return found && others.length === 0 ? found.id : name;
}

interface Hidden {
  /** Null where the name is all that is known. */
  readonly actor: Actor | null;
  readonly placeholder: string;
  readonly patterns: NamePatterns;
  /** What the article calls it otherwise: findings repeat that. In the text such words may mean others. */
  readonly descriptions: RegExp | null;
}

interface Change extends Span {
  readonly placeholder: string;
}

interface NamePatterns {
  /** The names, however they are written. */
  readonly whole: RegExp | null;
  /** A word of them. */
  readonly word: RegExp | null;
}

/** Third person singular: they tell a gender. */
const TELLING_PRONOUN = /^(he|she|him|his|her|hers|himself|herself)$/i;

/** Where an article speaks of an actor, and says what it is. */
function spansAbout({ mentions, roles, anonymity }: Actor, text: string): Span[] {
  const telling = mentions.filter(
    ({ span, form }) =>
      form !== 'pronoun' || span.some(({ start, end }) => TELLING_PRONOUN.test(text.slice(start, end))),
  );
  return [
    ...telling.flatMap(({ span }) => span),
    ...roles.flatMap(({ span, affiliation }) => (affiliation ? [span, affiliation.span] : [span])),
    ...(anonymity?.descriptor ?? []),
  ].filter(({ start, end }) => start < end);
}

/** None of an unnamed actor, nor of one that only pronouns mention: their words may mean others elsewhere. */
function namesOf(actor: Actor, text: string): string[] {
  const isNamed = !actor.anonymous && !wordsOfMentions(actor, 'pronoun', text).includes(actor.name);
  return [...(isNamed ? [actor.name] : []), ...wordsOfMentions(actor, 'name', text)];
}

function descriptionsOf(actor: Actor, text: string): string[] {
  return [actor.name, ...wordsOfMentions(actor, 'description', text)].filter(it => /\p{L}/u.test(it));
}

function wordsOfMentions({ mentions }: Actor, form: MentionForm, text: string): string[] {
  return mentions
    .filter(mention => mention.form === form)
    .flatMap(({ span }) => span.map(({ start, end }) => text.slice(start, end)));
}

const FUNCTION_WORDS = new Set(['the', 'a', 'an', 'of', 'and', 'for', 'in', 'on', 'at', 'by', 'to']);
/** Between the words of a name, also in an address: "ida.brandt", "ida_brandt", "idabrandt". */
const GAP = String.raw`[\s\p{P}\p{S}]{0,3}`;
const BEFORE = String.raw`(?<![\p{L}\p{M}])`;
const AFTER = String.raw`(?![\p{L}\p{M}])`;

function patternsOf(names: readonly string[]): NamePatterns {
  const whole = new Set<string>();
  const single = new Set<string>();
  for (const name of names) {
    const words = withoutTitles(wordsOf(name));
    if (words.length > 0) whole.add(words.map(anySpelling).join(GAP));
    for (const word of words) {
      const bare = word.toLowerCase();
      const tells = Array.from(word).length > 1 && !FUNCTION_WORDS.has(bare) && !nameSuffixes.has(bare);
      if (tells && isCapitalised(word)) single.add(`${anySpelling(word)}${derived(word)}`);
    }
  }
  return { whole: anyOf(whole), word: anyOf(single) };
}

/** "Ardonian" and "Brandts" tell of Ardonia and Brandt; behind a short word such endings would make another word. */
function derived(word: string): string {
  return Array.from(word).length > 3 ? '(?:(?:ns?|ians?|ese|ish|s)(?!\\p{L}))?' : '';
}

function anyOf(words: ReadonlySet<string>): RegExp | null {
  // The longest first: the first alternative that fits is taken.
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return words.size > 0 ? new RegExp(`${BEFORE}(?:${longestFirst.join('|')})${AFTER}`, 'giu') : null;
}

/** The parts of "Anne-Marie" are words of their own; marks around a word and a possessive belong to none. */
function wordsOf(name: string): string[] {
  return name
    .split(/[\s,;/\-‐‑–—_]+/u)
    .map(word =>
      word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/i, ''),
    )
    .filter(word => word !== '');
}

/** "Mayor Ida Brandt" without "Mayor"; a name of one word is left, also where it could be a title. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const first = words.findIndex(word => {
    const bare = word.toLowerCase().replace(/\.$/, '');
    return !honorifics.has(bare) && !isTitle(bare) && !FUNCTION_WORDS.has(bare);
  });
  return first < 0 ? words.slice(-1) : words.slice(first);
}

/** Letters with marks may be one character or two, and apostrophes curly or straight. */
function anySpelling(word: string): string {
  const spelled = (form: 'NFC' | 'NFD') =>
    word
      .normalize(form)
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replace(/['’ʼ]/g, "['’ʼ]");
  return `(?:${[...new Set([spelled('NFC'), spelled('NFD')])].join('|')})`;
}

/** Or of a script without capitals. */
function isCapitalised(word: string): boolean {
  return !/^\p{Ll}/u.test(word);
}

/** @param anyCase whether a single word of a name is one without a capital too, as it is in an address */
function namesIn(words: string, hidden: readonly Hidden[], anyCase: boolean): Change[] {
  return hidden.flatMap(({ patterns: { whole, word }, placeholder }) => [
    ...matches(words, whole, placeholder),
    ...matches(words, word, placeholder).filter(
      ({ start }) => anyCase || isCapitalised(words.slice(start)) || isInAddress(words, start),
    ),
  ]);
}

function descriptionsIn(words: string, hidden: readonly Hidden[]): Change[] {
  return hidden.flatMap(({ descriptions, placeholder }) => matches(words, descriptions, placeholder));
}

function matches(words: string, pattern: RegExp | null, placeholder: string): Change[] {
  return Array.from(pattern ? words.matchAll(pattern) : [], ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    placeholder,
  }));
}

/** Of a page, a mailbox or an account. */
function isInAddress(text: string, offset: number): boolean {
  const before = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return /[@/#_]|[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(before + after);
}

/** In the order of the text; those that overlap, or that only spaces part, are one. */
function joined(text: string, changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    const isTouching =
      last &&
      (change.start < last.end ||
        (change.placeholder === last.placeholder && /^[^\S\r\n]*$/.test(text.slice(last.end, change.start))));
    if (isTouching) result[result.length - 1] = { ...last, end: Math.max(last.end, change.end) };
    else result.push(change);
  }
  return result;
}

function withChanges(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, placeholder } of changes) {
    parts.push(text.slice(at, start), placeholder);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Properties that hold codes, not words. */
const CODES = new Set(['code', 'evidence', 'actor', 'attribution']);
const IDENTIFIERS = new Set(['id', 'file']);

/** A copy with its spans moved along with the text, and without the names in its words. */
function rewritten<T>(
  root: T,
  changes: readonly Change[],
  withoutNames: (words: string, isIdentifier: boolean) => string,
): T {
  const move = offsetsAfter(changes);
  const rewrite = (value: unknown, key: string): unknown => {
    if (CODES.has(key)) return value;
    if (typeof value === 'string') return withoutNames(value, IDENTIFIERS.has(key));
    if (Array.isArray(value)) return value.map(item => rewrite(item, key));
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewrite(item, name)]));
    const { start, end } = value as Partial<Span>;
    return typeof start === 'number' && typeof end === 'number'
      ? { ...copy, start: move(start, 'start'), end: move(end, 'end') }
      : copy;
  };
  return rewrite(root, '') as T;
}

/** Where an offset is once the changes are made; of a span that begins or ends within a change all of it is part. */
function offsetsAfter(changes: readonly Change[]): (offset: number, edge: keyof Span) => number {
  let growth = 0;
  const shifts = changes.map(({ start, end, placeholder }) => {
    const before = growth;
    growth += placeholder.length - (end - start);
    return { start, end, before, after: growth };
  });
  return (offset, edge) => {
    const shift = shifts[partitionPoint(shifts, ({ start }) => start < offset) - 1];
    if (!shift) return offset;
    if (offset >= shift.end) return offset + shift.after;
    return edge === 'start' ? shift.start + shift.before : shift.end + shift.after;
  };
}
