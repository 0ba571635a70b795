import { basename } from 'node:path';
import type { Span } from '../../src/analysis/contract';
import { readGold, toSpan, type GoldArticle } from '../gold';
import { random } from '../random';

/**
 * Draws the sources that are labelled by hand, and prints them for reading: `npx tsx training/labels/draw.ts GOLD`.
 *
 * Unnamed sources are a minority, so the draw is by stratum: most of it from sources whose words hold no capitalised
 * name and are no bare pronoun, the rest from pronouns and from sources with a name. Each distinct source counts
 * once, however many claims hang on it; credits are left out.
 */
const QUOTAS = { unnamed: 150, pronoun: 40, name: 60 };
type Stratum = keyof typeof QUOTAS;
const SEED = 20160912;

const PRONOUN = /^(?:i|we|you|he|she|they|it|who|that|which|one|this|these|those|some|many|others?)$/i;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

interface Drawn {
  readonly article: GoldArticle;
  readonly source: readonly Span[];
  readonly stratum: Stratum;
}

const wordsOf = ({ text }: GoldArticle, source: readonly Span[]): string =>
  source.map(({ start, end }) => text.slice(start, end)).join(' … ');

/** Words that the articles write with a capital more often than without: the first word of a sentence tells nothing. */
function capitalized(articles: readonly GoldArticle[]): ReadonlySet<string> {
  const surplus = new Map<string, number>();
  for (const { text } of articles) {
    for (const [word] of text.matchAll(WORD)) {
      const lower = word.toLowerCase();
      surplus.set(lower, (surplus.get(lower) ?? 0) + (word === lower ? -1 : 1));
    }
  }
  return new Set([...surplus].flatMap(([word, count]) => (count > 0 ? [word] : [])));
}

function stratumOf(words: string, names: ReadonlySet<string>): Stratum {
  if (PRONOUN.test(words)) return 'pronoun';
  const name = [...words.matchAll(WORD)].some(
    ([word]) => word !== word.toLowerCase() && names.has(word.toLowerCase()),
  );
  return name ? 'name' : 'unnamed';
}

function sourcesOf(article: GoldArticle, names: ReadonlySet<string>): Drawn[] {
  const distinct = new Map<string, readonly Span[]>();
  for (const { speaker, derived } of article.quotes) {
    if (!speaker || derived?.cueKind === 'credit') continue;
    distinct.set(JSON.stringify(speaker), speaker.map(toSpan));
  }
  return [...distinct.values()].map(source => ({
    article,
    source,
    stratum: stratumOf(wordsOf(article, source), names),
  }));
}

function draw(all: readonly Drawn[]): Drawn[] {
  const next = random(SEED);
  const shuffled = all.map(one => ({ one, rank: next() })).sort((a, b) => a.rank - b.rank);
  return (Object.keys(QUOTAS) as Stratum[]).flatMap(stratum =>
    shuffled
      .map(({ one }) => one)
      .filter(one => one.stratum === stratum)
      .slice(0, QUOTAS[stratum]),
  );
}

/** The source's paragraph with the source marked, and the two before it. */
function contextOf({ article: { text }, source }: Drawn): string {
  const [first, last] = [source[0]!.start, source.at(-1)!.end];
  let start = first;
  for (let paragraphs = 0; paragraphs < 3 && start > 0; paragraphs++)
    start = text.lastIndexOf('\n\n', start - 1);
  start = Math.max(start, 0);
  const after = text.indexOf('\n\n', last);
  const end = after < 0 ? text.length : after;
  let marked = '';
  let at = start;
  for (const span of source) {
    marked += `${text.slice(at, span.start)}[[${text.slice(span.start, span.end)}]]`;
    at = span.end;
  }
  return (marked + text.slice(at, end)).trim();
}

const [file] = process.argv.slice(2);
if (!file) throw new Error(`usage: ${basename(import.meta.url)} GOLD`);
const articles = readGold(file);
const names = capitalized(articles);
for (const [index, drawn] of draw(articles.flatMap(article => sourcesOf(article, names))).entries()) {
  const line = { id: drawn.article.id, source: drawn.source };
  console.log(`${index} ${drawn.stratum} ${JSON.stringify(line)}\n${contextOf(drawn)}\n`);
}
