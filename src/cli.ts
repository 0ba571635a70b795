import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import { version } from '../package.json';
import type { ExtensionFiles } from './articles/host';
import { WEIGHTS_FILE } from './articles/weights';
import { analyzeCommand } from './cli/analyze';
import { corpusCommand } from './cli/corpus';
import { importCommand } from './cli/import';
import { mcpCommand, type McpOptions } from './cli/mcp';
import { reportCommand } from './cli/report';
import { endOnOutputError, processTerminal } from './cli/terminal';
import { openFile, readAll } from './platform/node/input';

// This program lies in a folder beside the weights' one, built or not.
const files: ExtensionFiles = {
  path: relative => join(__dirname, '..', relative),
  read: async relative => readAll(await openFile(files.path(relative))),
};
const readWeights = () => files.read(WEIGHTS_FILE);
// The server is a bundle of its own, beside this one.
const serveTools = (options: McpOptions) =>
  void (createRequire(__filename)(join(__dirname, 'mcp')) as typeof import('./mcp')).serve(options);
const terminal = processTerminal();

void new Command('sourcelight')
  .description('Shows who said what in a news article. Runs on this machine, offline.')
  .version(version)
  .addCommand(analyzeCommand(terminal, readWeights))
  .addCommand(corpusCommand(terminal, files, __filename))
  .addCommand(reportCommand(terminal, readWeights))
  .addCommand(importCommand(terminal))
  .addCommand(mcpCommand(serveTools))
  .parseAsync()
  .catch((error: unknown) => endOnOutputError(terminal, error));
