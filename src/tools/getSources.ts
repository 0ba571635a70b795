import type { Actor, Anonymity, Role } from '../analysis/contract';
import type { Article } from '../articles/article';
import { pageOf } from './page';
import { cut, Reader } from './reader';
import type { Tool } from './tool';

/** A source with more roles than this is a body that the article speaks of all through. */
const MOST_ROLES = 10;

/** Who speaks in an article, with what it tells of each of them. */
export const getSources: Tool = {
  name: 'get_sources',
  title: 'Get Sources',
  description:
    'Lists the sources of a news article in the order in which they appear: who claims something or passes a claim on, named or anonymous, with roles, what the article says about their anonymity, and how many claims they make. Found by an analysis on this machine, which can be wrong.',
  run: ({ article }, from) => {
    const reader = new Reader(article);
    const { items, ...rest } = pageOf(inOrder(article), from, actor => sourceIn(article, reader, actor));
    return { ...rest, sources: items };
  },
};

function inOrder({ sources }: Article): Actor[] {
  const start = ({ mentions }: Actor) => mentions[0]?.span[0]?.start ?? 0;
  return [...sources].sort((a, b) => start(a) - start(b));
}

function sourceIn(article: Article, reader: Reader, actor: Actor) {
  const { id, name, type, anonymous, plural, roles, listed, anonymity, mentions } = actor;
  return {
    id,
    name: cut(name),
    type,
    anonymous,
    plural,
    line: reader.line(mentions[0]?.span ?? []),
    roles: roles.slice(0, MOST_ROLES).map(roleIn),
    ...(roles.length > MOST_ROLES ? { rolesLeftOut: roles.length - MOST_ROLES } : {}),
    ...(listed && { onWordList: { role: listed.role, affiliation: listed.affiliation } }),
    anonymity: anonymity && anonymityIn(reader, anonymity),
    claims: article.claimsOf(id).length,
    passedOn: article.passedOnBy(id).length,
  };
}

function roleIn({ text, former, affiliation }: Role) {
  return { role: cut(text), former, affiliation: affiliation ? cut(affiliation.text) : null };
}

/** What the article tells of who an unnamed source is; what it does not tell is left out. */
function anonymityIn(reader: Reader, anonymity: Anonymity) {
  const { class: kind, count, descriptor, basis, reason, conditions } = anonymity;
  return {
    class: kind,
    count,
    descriptor: reader.words(descriptor),
    basis: reader.words(basis),
    reason: reader.words(reason),
    conditions: reader.words(conditions),
  };
}
