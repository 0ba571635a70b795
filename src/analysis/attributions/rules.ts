import type { Span } from '../contract';
import {
  Tag,
  type ParagraphAttribution,
  type ParagraphQuotation,
  type Syntax,
  type Token,
  type TokenRange,
} from '../paragraph';
import { kindOf } from './kind';
import { cueVerbs, emptyWhenNegated, type CueVerb } from './lexicon';
import type { ListedCueAt } from './listed';
import { has, isTime, nounPhraseEnd, sourceAfter, subjectBefore } from '../phrases';
import { readSentences, type Reading } from './sentences';

/** A cue with the words it links, as token ranges. */
interface Finding {
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  readonly content: readonly TokenRange[];
  readonly cueKind: 'speech' | 'other';
  readonly evidence: readonly string[];
}

const isQuoted = (reading: Reading, at: number): boolean => (reading.quotationOf[at] ?? -1) >= 0;
const clauseBreak = new Set([';', ':', '—', '–', '--', '(', ')']);
const clauseWord = new Set([
  'and',
  'but',
  'as',
  'while',
  'because',
  'although',
  'though',
  'when',
  'after',
  'before',
  'since',
  'if',
  'that',
  'which',
  'whether',
]);
const contentOpeners = new Set([
  'that',
  'whether',
  'how',
  'why',
  'what',
  'if',
  'to',
  'against',
  'about',
  'of',
  'for',
]);

/**
 * Finds attributions by grammar alone: verbs of saying and thinking with their subject and clause or quotation,
 * *according to*. What works where there are no trained weights.
 *
 * @param listedCueAt the cues of a newsroom's word list
 * @returns in the order of the text; spans are offsets into the paragraph
 */
export function findAttributionsByRules(
  syntax: Syntax,
  quotations: readonly ParagraphQuotation[],
  listedCueAt: ListedCueAt = () => null,
): ParagraphAttribution[] {
  const reading = readSentences(syntax, quotations);
  const found: Finding[] = [];
  let before: readonly Finding[] = [];
  for (const sentence of reading.sentences) {
    const findings: Finding[] = [];
    // "X has asked Y for help, the paper reported": the cue behind its claim governs the whole sentence.
    readSentence(reading, sentence, 'trailing', findings, before, listedCueAt);
    readSentence(reading, sentence, 'leading', findings, before, listedCueAt);
    found.push(...findings);
    before = findings;
  }
  found.sort((a, b) => (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0));
  return found.map(finding => toAttribution(reading, quotations, finding));
}

/** Where a verb stands: behind the words it attributes, or before them. *According to* governs its sentence anywhere. */
type CuePlace = 'trailing' | 'leading';

function readSentence(
  reading: Reading,
  sentence: TokenRange,
  place: CuePlace,
  findings: Finding[],
  before: readonly Finding[],
  listedCueAt: ListedCueAt,
): void {
  const { tokens } = reading;
  const covered = (at: number): boolean =>
    findings.some(
      f =>
        f.content.some(c => c.from <= at && at < c.to) ||
        (f.source && f.source.from <= at && at < f.source.to),
    );
  for (let at = sentence.from; at < sentence.to; at++) {
    if (isQuoted(reading, at) || covered(at) || findings.some(f => f.cue.from <= at && at < f.cue.to))
      continue;
    const token = tokens[at]!;
    let finding: Finding | null = null;
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to')
      finding = readAccordingTo(reading, sentence, at);
    else {
      const listed = listedCueAt(tokens, at);
      const verb = listed?.verb ?? cueVerbs.get(token.lower);
      if (verb && (listed || isVerb(tokens, at))) {
        const length = listed?.length ?? 1;
        const read = readVerb(reading, sentence, { at, length }, verb, place, findings, before);
        finding = read && listed ? { ...read, evidence: [...read.evidence, 'word-list'] } : read;
      }
    }
    if (finding) findings.push(finding);
  }
}

/** The words of the clause that a cue at `at` stands in: from the last break to the next. */
function clauseStart(reading: Reading, sentence: TokenRange, at: number): number {
  const { tokens } = reading;
  let from = at;
  // A comma before the cue closes an apposition or relative clause, in which anything may stand.
  const enclosed = tokens[at - 1]?.text === ',';
  while (from > sentence.from) {
    const previous = tokens[from - 1]!;
    if (isQuoted(reading, from - 1) || (!enclosed && clauseBreak.has(previous.text))) break;
    if (
      !enclosed &&
      clauseWord.has(previous.lower) &&
      !(previous.lower === 'and' && joinsNames(tokens, from - 1))
    )
      break;
    from--;
  }
  return from;
}

const joinsNames = (tokens: readonly Token[], and: number): boolean =>
  has(tokens[and - 1], Tag.Noun) &&
  has(tokens[and + 1], Tag.ProperNoun | Tag.Noun | Tag.Determiner) &&
  !has(tokens[and + 1], Tag.Verb);

/** A word in a cue verb's form that is used as a verb here. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const previous = tokens[at - 1];
  if (has(previous, Tag.Determiner | Tag.Possessive | Tag.Preposition) && previous?.lower !== 'that')
    return false;
  if (has(previous, Tag.Adjective) && has(token, Tag.Noun)) return false;
  if (has(token, Tag.Verb)) return true;
  return token.lower === 'said' || token.lower === 'says' || token.lower === 'told';
}

function readAccordingTo(reading: Reading, sentence: TokenRange, at: number): Finding | null {
  const { tokens } = reading;
  const source = sourceAfter(tokens, at + 2, sentence.to);
  if (!source) return null;
  const cue = { from: at, to: at + 2 };
  const evidence = ['cue:according to'];
  const before = trimmed(reading, { from: clauseOpening(reading, sentence, at), to: at });
  if (before) return { cue, source, content: [before], cueKind: 'speech', evidence };
  let from = source.to;
  if (tokens[from]?.text === ',' && tokens[from + 1]?.lower === 'citing') {
    const cited = sourceAfter(tokens, from + 2, sentence.to);
    if (cited) from = cited.to;
  }
  const after = trimmed(reading, { from, to: sentence.to });
  return after ? { cue, source, content: [after], cueKind: 'speech', evidence } : null;
}

/** Where a claim that ends at `to` begins: the start of the sentence, or the last strong break. */
function clauseOpening(reading: Reading, sentence: TokenRange, to: number): number {
  for (let at = to - 1; at >= sentence.from; at--)
    if (!isQuoted(reading, at) && clauseBreak.has(reading.tokens[at]?.text ?? '')) return at + 1;
  return sentence.from;
}

/** A cue verb with its auxiliaries, and who it is said of. */
interface VerbGroup extends TokenRange {
  readonly verb: CueVerb;
  readonly passive: boolean;
  readonly participle: boolean;
}

function readVerb(
  reading: Reading,
  sentence: TokenRange,
  { at, length }: { readonly at: number; readonly length: number },
  verb: CueVerb,
  place: CuePlace,
  findings: readonly Finding[],
  before: readonly Finding[],
): Finding | null {
  const { tokens } = reading;
  const group = verbGroup(reading, sentence, at, verb, length);
  if (!group) return null;
  const source = sourceOf(reading, sentence, group, findings);
  if (source && tokens[group.from]?.lower === verb.lemma && !canBePlural(tokens, source)) return null;

  const inverted = source !== null && source.from >= group.to;
  const clause = inverted || !source || source.from > at ? group.from : source.from;
  let left = group.participle ? null : leftContent(reading, sentence, clause, findings);
  const right = inverted
    ? quotationAfter(reading, source.to, sentence.to)
    : rightContent(reading, sentence, group, left !== null);
  if (!left && !right && clause === sentence.from) left = quotationBefore(reading, sentence, before);
  if ((left === null) === (place === 'trailing')) return null;

  const content = [left, right].filter(range => range !== null);
  const quoted = content.some(c => isQuoted(reading, c.from) || isQuoted(reading, c.to - 1));
  if (content.length === 0 || (!source && !group.passive && !quoted)) return null;
  return {
    cue: { from: group.from, to: group.to },
    source,
    content,
    cueKind: verb.kind,
    evidence: quoted ? [`cue:${verb.lemma}`, 'quotation'] : [`cue:${verb.lemma}`],
  };
}

function verbGroup(
  reading: Reading,
  sentence: TokenRange,
  at: number,
  verb: CueVerb,
  length: number,
): VerbGroup | null {
  const { tokens } = reading;
  let from = at;
  const helping = Tag.Auxiliary | Tag.Modal | Tag.Negative | Tag.Copula;
  while (from > sentence.from && has(tokens[from - 1], helping) && !isQuoted(reading, from - 1)) from--;
  const helpers = tokens.slice(from, at);
  if (tokens[from - 1]?.lower === 'to') return null;
  if (emptyWhenNegated.has(verb.lemma) && helpers.some(t => has(t, Tag.Negative))) return null;
  return {
    from,
    to: at + length,
    verb,
    passive: helpers.some(t => has(t, Tag.Copula) || t.lower === 'been'),
    participle: helpers.length === 0 && (tokens[at]?.lower ?? '').endsWith('ing'),
  };
}

/** The subject before the cue, or after an inverted one; an agent after *by*; else the sentence's earlier source. */
function sourceOf(
  reading: Reading,
  sentence: TokenRange,
  group: VerbGroup,
  findings: readonly Finding[],
): TokenRange | null {
  const { tokens } = reading;
  if (group.passive)
    return tokens[group.to]?.lower === 'by' ? sourceAfter(tokens, group.to + 1, sentence.to) : null;
  const start = clauseStart(reading, sentence, group.from);
  if (!group.participle) {
    const subject = subjectBefore(tokens, start, group.from);
    if (subject) return subject;
    if (isQuoted(reading, group.from - 1) || tokens[group.from - 1]?.text === ',') {
      const inverted = sourceAfter(tokens, group.to, sentence.to);
      if (inverted) return inverted;
    }
    if (!has(tokens[start - 1], Tag.Conjunction)) return null;
  }
  return (
    findings.findLast(f => f.source && f.cue.from >= sentence.from && f.cue.from < group.from)?.source ?? null
  );
}

/** “No!” Smith said. – the quotation is the sentence before. */
function quotationBefore(
  reading: Reading,
  sentence: TokenRange,
  before: readonly Finding[],
): TokenRange | null {
  const quotation = reading.quotations[reading.quotationOf[sentence.from - 1] ?? -1] ?? null;
  const taken = before.some(f => f.content.some(c => quotation && c.to > quotation.from));
  return taken ? null : quotation;
}

/** "think" without an ending agrees with a plural or a pronoun only: no cue in "the Council's think tank". */
function canBePlural(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return tokens
    .slice(from, to)
    .some(t => has(t, Tag.Plural | Tag.Pronoun) || t.lower === 'and' || /[^s]s$/u.test(t.lower));
}

/** After *told*: the person spoken to and the day, when what is said follows. */
function addresseeEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = nounPhraseEnd(tokens, from, limit);
  while (end < limit && (isTime(tokens[end]) || (tokens[end]?.lower === 'on' && isTime(tokens[end + 1]))))
    end++;
  const next = tokens[end];
  const opens =
    end >= limit ||
    next === undefined ||
    has(next, Tag.Punctuation | Tag.Pronoun | Tag.Determiner) ||
    contentOpeners.has(next.lower) ||
    next.lower === 'in';
  return opens ? end : from;
}

/** What was said before the cue's clause: the sentence up to the comma or closing mark before it. */
function leftContent(
  reading: Reading,
  sentence: TokenRange,
  to: number,
  findings: readonly Finding[],
): TokenRange | null {
  const { tokens, quotationOf } = reading;
  const last = tokens[to - 1];
  if (to <= sentence.from || !last) return null;
  if (last.text !== ',' && !isQuoted(reading, to - 1)) return null;
  let from = clauseOpening(reading, sentence, to);
  for (const finding of findings) {
    const reached = Math.max(finding.cue.to, finding.source?.to ?? 0, ...finding.content.map(c => c.to));
    if (reached > from && reached <= to) from = reached;
  }
  // Nothing but a conjunction or an opening adverbial before the subject is no claim.
  const range = trimmed(reading, { from, to });
  if (!range) return null;
  if (isQuoted(reading, range.to - 1)) {
    const quotation = reading.quotations[quotationOf[range.to - 1] ?? -1];
    if (quotation && range.from > quotation.from) return quotation;
    return range;
  }
  return range.to - range.from >= 4 && tokens.slice(range.from, range.to).some(t => has(t, Tag.Verb))
    ? range
    : null;
}

function quotationAfter(reading: Reading, from: number, limit: number): TokenRange | null {
  let at = from;
  while (at < limit && at < from + 12 && !isQuoted(reading, at)) {
    if (/^[.;]$/u.test(reading.tokens[at]?.text ?? '')) return null;
    at++;
  }
  return reading.quotations[reading.quotationOf[at] ?? -1] ?? null;
}

function rightContent(
  reading: Reading,
  sentence: TokenRange,
  { to, verb }: VerbGroup,
  hasLeft: boolean,
): TokenRange | null {
  const { tokens, quotationOf } = reading;
  let at = verb.frame === 'addressee' ? addresseeEnd(tokens, to, sentence.to) : to;
  // An adverbial between the cue and its clause: "said on Sunday that", "said in a statement:".
  while (at < sentence.to && (isTime(tokens[at]) || (tokens[at]?.lower === 'on' && isTime(tokens[at + 1]))))
    at++;
  if (tokens[at]?.lower === 'in' || tokens[at]?.lower === 'on') {
    const end = nounPhraseEnd(tokens, at + 1, sentence.to);
    if (end > at + 1) at = end;
    while (isTime(tokens[at])) at++;
  }
  const marked = tokens[at]?.text === ',' || tokens[at]?.text === ':';
  const next = tokens[at + (marked ? 1 : 0)];
  const quoted = isQuoted(reading, at + (marked ? 1 : 0));
  const open = next !== undefined && contentOpeners.has(next.lower);
  if (hasLeft && !quoted && next?.lower !== 'that') return null;
  if (marked && tokens[at]?.text === ',' && !quoted) return null;
  if (quoted && marked) return reading.quotations[quotationOf[at + 1] ?? -1] ?? null;
  if (
    verb.frame === 'clause' &&
    !quoted &&
    !open &&
    nounPhraseEnd(tokens, at, sentence.to) === at &&
    tokens[at]?.text !== ':'
  )
    return null;
  const content = trimmed(reading, { from: marked ? at + 1 : at, to: contentEnd(reading, sentence, at) });
  const isClause =
    quoted ||
    open ||
    verb.frame !== 'clause' ||
    (content && tokens.slice(content.from, content.to).some(t => has(t, Tag.Verb)));
  return isClause ? content : null;
}

/** A clause's end: the sentence's, or where ", as X warned" or ", according to" begins another attribution. */
function contentEnd(reading: Reading, sentence: TokenRange, from: number): number {
  const { tokens } = reading;
  for (let at = from + 1; at < sentence.to; at++) {
    if (isQuoted(reading, at) || tokens[at]?.text !== ',') continue;
    const next = tokens[at + 1];
    if (next?.lower === 'according' || next?.lower === 'citing') return at;
    if (next && next.lower.endsWith('ing') && cueVerbs.has(next.lower)) return at;
    if (
      (next?.lower === 'and' || next?.lower === 'but') &&
      tokens
        .slice(at, sentence.to)
        .some((t, i) => cueVerbs.has(t.lower) && tokens[at + i + 1]?.lower === 'that')
    )
      return at;
    if (
      next &&
      (next.lower === 'as' || next.lower === 'while') &&
      tokens.slice(at, sentence.to).some(t => cueVerbs.has(t.lower))
    )
      return at;
  }
  return sentence.to;
}

/** Without the separators at either end; a quotation keeps its marks, and "that" goes where only a quotation follows. */
function trimmed(reading: Reading, range: TokenRange): TokenRange | null {
  const { tokens, quotationOf } = reading;
  let { from, to } = range;
  const outside = (at: number): boolean => !isQuoted(reading, at);
  while (from < to && outside(from) && has(tokens[from], Tag.Punctuation)) from++;
  while (to > from && outside(to - 1) && has(tokens[to - 1], Tag.Punctuation)) to--;
  if (
    tokens[from]?.lower === 'that' &&
    !outside(from + 1) &&
    reading.quotations[quotationOf[from + 1] ?? -1]?.to === to
  )
    from++;
  return to > from ? { from, to } : null;
}

function toAttribution(
  reading: Reading,
  quotations: readonly ParagraphQuotation[],
  finding: Finding,
): ParagraphAttribution {
  const { tokens } = reading;
  const span = (range: TokenRange): Span => ({
    start: tokens[range.from]!.start,
    end: tokens[range.to - 1]!.end,
  });
  const content = finding.content.map(span);
  return {
    kind: kindOf(reading.text, content, quotations),
    cueKind: finding.cueKind,
    content,
    cue: finding.cue.to > finding.cue.from ? [span(finding.cue)] : [],
    source: finding.source ? [span(finding.source)] : null,
    via: [],
    channel: [],
    hearsay: null,
    confidence: finding.source ? 0.7 : 0.5,
    evidence: finding.evidence,
  };
}
