import { Tag, type Syntax, type Token, type TokenRange } from '../paragraph';
import { has } from '../phrases';
import {
  conjunctions,
  definite,
  demonstrative,
  honorifics,
  indefinite,
  isOrganization,
  isOrganizationName,
  isPerson,
  isPublication,
  isTitle,
  nameParticles,
  nameSuffixes,
  approximate,
  calendar,
  descriptive,
  neverName,
  personalPronouns,
  possessivePronouns,
  prepositions,
  quantities,
  singular,
} from './lexicon';

/**
 * What a token can be in a noun phrase. `capital`: a word that owes its capital to being (part of) a name;
 * `initial`: a word whose capital may be owed to the start of the sentence alone.
 */
export type WordClass =
  | 'determiner'
  | 'pronoun'
  | 'number'
  | 'adjective'
  | 'adverb'
  | 'noun'
  | 'capital'
  | 'initial'
  | 'participle'
  | 'possessive'
  | 'preposition'
  | 'conjunction'
  | 'verb'
  | 'mark'
  | 'other';

const capitalised = /^\p{Lu}/u;
const number =
  /^(?:\d[\d,.]*|\d+(?:st|nd|rd|th)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|dozen|hundred|thousand|million|billion)$/u;
const functionVerbs = new Set(
  "is are was were be been being has have had do does did will would can could may might must shall should said says say told asked 's 're 've 'd 'll n't not".split(
    ' ',
  ),
);
/** "(D-N.C.)": a legislator's party and seat. */
const seat = /^[DRIL]-\p{Lu}\p{L}*(?:\.\p{L}*)?$/u;
const quoteMark = /^(?:["“”'‘’«»„]|''|``)$/u;

export const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined && quoteMark.test(token.text);
export const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined &&
  (functionVerbs.has(token.lower) ||
    ((token.tags & (Tag.PastTense | Tag.PresentTense | Tag.Copula | Tag.Modal | Tag.Auxiliary)) !== 0 &&
      (token.tags & Tag.Noun) === 0));

/** Do capitals in this text say nothing about names, as in a headline in title case? */
export function isTitleCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text, lower, tags } of tokens.slice(1)) {
    if (!/^\p{L}{2}/u.test(text) || prepositions.has(lower) || conjunctions.has(lower) || definite.has(lower))
      continue;
    if (
      lower === 'an' ||
      ((tags & (Tag.Person | Tag.Place | Tag.Organization | Tag.Date)) !== 0 && text !== text.toUpperCase())
    )
      continue;
    words++;
    if (capitalised.test(text)) capitals++;
  }
  return words >= 2 && capitals / words >= 0.8 && tokens.length < 40;
}

/** Classes of all tokens of a paragraph. */
export function classify({ tokens, sentences }: Syntax, titleCase: boolean): WordClass[] {
  const classes: WordClass[] = [];
  for (const sentence of sentences) {
    let initial = true;
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (!token) break;
      const wordClass = isOwner(tokens, i)
        ? 'possessive'
        : isMay(tokens, i)
          ? 'capital'
          : classOf(nounAfterArticle(token, i, tokens), tokens[i + 1], initial, titleCase);
      const prefixed = isHyphenated(tokens, i) && prefix.test(token.lower);
      if (
        prefixed ||
        (isHyphenated(tokens, i - 2) && prefix.test(tokens[i - 2]?.lower ?? '') && wordClass !== 'noun')
      ) {
        classes[i] = 'adjective';
        continue;
      }
      classes[i] = isHyphenated(tokens, i) ? (wordClass === 'capital' ? 'capital' : 'adjective') : wordClass;
      // "Chung-tai", "vice-president": the second half stands for the whole
      if (isHyphenated(tokens, i - 2) && classes[i - 2] === 'capital' && !isPlainNoun(token.lower))
        classes[i] = 'capital';
      else if (isHyphenated(tokens, i - 2) && classes[i] !== 'noun' && classes[i] !== 'capital')
        classes[i] = 'adjective';
      if (/[\p{L}\p{N}]/u.test(token.text)) initial = false;
      else if (/^[:“"]$/u.test(token.text)) initial = true;
    }
  }
  return classes;
}

const verbBits = Tag.Verb | Tag.Infinitive | Tag.PresentTense;

/** "the transport ministry", "a move": what could be a verb by itself is none right after an article. */
function nounAfterArticle(token: Token, index: number, tokens: readonly Token[]): Token {
  const isBareVerb =
    (token.tags & (Tag.Infinitive | Tag.PresentTense)) !== 0 &&
    (token.tags & (Tag.Gerund | Tag.Copula | Tag.Modal | Tag.Auxiliary)) === 0;
  return isBareVerb && articles.has(tokens[index - 1]?.lower ?? '')
    ? { ...token, tags: (token.tags & ~verbBits) | Tag.Noun }
    : token;
}

const articles = new Set(['the', 'a', 'an']);

/** "The dockers’ leader", "the harbour's retired pilot": an owner's ending that the parser took for a mark or a verb. */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const [owner, ending] = [tokens[at - 1], tokens[at]];
  if (!ending || owner?.end !== ending.start || !has(owner, Tag.Noun) || has(owner, Tag.Pronoun))
    return false;
  if (/^['’]$/u.test(ending.text)) return has(owner, Tag.Possessive) && has(tokens[at + 1], describing);
  if (!/^['’]s$/u.test(ending.text) || has(ending, Tag.Possessive)) return false;
  let i = at + 1;
  while (has(tokens[i], Tag.Adjective | Tag.PastTense) && !has(tokens[i], Tag.Noun)) i++;
  return i > at + 1 && i < at + 4 && has(tokens[i], Tag.Noun) && !has(tokens[i], Tag.Pronoun | Tag.Date);
}
const describing = Tag.Noun | Tag.Adjective | Tag.PastTense;

/** "Theresa May", "May said": somebody's surname, and no month. */
const isMay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'May' &&
  (has(tokens[at - 1], Tag.Person) ||
    /^(?:said|says|told|added|insisted|warned)$/u.test(tokens[at + 1]?.lower ?? ''));

/** "pro-Harbour", "ex-mayor": what follows is no name of its own. */
const prefix = /^(?:pro|anti|non|pan|post|pre|mid|self|semi|multi|inter|trans|sub|all|half)$/u;

/** Is a word joined to the next one by a hyphen? */
const isHyphenated = (tokens: readonly Token[], at: number): boolean => {
  const hyphen = tokens[at + 1];
  if (hyphen?.text !== '-' || hyphen.start !== tokens[at]?.end) return false;
  const next = tokens[at + 2];
  return next?.start === hyphen.end && /^[\p{L}\p{N}]/u.test(next.text);
};

function classOf(token: Token, next: Token | undefined, initial: boolean, titleCase: boolean): WordClass {
  const { text, lower, tags } = token;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mark';
  if (/^['’]s?$/u.test(text)) return tags & Tag.Possessive ? 'possessive' : 'verb';
  if (tags & Tag.Possessive && /^['’]/u.test(text)) return 'possessive';
  const capital = capitalised.test(text);
  if (seat.test(text)) return 'other';
  if (neverName.has(lower) && (!/^\p{Lu}{2}/u.test(text) || titleCase)) return 'other';
  if (lower === 'think' && next?.lower.startsWith('tank')) return 'adjective';
  if (descriptive.has(lower)) return 'adjective';
  if (postpositive.test(lower) && next && (prepositions.has(next.lower) || next.lower === 'who'))
    return 'other';
  if (
    !capital &&
    next &&
    capitalised.test(next.text) &&
    isTitle(next.lower.replace('.', '')) &&
    (tags & Tag.Noun) !== 0 &&
    !isPlainNoun(lower)
  )
    return 'adjective';
  if ((tags & Tag.Date) !== 0 || calendar.has(lower))
    return lower === 'may' || (tags & Tag.Person) !== 0 ? 'verb' : 'other';
  const named = capital && (!initial || (tags & (Tag.Person | Tag.Place | Tag.Organization)) !== 0);
  if (possessivePronouns.has(lower)) return 'determiner';
  if (
    personalPronouns.has(lower) &&
    !(capital && text.length > 1 && text === text.toUpperCase() && !titleCase)
  )
    return 'pronoun';
  if (lower === 'that' || lower === 'which' || lower === 'who') return 'conjunction';
  if (definite.has(lower) || demonstrative.has(lower)) return 'determiner';
  if (indefinite.has(lower)) return 'determiner';
  if (approximate.has(lower)) return number.test(next?.lower ?? '') ? 'determiner' : 'preposition';
  if (functionVerbs.has(lower) && !(named && text.length > 3)) return 'verb';
  if (honorifics.has(lower.replace('.', '')) && capital) return 'capital';
  if (prepositions.has(lower)) return 'preposition';
  if (nameParticles.has(lower) && !capital) return 'other';
  if (conjunctions.has(lower)) return 'conjunction';
  if (number.test(lower)) return 'number';
  if (capital && /^\p{Lu}[\p{Lu}.&-]+$/u.test(text) && !titleCase) return 'capital';
  if (named && !(titleCase && (tags & Tag.Verb) !== 0)) return 'capital';
  if (capital && initial && isPlainNoun(lower)) {
    if (titleCase || lower !== singular(lower) || !isPerson(lower)) return 'noun';
    if (next?.lower === 'of' || next?.lower === 'for') return 'capital';
    // "Baker said": a noun for one person does not begin a sentence without a determiner; a surname does
    if (next && capitalised.test(next.text) && !(next.tags & Tag.Person) && !isTitle(lower)) return 'initial';
    return next?.text === ',' || isFiniteVerb(next) ? 'initial' : 'noun';
  }
  if (tags & (Tag.Modal | Tag.Copula | Tag.Auxiliary)) return 'verb';
  if (titleCase && tags & Tag.PresentTense && !(tags & (Tag.Noun | Tag.Infinitive))) return 'verb';
  if (tags & Tag.Adverb) return 'adverb';
  if (tags & (Tag.Gerund | Tag.Participle)) return 'participle';
  if (tags & Tag.PastTense) return 'participle';
  if (isPlainNoun(lower) && (tags & Tag.Noun) !== 0) return 'noun';
  if (
    tags & Tag.Verb &&
    !(tags & Tag.PastTense) &&
    capital &&
    next &&
    capitalised.test(next.text) &&
    !(next.tags & Tag.Person)
  )
    return 'initial';
  if (tags & Tag.Verb)
    return isPlainNoun(lower) && lower.endsWith('s') === false && next?.lower !== 'to' ? 'noun' : 'verb';
  if (tags & Tag.Adjective && isPlainNoun(lower) && !followsAdjective(next)) return 'noun';
  if (tags & Tag.Adjective)
    return capital && next !== undefined && capitalised.test(next.text) ? 'initial' : 'adjective';
  if (tags & Tag.Value) return 'number';
  if (tags & (Tag.Noun | Tag.Demonym)) {
    if (capital) return (tags & Tag.Plural) !== 0 && (tags & Tag.ProperNoun) === 0 ? 'noun' : 'initial';
    return 'noun';
  }
  if (tags & Tag.Determiner) return 'determiner';
  if (tags & Tag.Preposition) return 'preposition';
  return capital ? 'initial' : 'other';
}

/** "A person privy to the talks": adjectives that stand after their noun, with what belongs to them. */
const postpositive = /^(?:familiar|privy|aware|knowledgeable|acquainted|present)$/u;

/** Can the token after an adjective be the noun that it belongs to? */
const followsAdjective = (next: Token | undefined): boolean =>
  next !== undefined &&
  !postpositive.test(next.lower) &&
  (next.tags & (Tag.Noun | Tag.Adjective | Tag.Value)) !== 0 &&
  (next.tags & Tag.Pronoun) === 0;

const isPlainNoun = (lower: string): boolean => isPerson(lower) || isOrganization(lower);

/** A noun phrase without what follows its head: determiner, modifiers, head; possessors are phrases of their own. */
export interface Phrase extends TokenRange {
  /** Index of the head noun or of the last word of the name. */
  readonly head: number;
  /** Index of the first token after the possessor. */
  readonly body: number;
  /** "X's" before the rest. */
  readonly possessor: Phrase | null;
}

/** May a noun stand before the name that it describes: "spokeswoman", "company"? */
const describesName = ({ lower }: Token): boolean =>
  lower === singular(lower) && (isPerson(lower) || isOrganization(lower) || isPublication(lower));

/** "Workers' Union", "People's Party": owners that belong to the name. */
const ownerInName = /^(?:people|men|women|children|(?:\p{L}+(?:er|or|an|ent|ist|ant|our|th)s))$/u;
const stateNoun =
  /^(?:city|state|county|town|republic|kingdom|province|union|bank|house|university|people)$/u;
const portion = /^(?:of|for|on)$/u;

/**
 * Reads the noun phrase that starts at a token.
 *
 * @returns the phrase, or null where none starts there
 */
export function phraseAt(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  start: number,
  end: number,
): Phrase | null {
  let from = start;
  let head = -1;
  let possessor: Phrase | null = null;
  let i = start;
  const isName = (index: number): boolean => classes[index] === 'capital' || classes[index] === 'initial';
  const nounFollows = (index: number): boolean => {
    for (let k = index; k < end && k < index + 5; k++) {
      const c = classes[k];
      if (c === 'noun' || c === 'capital' || c === 'initial') return true;
      if (c !== 'adjective' && c !== 'number' && c !== 'participle' && tokens[k]?.text !== '-') return false;
    }
    return false;
  };
  scan: for (; i < end; i++) {
    const token = tokens[i];
    if (!token) break;
    switch (classes[i]) {
      case 'determiner':
        if (head >= 0 || (i > from && !/^(?:determiner|number)$/u.test(classes[i - 1] ?? ''))) break scan;
        break;
      case 'number':
        if (/^(?:determiner|pronoun)$/u.test(classes[i + 1] ?? '')) break scan;
        if (head >= 0 && !isName(i - 1)) break scan;
        if (head >= 0 && !isName(i + 1)) break scan;
        break;
      case 'adjective':
        if (head >= 0 && (descriptive.has(token.lower) || !nounFollows(i + 1))) break scan;
        break;
      case 'adverb':
        if (head >= 0 || !/^(?:adjective|participle|number)$/u.test(classes[i + 1] ?? '')) break scan;
        if (i === start && classes[i + 1] !== 'number') break scan;
        break;
      case 'participle':
        if (!nounFollows(i + 1) || i === start || head >= 0) break scan;
        if (isName(i - 1)) break scan;
        break;
      case 'noun':
        head = i;
        if (isName(i + 1) && !describesName(token)) {
          i++;
          break scan;
        }
        break;
      case 'capital':
      case 'initial':
        head = i;
        break;
      case 'possessive':
        if (head < 0) break scan;
        if (isName(i - 1) && isName(i + 1) && ownerInName.test(tokens[i - 1]?.lower ?? '')) break;
        if (
          !/^(?:noun|capital|initial|adjective|number|participle|adverb)$/u.test(classes[i + 1] ?? '') &&
          !isQuoteMark(tokens[i + 1])
        )
          break scan;
        possessor = {
          from: possessor ? outermost(possessor).from : from,
          to: i,
          head,
          body: from,
          possessor,
        };
        head = -1;
        from = i + 1;
        break;
      case 'mark': {
        if (
          /^['’]$/u.test(token.text) &&
          isName(i - 1) &&
          isName(i + 1) &&
          ownerInName.test(tokens[i - 1]?.lower ?? '')
        )
          break;
        const to = nicknameEnd(tokens, classes, i, end);
        if (head === i - 1 && isName(i - 1) && to > 0) {
          i = to - 1;
          break;
        }
        const joined =
          /^[/&–-]$/u.test(token.text) &&
          tokens[i + 1]?.start === token.end &&
          tokens[i - 1]?.end === token.start;
        if (joined && token.text === '-' && i > from && classes[i - 1] === 'adjective') break;
        if (
          head === i - 1 &&
          (joined || token.text === '&') &&
          /^(?:noun|capital|initial)$/u.test(classes[i + 1] ?? '')
        )
          break;
        break scan;
      }
      case 'conjunction':
        if (
          token.lower === 'and' &&
          head < 0 &&
          classes[i - 1] === 'adjective' &&
          classes[i + 1] === 'adjective' &&
          nounFollows(i + 1)
        )
          break;
        if (token.lower === 'and' && head === i - 1 && joinsName(tokens, classes, from, i, end)) break;
        break scan;
      case 'preposition':
      case 'other':
      case 'verb':
      case 'pronoun':
      case undefined: {
        if (head !== i - 1 || !isName(i - 1)) break scan;
        if (nameParticles.has(token.lower) && isName(i + 1)) break;
        if (token.lower === 'van' || token.lower === 'von' || token.lower === 'de') {
          if (nameParticles.has(tokens[i + 1]?.lower ?? '') && isName(i + 2)) {
            i++;
            break;
          }
        }
        if (portion.test(token.lower) && namesBody(tokens[head], token.lower)) {
          const next = tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
          if (classes[next] === 'capital') {
            i = next - 1;
            break;
          }
        }
        break scan;
      }
    }
  }
  // "one of the officials", "some of them": the count stands for those counted
  if (head < 0 && i > from && tokens[i]?.lower === 'of' && quantities.has(tokens[i - 1]?.lower ?? ''))
    head = i - 1;
  if (head < 0) return possessor;
  const suffix = tokens[head + 1]?.text === ',' ? head + 2 : head + 1;
  if (
    isName(head) &&
    nameSuffixes.has(tokens[suffix]?.lower.replace('.', '') ?? '') &&
    tokens[suffix]?.text !== 'Md.' &&
    suffix < end
  )
    head = suffix;
  return { from: possessor ? outermost(possessor).from : from, to: head + 1, head, body: from, possessor };
}

const outermost = (phrase: Phrase): Phrase => (phrase.possessor ? outermost(phrase.possessor) : phrase);

/** End of a nickname in quotation marks that starts at a mark and is followed by more of the name; 0 if there is none. */
function nicknameEnd(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  mark: number,
  end: number,
): number {
  if (!isQuoteMark(tokens[mark])) return 0;
  for (let k = mark + 1; k < end && k <= mark + 3; k++) {
    if (isQuoteMark(tokens[k]))
      return k > mark + 1 && (classes[k + 1] === 'capital' || classes[k + 1] === 'initial') ? k + 1 : 0;
    if (!capitalised.test(tokens[k]?.text ?? '')) return 0;
  }
  return 0;
}

/** Does "and" stand inside the name of a body: "Securities and Exchange Commission"? */
function joinsName(
  tokens: readonly Token[],
  classes: readonly WordClass[],
  from: number,
  and: number,
  end: number,
): boolean {
  let last = -1;
  for (let k = and + 1; k < end && (classes[k] === 'capital' || classes[k] === 'initial'); k++) last = k;
  if (last < 0) return false;
  const left = tokens[and - 1];
  if (!left || (left.tags & (Tag.Person | Tag.Place)) !== 0 || classes[and - 1] === 'noun') return false;
  for (let k = from; k < and - 1; k++)
    if (isOrganizationName(tokens[k]?.lower ?? '') && portion.test(tokens[k + 1]?.lower ?? '')) return true;
  return (
    last > and + 1 &&
    isOrganizationName(tokens[last]?.lower ?? '') &&
    !isOrganizationName(left.lower) &&
    (left.tags & Tag.Acronym) === 0
  );
}

/** Does the run of capitals name a body or an office that takes "of": "Ministry of", "Council on", "Secretary of"? */
function namesBody(last: Token | undefined, preposition: string): boolean {
  return (
    last !== undefined &&
    (isOrganizationName(last.lower) ||
      isOrganization(last.lower) ||
      (isPerson(last.lower) && preposition !== 'on') ||
      stateNoun.test(last.lower))
  );
}
