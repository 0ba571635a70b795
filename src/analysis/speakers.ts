import { cueVerbs } from './attributions/lexicon';
import { tokenAt } from './chains';
import { Tag, type ParagraphAnalysis, type ParagraphAttribution, type Token } from './paragraph';
import { signatureAfter, type MentionPlace } from './patterns';

/** A quotation with no cue looks for its speaker this many paragraphs back, its own included. */
const reach = 3;

/** So far before a quotation the mark that ends a sentence is looked for, in UTF-16 code units. */
const nearby = 12;

/** An attribution with its place in the article. */
interface Placed {
  readonly paragraph: number;
  readonly attribution: ParagraphAttribution;
}

/** Where a quotation that names nobody takes its source from: another attribution, by index, or any mention. */
export type Speaker =
  | { readonly from: 'attribution'; readonly index: number; readonly evidence: string }
  | { readonly from: 'mention'; readonly place: MentionPlace; readonly evidence: string };

/** Who spoke last, and in what manner. */
interface Line {
  readonly index: number;
  readonly paragraph: number;
  readonly speaker: Speaker | null;
  readonly actor: string | null;
  readonly asks: boolean;
  /** It takes a dialogue on from another's question or line. */
  readonly taken: boolean;
}

/**
 * Finds who speaks where a quotation names nobody and has no cue. In this order: who its interview or transcript says;
 * a paragraph that leads up to it ("Ann Lee said:") or signs it ("— Ann Lee"); the other one of two who speak in turns;
 * the subject of the sentence or of the paragraph before, where nobody speaks there; or who spoke last, as a newspaper
 * goes on quoting the same speaker without saying so again (on PolNeAR right in 83 % of such paragraphs).
 *
 * @param placed attributions in the order of the text
 * @param paragraphs of the article
 * @param turns who speaks in paragraphs that are turns of an interview
 * @param actorOf the actor behind an attribution's own source, or behind a mention
 * @returns one for each attribution; null where it keeps its own source, or none
 */
export function findSpeakers(
  placed: readonly Placed[],
  paragraphs: readonly ParagraphAnalysis[],
  turns: ReadonlyMap<number, MentionPlace>,
  actorOf: (of: number | MentionPlace) => string | null,
): (Speaker | null)[] {
  const spoken = new Set(
    placed.flatMap(({ paragraph, attribution: { source, cueKind } }) =>
      source !== null && cueKind === 'speech' ? [paragraph] : [],
    ),
  );
  let last: Line | null = null;
  /** The one who spoke before the last one did. */
  let before: Line | null = null;
  return placed.map(({ paragraph, attribution }, index) => {
    const { source, cue, kind, cueKind, content } = attribution;
    const turn = turns.get(paragraph);
    if (source === null && turn && attribution.evidence.includes('pattern:interview'))
      return mentioned(turn, 'pattern:interview');
    const uncued = source === null && cue.length === 0 && kind === 'direct';
    if (!uncued && (source === null || cueKind !== 'speech')) return null;

    const near = last && paragraph - last.paragraph < reach ? last : null;
    const text = paragraphs[paragraph]?.syntax.text ?? '';
    const start = content[0]?.start ?? 0;
    const alone = uncued && isAlone(text, attribution);
    const asks = /\?["”’']*$/u.test(text.slice(start, content.at(-1)?.end).trimEnd());
    // an answer may go on in the next paragraph; a question to it, or a line among lines without a cue, is the other one's
    const handedOn =
      near?.paragraph === paragraph - 1 && (near.asks || (near.taken && (asks || near.speaker !== null)));
    const other =
      near && before && before.actor !== near.actor && paragraph - before.paragraph < reach ? before : null;
    let speaker: Speaker | null = null;
    if (uncued) {
      const opens = !hasLetters(text.slice(0, start));
      const begins = opens || endsSentence(text.slice(Math.max(0, start - nearby), start));
      const announced = opens ? leadsUp(paragraphs[paragraph - 1], paragraph - 1) : null;
      const signed = alone ? signs(paragraphs[paragraph + 1], paragraph + 1) : null;
      if (announced) speaker = mentioned(announced, 'pattern:introduced');
      else if (signed) speaker = mentioned(signed, 'pattern:signature');
      else if (handedOn && alone && other) speaker = follow(other, 'pattern:dialogue');
      else {
        const subject = opens
          ? spoken.has(paragraph - 1)
            ? null
            : subjectOf(paragraphs[paragraph - 1], paragraph - 1, Infinity)
          : spoken.has(paragraph)
            ? null
            : subjectOf(paragraphs[paragraph], paragraph, start);
        if (subject && actorOf(subject) !== null)
          speaker = mentioned(subject, begins ? 'pattern:introduced' : 'subject');
        else if (near && (begins || near.paragraph === paragraph)) speaker = follow(near, 'previous-speaker');
      }
      if (!speaker) return null;
    }
    const actor = speaker?.from === 'mention' ? actorOf(speaker.place) : actorOf(speaker?.index ?? index);
    const taken = handedOn && actor !== near.actor;
    if (last && last.actor !== actor) before = last;
    last = { index, paragraph, speaker, actor, asks, taken };
    return speaker;
  });
}

const mentioned = (place: MentionPlace, evidence: string): Speaker => ({ from: 'mention', place, evidence });
const follow = ({ index, speaker }: Line, evidence: string): Speaker =>
  speaker ? { ...speaker, evidence } : { from: 'attribution', index, evidence };

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const endsSentence = (text: string): boolean => /[.!?…:]["”’')]*\s*$/u.test(text);

/** Nothing stands in the paragraph but the quotation. */
function isAlone(text: string, { content }: ParagraphAttribution): boolean {
  const [first, last] = [content[0], content.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    !hasLetters(text.slice(0, first.start)) &&
    !hasLetters(text.slice(last.end))
  );
}

/** Who is about to speak in a paragraph such as "Ann Lee said in a statement:" */
function leadsUp(analysis: ParagraphAnalysis | undefined, paragraph: number): MentionPlace | null {
  if (!analysis || !/[:：][*_]*$/u.test(analysis.syntax.text)) return null;
  const { tokens, sentences } = analysis.syntax;
  const sentence = sentences.length - 1;
  const range = sentences[sentence];
  if (!range) return null;
  const cue = tokens.findIndex(
    ({ lower }, at) => at >= range.from && at < range.to && cueVerbs.get(lower)?.kind === 'speech',
  );
  const mentions = analysis.mentions.mentions;
  const before = (limit: Token | undefined): number =>
    mentions.findLastIndex(
      each => each.sentence === sentence && each.span.end <= (limit?.start ?? Infinity) && canSpeak(each),
    );
  if (cue < 0) return null;
  const found = before(tokens[cue]);
  const place = found >= 0 ? found : mentions.findIndex(each => each.sentence === sentence && canSpeak(each));
  return place < 0 ? null : { paragraph, mention: place };
}

/** Whose name stands in a paragraph of its own behind a dash. */
function signs(analysis: ParagraphAnalysis | undefined, paragraph: number): MentionPlace | null {
  if (!analysis || !/^[—–―-]/u.test(analysis.syntax.text)) return null;
  const { tokens } = analysis.syntax;
  const name = signatureAfter(tokens, 0);
  if (!name || (tokens[1]?.tags ?? 0) & Tag.Determiner) return null;
  const mention = analysis.mentions.mentions.findIndex(
    ({ span, form }) => form !== 'pronoun' && span.start < name.end && name.start < span.end,
  );
  return mention < 0 ? null : { paragraph, mention };
}

/** The person with whom the last sentence before an offset begins; failing that, the paragraph. */
function subjectOf(
  analysis: ParagraphAnalysis | undefined,
  paragraph: number,
  offset: number,
): MentionPlace | null {
  if (!analysis) return null;
  const { tokens, sentences } = analysis.syntax;
  const end = offset === Infinity ? tokens.length : tokenAt(tokens, offset);
  const lastSentence = sentences.findLastIndex(({ from }) => from < end);
  for (const sentence of offset === Infinity ? [lastSentence, 0] : [lastSentence]) {
    const start = tokens[sentences[sentence]?.from ?? -1]?.start;
    const mention = analysis.mentions.mentions.findIndex(
      each => each.sentence === sentence && each.span.start === start && isSomebody(each),
    );
    if (mention >= 0) return { paragraph, mention };
  }
  return null;
}

type Mention = ParagraphAnalysis['mentions']['mentions'][number];

const canSpeak = ({ form, head }: Mention): boolean => form !== 'pronoun' || /^(?:he|she|they)$/u.test(head);
const isSomebody = ({ form, head, type, plural, name }: Mention): boolean =>
  !plural &&
  (form === 'pronoun' ? /^(?:he|she)$/u.test(head) : type === 'person' && name?.tentative !== true);
