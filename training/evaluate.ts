import { join } from 'node:path';
import { endOnOutputError, processTerminal } from '../src/cli/terminal';
import { evaluateCommand } from './evaluateCommand';
import { root } from './scoreFile';

const terminal = processTerminal();

void evaluateCommand(terminal, {
  baseline: join(root, 'training', 'baseline.json'),
  document: join(root, 'docs', 'accuracy.md'),
})
  .parseAsync()
  .catch((error: unknown) => endOnOutputError(terminal, error));
