import { Argument, Command, Option } from 'commander';
import type { Readable } from 'node:stream';
import { AnnotationImportError, fromWebAnnotations } from '../export/annotationImport';
import { decodeText, openFile, readAll, UnreadableError } from '../platform/node/input';
import { OUTPUT_FORMATS, outputFor, type OutputFormat } from './outputs';
import { print, tell, type Terminal } from './terminal';

/** `sourcelight import`: reads annotations that `analyze --format webannotation` made back, and prints the analysis. */
export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('read annotations that Sourcelight made of an article and print who said what')
    .addArgument(new Argument('<annotations>', 'a collection of web annotations; - reads standard input'))
    .addArgument(new Argument('<article>', 'the text that was annotated'))
    .addOption(new Option('-f, --format <format>', 'how to print').choices(OUTPUT_FORMATS).default('json'))
    .action(async (annotations: string, article: string, { format }: { format: OutputFormat }) => {
      try {
        const json = parseJson(await read(annotations, terminal.stdin));
        const text = await read(article, terminal.stdin);
        const analysis = fromWebAnnotations(text, json);
        const output = outputFor(format, { many: false, columns: terminal.columns, color: terminal.color });
        await print(terminal, output.next(analysis, text) + output.end());
      } catch (error) {
        const file = error instanceof InputError ? error.file : annotations;
        if (!(error instanceof InputError || error instanceof AnnotationImportError)) throw error;
        await tell(terminal, `${file}: ${error.message}`);
        terminal.fail(1);
      }
    });
}

class InputError extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(message);
  }
}

async function read(file: string, stdin: Readable): Promise<string> {
  try {
    return decodeText(await readAll(file === '-' ? stdin : await openFile(file))).text;
  } catch (error) {
    throw error instanceof UnreadableError ? new InputError(file, error.message) : error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
