import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import { version } from '../package.json';
import { WEIGHTS_FILE } from './articles/weights';
import { analyzeCommand } from './cli/analyze';
import { importCommand } from './cli/import';
import { mcpCommand } from './cli/mcp';
import { reportCommand } from './cli/report';
import { processTerminal } from './cli/terminal';
import { openFile, readAll } from './platform/node/input';

// This program lies in a folder beside the weights' one, built or not.
const weights = join(__dirname, '..', WEIGHTS_FILE);
// The server is a bundle of its own, beside this one, and serves from when it is loaded.
const serveTools = () => void createRequire(__filename)(join(__dirname, 'mcp'));
const terminal = processTerminal();

void new Command('sourcelight')
  .description('Shows who said what in a news article. Runs on this machine, offline.')
  .version(version)
  .addCommand(analyzeCommand(terminal, async () => readAll(await openFile(weights))))
  .addCommand(reportCommand(terminal, async () => readAll(await openFile(weights))))
  .addCommand(importCommand(terminal))
  .addCommand(mcpCommand(serveTools))
  .parseAsync();
