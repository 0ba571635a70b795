import type { Actor, Span } from '../../contract';
import type { CheckedArticle, UnnamedSource } from '../checkedArticle';
import type { Rule } from '../rule';
import { matches } from '../../matches';

const declining =
  /\b(?:declined|refused|did not wish|did not want|was not willing|would not|wouldn[’']t|won[’']t|will not)\s+(?:to\s+)?(?:comment|discuss|talk about|answer questions)\b|[“"]No comment[,.]?[”"]/giu;

/** Between who declines and the words that say so. */
const between = /^[\s,]*(?:(?:has|have|had|also|both|on \p{Lu}\p{Ll}+)\s+)*$/u;
/** Between "no comment" and who says it. */
const saying = /^\s*(?:said\s+|was all\s+)?$/u;

const speaksFor = /spokes|representative/iu;
const joining = /\b(?:at|in|of|with|from|for|inside|within)\s+(\S[^]*)/u;
/** Who has left, or serves a member only. */
const outside =
  /\b(?:former|ex-|retired|onetime)|\b(?:aide|adviser|advisor|friend|lawyer|relative|close) to\b/iu;

/** An organization declines to comment while its unnamed member speaks (AP). */
export const declinedConflict: Rule = {
  code: 'anonymity.declined-conflict',
  find: article => {
    const silent = silentOrganizations(article);
    if (silent.length === 0) return [];
    return article.ownUnnamedSources.flatMap(source => {
      const organization = affiliations(article, source).flatMap(
        name => silent.find(other => isSameBody(name, other)) ?? [],
      )[0];
      if (!organization) return [];
      return [
        {
          args: { organization, source: source.actor.name },
          span: source.firstUse,
          attribution: source.claims[0]?.id ?? null,
          actor: source.actor.id,
        },
      ];
    });
  },
};

/** Names of the organizations of which the article says that they declined to comment. */
function silentOrganizations(article: CheckedArticle): string[] {
  const refusals = matches(article.text, declining);
  if (refusals.length === 0) return [];
  return article.analysis.actors.flatMap(actor =>
    actor.mentions.some(({ span: [span] }) => span && refusals.some(match => isSilent(article, span, match)))
      ? bodiesOf(actor)
      : [],
  );
}

function isSilent({ text }: CheckedArticle, mention: Span, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  return /no comment/iu.test(match[0])
    ? mention.start >= end && saying.test(text.slice(end, mention.start))
    : mention.end <= match.index && between.test(text.slice(mention.end, match.index));
}

/** An organization itself, or the one for which a spokesman speaks. */
const bodiesOf = ({ name, roles }: Actor): string[] => {
  const spokenFor = roles.flatMap(({ text, affiliation }) =>
    affiliation && speaksFor.test(text) ? [affiliation.text] : [],
  );
  return roles.length > 0 ? spokenFor : [name];
};

/** Where an unnamed source works now, as far as its description says so. */
function affiliations({ text }: CheckedArticle, { actor }: UnnamedSource): string[] {
  const descriptions = (actor.anonymity?.descriptor ?? []).map(span => text.slice(span.start, span.end));
  if (descriptions.some(words => outside.test(words))) return [];
  return [
    ...actor.roles.flatMap(({ affiliation }) => affiliation?.text ?? []),
    // "a ministry official"
    ...actor.roles.flatMap(role => /^(.+) \p{L}+$/u.exec(role.text)?.[1] ?? []),
    ...descriptions.flatMap(words => joining.exec(words)?.[1] ?? []),
  ];
}

const wordsOf = (name: string): string[] =>
  (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !/^(?:the|a|an|its|s)$/u.test(word));

/** "the ministry" and "the interior ministry", but not "the finance ministry". */
function isSameBody(a: string, b: string): boolean {
  const [short = [], long = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every(word => long.includes(word));
}
