import type { Attribution, Span } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import { sentencesIn } from '../sentences';

/** Words of a sentence without which it is but an exclamation: "No." */
const fewestWords = 3;

const opensQuote = /^["“„«‘']/u;
/** "― Ann Lee" behind a quote: the layout of a collection of voices. */
const signature = /[—–―-]\s*$/u;
/** Refers back to somebody whom the reader has in mind: "she", "the Republican", but not "the judge, Ann Lee". */
const pointsBack =
  /^(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|who|which|I|[Ww]e)$|[Tt]h(?:e|is|at|ese|ose)\b(?!.*, \p{Lu}))/u;
/** So near to the quote stands its source; further off stands who passed it on ("the mayor said, according to …"). */
const nearby = 20;
/** Says that the speaker spoke before. */
const goingOn = /\b(?:add|continu|went on|go(?:es)? on)/iu;

/** A quote of several sentences whose source stands only behind them, with nothing about that source just before. */
export interface UnannouncedQuote {
  readonly attribution: string;
  readonly actor: string;
  readonly source: Span;
  readonly firstSentence: Span;
  /** How many sentences stand before the source. */
  readonly sentences: number;
  /** Another speaker's quote leads up to it, so that it seems to go on. */
  readonly seemsToGoOn: boolean;
}

/** Finds the quotes that a reader cannot give to anybody until their second sentence has ended; in order. */
export function unannouncedQuotes(article: CheckedArticle): UnannouncedQuote[] {
  const { text, analysis, paragraphs } = article;
  return analysis.attributions.flatMap((claim, index) => {
    const { id, kind, content, cue, source } = claim;
    const mention = source?.mention[0];
    const start = content[0]?.start ?? 0;
    if (!source || !mention || kind === 'indirect' || mention.start < start || !article.isOwn(claim))
      return [];
    const number = article.paragraphAt(start);
    const paragraph = paragraphs[number];
    const isApart = !paragraph || paragraph.end <= mention.start;
    const refersBack =
      pointsBack.test(article.words(mention)) || cue.some(span => goingOn.test(article.words(span)));
    if (isApart || refersBack || signature.test(text.slice(start, mention.start))) return [];

    const before = content.filter(({ end }) => end <= mention.start);
    if (mention.start - (before.at(-1)?.end ?? start) > nearby) return [];
    const sentences = before
      .filter(span => opensQuote.test(article.words(span)))
      .flatMap(span => sentencesIn(text, span))
      .filter(span => article.words(span).split(/\s+/u).length >= fewestWords);
    const [firstSentence] = sentences;
    if (!firstSentence || sentences.length < 2) return [];

    const lead = paragraphs[number - 1]?.start ?? paragraph.start;
    const previous = analysis.attributions[index - 1];
    const leadingUp = previous && lastQuoted(previous, start, lead) ? previous : null;
    const seemsToGoOn =
      leadingUp?.source !== undefined &&
      leadingUp.source !== null &&
      leadingUp.source.actor !== source.actor &&
      followsOn(article, leadingUp, paragraph.start, start);
    // within a run of quotes the name has to stand after the last one's
    const from = seemsToGoOn ? (lastQuoted(leadingUp, start, lead)?.end ?? lead) : lead;
    const isAnnounced = article
      .actor(source.actor)
      ?.mentions.some(({ span: [span] }) => span && span.start >= from && span.end <= start);
    if (isAnnounced) return [];
    return [
      {
        attribution: id,
        actor: source.actor,
        source: mention,
        firstSentence,
        sentences: sentences.length,
        seemsToGoOn,
      },
    ];
  });
}

/** The last piece of another claim that stands, all of it in quotation marks, between two offsets. */
function lastQuoted({ kind, content }: Attribution, before: number, after: number): Span | undefined {
  if (kind !== 'direct') return undefined;
  return content.findLast(span => span.start >= after && span.end <= before);
}

/** Whether a quote follows another in its paragraph, or opens one right behind a paragraph that the other ends. */
function followsOn({ text }: CheckedArticle, other: Attribution, paragraph: number, start: number): boolean {
  const end = lastQuoted(other, start, 0)?.end ?? 0;
  return end > paragraph || /^["”“’'\s]*$/u.test(text.slice(end, start));
}
