import { PassThrough, Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Terminal } from '../../src/cli/terminal';

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Runs a command in this process, on streams of its own. */
export async function run(
  commandOn: (terminal: Terminal) => Command,
  args: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([stdout.setEncoding('utf8').toArray(), stderr.setEncoding('utf8').toArray()]);
  let exitCode = 0;
  const command = commandOn({
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    columns: 80,
    color: false,
    fail: (code: number) => {
      exitCode = code;
    },
  });
  command.exitOverride().configureOutput({ writeErr: text => void stderr.write(text) });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    exitCode = (error as { exitCode: number }).exitCode;
  }
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { out: out.join(''), err: err.join(''), exitCode };
}
