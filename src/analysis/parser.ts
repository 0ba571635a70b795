import { lowerCase } from './characters';
import { withoutMarkdown } from './markdown';
import { remembered } from './remembered';
import { Tag, type Syntax, type Token, type TokenRange } from './paragraph';
import { listedAs, readTerms, type Term } from './terms';
import type { Tags } from './terms/tags';
import { matches } from './matches';

const tagBits: Readonly<Record<string, number>> = {
  Noun: Tag.Noun,
  ProperNoun: Tag.ProperNoun,
  Person: Tag.Person,
  Place: Tag.Place,
  Organization: Tag.Organization,
  Pronoun: Tag.Pronoun,
  Possessive: Tag.Possessive,
  Plural: Tag.Plural,
  Verb: Tag.Verb,
  PastTense: Tag.PastTense,
  PresentTense: Tag.PresentTense,
  Infinitive: Tag.Infinitive,
  Gerund: Tag.Gerund,
  Participle: Tag.Participle,
  Copula: Tag.Copula,
  Auxiliary: Tag.Auxiliary,
  Modal: Tag.Modal,
  Negative: Tag.Negative,
  Adjective: Tag.Adjective,
  Adverb: Tag.Adverb,
  Determiner: Tag.Determiner,
  Preposition: Tag.Preposition,
  Conjunction: Tag.Conjunction,
  Value: Tag.Value,
  Date: Tag.Date,
  Honorific: Tag.Honorific,
  Acronym: Tag.Acronym,
  Demonym: Tag.Demonym,
  Particle: Tag.Particle,
};

/** Runs of dots, dashes and doubled marks are one token each; everything else is a token a character. */
const punctuation = /\.{2,}|-{2,}|''|``|[^\s]/gu;
const marksIn = remembered((between: string): readonly TokenRange[] =>
  matches(between, punctuation).map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  })),
);
const possessiveEnding = /['’]s?$/u;
const contractionEnding = /(?:n['’]t|['’][a-z]+)$/iu;
const attachesPeriod = ({ word, tags }: Term): boolean =>
  word.post.startsWith('.') &&
  (tags.has('Abbreviation') || /^\p{Lu}$/u.test(word.text)) &&
  !word.post.startsWith('..');

/** compromise takes more than linear time on one long run of words, so that it is given no more than this at once. */
const maxPiece = 4000;
const sentenceBreak = /[.!?…]["”’')]*\s/gu;

/** Cuts a text behind a sentence, or where there is none behind a word; in one piece but for very long paragraphs. */
function pieces(text: string): string[] {
  const cut: string[] = [];
  let from = 0;
  while (text.length - from > maxPiece) {
    const window = text.slice(from, from + maxPiece);
    const lastBreak = matches(window, sentenceBreak).at(-1);
    const afterSpace = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n')) + 1;
    const length = lastBreak ? lastBreak.index + lastBreak[0].length : afterSpace || maxPiece;
    cut.push(window.slice(0, length));
    from += length;
  }
  cut.push(text.slice(from));
  return cut;
}

/** Nouns for places that many people have for a surname. */
const surname =
  /^(?:banks?|brooks?|dale|fields?|ford|forest|glen|heath|hills?|lake|marsh|moor|parks?|rivers?|stone|woods?)$/iu;
const isGivenName = ({ word: { text } }: Term): boolean =>
  /^(?:FirstName|MaleName|FemaleName)$/u.test(listedAs(text.toLowerCase())) ||
  /^(?:dr|mr|mrs|ms|miss)$/iu.test(text);

/** Terms of runs such as "Ann Marsh", whom the parser takes for places because of the surname. */
function mistakenPlaces(terms: readonly Term[]): ReadonlySet<Term> {
  const mistaken = new Set<Term>();
  let from = 0;
  terms.forEach((term, at) => {
    if (!term.tags.has('Place')) from = at + 1;
    else if (
      at > from &&
      surname.test(term.word.text.replace(possessiveEnding, '')) &&
      isGivenName(terms[from]!)
    )
      for (const each of terms.slice(from, at + 1)) mistaken.add(each);
  });
  return mistaken;
}

const bits = new WeakMap<Tags, number>();

function bitsOf(tags: Tags): number {
  let found = bits.get(tags);
  if (found === undefined)
    bits.set(tags, (found = tags.list.reduce((all, tag) => all | (tagBits[tag] ?? 0), 0)));
  return found;
}

/**
 * Reads the sentences and tokens of one paragraph with compromise. Word classes are compromise's; the tokens are
 * cut finer than its terms: a possessive ending, the second half of a contraction and each punctuation mark stand
 * alone, so that a span can end before them. Marks of Markdown are no tokens.
 *
 * @param marked one paragraph; any string is accepted
 * @returns offsets in UTF-16 code units of `marked`
 */
export function parseParagraph(marked: string): Syntax {
  const { text, toMarked } = withoutMarkdown(marked);
  const tokens: Token[] = [];
  const sentences: TokenRange[] = [];
  let offset = 0;

  const push = (start: number, end: number, tags: number): void => {
    if (end <= start) return;
    const slice = text.slice(start, end);
    const span = toMarked({ start, end });
    tokens.push({ start: span.start, end: span.end, text: slice, lower: lowerCase(slice), tags });
  };
  const pushPunctuation = (start: number, end: number): void => {
    if (end === start) return;
    for (const { from, to } of marksIn(text.slice(start, end)))
      push(start + from, start + to, Tag.Punctuation);
  };

  for (const terms of pieces(text).flatMap(readTerms)) {
    const from = tokens.length;
    const mistaken = mistakenPlaces(terms);
    terms.forEach((term, index) => {
      const { pre, text, post } = term.word;
      pushPunctuation(offset, offset + pre.length);
      const start = offset + pre.length;
      let end = start + text.length;
      let postStart = end;
      if (attachesPeriod(term) && index < terms.length - 1) postStart = ++end;
      const next = terms[index + 1];
      const bits = mistaken.has(term) ? (bitsOf(term.tags) & ~Tag.Place) | Tag.Person : bitsOf(term.tags);
      const ending =
        next?.word.text === '' && next.word.pre === ''
          ? contractionEnding.exec(text)
          : bits & Tag.Possessive
            ? possessiveEnding.exec(text)
            : null;
      if (ending && ending.index > 0) {
        push(start, start + ending.index, bits & ~Tag.Possessive);
        push(start + ending.index, end, next?.word.text === '' ? bitsOf(next.tags) : Tag.Possessive);
      } else push(start, end, bits);
      offset = start + text.length + post.length;
      pushPunctuation(postStart, offset);
    });
    if (tokens.length > from) sentences.push({ from, to: tokens.length });
  }
  return { text: marked, tokens, sentences };
}
