import { join } from 'node:path';
import { Command } from 'commander';
import { version } from '../package.json';
import { WEIGHTS_FILE } from './articles/weights';
import { analyzeCommand } from './cli/analyze';
import { processTerminal } from './cli/terminal';
import { openFile, readAll } from './platform/node/input';

// This program lies in a folder beside the weights' one, built or not.
const weights = join(__dirname, '..', WEIGHTS_FILE);
const terminal = processTerminal();

void new Command('sourcelight')
  .description('Shows who said what in a news article. Runs on this machine, offline.')
  .version(version)
  .addCommand(analyzeCommand(terminal, async () => readAll(await openFile(weights))))
  .parseAsync();
