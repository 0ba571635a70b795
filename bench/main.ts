import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { analyze, analyzeParagraph } from '../src/analysis/analyze';
import { assembleArticle } from '../src/analysis/article';
import type { ParagraphAnalysis } from '../src/analysis/paragraph';
import { splitParagraphs } from '../src/analysis/paragraphs';
import { parseParagraph } from '../src/analysis/parser';
import { findQuotations } from '../src/analysis/quotations';
import { findMentions } from '../src/analysis/sources';
import { readWeights, tagAttributions, type Tagger } from '../src/analysis/tagger';
import { writeArticle } from './articles';
import { corpus } from './corpus';
import { edits } from './edits';
import { growthOf, LONG, paragraphStage, reported, SHORT, wholeAnalysis } from './growth';
import { measure } from './measure';
import { table, writeSection, type Row } from './page';

/** Of each measurement: fresh memory may cost far more at one time than at another, so that a few tell little. */
const ROUNDS = 15;

/*
 * npm run bench [-- --write] [-- FILE.jsonl]
 *   --write     puts the tables into docs/performance.md
 *   FILE.jsonl  articles, {"text"} a line, for the comparison; invented ones where none is given
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

async function readArticles(file: string | undefined): Promise<string[]> {
  if (file === undefined) return Array.from({ length: 10 }, (_, seed) => writeArticle(SHORT, seed));
  const lines = (await readFile(file, 'utf8')).split('\n').filter(line => line.trim() !== '');
  return lines.slice(0, 60).map(line => (JSON.parse(line) as { text: string }).text);
}

/**
 * Our analysis beside the parse of others, of the same texts. compromise is whole here, as it is the yardstick; what is
 * shipped has only the parts of it that are run.
 */
async function compare(texts: readonly string[], tagger: Tagger): Promise<string> {
  const wink = winkNLP(winkModel);
  const each = (work: (text: string) => unknown) => () => {
    for (const text of texts) work(text);
  };
  const paragraphs = texts.flatMap(text =>
    splitParagraphs(text).map(({ start, end }) => text.slice(start, end)),
  );
  const parsed = paragraphs.map(text => ({ syntax: parseParagraph(text), quotations: findQuotations(text) }));
  const articles = texts.map(text => {
    const spans = splitParagraphs(text);
    return {
      text,
      spans,
      read: spans.map(({ start, end }) => analyzeParagraph(text.slice(start, end), tagger)),
    };
  });
  const taken = await measure(
    {
      'compromise’s parse, `nlp(text)`': each(text => nlp(text)),
      'wink-nlp’s parse, `readDoc(text)`': each(text => wink.readDoc(text)),
      'our whole analysis': each(text => analyze(text, { tagger })),
      'of it: sentences, tokens and tags': () => {
        for (const text of paragraphs) parseParagraph(text);
      },
      'of it: the tagger': () => {
        for (const { syntax, quotations } of parsed) tagAttributions(syntax, quotations, tagger);
      },
      'of it: the mentions': () => {
        for (const { syntax, attributions, quotations } of articles.flatMap(({ read }) => read))
          findMentions(syntax, attributions, quotations);
      },
      'of it: the article’s stages (actors, via, checks)': () => {
        for (const { text, spans, read } of articles) assembleArticle(text, spans, read);
      },
    },
    ROUNDS,
  );
  const words = texts.join(' ').split(/\s+/u).length;
  const unit = taken['compromise’s parse, `nlp(text)`'];
  return table(
    ['what', '× compromise’s parse', 'words a second'],
    Object.entries(taken).map(([name, time]) => [
      name,
      (time / unit).toFixed(2),
      (Math.round(words / time) * 1000).toLocaleString('en'),
    ]),
  );
}

async function growth(tagger: Tagger): Promise<string> {
  const rows: Row[] = [];
  for (const each of [wholeAnalysis, paragraphStage, ...reported]) {
    const fast = each !== wholeAnalysis && each !== paragraphStage;
    const ratio = await growthOf(each, tagger, each === wholeAnalysis ? 5 : ROUNDS, fast ? 20 : 1);
    rows.push([`${each.name} [${each.promise}]`, ratio.toFixed(2)]);
  }
  return table(['what', `${SHORT} → ${LONG} words: growth beyond the promise`], rows);
}

/** What an analysis and all that is kept for the next edit hold, after a collection of garbage. */
function memory(tagger: Tagger): string {
  const collect = globalThis.gc;
  if (!collect) throw new Error('memory is measured with node --expose-gc');
  analyze(writeArticle(SHORT, 99), { tagger });
  const rows = [SHORT, LONG, 5 * LONG].map((words, seed): Row => {
    // Of one short article it could not be told from what else is collected meanwhile.
    const texts = Array.from({ length: Math.max(1, LONG / words) }, (_, nth) =>
      writeArticle(words, seed + nth),
    );
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = texts.map(text => {
      const cache = new Map<string, ParagraphAnalysis>();
      return { cache, analysis: analyze(text, { tagger, cache }) };
    });
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / texts.length;
    const { attributions, actors } = kept[0]!.analysis;
    return [
      words.toLocaleString('en'),
      String(attributions.length),
      String(actors.length),
      (bytes / 2 ** 20).toFixed(1),
      (bytes / words / 1024).toFixed(2),
    ];
  });
  return table(['words', 'claims', 'actors', 'MiB kept', 'KiB a word'], rows);
}

const tagger = readWeights(await readFile('model/tagger.bin'));
const report = [
  `Node ${process.versions.node}, ${availableParallelism()} cores; processor time, medians of rounds in turn.`,
  await compare(await readArticles(positionals[0]), tagger),
  await growth(tagger),
  memory(tagger),
  await edits(tagger),
  await corpus(),
].join('\n\n');
console.log(report);
if (options.write) await writeSection('bench', report);
