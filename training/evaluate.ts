import { join } from 'node:path';
import { processTerminal } from '../src/cli/terminal';
import { evaluateCommand } from './evaluateCommand';
import { root } from './scoreFile';

void evaluateCommand(processTerminal(), {
  baseline: join(root, 'training', 'baseline.json'),
  document: join(root, 'docs', 'accuracy.md'),
}).parseAsync();
