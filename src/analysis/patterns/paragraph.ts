import { kindOf } from '../attributions/kind';
import { cueVerbs } from '../attributions/lexicon';
import { tokenAt } from '../chains';
import type { Span } from '../contract';
import {
  Tag,
  type ParagraphAttribution,
  type ParagraphQuotation,
  type Syntax,
  type Token,
} from '../paragraph';
import { isTime, nounPhraseEnd, subjectBefore } from '../phrases';
import { isOrganization, isPerson, isPublication, isTitle } from '../sources/lexicon';
import { isQuoteMark } from '../sources/phrases';
import { spanOfTokens } from '../span';
import { answers, asks, readLabel, type Label } from './labels';

/** A pattern is sure where quotation marks or a known name support it. */
const SURE = 0.85;
const LIKELY = 0.65;
const longestSignature = 14;
const longestHeadline = 24;
/** Tokens before the colon of a bulletin. */
const longestOpening = 12;
/** Tokens of a headline's source and cue. */
const longestNaming = 6;
/** Works that speak in headlines: "Ferries to stop in May: report". */
const speakingWork = /^(?:report|study|poll|survey|paper|police|court|officials?|sources?|experts?)$/u;
const firstPerson = /(?<![\p{L}’'])(?:I|I[’']\p{Ll}+|[Ww]e|[Mm]y|[Oo]ur|us)(?![\p{L}])/u;
const dash = /^(?:—|–|-{1,2}|―)$/u;

/**
 * Finds what the layout of one paragraph attributes where no verb does: "Ann Lee: We will act", “We will act.” — Ann
 * Lee, "Ferries to stop in May: minister".
 *
 * @returns at most one attribution; spans are offsets into the paragraph
 */
export function findPatterns(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution[] {
  for (const read of [readSignature, readLabelled, readBulletin, readHeadline, readCuedHeadline]) {
    const found = read(syntax, quotations);
    if (found) return [found];
  }
  return [];
}

/**
 * @param patterns what layout says: it wins over what was found in the same words
 * @param found by other means, of the same paragraph
 * @returns in the order of the text
 */
export function preferPatterns(
  patterns: readonly ParagraphAttribution[],
  found: readonly ParagraphAttribution[],
): readonly ParagraphAttribution[] {
  if (patterns.length === 0) return found;
  const taken = patterns.flatMap(({ content, source }) => [...content, ...(source ?? [])]);
  return [
    ...patterns,
    ...found.filter(
      ({ content, cue }) =>
        ![...content, ...cue].some(span => taken.some(t => t.start < span.end && span.start < t.end)),
    ),
  ].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

/** “We will act.” — Ann Lee, mayor */
function readSignature(
  { text, tokens }: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution | null {
  const outer = quotations.filter(({ depth, role }) => depth === 0 && role !== 'title');
  const [first, last] = [outer[0], outer.at(-1)];
  if (!first || !last || hasWords(tokens, 0, first.span.start)) return null;
  const at = tokenAt(tokens, last.span.end);
  const mark = tokens[at];
  if (!mark || !dash.test(mark.text.trim())) return null;
  const name = signatureAfter(tokens, at);
  if (!name) return null;
  const block = !first.marks.open && !first.marks.close;
  const content = outer.map(({ span, inner, marks }) => (marks.open || marks.close ? span : inner));
  return {
    ...attribution(text, content, [name], [], quotations),
    confidence: SURE,
    evidence: [block ? 'pattern:block-quote' : 'pattern:signature', 'quotation'],
  };
}

/** The name behind a dash that ends a paragraph; null where a sentence goes on there. */
export function signatureAfter(tokens: readonly Token[], dashAt: number): Span | null {
  let to = tokens.length;
  if (tokens[to - 1]?.text === '.') to--;
  const from = dashAt + 1;
  const first = tokens[from];
  if (!first || to - from > longestSignature || to <= from) return null;
  const words = tokens.slice(from, to);
  if (words.some(({ text, lower }) => /^[.!?:;“”"]$/u.test(text) || cueVerbs.get(lower)?.kind === 'speech'))
    return null;
  const named = /^\p{Lu}/u.test(first.text) || (first.tags & Tag.Determiner) !== 0 || isPerson(first.lower);
  return named && isNaming(words) ? { start: first.start, end: words.at(-1)!.end } : null;
}

function isNaming(words: readonly Token[]): boolean {
  const comma = words.findIndex(({ text }) => text === ',' || text === '(');
  const name = comma > 0 ? words.slice(0, comma) : words;
  return (
    name.every(
      ({ text }) =>
        /^[\p{Lu}\d'’.&-]/u.test(text) || /^(?:of|de|van|von|der|la|al|the|and|for|at|in)$/u.test(text),
    ) || name.some(({ lower }) => isPerson(lower))
  );
}

/** Ann Lee: We will act. */
function readLabelled(
  { text, tokens }: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution | null {
  const label = readLabel(text);
  if (!label || asks.test(label.text) || answers.test(label.text)) return null;
  const quoted = quotations.filter(
    ({ span, depth, marks }) => depth === 0 && (marks.open || marks.close) && span.start >= label.body.start,
  );
  const opens = quoted[0]?.span.start === label.body.start;
  const sure = opens && !hasWords(tokens, quoted.at(-1)?.span.end ?? 0, text.length);
  if (text.slice(label.mark.start, label.mark.end) !== ':' && !sure) return null;
  const own = firstPerson.test(text.slice(label.body.start, label.body.end));
  const short = wordCount(label.text) <= (sure ? 6 : own ? 1 : 0);
  if (!short && !namesSomebody(label, tokens)) return null;
  const onlyQuoted = sure && quoted.length > 0;
  const body = onlyQuoted ? quoted.map(({ span }) => span) : [trimmedBody(text, label.body, opens || own)];
  return {
    ...attribution(text, body, [label.span], [label.mark], quotations),
    confidence: sure || own ? SURE : LIKELY,
    evidence: sure ? ['pattern:colon', 'quotation'] : ['pattern:colon'],
  };
}

/** What follows a label without its last full stop, as clauses are given; whole where it is somebody's own words. */
function trimmedBody(text: string, { start, end }: Span, whole: boolean): Span {
  return { start, end: !whole && text.charAt(end - 1) === '.' ? end - 1 : end };
}

const bits = (tokens: readonly Token[], bit: number): boolean =>
  tokens.some(({ tags }) => (tags & bit) !== 0);

/** Whether a label names somebody who can speak, judged by its words alone. */
function namesSomebody(label: Label, tokens: readonly Token[]): boolean {
  const all = tokens.slice(tokenAt(tokens, label.span.start), tokenAt(tokens, label.mark.start));
  const comma = all.findIndex(({ text }) => text === ',' || text === '(');
  const words = comma > 0 ? all.slice(0, comma) : all;
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || bits(words, Tag.Date)) return false;
  if (words.some(({ lower }) => cueVerbs.get(lower)?.kind === 'speech' && !isTitle(lower))) return false;
  const linked = words.some(({ lower }) => lower === 'for' || lower === 'and' || lower === '&');
  if (linked && !isTitle(first.lower) && !isPerson(first.lower)) return false;
  if (speakingWork.test(last.lower) || isPerson(last.lower) || isPublication(last.lower)) return true;
  if (isTitle(first.lower) && words.length > 1 && words.length <= 4) return true;
  if (isOrganization(last.lower)) return words.length <= 4;
  if (words.length > 4) return false;
  if (comma === 1 && !isTitle(all[2]?.lower ?? '')) return false;
  if (words.length > 1)
    return (
      (first.tags & Tag.Person) !== 0 ||
      (words.every(
        ({ tags, text }) => (tags & Tag.ProperNoun) !== 0 || /^(?:de|van|von|der|al)$/iu.test(text),
      ) &&
        !bits(words, Tag.Place | Tag.Adjective | Tag.Verb))
    );
  // the parser gives a word that it does not know, and so most surnames, no class at the start of a sentence
  const known = Tag.ProperNoun | Tag.Person | Tag.Acronym | Tag.Organization;
  return (first.tags === 0 || (first.tags & known) !== 0) && (first.tags & Tag.Place) === 0;
}

/** Brandt said: the port is closed. */
function readBulletin(
  { text, tokens, sentences }: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution | null {
  const colon = tokens.slice(0, longestOpening).findIndex(token => token.text === ':');
  let cue = colon - 1;
  while (isTime(tokens[cue])) cue--;
  const verb = tokens[cue];
  const next = tokens[colon + 1];
  if (!verb || !next || cueVerbs.get(verb.lower)?.kind !== 'speech' || isQuoteMark(next)) return null;
  const source = subjectBefore(tokens, 0, cue);
  let to = sentences.find(range => range.to > colon)?.to ?? 0;
  while (to > colon + 1 && tokens[to - 1]!.tags & Tag.Punctuation) to--;
  if (!source || to <= colon + 2) return null;
  const content = { start: next.start, end: tokens[to - 1]!.end };
  return {
    ...attribution(text, [content], [spanOfTokens(tokens, source)], [verb], quotations),
    evidence: [`cue:${verb.lower}`, 'pattern:colon'],
  };
}

/** Mayor to step down, says paper – Ferries to stop, officials say */
function readCuedHeadline(
  { text, tokens }: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution | null {
  if (!isHeadlineLike(text, tokens)) return null;
  const comma = tokens.findLastIndex(token => token.text === ',');
  const words = tokens.slice(comma + 1);
  if (comma < 3 || words.length < 2 || words.length > longestNaming) return null;
  if (words.some(token => isQuoteMark(token))) return null;
  const inverted = !isReporting(words.at(-1));
  const cue = inverted ? words[0] : words.at(-1);
  if (!cue || !isReporting(cue)) return null;
  const [from, to] = inverted ? [comma + 2, tokens.length] : [comma + 1, tokens.length - 1];
  const head = tokens[to - 1]?.lower ?? '';
  if (nounPhraseEnd(tokens, from, to) !== to && !speakingWork.test(head) && !isPerson(head)) return null;
  const content = { start: tokens[0]!.start, end: tokens[comma - 1]!.end };
  return {
    ...attribution(text, [content], [spanOfTokens(tokens, { from, to })], [cue], quotations),
    evidence: [`cue:${cue.lower}`, 'pattern:headline'],
  };
}

const isReporting = (token: Token | undefined): boolean => {
  const verb = cueVerbs.get(token?.lower ?? '');
  return verb?.kind === 'speech' && verb.frame !== 'object';
};

/** Short, and without the mark that ends a sentence. */
const isHeadlineLike = (text: string, tokens: readonly Token[]): boolean =>
  tokens.length <= longestHeadline && !/[.!?]["”’']?$/u.test(text);

/** Ferries to stop in May: minister */
function readHeadline(
  { text, tokens }: Syntax,
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution | null {
  if (!isHeadlineLike(text, tokens)) return null;
  const colon = tokens.findLastIndex(token => token.text === ':' && token.tags & Tag.Punctuation);
  const words = tokens.slice(colon + 1);
  const [first] = words;
  const last = words.at(-1);
  if (colon < 3 || !first || !last || words.length > 4) return null;
  const named = words.every(({ tags }) => (tags & Tag.ProperNoun) !== 0) && (first.tags & Tag.Person) !== 0;
  if (!named && !speakingWork.test(last.lower) && !isPerson(last.lower)) return null;
  const content = { start: tokens[0]!.start, end: tokens[colon - 1]!.end };
  const mark = tokens[colon]!;
  return {
    ...attribution(text, [content], [{ start: first.start, end: last.end }], [mark], quotations),
    confidence: LIKELY,
    evidence: ['pattern:colon'],
  };
}

/** One that layout alone gives; confidence and evidence are the caller's to replace. */
export function attribution(
  text: string,
  content: readonly Span[],
  source: readonly Span[] | null,
  cue: readonly Span[],
  quotations: readonly ParagraphQuotation[],
): ParagraphAttribution {
  return {
    kind: kindOf(text, content, quotations),
    cueKind: 'speech',
    content,
    cue: cue.map(({ start, end }) => ({ start, end })),
    source,
    via: [],
    channel: [],
    hearsay: null,
    confidence: SURE,
    evidence: [],
  };
}

const wordCount = (text: string): number => text.split(/\s+/u).length;

function hasWords(tokens: readonly Token[], start: number, end: number): boolean {
  for (let at = tokenAt(tokens, start); at < tokens.length && tokens[at]!.start < end; at++)
    if (/[\p{L}\p{N}]/u.test(tokens[at]!.text)) return true;
  return false;
}
