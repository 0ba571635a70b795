import type { Quotation, Span } from '../../contract';
import type { CheckedArticle } from '../checkedArticle';
import type { Finding, Rule } from '../rule';
import { matches } from '../../matches';

const MARKS = '"“”„‟«»‹›＂❝❞';
const opening = new RegExp(`^(?:[${MARKS}'‘’‚‛\`]|'')`, 'u');
const closing = new RegExp(`(?:[${MARKS}'’‘´]|'')$`, 'u');
const firstWord = /^\P{L}*[\p{L}\p{N}’'-]*/u;
const lastWord = /(?<![\p{L}\p{N}’'-])[\p{L}\p{N}’'-]*\p{L}\P{L}*$|^\P{L}*$/u;
const anyMark = new RegExp(`[${MARKS}]`, 'gu');

/** A quotation mark without a partner, or straight and curly ones in one article. */
export const unbalanced: Rule = {
  code: 'quotation.unbalanced',
  find: article => [...unpaired(article), ...mixedStyles(article)],
};

function unpaired(article: CheckedArticle): Finding[] {
  const { quotations } = article.analysis;
  return quotations.flatMap((quotation, index) => {
    if (quotation.balanced) return [];
    const next = quotations[index + 1];
    const runsOn =
      next?.balanced === false && /^\s*$/u.test(article.text.slice(quotation.span.end, next.span.start));
    return runsOn ? [] : [finding(quotation, loneMark(article, quotation), 'unpaired')];
  });
}

/** Where the mark stands that has no partner, with the word at it. */
function loneMark(article: CheckedArticle, { span }: Quotation): Span {
  const { start, end } = span;
  const words = article.words(span);
  if (!closing.test(words))
    return { start, end: start + Math.max(1, firstWord.exec(words)?.[0].length ?? 0) };
  if (!opening.test(words)) return { start: end - Math.max(1, lastWord.exec(words)?.[0].length ?? 0), end };
  const inside = matches(words.slice(1, -1), anyMark)[0];
  return inside ? { start: start + 1 + inside.index, end: start + 2 + inside.index } : { start, end };
}

/** The opening mark with the word at it. */
function firstMark(article: CheckedArticle, { start, end }: Span): Span {
  const length = firstWord.exec(article.words({ start, end }))?.[0].length ?? 0;
  return { start, end: start + Math.max(1, length) };
}

/** The first quotation whose double marks are not of the style that most others have. */
function mixedStyles(article: CheckedArticle): Finding[] {
  const styled = article.analysis.quotations.flatMap(quotation => {
    const words = article.words(quotation.span);
    const ends = [words.charAt(0), words.charAt(words.length - 1)].filter(mark => /["“”„]/u.test(mark));
    const straight = ends.filter(mark => mark === '"').length;
    return quotation.balanced && ends.length > 0
      ? [{ quotation, straight, curly: ends.length - straight }]
      : [];
  });
  const count = (of: 'straight' | 'curly') => styled.reduce((sum, item) => sum + item[of], 0);
  const [straight, curly] = [count('straight'), count('curly')];
  const odd = styled.find(item => (straight > curly ? item.curly : item.straight) > 0);
  return straight > 0 && curly > 0 && odd
    ? [finding(odd.quotation, firstMark(article, odd.quotation.span), 'mixed')]
    : [];
}

const finding = ({ attribution }: Quotation, span: Span, problem: 'unpaired' | 'mixed'): Finding => ({
  args: { problem },
  span,
  attribution,
  actor: null,
});
