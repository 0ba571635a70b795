import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { describeWriteFault, hasCode } from './faults';

/** Where a command reads from and writes to; tests hand in their own. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Width of the output in characters. */
  readonly columns: number;
  readonly color: boolean;
  /** Remembers that the command must end with this exit code. */
  fail(exitCode: number): void;
}

/** Width of a table that is written to a file or a pipe. */
const DEFAULT_COLUMNS = 100;

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  stdout.on('error', (error: Error) => {
    endOnFault('standard output', error);
  });
  stderr.on('error', (error: Error) => {
    endOnFault('standard error', error);
  });
  return {
    stdin,
    stdout,
    stderr,
    columns: stdout.isTTY ? stdout.columns : DEFAULT_COLUMNS,
    color: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
    fail: exitCode => {
      process.exitCode = exitCode;
    },
  };
}

function endOnFault(stream: string, error: Error): void {
  // The reader of our output (`| head`) has seen enough.
  if (hasCode(error, 'EPIPE')) process.exit();
  const reason = describeWriteFault(error);
  if (reason === null) throw error;
  // Where standard error itself has the fault, this says it to nobody.
  process.stderr.write(`sourcelight: ${stream}: ${reason}\n`);
  process.exit(1);
}

/** Writes, and waits while the reader of the output is slower than we are. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
