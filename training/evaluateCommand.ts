import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { Tagger } from '../src/analysis/tagger';
import { print, type Terminal } from '../src/cli/terminal';
import { baselineOf, dropsFrom, type Baseline } from './scoreBaseline';
import { scoreFile, shippedTagger } from './scoreFile';
import type { Report } from './scoreReport';
import { attributionsOnly, replaceTables, reportTables } from './scoreTables';

interface Options {
  readonly rules?: true;
  readonly write?: true;
  readonly baseline?: true;
  readonly check?: true;
}

/** The files that the command keeps. */
export interface Kept {
  /** Scores that must not drop, as JSON, by the name of the file of articles. */
  readonly baseline: string;
  /** Markdown with markers around the tables. */
  readonly document: string;
}

interface Scored {
  readonly file: string;
  readonly name: string;
  readonly report: Report;
}

/** `npm run evaluate`: how well the analysis does on articles that people annotated. */
export function evaluateCommand(terminal: Terminal, kept: Kept): Command {
  return new Command('evaluate')
    .description('score the analysis on annotated articles')
    .argument('<gold...>', 'files with an annotated article per line')
    .option('--rules', 'the rules alone, without the trained tagger')
    .option('--write', `write the tables into ${basename(kept.document)}`)
    .option('--baseline', 'keep the scores as the baseline of --check')
    .option('--check', 'print nothing but what has dropped by more than a point, and fail then')
    .action((files: string[], options: Options) => evaluate(files, options, terminal, kept));
}

async function evaluate(
  files: readonly string[],
  { rules, write: writeTables, baseline, check }: Options,
  terminal: Terminal,
  kept: Kept,
): Promise<void> {
  const tagger = rules ? null : shippedTagger();
  if (!rules && !tagger) {
    terminal.stderr.write('There are no trained weights: these are the scores of the rules alone.\n');
  }
  const scored = files.map(file => ({
    file,
    name: basename(file, '.jsonl'),
    report: scoreFile(file, tagger),
  }));
  if (check) await checkAll(scored, terminal, kept);
  else await print(terminal, sectionsOf(scored).join('\n'));
  if (baseline) await writeBaseline(scored, kept);
  if (writeTables) await writeDocument(scored, tagger, kept);
}

const sectionsOf = (scored: readonly Scored[]): string[] =>
  scored.map(({ name, report }) => `### ${name}\n\n${reportTables(report)}\n`);

async function checkAll(scored: readonly Scored[], terminal: Terminal, kept: Kept): Promise<void> {
  const baselines = await readBaseline(kept);
  for (const { name, report } of scored) {
    const baseline = baselines[name];
    const problems = baseline
      ? dropsFrom(baseline, report.scores.attributions)
      : ['no baseline is kept for this file'];
    for (const problem of problems) terminal.stderr.write(`${name}: ${problem}\n`);
    if (problems.length > 0) terminal.fail(1);
  }
}

const readBaseline = async ({ baseline }: Kept): Promise<Partial<Record<string, Baseline>>> =>
  JSON.parse(await readFile(baseline, 'utf8')) as Partial<Record<string, Baseline>>;

async function writeBaseline(scored: readonly Scored[], kept: Kept): Promise<void> {
  const added = scored.map(({ name, report }) => [name, baselineOf(report.scores.attributions)] as const);
  const all = { ...(await readBaseline(kept)), ...Object.fromEntries(added) };
  await writeFile(kept.baseline, `${JSON.stringify(all, undefined, 2)}\n`);
}

async function writeDocument(
  scored: readonly Scored[],
  tagger: Tagger | null,
  { document }: Kept,
): Promise<void> {
  const sections = sectionsOf(scored).map((section, index) => {
    if (!tagger) return section;
    const rulesAlone = scoreFile(scored[index]!.file, null);
    return `${section}\nThe rules alone, for comparison:\n\n${attributionsOnly(rulesAlone)}\n`;
  });
  await writeFile(document, replaceTables(await readFile(document, 'utf8'), sections.join('\n').trimEnd()));
}
