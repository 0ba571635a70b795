import type { Span } from '../contract';
import type { ParagraphAnalysis, ParagraphAttribution, Syntax } from '../paragraph';
import { findMentions } from '../sources';
import { answers, asks, readLabel, type Label } from './labels';
import { attribution, preferPatterns } from './paragraph';

/** A paragraph of article text. */
interface Placed extends ParagraphAnalysis {
  readonly start: number;
  readonly text: string;
}

/** A mention by its place: index of its paragraph, and its index there. */
export interface MentionPlace {
  readonly paragraph: number;
  readonly mention: number;
}

/** Who speaks in a turn: named by a label, the interviewee, the one whose turn goes on; or a question put by nobody named. */
type Speaker = 'label' | 'interviewee' | 'same' | 'nobody';

interface Turn {
  readonly speaker: Speaker;
  readonly label: Label | null;
  /** What is said, relative to the paragraph. */
  readonly body: Span;
}

export interface Turns<Paragraph> {
  readonly paragraphs: readonly Paragraph[];
  /** For each paragraph whose turn names nobody itself, who speaks. */
  readonly speakers: ReadonlyMap<number, MentionPlace>;
}

const minTurns = 3;
const CONFIDENCE = 0.8;
const wholly = /^(\*{1,3}|_{1,3})(?=\S)[^*_]*\S\1$/u;
const boldLead = /^(?:\*{2,3}|_{2,3})[^*_]{1,400}\?(?:\*{2,3}|_{2,3})/u;
const ownWords = /(?<![\p{L}’'])(?:I|I[’']\p{Ll}+|[Ww]e|[Mm]y|[Oo]ur|us|me)(?![\p{L}])/u;
const addressed = /(?<!\p{L})your?(?:rself)?(?!\p{L})/iu;

/**
 * Recognises interviews and transcripts by their turns: at least three paragraphs opened by labels of which one comes
 * again ("BRANDT: We will act."), by Q and A, or answers under questions set in bold or as headings. Every turn
 * becomes one attribution; those under Q and A or a bare question come from the one whom the introduction names.
 *
 * @param text the article
 * @param paragraphs its article text
 * @returns the same paragraphs where the article is no interview
 */
export function findTurns<Paragraph extends Placed>(
  text: string,
  paragraphs: readonly Paragraph[],
): Turns<Paragraph> {
  const turns = labelledTurns(text, paragraphs) ?? questionTurns(text, paragraphs);
  if (!turns) return { paragraphs, speakers: new Map() };
  const rewritten = paragraphs.map((paragraph, index) => {
    const turn = turns.get(index);
    return turn ? withTurn(paragraph, turn) : paragraph;
  });
  return { paragraphs: rewritten, speakers: speakersOf(rewritten, turns) };
}

/** Turns that open with a label; a paragraph without one goes on with the turn before it. */
function labelledTurns(text: string, paragraphs: readonly Placed[]): Map<number, Turn> | null {
  const labels = paragraphs.map(paragraph => readLabel(paragraph.text));
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < minTurns || counts.size < 2 || !recurs(counts, total)) return null;
  const anonymous = labels.some(label => label && asks.test(label.text));
  const bodies = labels.flatMap((label, index) =>
    label ? (paragraphs[index]?.text.slice(label.body.start) ?? '') : [],
  );
  if (anonymous && !bodies.some(body => ownWords.test(body) || addressed.test(body))) return null;

  const turns = new Map<number, Turn>();
  const last = labels.findLastIndex(label => label !== null);
  let current: Label | null = null;
  paragraphs.forEach((paragraph, index) => {
    const label = labels[index] ?? null;
    if (label) {
      current = label;
      const speaker = asks.test(label.text) ? 'nobody' : answers.test(label.text) ? 'interviewee' : 'label';
      turns.set(index, { speaker, label, body: label.body });
    } else if (current && goesOn(text, paragraph, current, index > last))
      turns.set(index, {
        speaker: asks.test(current.text) ? 'nobody' : answers.test(current.text) ? 'interviewee' : 'same',
        label: null,
        body: { start: 0, end: paragraph.text.length },
      });
    else current = current && index < last && !isHeading(text, paragraph) ? current : null;
  });
  return turns;
}

const keyOf = ({ text }: Label): string =>
  text
    .toLowerCase()
    .replace(/[,(][^]*/u, '')
    .trim();

/** Speakers take turns: most labels come again, which headings and lists of facts do not. */
function recurs(counts: ReadonlyMap<string, number>, total: number): boolean {
  const again = [...counts.values()].filter(count => count > 1).reduce((sum, count) => sum + count, 0);
  return again * 2 >= total;
}

/** Whether a paragraph without a label is more of the turn, and not the journalist's. */
function goesOn(text: string, paragraph: Placed, label: Label, after: boolean): boolean {
  const words = paragraph.text;
  if (isAside(text, paragraph) || !/\p{L}/u.test(words)) return false;
  const surname =
    label.text
      .replace(/[,(][^]*/u, '')
      .trim()
      .split(/\s+/u)
      .at(-1) ?? '';
  if (surname.length > 2 && words.toLowerCase().includes(surname.toLowerCase())) return false;
  return !after || ownWords.test(words);
}

/** A stage direction, a note in italics or a heading. */
const isAside = (text: string, paragraph: Placed): boolean =>
  /^["“]?[([].*[)\]]["”]?$/su.test(paragraph.text) ||
  /:[*_]*$/u.test(paragraph.text) ||
  wholly.test(paragraph.text) ||
  isHeading(text, paragraph);

const isHeading = (text: string, { start }: Placed): boolean =>
  /(?:^|\n)[ \t]*#{1,6}[ \t]+$/u.test(text.slice(Math.max(0, start - 12), start));

/** Answers below questions set in bold, in italics or as headings. */
function questionTurns(text: string, paragraphs: readonly Placed[]): Map<number, Turn> | null {
  const isQuestion = (paragraph: Placed): boolean =>
    /\?[*_]*$/u.test(paragraph.text) && (wholly.test(paragraph.text) || isHeading(text, paragraph));
  const leads = paragraphs.map(paragraph => boldLead.exec(paragraph.text)?.[0] ?? null);
  const questions = paragraphs.map((paragraph, index) => isQuestion(paragraph) || leads[index] !== null);
  if (questions.filter(Boolean).length < minTurns) return null;
  const turns = new Map<number, Turn>();
  let asked = false;
  let personal = 0;
  // an answer in quotation marks beside a cue is found as any such quotation is
  const isQuoted = ({ text, attributions }: Placed, from: number): boolean =>
    /^[*_]*["“‘'«„]/u.test(text.slice(from)) &&
    attributions.some(({ cue, source, kind }) => cue.length > 0 && source !== null && kind !== 'indirect');
  paragraphs.forEach((paragraph, index) => {
    if (questions[index]) {
      asked = true;
      if (addressed.test(leads[index] ?? paragraph.text)) personal++;
      const from = leads[index]?.length ?? paragraph.text.length;
      const start = from + (/^\s*/u.exec(paragraph.text.slice(from))?.[0].length ?? 0);
      if (isQuoted(paragraph, start)) return;
      if (start < paragraph.text.length)
        turns.set(index, {
          speaker: 'interviewee',
          label: null,
          body: { start, end: paragraph.text.length },
        });
      else
        turns.set(index, { speaker: 'nobody', label: null, body: { start: 0, end: paragraph.text.length } });
    } else if (asked && isQuoted(paragraph, 0)) return;
    else if (asked && !isAside(text, paragraph))
      turns.set(index, {
        speaker: 'interviewee',
        label: null,
        body: { start: 0, end: paragraph.text.length },
      });
    else asked = asked && !isHeading(text, paragraph);
  });
  const given = [...turns].filter(([, { speaker }]) => speaker === 'interviewee');
  const own = given.filter(([index, { body }]) =>
    ownWords.test(paragraphs[index]?.text.slice(body.start, body.end) ?? ''),
  ).length;
  // an explainer puts questions as well, but not to somebody
  return given.length > 0 && personal >= 1 && own * 2 >= given.length ? turns : null;
}

/** What was made of paragraphs as turns before: reading their mentions again costs most of this stage. */
const known = new WeakMap<Syntax, { readonly turn: Turn; readonly analysis: TurnAnalysis }>();
type TurnAnalysis = Pick<ParagraphAnalysis, 'attributions' | 'mentions'>;

function withTurn<Paragraph extends Placed>(paragraph: Paragraph, turn: Turn): Paragraph {
  const before = known.get(paragraph.syntax);
  if (before?.turn.speaker === turn.speaker && before.turn.body.start === turn.body.start)
    return { ...paragraph, ...before.analysis };
  const analysis = readTurn(paragraph, turn);
  known.set(paragraph.syntax, { turn, analysis });
  return { ...paragraph, ...analysis };
}

/** Replaces what was found in a turn's words by the turn itself; a question of nobody named is no attribution. */
function readTurn(paragraph: Placed, { label, body, speaker }: Turn): TurnAnalysis {
  const { syntax, quotations } = paragraph;
  const said: ParagraphAttribution = {
    ...attribution(
      paragraph.text,
      [body],
      speaker === 'label' && label ? [label.span] : null,
      label ? [label.mark] : [],
      quotations,
    ),
    confidence: CONFIDENCE,
    evidence: ['pattern:interview'],
  };
  const attributions = preferPatterns([said], paragraph.attributions).filter(
    each => each !== said || speaker !== 'nobody',
  );
  return { attributions, mentions: findMentions(syntax, attributions, quotations) };
}

function speakersOf(
  paragraphs: readonly Placed[],
  turns: ReadonlyMap<number, Turn>,
): Map<number, MentionPlace> {
  const speakers = new Map<number, MentionPlace>();
  const interviewee = findInterviewee(paragraphs.slice(0, Math.min(...turns.keys())));
  let labelled: MentionPlace | null = null;
  for (const [paragraph, { speaker }] of turns) {
    const { attributed } = paragraphs[paragraph]!.mentions;
    if (speaker === 'label') {
      const source = attributed.find(({ source }) => source !== null)?.source ?? null;
      labelled = source === null ? null : { paragraph, mention: source };
    } else if (speaker === 'same' && labelled) speakers.set(paragraph, labelled);
    else if (speaker === 'interviewee' && interviewee) speakers.set(paragraph, interviewee);
  }
  return speakers;
}

/** The person named most often before the first question, or the one named first of several. */
function findInterviewee(introduction: readonly Placed[]): MentionPlace | null {
  const counts = new Map<string, { count: number; place: MentionPlace }>();
  introduction.forEach(({ mentions }, paragraph) =>
    mentions.mentions.forEach(({ name, type }, mention) => {
      const key = name?.words.at(-1);
      if (key === undefined || (type !== 'person' && type !== 'unknown')) return;
      if (type === 'unknown' && !counts.has(key)) return;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { count: 1, place: { paragraph, mention } });
    }),
  );
  let best: { count: number; place: MentionPlace } | null = null;
  for (const each of counts.values()) if (!best || each.count > best.count) best = each;
  return best?.place ?? null;
}
