import type { Attribution } from '../contract';
import type { CheckedArticle } from './checkedArticle';

/** How many attributions before and after a claim are asked whether they bear it out. */
const NEIGHBOURS = 4;
/** How far after a claim its confirmation is looked for, in UTF-16 code units. */
const REACH = 400;
/** Of the shorter claim's words, how many the other one must have for both to say the same. */
const SAME = 0.6;
const FEWEST_WORDS = 3;

const confirming =
  /(?<!\b(?:not|never|nor|neither|cannot|could|would|been|be)\s+(?:\w+ly\s+)?)(?<!n[’']t\s+(?:\w+ly\s+)?)\b(?:confirm(?:s|ed)|corroborat(?:es|ed)|verified|back(?:s|ed) up|supported by|borne out|bore out)\b/iu;
const confirmedBy = /\b(?:been|be|was|were|is|are) (?:\w+ly )?(?:confirmed|corroborated|verified) by\b/iu;
const evidence =
  /\b(?:documents?|records?|e-?mails?|letters?|memos?|files|recordings?|videos?|photographs?)\b[^.]{0,60}\b(?:seen|reviewed|obtained|shows?|showed|supports?|confirms?)\b|\b(?:seen|reviewed|obtained) by\b/iu;

/** Whether somebody else in the article, or a document, bears out what a claim says. */
export function isCorroborated(article: CheckedArticle, claim: Attribution, index: number): boolean {
  const end = Math.max(
    ...[...claim.content, ...claim.cue, ...(claim.source?.mention ?? [])].map(span => span.end),
  );
  const after = article.text.slice(end, end + REACH);
  if (confirming.test(after) || confirmedBy.test(after) || evidence.test(after)) return true;
  const words = contentWords(article, claim);
  return article.analysis.attributions
    .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
    .some(
      other =>
        other !== claim &&
        other.source?.actor !== claim.source?.actor &&
        saySame(words, contentWords(article, other)),
    );
}

function contentWords(article: CheckedArticle, { content }: Attribution): ReadonlySet<string> {
  const words = content.flatMap(
    span =>
      article
        .words(span)
        .toLowerCase()
        .match(/\p{L}{4,}|\p{N}+/gu) ?? [],
  );
  return new Set(words.map(word => word.slice(0, 5)));
}

function saySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  if (short.size < FEWEST_WORDS) return false;
  return [...short].filter(word => long.has(word)).length >= SAME * short.size;
}
