import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { analyze } from '../src/analysis/analyze';
import { RULES } from '../src/analysis/checks';
import type { Check } from '../src/analysis/contract';
import { print, type Terminal } from '../src/cli/terminal';
import { inContext, scoreRule } from '../test/analysis/checks/support';
import { readGold } from './gold';
import { random } from './random';
import { shippedTagger } from './scoreFile';
import { markdown, replaceTables } from './scoreTables';

const SAMPLE_SIZE = 20;
const SEED = 1;

interface Options {
  readonly sample?: string;
  readonly write?: true;
}

interface Checked {
  readonly id: string;
  readonly text: string;
  readonly checks: readonly Check[];
}

/**
 * `npm run evaluate:checks`: how well the newsroom rules do on their own paragraphs, and how often each of them finds
 * something in articles.
 *
 * @param document Markdown with markers around the table
 */
export function evaluateChecksCommand(terminal: Terminal, document: string): Command {
  return new Command('evaluate:checks')
    .description('score the newsroom rules, and count what they find in articles')
    .argument('[articles]', 'a file with an article per line, as {"id", "text"}')
    .addArgument(
      new Argument('[size]', 'how many findings of a sample').argParser(toSize).default(SAMPLE_SIZE),
    )
    .addOption(
      new Option('--sample <code>', 'print findings of one rule in their context, chosen at random').choices(
        RULES.map(({ code }) => code),
      ),
    )
    .option('--write', `write the table into ${basename(document)}`)
    .action(async (articles: string | undefined, size: number, options: Options) => {
      if (options.sample !== undefined) {
        const findings =
          articles === undefined ? [] : checkFile(articles).flatMap(inOneLineEach(options.sample));
        return print(terminal, choose(findings, size).join('\n') + '\n');
      }
      const table = checksTable(articles);
      await print(terminal, `${table}\n`);
      if (options.write)
        await writeFile(document, replaceTables(await readFile(document, 'utf8'), table, 'evaluate:checks'));
    });
}

function toSize(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1)
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return size;
}

function checkFile(file: string): Checked[] {
  const tagger = shippedTagger();
  return readGold(file).map(({ id, text }) => ({ id, text, checks: analyze(text, { id, tagger }).checks }));
}

function checksTable(file: string | undefined): string {
  const checked = file === undefined ? null : checkFile(file);
  const rows = RULES.map(({ code, profile }) => {
    const { precision, recall } = scoreRule(code);
    const found = checked?.map(({ checks }) => checks.filter(check => check.code === code).length) ?? [];
    const perArticle = found.reduce((sum, count) => sum + count, 0) / found.length;
    return [
      `[${code}](#${code.replace('.', '')})`,
      profile ?? 'off',
      ...[precision, recall].map(share => (100 * share).toFixed(0)),
      ...(checked ? [perArticle.toFixed(2)] : []),
    ];
  });
  const head = ['rule', 'profile', 'precision', 'recall'];
  return markdown(
    file === undefined ? head : [...head, `${basename(file, '.jsonl')}: found per article`],
    rows,
  );
}

const inOneLineEach =
  (code: string) =>
  ({ id, text, checks }: Checked): string[] =>
    checks
      .filter(check => check.code === code)
      .map(
        ({ span, args }) => `${id}:${span.start} ${JSON.stringify(args)}\n  ${inContext(text, span, 200)}`,
      );

/** The same ones on every run. */
function choose<T>(from: readonly T[], size: number): T[] {
  const next = random(SEED);
  return from
    .map(item => ({ item, place: next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, size)
    .map(({ item }) => item);
}
