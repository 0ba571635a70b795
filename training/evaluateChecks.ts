import { join } from 'node:path';
import { processTerminal } from '../src/cli/terminal';
import { evaluateChecksCommand } from './evaluateChecksCommand';
import { root } from './scoreFile';

void evaluateChecksCommand(processTerminal(), join(root, 'docs', 'checks.md')).parseAsync();
