import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { CHECK_PROFILES, type CheckProfile } from '../articles/checks';
import { english } from '../export/english';
import { reportFile, sourcesReport } from '../export/report';
import { analysisOf } from './analyze';
import { readArticles } from './inputs';
import { write, type Terminal } from './terminal';
import { loadTagger } from './weights';

interface Options {
  readonly checks: CheckProfile;
  readonly out?: string;
}

/**
 * `sourcelight report`: writes the Sources report of an article as a page of HTML.
 *
 * @param readWeights reads the file with the trained weights
 */
export function reportCommand(terminal: Terminal, readWeights: () => Promise<Uint8Array>): Command {
  return new Command('report')
    .description('write a page about the sources of an article: one HTML file that needs nothing else')
    .argument('<file>', 'article to report on; - reads standard input')
    .option('-o, --out <page>', 'file to write to; standard output where none is given')
    .addOption(
      new Option('-c, --checks <profile>', 'which newsroom rules to check')
        .choices(CHECK_PROFILES)
        .default('essential'),
    )
    .action((file: string, options: Options) => run(file, options, terminal, readWeights));
}

async function run(
  file: string,
  { checks, out }: Options,
  terminal: Terminal,
  readWeights: () => Promise<Uint8Array>,
): Promise<void> {
  const { tagger, problem } = await loadTagger(readWeights);
  if (problem !== null) await write(terminal.stderr, `sourcelight: ${problem}\n`);
  for await (const article of readArticles([file], 'text', terminal.stdin)) {
    if (article.problem !== null) await write(terminal.stderr, `sourcelight: ${article.problem}\n`);
    if (!article.readable) {
      terminal.fail(1);
      continue;
    }
    const report = sourcesReport(analysisOf(article, tagger, checks), article.text, {
      l10n: english,
      language: 'en',
    });
    const page = reportFile(report, 'en', randomUUID().replaceAll('-', ''));
    if (out === undefined) await write(terminal.stdout, page);
    else await save(out, page, terminal);
  }
}

async function save(path: string, page: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (error) {
    await write(terminal.stderr, `sourcelight: ${error instanceof Error ? error.message : String(error)}\n`);
    terminal.fail(1);
  }
}
