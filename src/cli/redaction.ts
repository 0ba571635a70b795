import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Analysis } from '../analysis/contract';
import { redact, sourceNamed, type Redacted, type RedactionForm } from '../export/redact';
import { write, type Terminal } from './terminal';

/** Whose names to leave out of what is printed, and how. */
export interface RedactionOptions {
  readonly redact: readonly string[];
  readonly redactAs: RedactionForm;
}

export function addRedaction(command: Command): Command {
  return command
    .addOption(
      new Option('-r, --redact <name>', 'leave out the name of a source; may be given several times')
        .argParser((name: string, before: readonly string[]) => {
          if (!/[\p{L}\p{N}]/u.test(name)) throw new InvalidArgumentError('It is no name.');
          return [...before, name];
        })
        .default([], 'none'),
    )
    .addOption(
      new Option('--redact-as <form>', 'put “[source 1]” in its place, or “[…]”')
        .choices(['replace', 'omit'])
        .default('replace'),
    );
}

/** Leaves names out of one article after the other, and knows which of them none of the articles had. */
export class Redaction {
  readonly #unseen: Set<string>;

  constructor(private readonly options: RedactionOptions) {
    this.#unseen = new Set(options.redact);
  }

  /** Names that no article had so far. */
  get unseen(): readonly string[] {
    return [...this.#unseen];
  }

  /** An article as it is to be printed. A name that is no source's is left out of its words all the same. */
  of(analysis: Analysis, text: string): Redacted {
    const { redact: names, redactAs } = this.options;
    const sources = names.map(name => sourceNamed(analysis, name));
    for (const name of this.#unseen) {
      const isThere = !sources.includes(name) || redact(analysis, text, [name], redactAs).text !== text;
      if (isThere) this.#unseen.delete(name);
    }
    return redact(analysis, text, sources, redactAs);
  }
}

/** A name that no article had may be misspelt, and the right one in what was printed: the command fails. */
export async function tellUnseen({ unseen }: Redaction, terminal: Terminal): Promise<void> {
  for (const name of unseen) {
    await write(terminal.stderr, `sourcelight: no article names “${name}”, so it was not left out\n`);
    terminal.fail(1);
  }
}
