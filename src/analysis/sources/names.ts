import type { ActorType } from '../contract';
import { Tag, type NameReading, type Token, type TokenRange, type TypeEvidence } from '../paragraph';
import {
  calendar,
  capitals,
  honorifics,
  isGovernment,
  isKnownPublication,
  isOrganization,
  isOrganizationName,
  isPerson,
  isPublication,
  isPublicationName,
  isTitle,
  nameParticles,
  nameSuffixes,
  placeAcronyms,
  seatsOfGovernment,
} from './lexicon';
import { isQuoteMark, type WordClass } from './phrases';

/** A run of words that is a name, and the words before it that say who bears it. */
export interface SplitName {
  /** Null where the run is a title alone: "the Prime Minister". */
  readonly name: TokenRange | null;
  /** The title, role or other description in front of the name; empty where there is none. */
  readonly before: TokenRange;
  /** Index of the word in `before` that says what the name is of: a title, a role, "company". */
  readonly beforeHead: number | null;
}

const bare = (token: Token | undefined): string => token?.lower.replace(/\./gu, '') ?? '';
const isHonorific = (token: Token | undefined): boolean => honorifics.has(bare(token));
const isCapital = (wordClass: WordClass | undefined): boolean =>
  wordClass === 'capital' || wordClass === 'initial';
const isFirstName = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.tags & Tag.Person) !== 0 &&
  (token.tags & Tag.Honorific) === 0 &&
  !isPerson(bare(token));
const complement = /^(?:of|for|to)$/u;

/** First token of the run of name words that ends at a token. */
export function nameStart(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  from: number,
  last: number,
): number {
  let start = last;
  for (let i = last - 1; i >= from; i--) {
    if (isCapital(classes[i])) start = i;
    else if (classes[i] === 'noun' || classes[i] === 'adjective' || classes[i] === 'participle') break;
    else if (classes[i] === 'determiner' && tokens[i - 1]?.lower !== 'of' && tokens[i - 1]?.lower !== 'for')
      break;
  }
  return start;
}

/**
 * Splits the body of a noun phrase that ends in a name into title or role, and name.
 *
 * @param from first token after determiner and possessor
 * @param head last token of the name
 * @param alone the phrase is this one word
 */
export function splitName(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  from: number,
  head: number,
  alone: boolean,
): SplitName {
  const run = nameStart(tokens, classes, from, head);
  // "Dean said": a title with nothing around it is somebody's name
  if (alone && !isHonorific(tokens[head]))
    return { name: { from: head, to: head + 1 }, before: { from, to: from }, beforeHead: null };
  const title = lastTitle(tokens, run, head);
  if (title !== null) {
    if (isHonorific(tokens[title]) || !complement.test(tokens[title + 1]?.lower ?? '')) {
      if (title < head)
        return {
          name: { from: title + 1, to: head + 1 },
          before: { from, to: title + 1 },
          beforeHead:
            (isHonorific(tokens[title]) && title > run ? lastTitle(tokens, run, title - 1) : null) ?? title,
        };
      return { name: null, before: { from, to: head + 1 }, beforeHead: title };
    }
    const person = personAfter(tokens, title + 2, head);
    return person === null
      ? { name: null, before: { from, to: head + 1 }, beforeHead: title }
      : { name: { from: person, to: head + 1 }, before: { from, to: person }, beforeHead: title };
  }
  const person = personInRun(tokens, run, head);
  if (person !== null)
    return {
      name: { from: person, to: head + 1 },
      before: { from, to: person },
      beforeHead: isPerson(bare(tokens[person - 1])) ? person - 1 : null,
    };
  const before = run - 1;
  const described = before >= from && classes[before] === 'noun';
  return {
    name: { from: run, to: head + 1 },
    before: { from, to: run },
    beforeHead: described ? before : null,
  };
}

/** Where a person's name starts in a run that opens with a body's: "Harbour University Ann Lee"; null without one. */
function personInRun(tokens: readonly Token[], run: number, head: number): number | null {
  if (
    isFirstName(tokens[run]) ||
    isOrganizationName(bare(tokens[head])) ||
    isPublicationName(bare(tokens[head]))
  )
    return null;
  for (let i = run + 1; i < head; i++)
    if (isFirstName(tokens[i]) && !nameParticles.has(tokens[i - 1]?.lower ?? '')) {
      const lead = tokens.slice(run, i);
      const body = lead.some(
        token =>
          isPerson(bare(token)) ||
          isOrganizationName(bare(token)) ||
          (token.tags & (Tag.Place | Tag.Organization | Tag.Acronym | Tag.Demonym)) !== 0,
      );
      return body && !/^\p{Lu}\.?$/u.test(lead.at(-1)?.text ?? '') && lead.at(-1)?.lower !== 'the' ? i : null;
    }
  return null;
}

/** The last title in a run of name words; a surname that is also a title ("Stephen King") is none. */
function lastTitle(tokens: readonly Token[], run: number, head: number): number | null {
  for (let i = head; i >= run; i--) {
    const token = tokens[i];
    if (!token || !(isHonorific(token) || isTitle(bare(token)))) continue;
    if (i > run && isHonorific(tokens[i - 1]) && i === head) continue;
    if (i > run && isFirstName(tokens[i - 1]) && !isFirstName(tokens[i + 1])) continue;
    if (i === head && i > run && nameSuffixes.has(bare(token))) continue;
    if (i < head && (isOrganizationName(bare(tokens[head])) || placeNames.has(bare(tokens[head])))) continue;
    if (i - 1 > run && tokens[i - 1]?.lower === 'of') continue;
    return i;
  }
  return null;
}

/** Where the person's name starts in "Secretary of Homeland Security Ann Lee"; null where none follows. */
function personAfter(tokens: readonly Token[], from: number, head: number): number | null {
  for (let i = from + 1; i < head; i++) if (isFirstName(tokens[i])) return i;
  const given = /^\p{Lu}\.?$/u.test(tokens[head - 1]?.text ?? '') ? head - 2 : head - 1;
  return given > from ? given : null;
}

/** Reads the parts of a name. */
export function readName(
  tokens: readonly Token[],
  range: TokenRange,
  title: string | null,
  tentative: boolean,
): NameReading {
  const words: string[] = [];
  let nickname: string | null = null;
  let inQuotes = false;
  for (let i = range.from; i < range.to; i++) {
    const token = tokens[i];
    if (!token) break;
    if (isQuoteMark(token)) inQuotes = !inQuotes;
    else if (inQuotes) nickname = nickname === null ? bare(token) : `${nickname} ${bare(token)}`;
    else if (i < range.to - 1 && /^(?:\p{Lu}\.){1,2}\p{Lu}?$/u.test(token.text)) words.push(...bare(token));
    else if (/^[\p{L}\p{N}]/u.test(token.text) && !(nameSuffixes.has(bare(token)) && i > range.from))
      words.push(bare(token));
  }
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  const text = first?.text ?? '';
  return {
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    words,
    title,
    nickname,
    acronym:
      !tentative &&
      range.to === range.from + 1 &&
      /^(?:\p{Lu}[.\d&-]?){2,}s?$/u.test(text) &&
      text.length <= 8,
    tentative,
  };
}

/** The words of a name without those that hang on by "of", "for", "on": the part that says what it is. */
function stem(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && /^(?:of|for|on|to|in)$/u.test(word));
  return at > 0 ? words.slice(0, at) : words;
}

/** Tells from the name, and from the noun in front of it, what it is the name of. `null`: of no actor ("Monday"). */
export function typeOfName(
  tokens: readonly Token[],
  range: TokenRange,
  words: readonly string[],
  described: string | null,
  article: boolean,
): { readonly type: ActorType; readonly typeEvidence: TypeEvidence } | null {
  const last = stem(words).at(-1) ?? '';
  const whole = words.join(' ');
  const first = tokens[range.from];
  // the month of May is no name word to begin with
  if (calendar.has(words[0] ?? '') && words[0] !== 'may' && words.length <= 2) return null;
  if (described !== null) {
    if (isPublication(described)) return { type: 'publication', typeEvidence: 'stated' };
    if (isPerson(described) || honorifics.has(described)) return { type: 'person', typeEvidence: 'stated' };
    if (isOrganization(described)) return { type: 'organization', typeEvidence: 'stated' };
  }
  if (words.length > 1 && placeNames.has(last)) return null;
  const joined = tokens.slice(range.from, range.to).some(({ text }) => /^[-–/]$/u.test(text));
  if (
    joined &&
    tokens
      .slice(range.from, range.to)
      .every(token => !isCapitalised(token) || (token.tags & (Tag.Place | Tag.Demonym)) !== 0)
  )
    return null;
  if (seatsOfGovernment.has(whole) || isGovernment(last))
    return { type: 'government', typeEvidence: 'stated' };
  if (isKnownPublication(last) && words.length <= 2) return { type: 'publication', typeEvidence: 'stated' };
  const personal = isFirstName(first) && !article && words.length <= 4;
  if (words.length > 1 || article) {
    if (/^(?:daily|radio)$/u.test(words[0] ?? '') && words.length > 1)
      return { type: 'publication', typeEvidence: 'stated' };
    if (isPublicationName(last) && !(personal && words.length === 2))
      return { type: 'publication', typeEvidence: 'stated' };
    if (
      (isOrganizationName(last) || isOrganization(last)) &&
      !(personal && words.length === 2 && !isOrganizationName(last))
    )
      return { type: 'organization', typeEvidence: 'stated' };
  } else if (isOrganizationName(last) || isOrganization(last))
    return { type: 'organization', typeEvidence: 'shape' };
  if (described === null && words.length === 2 && placePrefixes.has(words[0] ?? ''))
    return { type: 'government', typeEvidence: 'listed' };
  if (placeAcronyms.has(whole) || placeAcronyms.has(first?.lower ?? '') || capitals.has(whole))
    return { type: 'government', typeEvidence: 'listed' };
  const each = tokens.slice(range.from, range.to).filter(token => isCapitalised(token));
  if (each.length > 0 && each.every(token => (token.tags & Tag.Place) !== 0))
    return { type: 'government', typeEvidence: 'listed' };
  if (personal && (first?.tags ?? 0) & Tag.Person) return { type: 'person', typeEvidence: 'listed' };
  if (
    words.length === 1 &&
    /^(?:\p{Lu}[.\d&-]?){2,}s?$/u.test(first?.text ?? '') &&
    !notOrganizations.has(whole)
  )
    return { type: 'organization', typeEvidence: 'shape' };
  if (each.some(token => (token.tags & Tag.Demonym) !== 0)) return { type: 'unknown', typeEvidence: 'none' };
  if (each.some(token => (token.tags & Tag.Organization) !== 0))
    return { type: 'organization', typeEvidence: 'listed' };
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    !article &&
    words.every(word => !small.test(word) && (/^[\p{L}'’-]+$/u.test(word) || nameParticles.has(word)))
  )
    return { type: 'person', typeEvidence: 'shape' };
  return { type: 'unknown', typeEvidence: 'none' };
}

const small = /^(?:of|the|for|and|on|in|to)$/u;
const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.text);
/** Last words of names of places, times, works and events: of no actor. */
const placeNames = new Set(
  'city town day week month year street avenue road lane drive boulevard square park river lake sea ocean bay gulf strait island islands isle mountain mountains mount hill hills valley beach coast coastline bridge tunnel airport station highway freeway building tower towers plaza mall hotel restaurant cafe stadium arena palace castle cathedral cemetery prize award awards medal cup championship championships olympics games tournament race marathon festival expo fair parade carnival act bill law amendment treaty accord pact declaration convention war wars battle revolution crisis revolt uprising massacre earthquake hurricane storm memorial anniversary eve night morning era century age edition volume chapter episode season series song album film movie novel explorer windows'.split(
    ' ',
  ),
);
/** First words of names of places: "Port Verrin". */
const placePrefixes = new Set('port fort cape mount lake new north south east west upper lower'.split(' '));
const notOrganizations = new Set(
  'tv dna rna gdp hiv aids pm am est edt gmt utc pdt cet covid covid-19 pdf usb cd dvd faq diy rip sos id iq ok ai it vip ceo cfo lgbt lgbtq bc ad ii iii iv vi vii viii ix xi'.split(
    ' ',
  ),
);
