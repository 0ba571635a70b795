import type { Attribution } from '../../contract';
import type { CheckedArticle, UnnamedSource } from '../checkedArticle';
import type { Finding, Rule } from '../rule';
import { atFirstUse } from './findings';

const number =
  'two|three|four|five|six|seven|eight|nine|ten|half a dozen|a dozen|a number of|a couple of|\\d+';
const degree =
  'senior|top|high-ranking|high-level|well-placed|reliable|trusted|informed|key|unnamed|anonymous|unidentified|independent|current|former|and';
const bare = new RegExp(
  `^(?:(?:an?|one|at least|more than|several|some|many|multiple|other|another|certain|various|numerous|${number}|${degree})\\s+)*` +
    '(?:sources|officials|insiders|(?<=\\s)(?:source|official|insider))$',
  'iu',
);
const learned = /^(?:has|have)\s+(?:exclusively\s+)?learn(?:ed|t)$/iu;

/** A description of a source that fits almost anyone: "a source", "officials say", "has learned" (AP, NPR, Reuters). */
export const vague: Rule = {
  code: 'anonymity.vague',
  find: article => [
    ...article.ownUnnamedSources.filter(source => isVague(article, source)).map(atFirstUse),
    ...hasLearned(article),
  ],
};

function isVague(article: CheckedArticle, { actor: { anonymity }, firstUse }: UnnamedSource): boolean {
  return (
    anonymity?.basis.length === 0 &&
    [firstUse, ...anonymity.descriptor].every(span => bare.test(article.words(span)))
  );
}

/** What a publication has learned it does not say from whom; the first time is enough. */
function hasLearned(article: CheckedArticle): Finding[] {
  const isLearned = ({ cue, source, via }: Attribution): boolean =>
    via.length === 0 &&
    cue.some(span => learned.test(article.words(span))) &&
    article.actor(source?.actor ?? '')?.type === 'publication';
  const found = article.analysis.attributions.find(isLearned);
  const [mention] = found?.source?.mention ?? [];
  const [cue] = found?.cue ?? [];
  if (!found?.source || !mention || !cue) return [];
  const { actor } = found.source;
  return [
    {
      args: { source: article.actor(actor)?.name ?? article.words(mention) },
      span: { start: Math.min(mention.start, cue.start), end: Math.max(mention.end, cue.end) },
      attribution: found.id,
      actor,
    },
  ];
}
