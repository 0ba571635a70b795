import { Command } from 'commander';
import { version } from '../package.json';
import { analyzeCommand } from './cli/analyze';
import { processTerminal } from './cli/terminal';

const terminal = processTerminal();

void new Command('sourcelight')
  .description('Shows who said what in a news article. Runs on this machine, offline.')
  .version(version)
  .addCommand(analyzeCommand(terminal))
  .parseAsync();
