import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Redaction } from '../export/redaction';
import { tell, type Terminal } from './terminal';

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

/** Where a name was not left out, the command fails. */
export async function tellUnseen({ complaints }: Redaction, terminal: Terminal): Promise<void> {
  for (const complaint of complaints) {
    await tell(terminal, complaint);
    terminal.fail(1);
  }
}
