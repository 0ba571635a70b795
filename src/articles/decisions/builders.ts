import type { AnonymityClass, Attribution, Span, VerificationStatus } from '../../analysis/contract';
import { anchorAt } from './anchor';
import type {
  AddClaim,
  AddQuote,
  AddSource,
  Anonymous,
  Confidential,
  Confirm,
  Named,
  NotClaim,
  NotQuote,
  NotSource,
  Note,
  OtherSource,
  SameAs,
  Split,
  Status,
} from './decision';

/**
 * One function for each kind of decision: from the article and a finding in it to plain data. A finding is given by
 * the spans that it has in `text`; where it has several, the first that is not empty is remembered.
 */

/** The text that the findings are of, and its file as decisions name it. */
export interface DecidedArticle {
  readonly text: string;
  readonly file: string;
}

type Words = readonly Span[];

export const notSource = (
  article: DecidedArticle,
  mention: Words,
  scope: NotSource['scope'] = 'mention',
): NotSource => ({ ...about(article, 'not-source', mention), scope });

export const notQuote = (article: DecidedArticle, quotation: Span): NotQuote =>
  about(article, 'not-quote', [quotation]);

export const notClaim = (article: DecidedArticle, claim: Pick<Attribution, 'content'>): NotClaim =>
  about(article, 'not-claim', claim.content);

/** @param source a mention of an actor or other words that name it; null for nobody */
export const otherSource = (
  article: DecidedArticle,
  claim: Pick<Attribution, 'content'>,
  source: Words | null,
): OtherSource => ({
  ...about(article, 'other-source', claim.content),
  source: source && anchor(article, source),
});

export const sameAs = (article: DecidedArticle, mention: Words, other: Words): SameAs => ({
  ...about(article, 'same-as', mention),
  other: anchor(article, other),
});

/** @param others further mentions that go with the first one */
export const split = (
  article: DecidedArticle,
  mention: Words,
  others: readonly Words[] = [],
  name: string | null = null,
): Split => ({
  ...about(article, 'split', mention),
  others: others.map(words => anchor(article, words)),
  name,
});

export const named = (article: DecidedArticle, mention: Words, name: string | null = null): Named => ({
  ...about(article, 'named', mention),
  name,
});

export const anonymous = (
  article: DecidedArticle,
  mention: Words,
  anonymityClass: AnonymityClass,
): Anonymous => ({ ...about(article, 'anonymous', mention), class: anonymityClass });

export const addClaim = (
  article: DecidedArticle,
  content: Span,
  source: Words | null = null,
  cue: Words | null = null,
): AddClaim => ({
  ...about(article, 'add-claim', [content]),
  source: source && anchor(article, source),
  cue: cue && anchor(article, cue),
});

export const addSource = (
  article: DecidedArticle,
  words: Span,
  claim: Pick<Attribution, 'content'> | null = null,
): AddSource => ({
  ...about(article, 'add-source', [words]),
  claim: claim && anchor(article, claim.content),
});

export const addQuote = (article: DecidedArticle, words: Span): AddQuote =>
  about(article, 'add-quote', [words]);

export const confirm = (article: DecidedArticle, claim: Pick<Attribution, 'content'>): Confirm =>
  about(article, 'confirm', claim.content);

export const status = (
  article: DecidedArticle,
  claim: Pick<Attribution, 'content'>,
  value: VerificationStatus,
  note = '',
): Status => ({ ...about(article, 'status', claim.content), status: value, note });

export const note = (article: DecidedArticle, mention: Words, text: string): Note => ({
  ...about(article, 'note', mention),
  note: text,
});

export const confidential = (article: DecidedArticle, mention: Words): Confidential => ({
  ...about(article, 'confidential', mention),
  private: true,
});

function about<K extends string>(article: DecidedArticle, kind: K, words: Words) {
  return {
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    kind,
    file: article.file,
    target: anchor(article, words),
  };
}

/** @throws where there are no words to remember */
function anchor({ text }: DecidedArticle, words: Words) {
  const span = words.find(({ start, end }) => start < end);
  if (!span) throw new Error('A decision needs words to be about.');
  return anchorAt(text, span);
}
