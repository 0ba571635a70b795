import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { CHECK_PROFILES, type CheckProfile } from '../articles/checks';
import { english } from '../export/english';
import { Redaction, type RedactionOptions } from '../export/redaction';
import { sourcesReport } from '../export/report';
import { reportFile } from '../export/report/page';
import { analysisOf } from './analyze';
import { describeWriteFault } from './faults';
import { readArticles } from './inputs';
import { addRedaction, tellUnseen } from './redaction';
import { print, tell, type Terminal } from './terminal';
import { decisionsOption, userFilesFor, type DecisionOptions } from './userFiles';
import { loadTagger } from './weights';

interface Options extends RedactionOptions, DecisionOptions {
  readonly checks: CheckProfile;
  readonly out?: string;
}

/**
 * `sourcelight report`: writes the Sources report of an article as a page of HTML.
 *
 * @param readWeights reads the file with the trained weights
 */
export function reportCommand(terminal: Terminal, readWeights: () => Promise<Uint8Array>): Command {
  const command = new Command('report')
    .description('write a page about the sources of an article: one HTML file that needs nothing else')
    .argument('<file>', 'article to report on; - reads standard input')
    .option('-o, --out <page>', 'file to write to; standard output where none is given')
    .addOption(
      new Option('-c, --checks <profile>', 'which newsroom rules to check')
        .choices(CHECK_PROFILES)
        .default('essential'),
    )
    .addOption(decisionsOption());
  return addRedaction(command).action((file: string, options: Options) =>
    run(file, options, terminal, readWeights),
  );
}

async function run(
  file: string,
  options: Options,
  terminal: Terminal,
  readWeights: () => Promise<Uint8Array>,
): Promise<void> {
  const { checks, out } = options;
  const { tagger, problem } = await loadTagger(readWeights);
  if (problem !== null) await tell(terminal, problem);
  const redaction = new Redaction(options);
  for await (const article of readArticles([file], 'text', terminal.stdin, userFilesFor(options, terminal))) {
    if (article.problem !== null) await tell(terminal, article.problem);
    if (!article.readable) {
      terminal.fail(1);
      continue;
    }
    const { analysis, text } = redaction.of(analysisOf(article, tagger, checks), article.text);
    const report = sourcesReport(analysis, text, { l10n: english, language: 'en' });
    const page = reportFile(report, 'en', randomUUID().replaceAll('-', ''));
    if (out === undefined) await print(terminal, page);
    else await save(out, page, terminal);
    await tellUnseen(redaction, terminal);
  }
}

async function save(path: string, page: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (error) {
    const reason = describeWriteFault(error);
    if (reason === null) throw error;
    await tell(terminal, `${path}: ${reason}`);
    terminal.fail(1);
  }
}
