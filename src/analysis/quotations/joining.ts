import type { QuotationRole, Span } from '../contract';
import { cueVerbs } from '../attributions/lexicon';
import type { ParagraphQuotation } from '../paragraph';
import { partitionPoint } from '../partitionPoint';
import { mayHaveDouble, readMarks } from './marks';

export interface QuotedParagraph {
  /** Of the paragraph in the article. */
  readonly start: number;
  readonly text: string;
  readonly quotations: readonly ParagraphQuotation[];
}

/** One quotation of one paragraph, by its indices. */
export interface QuotationPiece {
  readonly paragraph: number;
  readonly quotation: number;
  /** In the article, with its marks. */
  readonly span: Span;
}

/** A quotation of the article: one piece, or one for each paragraph over which it runs. */
export interface JoinedQuotation {
  readonly pieces: readonly [QuotationPiece, ...QuotationPiece[]];
  readonly role: QuotationRole;
  readonly depth: number;
  /** True where every mark has its partner: an opening mark on each paragraph and a closing one on the last. */
  readonly balanced: boolean;
}

/**
 * Joins the quotations that run over several paragraphs. All pieces of one are by one speaker.
 *
 * @param paragraphs all paragraphs of the article, in its order
 * @returns every quotation, in the order of the text
 */
export function joinQuotations(paragraphs: readonly QuotedParagraph[]): JoinedQuotation[] {
  const wholes: Whole[] = [];
  let running: Whole | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    let runsOn: Whole | null = null;
    for (const [quotation, found] of paragraph.quotations.entries()) {
      const { start, end } = found.span;
      const span = { start: paragraph.start + start, end: paragraph.start + end };
      const piece = { paragraph: index, quotation, span };
      let whole: Whole;
      if (running && quotation === 0 && goesOn(running, paragraph, found)) {
        whole = running;
        whole.pieces.push(piece);
      } else {
        whole = {
          pieces: [piece],
          mark: markKind(paragraph.text, found),
          role: found.role,
          depth: found.depth,
        };
        wholes.push(whole);
      }
      if (runsToEnd(paragraph.text, found)) runsOn = whole;
    }
    running = runsOn;
  }
  const straysOf = onceForEach();
  return wholes.map(({ pieces, role, depth }) => ({
    pieces,
    role: pieces.length > 1 ? 'speech' : role,
    depth,
    balanced: isBalanced(pieces, paragraphs, straysOf),
  }));
}

/** Straight marks as they are, curly ones by what they are. */
type MarkKind = '"' | "'" | "''" | 'double' | 'single' | 'block';

interface Whole {
  readonly pieces: [QuotationPiece, ...QuotationPiece[]];
  readonly mark: MarkKind;
  readonly role: QuotationRole;
  readonly depth: number;
}

/** Whether the quotation that led into a paragraph is taken up by the first one there. */
function goesOn(running: Whole, { text }: QuotedParagraph, found: ParagraphQuotation): boolean {
  if (found.depth > 0 || found.span.start > 0) return false;
  // Without its opening mark the quotation has a closing one only; that is taken for a slip.
  return !found.marks.open && found.marks.close ? true : markKind(text, found) === running.mark;
}

function runsToEnd(text: string, { span, marks, depth }: ParagraphQuotation): boolean {
  if (depth > 0 || marks.close || span.end < text.trimEnd().length) return false;
  return !endsWithCue(text.slice(Math.max(span.start, span.end - 60), span.end));
}

/** “We will go, he said. – the closing mark was forgotten; the speaker has ended. */
function endsWithCue(tail: string): boolean {
  const words = /[,?!]\s+([^\s,?!.][^,?!.]*)\.$/u.exec(tail)?.[1]?.split(/\s+/) ?? [];
  return (
    words.length > 1 &&
    words.length < 6 &&
    words.some(word => cueVerbs.get(word.toLowerCase())?.kind === 'speech')
  );
}

function markKind(text: string, { span, inner, marks }: ParagraphQuotation): MarkKind {
  if (!marks.open && !marks.close) return 'block';
  const mark = text.slice(span.start, inner.start);
  return mark === '"' || mark === "'" || mark === "''" ? mark : /^[‘’‚‛`]$/.test(mark) ? 'single' : 'double';
}

function isBalanced(
  pieces: readonly QuotationPiece[],
  paragraphs: readonly QuotedParagraph[],
  straysOf: (paragraph: QuotedParagraph) => readonly number[],
): boolean {
  return pieces.every(({ paragraph: index, quotation }, at) => {
    const paragraph = paragraphs[index];
    const found = paragraph?.quotations[quotation];
    if (!paragraph || !found) return false;
    if (!found.marks.open && !found.marks.close) return true;
    const closed = at < pieces.length - 1 || found.marks.close;
    return found.marks.open && closed && !anyWithin(straysOf(paragraph), found.inner);
  });
}

/** Where double marks stand that belong to no quotation, as in “it left open “the door,” she said. */
function strayMarks({ text, quotations }: QuotedParagraph): number[] {
  const used = new Set(quotations.flatMap(({ span, inner }) => [span.start, inner.end]));
  if (!mayHaveDouble(text, used)) return [];
  const { double, guillemet } = readMarks(text);
  return [...double, ...guillemet]
    .filter(({ start, stray }) => stray > 1 && !used.has(start))
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

/** @param places in ascending order */
function anyWithin(places: readonly number[], { start, end }: Span): boolean {
  return (places[partitionPoint(places, place => place < start)] ?? Infinity) < end;
}

/** Reads a paragraph's stray marks when they are first asked for. */
function onceForEach(): (paragraph: QuotedParagraph) => readonly number[] {
  const known = new Map<QuotedParagraph, readonly number[]>();
  return paragraph => {
    const strays = known.get(paragraph) ?? strayMarks(paragraph);
    known.set(paragraph, strays);
    return strays;
  };
}
