import type { ActorType, StatedCount } from '../contract';
import {
  Tag,
  type Determination,
  type Mention,
  type RoleReading,
  type Syntax,
  type Token,
  type TokenRange,
} from '../paragraph';
import {
  collectives,
  definite,
  demonstrative,
  isDocument,
  isGovernment,
  isGroup,
  isOrganization,
  isPerson,
  isPublication,
  isTitle,
  personalPronouns,
  possessivePronouns,
  pronounCalledFor,
  quantities,
  singular,
} from './lexicon';
import { nameStart, readName, splitName, typeOfName } from './names';
import { isFiniteVerb, phraseAt, type Phrase, type WordClass } from './phrases';
import { readRole, type Tail } from './roles';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A mention in the making: links are objects still, and places are token indices. */
export interface Draft
  extends Omit<Mutable<Mention>, 'renames' | 'members' | 'span' | 'rival'>, Mutable<TokenRange> {
  /** End of the noun phrase without its prepositional tails. */
  core: number;
  renames: Draft | null;
  members: Draft[];
  /** Lies inside another mention. */
  nested: boolean;
  /** Nothing says that it is an actor: kept only where an attribution names it. */
  open: boolean;
}

/** What every reader of a paragraph needs. */
export interface Reading {
  readonly syntax: Syntax;
  readonly classes: readonly WordClass[];
  readonly titleCase: boolean;
}

const noTerms = { basis: [], reason: [], conditions: [] };
const copular = /^(?:is|was|are|were|be|been|has|have|had|'s|lies|lie|remains)$/u;
const tailPreposition = /^(?:of|for|at|in|from|with|to|on|close|familiar|within|inside|near)$/u;
const two = /^(?:two|2|both|pair|couple|duo)$/u;
const several =
  /^(?:several|some|few|many|various|numerous|dozens?|hundreds?|thousands?|millions?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,.]*|handful|group|number|majority|trio)$/u;

const blank = (from: number, to: number, sentence: number): Draft => ({
  from,
  to,
  core: to,
  form: 'description',
  head: '',
  name: null,
  type: 'unknown',
  typeEvidence: 'none',
  plural: false,
  count: 'unstated',
  determination: 'bare',
  modifiers: [],
  calledFor: null,
  roles: [],
  renames: null,
  members: [],
  anonymity: noTerms,
  sentence,
  subject: false,
  located: false,
  within: null,
  nested: false,
  open: false,
});

/** A mention of several actors joined by "and". */
export function joint(members: Draft[]): Draft {
  const first = members[0];
  const last = members.at(-1);
  return {
    ...blank(first?.from ?? 0, last?.to ?? 0, first?.sentence ?? 0),
    head: 'and',
    type: 'group',
    typeEvidence: 'stated',
    plural: true,
    count: members.length === 2 && !members.some(({ plural }) => plural) ? 'two' : 'several',
    members,
    subject: true,
  };
}

/** A mention made of words that no phrase was read in, because an attribution names them as its source. */
export function sourceDraft({ syntax, classes }: Reading, from: number, to: number, sentence: number): Draft {
  const { tokens } = syntax;
  let end = from;
  while (end < to && tokens[end]?.text !== ',') end++;
  let head = end - 1;
  for (let i = from; i < end; i++) {
    if (classes[i] === 'preposition' && i > from) break;
    if (classes[i] !== 'mark') head = i;
  }
  const lower = tokens[head]?.lower ?? '';
  return {
    ...blank(from, Math.max(end, from + 1), sentence),
    head: singular(lower),
    type: kindOf(lower) ?? 'unknown',
    plural: lower.endsWith('s'),
    open: true,
  };
}

/** All drafts of one sentence, in the order in which their phrases begin. */
export function readSentence(reading: Reading, range: TokenRange, sentence: number): Draft[] {
  const { syntax, classes } = reading;
  const { tokens } = syntax;
  const drafts: Draft[] = [];
  let i = range.from;
  while (i < range.to) {
    const token = tokens[i];
    if (!token) break;
    if (classes[i] === 'pronoun') {
      if (!isPleonastic(tokens, i, range.to)) drafts.push(pronoun(reading, i, sentence));
      i++;
      continue;
    }
    if (!phraseStarts.has(classes[i])) {
      i++;
      continue;
    }
    const phrase = phraseAt(tokens, classes, i, range.to);
    if (!phrase && standsAlone.test(token.lower)) {
      drafts.push(unnamedFew(reading, i, range.to, sentence));
      i++;
      continue;
    }
    if (!phrase) {
      if (possessivePronouns.has(token.lower) && personalPronouns.has(token.lower))
        drafts.push(pronoun(reading, i, sentence));
      i++;
      continue;
    }
    i = readPhrase(reading, phrase, range.to, sentence, drafts);
  }
  return drafts;
}

/** Determiners that may stand for people by themselves: "those close to her", "some said". */
const standsAlone = /^(?:those|some|many|most|several|few|both|all)$/u;

function unnamedFew({ syntax, classes }: Reading, at: number, end: number, sentence: number): Draft {
  const { tokens } = syntax;
  const head = tokens[at]?.lower ?? '';
  const tails = readTails(tokens, classes, at + 1, end);
  const to = tails.at(-1)?.phrase.to ?? at + 1;
  return {
    ...blank(at, to, sentence),
    core: at + 1,
    head,
    type: 'person',
    typeEvidence: 'stated',
    plural: true,
    count: countOf([head], true, 'bare'),
    subject: isSubject(tokens, to),
    open: true,
  };
}

const phraseStarts: ReadonlySet<WordClass | undefined> = new Set<WordClass>([
  'determiner',
  'number',
  'adjective',
  'adverb',
  'noun',
  'capital',
  'initial',
  'participle',
]);

function pronoun({ syntax }: Reading, at: number, sentence: number): Draft {
  const { tokens } = syntax;
  const head = tokens[at]?.lower ?? '';
  const kind = personalPronouns.get(head) ?? 'it';
  return {
    ...blank(at, at + 1, sentence),
    form: 'pronoun',
    head,
    type: kind === 'he' || kind === 'she' || kind === 'i' ? 'person' : 'unknown',
    typeEvidence: kind === 'it' || kind === 'they' ? 'none' : 'stated',
    plural: kind === 'they',
    count: kind === 'they' ? 'unstated' : 'one',
    determination: 'definite',
    calledFor: kind === 'he' || kind === 'she' ? kind : null,
    subject: isSubject(tokens, at + 1),
  };
}

/** "It is said that …", "it took years to …": it refers to nothing. */
function isPleonastic(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[at]?.lower !== 'it') return false;
  // "put it more sharply"
  if (/^put(?:s|ting)?$/u.test(tokens[at - 1]?.lower ?? '')) return true;
  if (
    !/^(?:is|was|'s|be|been|has|had|will|would|may|might|seems?|seemed|appears?|appeared|takes?|took|turns|turned|became|remains|makes|made|'ll)$/u.test(
      tokens[at + 1]?.lower ?? '',
    )
  )
    return false;
  for (let i = at + 2; i < end && i < at + 9; i++) {
    const lower = tokens[i]?.lower ?? '';
    if (i === at + 2 && /^(?:un)?(?:likely|clear|possible)$/u.test(lower)) return true;
    if (/^(?:that|to|whether|how|if|who|when|because)$/u.test(lower)) return true;
    if (/^[,;.]$/u.test(lower)) return false;
  }
  return false;
}

function isSubject(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (tokens[i] !== undefined && ((tokens[i]?.tags ?? 0) & Tag.Adverb) !== 0) i++;
  return isFiniteVerb(tokens[i]);
}

/**
 * Reads a noun phrase with what hangs on it, and the phrases inside it.
 *
 * @returns the token to go on from
 */
function readPhrase(
  reading: Reading,
  phrase: Phrase,
  end: number,
  sentence: number,
  drafts: Draft[],
): number {
  const { tokens } = reading.syntax;
  if (phrase.possessor) {
    const before = drafts.length;
    readPhrase(reading, phrase.possessor, phrase.possessor.to, sentence, drafts);
    for (const draft of drafts.slice(before)) draft.nested = true;
  }
  for (let k = phrase.body; k < phrase.head; k++)
    if (possessivePronouns.has(tokens[k]?.lower ?? '') && personalPronouns.has(tokens[k]?.lower ?? ''))
      drafts.push({ ...pronoun(reading, k, sentence), nested: true, subject: false });

  const draft = draftOf(reading, phrase, end, sentence, drafts);
  if (!draft) return phrase.to;
  drafts.push(draft);
  // A portion ("one of the officials") takes the phrase after "of" as its own head: it is not read again.
  return draft.form === 'description' && draft.core > phrase.to ? draft.core : phrase.to;
}

function draftOf(
  reading: Reading,
  phrase: Phrase,
  end: number,
  sentence: number,
  drafts: Draft[],
): Draft | null {
  const { syntax, classes, titleCase } = reading;
  const { tokens } = syntax;
  const headClass = classes[phrase.head];
  let from = phrase.body;
  while (from < phrase.head && /^(?:determiner|number|adverb)$/u.test(classes[from] ?? '')) from++;
  const base = {
    ...blank(phrase.from, phrase.to, sentence),
    determination: determinationOf(tokens, classes, phrase),
    located: /^(?:in|on|at|from|near|to|across|outside|inside|around|into|through)$/u.test(
      tokens[phrase.from - 1]?.lower ?? '',
    ),
  };

  const head = tokens[phrase.head]?.lower ?? '';
  // "House Republicans": several people, and no name
  const several = singular(head) !== head && isPerson(head) && !titleCase;
  if (!several && (headClass === 'capital' || headClass === 'initial' || headClass === 'mark')) {
    const split = splitName(tokens, classes, from, phrase.head, phrase.head === phrase.from && !titleCase);
    if (split.name && tokens[phrase.from]?.lower === 'both') base.from++;
    if (split.name) return named(reading, phrase, split.name, split, end, base, drafts);
    return described(reading, phrase, split.beforeHead ?? phrase.head, phrase.head + 1, end, base, drafts);
  }
  if (titleCase && headClass !== 'noun') return null;
  const bearer = namedBody(reading, phrase, from);
  if (bearer) return { ...base, ...bearer, subject: isSubject(tokens, phrase.to) };
  return described(reading, phrase, phrase.head, phrase.to, end, base, drafts);
}

/** Bodies that go by the name of a person, which is not their own: "the Doe campaign". */
const ofPerson =
  /^(?:campaign|team|administration|government|office|camp|family|cabinet|regime|board|side|court)$/u;
/** Bodies that go by the name of their country or town: "the Norlandic embassy", "the Northport council". */
const ofPlace =
  /^(?:embassy|consulate|mission|ministry|parliament|senate|congress|army|navy|military|police|council|authority|bank)$/u;

/** "The HWU party", "the Council on Trade think tank": a name with the noun for what it names behind it. */
function namedBody(
  { syntax, classes, titleCase }: Reading,
  phrase: Phrase,
  from: number,
): Pick<Draft, 'form' | 'head' | 'name' | 'type' | 'typeEvidence' | 'count'> | null {
  const { tokens } = syntax;
  const noun = tokens[phrase.head]?.lower ?? '';
  if (!(isOrganization(noun) || isPublication(noun)) || singular(noun) !== noun || titleCase) return null;
  if (ofPerson.test(noun)) return null;
  let last = phrase.head - 1;
  while (last > from && classes[last] !== 'capital' && tokens[last]?.lower === 'think') last--;
  if (last === from && ofPlace.test(noun) && !/^\p{Lu}{2}/u.test(tokens[from]?.text ?? '')) return null;
  if (last < from || classes[last] !== 'capital' || nameStart(tokens, classes, from, last) !== from)
    return null;
  const name = readName(tokens, { from, to: last + 1 }, null, false);
  const type = typeOfName(tokens, { from, to: last + 1 }, name.words, null, false);
  if (
    !type ||
    type.type === 'government' ||
    type.type === 'person' ||
    isPerson(name.words.at(-1) ?? '') ||
    (tokens[last]?.tags ?? 0) & Tag.Demonym
  )
    return null;
  return {
    form: 'name',
    head: name.words.at(-1) ?? '',
    name,
    type: kindOf(noun) ?? 'organization',
    typeEvidence: 'stated',
    count: 'one',
  };
}

function named(
  reading: Reading,
  phrase: Phrase,
  range: TokenRange,
  { before, beforeHead }: ReturnType<typeof splitName>,
  end: number,
  base: Draft,
  drafts: Draft[],
): Draft | null {
  const { syntax, classes, titleCase } = reading;
  const { tokens } = syntax;
  const titleToken = beforeHead === null ? undefined : tokens[beforeHead];
  const title = titleToken && /^\p{Lu}/u.test(titleToken.text) ? titleToken.text : null;
  const lone =
    range.to - range.from === 1 &&
    (classes[range.from] === 'initial' ||
      (phrase.head === phrase.from && isTitle(tokens[phrase.head]?.lower ?? '')));
  const name = readName(tokens, range, title, titleCase || lone);
  const described = titleToken?.lower.replace(/\./gu, '') ?? null;
  const article = base.determination === 'definite' || base.determination === 'possessive';
  const type = typeOfName(tokens, range, name.words, described, article && described === null);
  if (!type || name.words.length === 0) return null;
  const first = tokens[range.from];
  const demonym = name.words.length === 1 && first !== undefined && (first.tags & Tag.Demonym) !== 0;
  if (
    demonym ||
    (base.determination === 'indefinite' &&
      name.words.length === 1 &&
      beforeHead === null &&
      isPerson(name.words[0] ?? ''))
  )
    return {
      ...base,
      head: name.words.at(-1) ?? '',
      type: 'person',
      typeEvidence: 'shape',
      plural: demonym,
      open: true,
    };
  const role =
    beforeHead === null
      ? null
      : readRole(syntax, classes, { from: before.from, to: before.to }, beforeHead, phrase.possessor, []);
  const rank = beforeHead === null ? null : officeOf(tokens[beforeHead]);
  nestedNames(reading, before.from, beforeHead ?? before.to, base.sentence, drafts);
  const tails = type.type === 'person' ? readTails(tokens, classes, phrase.to, end) : [];
  const affiliation = affiliationTail(tokens, tails);
  const acts =
    type.type === 'government' && isSubject(tokens, phrase.to) && !copular.test(verbAfter(tokens, phrase.to));
  return {
    ...base,
    form: 'name',
    head: name.words.at(-1) ?? '',
    name,
    ...type,
    typeEvidence: acts ? 'stated' : type.typeEvidence,
    count: 'one',
    calledFor: described === null ? null : pronounCalledFor(described),
    roles: rolesWith(tokens, role ?? rank, affiliation),
    to: affiliation?.to ?? base.to,
    subject: isSubject(tokens, affiliation?.to ?? phrase.to),
  };
}

/** An abbreviated office ("Sen.", "Prof.") is a role; a mere form of address ("Mr.", "Dr.") is not. */
const office =
  /^(?:prof|sen|rep|gov|gen|lt|col|capt|maj|sgt|cpl|cmdr|adm|pres|rev|supt|det|insp|msgr|pm)\.?$/u;
const officeOf = (token: Token | undefined): RoleReading | null =>
  token && office.test(token.lower)
    ? {
        span: { start: token.start, end: token.end },
        head: token.lower.replace('.', ''),
        former: false,
        affiliation: null,
      }
    : null;

/** "of the Harbour Institute" after a person's name. */
function affiliationTail(tokens: readonly Token[], tails: readonly Tail[]): TokenRange | null {
  const first = tails[0];
  const word = tokens[first?.preposition ?? -1]?.lower ?? '';
  if (
    !first ||
    !/^(?:of|from)$/u.test(word) ||
    !tokens.slice(first.phrase.body, first.phrase.to).some(isOfName)
  )
    return null;
  let { to } = first.phrase;
  while (!isOfName(tokens[to - 1])) to--;
  return { from: first.preposition, to };
}

/** "The" alone is no name, also where it is written with a capital. */
const isOfName = (token: Token | undefined): boolean => isCapitalised(token) && token?.lower !== 'the';

/** The roles of a name: the one before it, with what it is of after it; or that alone. */
function rolesWith(
  tokens: readonly Token[],
  role: RoleReading | null,
  tail: TokenRange | null,
): readonly RoleReading[] {
  if (!tail) return role ? [role] : [];
  const start = tokens[tail.from + 1]?.lower === 'the' ? tail.from + 2 : tail.from + 1;
  const end = tokens[tail.to - 1]?.end ?? 0;
  const affiliation = { start: tokens[start]?.start ?? 0, end };
  if (role?.affiliation === null) return [{ ...role, affiliation }];
  return [
    ...(role ? [role] : []),
    { span: { start: tokens[tail.from]?.start ?? 0, end }, head: '', former: false, affiliation },
  ];
}

const verbAfter = (tokens: readonly Token[], at: number): string => {
  let i = at;
  while (tokens[i] !== undefined && ((tokens[i]?.tags ?? 0) & (Tag.Adverb | Tag.Auxiliary)) !== 0) i++;
  return tokens[i]?.lower ?? '';
};

function described(
  reading: Reading,
  phrase: Phrase,
  head: number,
  core: number,
  end: number,
  base: Draft,
  drafts: Draft[],
): Draft | null {
  const { syntax, classes } = reading;
  const { tokens } = syntax;
  const noun = tokens[head];
  if (!noun) return null;
  let lower = noun.lower.replace(/\./gu, '');
  // "the 42-year-old"
  const aged = lower === 'old' && tokens[head - 2]?.lower === 'year';
  let plural = !aged && isPlural(noun);
  let to = core;
  let counter = '';
  let body: TokenRange = { from: phrase.body, to: core };
  let possessor = phrase.possessor;
  let at = head;
  // "a group of doctors", "one of the officials": what is meant stands after "of"
  if (isPortion(lower) && tokens[core]?.lower === 'of') {
    const inner = phraseAt(tokens, classes, core + 1, end);
    const innerHead = inner && tokens[inner.head];
    const people =
      innerHead !== undefined &&
      innerHead !== null &&
      (innerHead.tags & Tag.Demonym) !== 0 &&
      isPlural(innerHead);
    if (
      inner &&
      innerHead &&
      (people || (classes[inner.head] === 'noun' && kindOf(innerHead.lower) !== null))
    ) {
      counter = lower;
      plural = !/^(?:one|each)$/u.test(lower);
      lower = innerHead.lower;
      to = inner.to;
      body = { from: inner.body, to };
      possessor = inner.possessor;
      at = inner.head;
    }
  }
  // "40 percent of those asked", "some of them"
  const portion =
    counter === '' &&
    isPortion(lower) &&
    tokens[core]?.lower === 'of' &&
    unnamedPeople.test(tokens[core + 1]?.lower ?? '');
  if (portion) {
    counter = lower;
    plural = !/^(?:one|each)$/u.test(lower);
    to = core + 2;
  }
  const tails = readTails(tokens, classes, to, end).filter(
    ({ preposition }) => base.determination !== 'possessive' || tokens[preposition]?.lower !== 'from',
  );
  const kind = aged ? 'person' : (kindOf(lower) ?? (counter !== '' ? 'person' : null));
  const role = kind === 'person' ? readRole(syntax, classes, body, at, possessor, tails) : null;
  nestedNames(reading, phrase.body, head, base.sentence, drafts);
  const words = tokens.slice(phrase.body, head);
  return {
    ...base,
    core: to,
    to: tails.at(-1)?.phrase.to ?? to,
    head: singular(lower),
    type: kind ?? 'unknown',
    typeEvidence: kind ? 'stated' : 'none',
    plural,
    count: countOf(
      [counter, kind === 'group' ? lower : '', ...words.map(word => word.lower)],
      plural || kind === 'group',
      base.determination,
    ),
    modifiers: words.filter((_, k) => classes[phrase.body + k] !== 'determiner').map(word => word.lower),
    calledFor: kind === 'person' && !plural ? pronounCalledFor(lower) : null,
    roles: role ? [role] : [],
    subject: isSubject(tokens, to) || isSubject(tokens, tails.at(-1)?.phrase.to ?? to),
    open:
      kind === null ||
      kind === 'document' ||
      portion ||
      // "on board", "in court", "at school": a body's noun without anything is mostly an idiom
      (kind !== 'person' && kind !== 'group' && !plural && phrase.from === phrase.head && base.located),
  };
}

const unnamedPeople = /^(?:those|them|whom|us)$/u;
const isPortion = (noun: string): boolean => quantities.has(noun) || quantities.has(singular(noun));

const isPlural = (token: Token): boolean =>
  /^(?:people|men|women|children|police)$/u.test(token.lower) ||
  (singular(token.lower) !== token.lower && !token.lower.endsWith('ss')) ||
  (token.tags & Tag.Plural) !== 0;

/** What a common noun is the word for; null where for no actor. */
export function kindOf(noun: string): ActorType | null {
  if (collectives.has(noun)) return bodies.has(singular(noun)) ? 'organization' : 'person';
  if (isGovernment(noun)) return 'government';
  if (isGroup(noun)) return 'group';
  if (isPublication(noun)) return 'publication';
  if (isPerson(noun) || isTitle(noun)) return 'person';
  if (isOrganization(noun)) return 'organization';
  if (isDocument(noun)) return 'document';
  return null;
}
const bodies = new Set(['police', 'army', 'military', 'navy', 'authority', 'coastguard']);

function readTails(tokens: readonly Token[], classes: readonly WordClass[], at: number, end: number): Tail[] {
  const tails: Tail[] = [];
  let i = at;
  while (tails.length < 3 && i < end) {
    const word = tokens[i]?.lower ?? '';
    if (!tailPreposition.test(word)) break;
    let start = i + 1;
    if (
      (word === 'close' && tokens[start]?.lower === 'to') ||
      (word === 'familiar' && tokens[start]?.lower === 'with')
    )
      start++;
    if (tails.length > 0 && !/^(?:of|in|for|at)$/u.test(word)) break;
    if (!phraseStarts.has(classes[start]) || (tokens[start]?.tags ?? 0) & Tag.Date) break;
    if (word === 'to' && (tokens[start]?.tags ?? 0) & Tag.Verb) break;
    const phrase = phraseAt(tokens, classes, start, end);
    if (!phrase) break;
    if (
      /^(?:in|on|from|to|at)$/u.test(word) &&
      word !== 'at' &&
      !isCapitalised(tokens[phrase.head]) &&
      tails.length > 0
    )
      break;
    tails.push({ preposition: i, phrase });
    i = phrase.to;
  }
  return tails;
}

const isCapitalised = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.text);

function determinationOf(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  phrase: Phrase,
): Determination {
  if (phrase.possessor) return 'possessive';
  const first = tokens[phrase.from]?.lower ?? '';
  if (definite.has(first)) return 'definite';
  if (demonstrative.has(first)) return 'demonstrative';
  if (possessivePronouns.has(first)) return 'possessive';
  if (classes[phrase.from] === 'determiner')
    return tokens[phrase.from + 1]?.lower === 'the' ? 'definite' : 'indefinite';
  return classes[phrase.from] === 'number' ? 'indefinite' : 'bare';
}

function countOf(words: readonly string[], plural: boolean, determination: Determination): StatedCount {
  if (!plural) return determination === 'bare' ? 'unstated' : 'one';
  if (words.some(word => two.test(word))) return 'two';
  if (words.some(word => several.test(word))) return 'several';
  return 'unstated';
}

/** Names among the modifiers of a noun: "White House" in "White House spokeswoman". */
function nestedNames(reading: Reading, from: number, to: number, sentence: number, drafts: Draft[]): void {
  const { syntax, classes } = reading;
  const { tokens } = syntax;
  for (let last = to - 1; last >= from; last--) {
    if (classes[last] !== 'capital' && classes[last] !== 'initial') continue;
    const start = nameStart(tokens, classes, from, last);
    const range = { from: start, to: last + 1 };
    const name = readName(tokens, range, null, true);
    const type = typeOfName(tokens, range, name.words, null, false);
    if (type && type.typeEvidence !== 'none' && type.typeEvidence !== 'shape')
      drafts.push({
        ...blank(start, last + 1, sentence),
        form: 'name',
        head: name.words.at(-1) ?? '',
        name: { ...name, tentative: type.typeEvidence !== 'stated' || type.type === 'person' },
        ...type,
        count: 'one',
        nested: true,
      });
    last = start;
  }
}
