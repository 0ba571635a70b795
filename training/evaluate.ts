import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { Tagger } from '../src/analysis/tagger';
import baselines from './baseline.json';
import { baselineOf, dropsFrom, type Baseline } from './scoreBaseline';
import { root, scoreFile, shippedTagger } from './scoreFile';
import type { Report } from './scoreReport';
import { attributionsOnly, reportTables, replaceTables } from './scoreTables';

/** `npm run evaluate`: how well the analysis does on articles that people annotated. */

const BASELINE = join(root, 'training', 'baseline.json');
const DOCUMENT = join(root, 'docs', 'accuracy.md');

interface Options {
  readonly rules?: true;
  readonly write?: true;
  readonly baseline?: true;
  readonly check?: true;
}

new Command('evaluate')
  .description('score the analysis on annotated articles')
  .argument('<gold...>', 'files with an annotated article per line')
  .option('--rules', 'the rules alone, without the trained tagger')
  .option('--write', 'write the tables into docs/accuracy.md')
  .option('--baseline', 'keep the scores as the baseline of --check')
  .option('--check', 'fail where a score has dropped by more than a point')
  .action((files: string[], options: Options) => {
    evaluate(files, options);
  })
  .parse();

function evaluate(files: readonly string[], { rules, write, baseline, check }: Options): void {
  const tagger = rules ? undefined : shippedTagger();
  if (!rules && !tagger) console.log('There is no model/tagger.bin: these are the rules alone.\n');
  const reports = new Map(files.map(file => [basename(file, '.jsonl'), scoreFile(file, tagger)]));
  if (check) checkAll(reports);
  else for (const [name, report] of reports) console.log(`## ${name}\n\n${reportTables(report)}\n`);
  if (baseline) writeBaseline(reports);
  if (write) writeDocument(files, reports, tagger);
}

function checkAll(reports: ReadonlyMap<string, Report>): void {
  const known = new Map<string, Baseline>(Object.entries(baselines));
  for (const [name, { scores }] of reports) {
    const baseline = known.get(name);
    const problems = baseline
      ? dropsFrom(baseline, scores.attributions)
      : ['no baseline is kept for this file'];
    for (const problem of problems) console.error(`${name}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`${name}: no score has dropped by more than a point.`);
  }
}

function writeBaseline(reports: ReadonlyMap<string, Report>): void {
  const added = Array.from(reports, ([name, { scores }]) => [name, baselineOf(scores.attributions)] as const);
  const all: Record<string, Baseline> = { ...baselines, ...Object.fromEntries(added) };
  writeFileSync(BASELINE, `${JSON.stringify(all, undefined, 2)}\n`);
}

function writeDocument(
  files: readonly string[],
  reports: ReadonlyMap<string, Report>,
  tagger: Tagger | undefined,
): void {
  const sections = Array.from(reports, ([name, report], index) => {
    const rulesAlone = tagger
      ? `\n\nThe rules alone, for comparison:\n\n${attributionsOnly(scoreFile(files[index]!, undefined))}`
      : '';
    return `### ${name}\n\n${reportTables(report)}${rulesAlone}`;
  });
  writeFileSync(DOCUMENT, replaceTables(readFileSync(DOCUMENT, 'utf8'), sections.join('\n\n')));
}
