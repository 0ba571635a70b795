import { join } from 'node:path';
import { endOnOutputError, processTerminal } from '../src/cli/terminal';
import { evaluateChecksCommand } from './evaluateChecksCommand';
import { root } from './scoreFile';

const terminal = processTerminal();

void evaluateChecksCommand(terminal, join(root, 'docs', 'checks.md'))
  .parseAsync()
  .catch((error: unknown) => endOnOutputError(terminal, error));
