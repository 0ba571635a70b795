import { Tag, type Token, type TokenRange } from './paragraph';

/** Whether a token carries any of the {@link Tag}s. */
export const has = (token: Token | undefined, bits: number): boolean =>
  token !== undefined && (token.tags & bits) !== 0;

const phraseWord =
  Tag.Noun |
  Tag.ProperNoun |
  Tag.Pronoun |
  Tag.Determiner |
  Tag.Adjective |
  Tag.Value |
  Tag.Possessive |
  Tag.Honorific;
const head = Tag.Noun | Tag.ProperNoun | Tag.Pronoun | Tag.Acronym | Tag.Demonym;
const linking = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'on', 'to', 'close', 'near', 'and', '&']);
/** Closed-class words that never stand inside a noun phrase, whatever the parser takes them for. */
const outside = new Set([
  'against',
  'about',
  'that',
  'whether',
  'because',
  'as',
  'if',
  'not',
  'before',
  'after',
  'over',
  'under',
]);
const relative = new Set(['who', 'whose', 'whom']);
const timeWord = new Set([
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'today',
  'yesterday',
]);
const joiners = new Set(['-', '’', "'", '.']);
const postmodifier = new Set([
  'familiar',
  'close',
  'briefed',
  'involved',
  'speaking',
  'based',
  'working',
  'aware',
]);

/** Whether a token is a day or another word of time, which is no part of a source's name. */
export const isTime = (token: Token | undefined): boolean =>
  token !== undefined && (timeWord.has(token.lower) || has(token, Tag.Date));

/**
 * The noun phrase that begins at a token, with its prepositional tails ("a spokesman for the city"), participial
 * tails ("people familiar with the matter") and a bracketed note ("Lee (Harbour)").
 *
 * @param limit the phrase ends before this token
 * @returns the token after the phrase; `from` itself where none begins there
 */
export function nounPhraseEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  let heads = 0;
  while (at < limit) {
    const token = tokens[at]!;
    if (isTime(token) || outside.has(token.lower)) break;
    if (heads > 0 && (linking.has(token.lower) || postmodifier.has(token.lower))) {
      const tail =
        postmodifier.has(token.lower) && linking.has(tokens[at + 1]?.lower ?? '')
          ? nounPhraseEnd(tokens, at + 2, limit)
          : nounPhraseEnd(tokens, at + 1, limit);
      const began =
        postmodifier.has(token.lower) && linking.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
      if (tail <= began) break;
      at = tail;
      continue;
    }
    if (has(token, Tag.Verb) && !has(token, phraseWord) && !has(token, Tag.Participle | Tag.Gerund)) break;
    if (has(token, phraseWord)) {
      // A second pronoun or a determiner after a head begins the next phrase.
      if (heads > 0 && has(token, Tag.Determiner) && !has(token, Tag.Possessive)) break;
      if (heads > 0 && has(token, Tag.Pronoun) && !has(token, Tag.Possessive)) break;
      if (has(token, head)) heads++;
      at++;
      continue;
    }
    if (joiners.has(token.text) && at > from && at + 1 < limit && tokens[at + 1]!.start === token.end) {
      at++;
      continue;
    }
    break;
  }
  return heads > 0 ? at : from;
}

/**
 * The source that follows an inverted cue or *according to*: a noun phrase with its appositions
 * ("Ann Lee, mayor of Northport,") and relative clause.
 */
export function sourceAfter(tokens: readonly Token[], from: number, limit: number): TokenRange | null {
  let to = nounPhraseEnd(tokens, from, limit);
  if (to === from) return null;
  while (to < limit && tokens[to]?.text === ',') {
    const after = to + 1;
    const next = tokens[after];
    if (relative.has(next?.lower ?? '')) {
      let end = after;
      while (end < limit && !/^[,.;:]$/u.test(tokens[end]!.text)) end++;
      to = end;
      continue;
    }
    if (!has(next, Tag.Determiner) && !isRoleStart(next)) break;
    const end = nounPhraseEnd(tokens, after, limit);
    const closes = end === limit || /^[,.;:]$/u.test(tokens[end]?.text ?? '');
    if (end === after || !closes) break;
    to = end;
  }
  return { from, to };
}

const roleStart =
  /^(?:chief|senior|deputy|president|chair|head|director|mayor|minister|secretary|spokes|professor|leader|founder|editor|former)/u;
const isRoleStart = (token: Token | undefined): boolean => token !== undefined && roleStart.test(token.lower);

/**
 * The subject that ends right before a cue. Appositions and a relative clause between commas belong to it; an
 * opening adverbial ("On Sunday,") does not.
 *
 * @param from where the clause begins
 * @param to the token of the cue
 */
export function subjectBefore(tokens: readonly Token[], from: number, to: number): TokenRange | null {
  let end = to;
  while (
    end > from &&
    (isTime(tokens[end - 1]) ||
      (has(tokens[end - 1], Tag.Adverb) && !has(tokens[end - 1], phraseWord)) ||
      tokens[end - 1]?.lower === 'on' ||
      tokens[end - 1]?.lower === 'also')
  )
    end--;
  const closedByComma = tokens[end - 1]?.text === ',';
  if (closedByComma) end--;
  const pieces = splitAtCommas(tokens, from, end);
  let start = Math.max(0, pieces.length - 1);
  if (closedByComma) {
    while (start > 0 && isApposition(tokens, pieces[start]!)) start--;
  }
  for (; start < pieces.length; start++) {
    const piece = pieces[start]!;
    const phrase = firstPhrase(tokens, piece);
    if (phrase !== null) return { from: phrase, to: end };
  }
  return null;
}

function splitAtCommas(tokens: readonly Token[], from: number, to: number): TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let at = from; at < to; at++)
    if (tokens[at]?.text === ',') {
      if (at > start) pieces.push({ from: start, to: at });
      start = at + 1;
    }
  if (to > start) pieces.push({ from: start, to });
  return pieces;
}

function isApposition(tokens: readonly Token[], piece: TokenRange): boolean {
  const first = tokens[piece.from];
  if (relative.has(first?.lower ?? '') || has(first, Tag.Determiner) || isRoleStart(first)) return true;
  if (
    has(first, Tag.Gerund | Tag.Participle) ||
    /^(?:speaking|now|then|formerly|currently)$/u.test(first?.lower ?? '')
  )
    return true;
  return piece.to - piece.from <= 2 && !has(first, Tag.Pronoun | Tag.Preposition | Tag.Conjunction);
}

/** Where the last noun phrase that reaches the piece's end (or its relative clause) begins. */
function firstPhrase(tokens: readonly Token[], { from, to }: TokenRange): number | null {
  for (let at = from; at < to; at++) {
    const end = nounPhraseEnd(tokens, at, to);
    if (end === at) continue;
    if (end >= to || relative.has(tokens[end]?.lower ?? '') || tokens[end]?.text === '(') return at;
    if (isReducedRelative(tokens, end)) return at;
    at = end - 1;
  }
  return null;
}

/** "a report published in February", "officials speaking on background" */
function isReducedRelative(tokens: readonly Token[], at: number): boolean {
  return (
    has(tokens[at], Tag.Verb) &&
    has(tokens[at + 1], Tag.Preposition) &&
    /(?:ed|ing|en|wn)$/u.test(tokens[at]?.lower ?? '')
  );
}
