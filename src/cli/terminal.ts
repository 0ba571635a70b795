import type { Readable, Writable } from 'node:stream';
import { clean } from '../export/words';
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

/** Standard output cannot be written: its reader (`| head`) has gone, or `cause` tells why. */
export class OutputError extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }

  get isClosed(): boolean {
    return hasCode(this.cause, 'EPIPE');
  }
}

/** Width of a table that is written to a file or a pipe. */
const DEFAULT_COLUMNS = 100;
/** Shells have it so for a program that ended as nobody read its output any more. */
const OUTPUT_CLOSED = 141;

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // Whoever writes is told of the fault.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
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

/**
 * Ends the program where its output cannot be written: quietly where nobody reads it any more, which only the exit code
 * tells.
 *
 * @throws any other error
 */
export async function endOnOutputError(terminal: Terminal, error: unknown): Promise<never> {
  if (!(error instanceof OutputError)) throw error;
  if (error.isClosed) process.exit(OUTPUT_CLOSED);
  await tell(terminal, `standard output: ${describeWriteFault(error.cause) ?? error.message}`);
  process.exit(1);
}

/**
 * Writes to standard output, and waits while its reader is slower than we are.
 *
 * @throws {OutputError}
 */
export function print({ stdout }: Pick<Terminal, 'stdout'>, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, error => {
      if (error) reject(new OutputError(error));
      else resolve();
    });
  });
}

/** Tells the user something in a line on standard error. Where that cannot be written, the work goes on all the same. */
export function tell({ stderr }: Pick<Terminal, 'stderr'>, line: string): Promise<void> {
  return new Promise(resolve => {
    stderr.write(`sourcelight: ${clean(line)}\n`, () => {
      resolve();
    });
  });
}
