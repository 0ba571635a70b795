import { Argument, Command, Option } from 'commander';
import type { Analysis } from '../analysis/contract';
import type { Tagger } from '../analysis/tagger';
import { CHECK_PROFILES, shownChecks, type CheckProfile } from '../articles/checks';
import { detectLanguage } from '../articles/language';
import { Redaction, type RedactionOptions } from '../export/redaction';
import { analysisFor } from './analysis';
import { readArticles, type ArticleInput, type InputFormat } from './inputs';
import { OUTPUT_FORMATS, outputFor, type OutputFormat } from './outputs';
import { addRedaction, tellUnseen } from './redaction';
import { print, tell, type Terminal } from './terminal';
import { decisionsOption, userFilesFor, type DecisionOptions } from './userFiles';
import { loadTagger } from './weights';

interface Options extends RedactionOptions, DecisionOptions {
  readonly checks: CheckProfile;
  readonly format: OutputFormat;
  readonly input: InputFormat;
}

/**
 * `sourcelight analyze`: prints the analysis of each article, in the order of the files.
 *
 * @param readWeights reads the file with the trained weights
 */
export function analyzeCommand(terminal: Terminal, readWeights: () => Promise<Uint8Array>): Command {
  const command = new Command('analyze')
    .description('analyse articles and print who said what')
    .addArgument(new Argument('<file...>', 'articles to analyse; - reads standard input'))
    .addOption(new Option('-f, --format <format>', 'how to print').choices(OUTPUT_FORMATS).default('table'))
    .addOption(
      new Option('-i, --input <format>', 'an article per file, or per line as {"id", "text"}')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .addOption(
      new Option('-c, --checks <profile>', 'which newsroom rules to check')
        .choices(CHECK_PROFILES)
        .default('essential'),
    )
    .addOption(decisionsOption());
  return addRedaction(command).action((files: string[], options: Options) =>
    run(files, options, terminal, readWeights),
  );
}

async function run(
  files: readonly string[],
  options: Options,
  terminal: Terminal,
  readWeights: () => Promise<Uint8Array>,
): Promise<void> {
  const { checks, format, input } = options;
  const { tagger, problem } = await loadTagger(readWeights);
  if (problem !== null) await tell(terminal, problem);
  const redaction = new Redaction(options);
  const many = files.length > 1 || input === 'ndjson';
  const output = outputFor(format, { many, columns: terminal.columns, color: terminal.color });
  for await (const article of readArticles(files, input, terminal.stdin, userFilesFor(options, terminal))) {
    if (article.problem !== null) {
      await tell(terminal, article.problem);
      if (!article.readable) terminal.fail(1);
    }
    if (article.readable) {
      const { analysis, text } = redaction.of(analysisOf(article, tagger, checks), article.text);
      await print(terminal, output.next(analysis, text));
    }
  }
  await print(terminal, output.end());
  await tellUnseen(redaction, terminal);
}

export function analysisOf(
  { text, id, file, user }: Extract<ArticleInput, { readable: true }>,
  tagger: Tagger | null,
  profile: CheckProfile,
): Analysis {
  const analysis = analysisFor(text, user, { id, file, tagger, language: detectLanguage(text) });
  return {
    ...analysis,
    checks: shownChecks(analysis, { profile, severities: {} }).map(({ check }) => check),
  };
}
