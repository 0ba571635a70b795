import type { CheckedArticle, UnnamedSource } from '../checkedArticle';
import { headOf } from '../confidential';
import type { Rule } from '../rule';
import { atFirstUse } from './findings';

/** More than one, if not how many. */
const several = /^(?:at least|more than|multiple|numerous|dozens)\b/iu;

/** It is not told how many unnamed sources there are, or a plural turns out to be one person (Reuters, AP, BBC). */
export const countUnclear: Rule = {
  code: 'anonymity.count-unclear',
  find: article => {
    const bare = new Set(article.confidentialSources.filter(isPlural));
    const single = headsPointedBackTo(article);
    return article.ownUnnamedSources
      .filter(source => bare.has(source) || (isPlural(source) && single.has(headAt(article, source))))
      .map(atFirstUse);
  },
};

const isPlural = ({ actor: { anonymity, name } }: UnnamedSource): boolean =>
  anonymity?.class === 'group' && anonymity.count === 'unstated' && !several.test(name);

/** Lower case and singular. */
const headAt = (article: CheckedArticle, { actor, firstUse }: UnnamedSource): string =>
  headOf(article.words(actor.anonymity?.descriptor[0] ?? firstUse))
    .toLowerCase()
    .replace(/s$/u, '');

/** "official", where "the official" says something whom the article never brought in as one. */
function headsPointedBackTo(article: CheckedArticle): ReadonlySet<string> {
  return new Set(
    article.ownUnnamedSources
      .filter(
        ({ actor, firstUse }) =>
          actor.anonymity?.class === 'individual' && /^the(?: same)? \w+$/iu.test(article.words(firstUse)),
      )
      .filter(({ actor, firstUse }) => (actor.mentions[0]?.span[0]?.start ?? 0) >= firstUse.start)
      .map(source => headAt(article, source)),
  );
}
