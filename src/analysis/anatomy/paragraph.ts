import type { Span } from '../contract';
import { withoutMarkdown } from '../markdown';

/** Longer ones are read as they stand: no part that is told by its words is as long. */
const LONGEST = 1000;

/** One of the article's paragraphs, as the readers of its parts want it. */
export interface Paragraph extends Span {
  /** As it stands in the article. */
  readonly marked: string;
  /** Without the marks of Markdown. */
  readonly text: string;
  /** Has a mark of its own before it or a line under it. */
  readonly setAs: 'heading' | 'item' | null;
  /** Where words of `text` stand in the article. */
  readonly inArticle: (span: Span) => Span;
}

export function readParagraph(article: string, { start, end }: Span): Paragraph {
  const marked = article.slice(start, end);
  const { text, toMarked } =
    marked.length <= LONGEST ? withoutMarkdown(marked) : { text: marked, toMarked: (span: Span) => span };
  return {
    start,
    end,
    marked,
    text,
    setAs: isHeading(article, start, end) ? 'heading' : isItem(article, start) ? 'item' : null,
    inArticle: span => {
      const place = toMarked(span);
      return { start: start + place.start, end: start + place.end };
    },
  };
}

/** All of its words, without marks of emphasis around them. */
export function wordsOfParagraph({ text, inArticle }: Paragraph): Span {
  return inArticle({ start: 0, end: text.length });
}

/** All of it stands in italics or bold. */
export function isEmphasized({ marked }: Paragraph): boolean {
  return /^(\*{1,3}|_{1,3})(?![\s*_])(?:(?!\1)[^])*[^\s*_]\1$/.test(marked);
}

/** `# ` before it, or a line of `=` or `-` under it. */
function isHeading(article: string, start: number, end: number): boolean {
  return (
    /(?:^|[\r\n])#{1,6}[ \t]+$/.test(article.slice(Math.max(0, start - 10), start)) ||
    /^[ \t]*\r?\n(?:=|-){3,}[ \t]*(?:[\r\n]|$)/.test(article.slice(end, end + 80))
  );
}

function isItem(article: string, start: number): boolean {
  return /(?:^|[\r\n])[ \t]*(?:[-*+•‣◦▪]|\d{1,3}[.)])[ \t]+$/.test(
    article.slice(Math.max(0, start - 20), start),
  );
}
