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

/** The command was not understood. What a command does not manage is 1. */
const USAGE = 2;

const commands = [
  analyzeCommand(terminal, readWeights),
  corpusCommand(terminal, files, __filename),
  reportCommand(terminal, readWeights),
  importCommand(terminal),
  mcpCommand(serveTools),
];
const sourcelight = new Command('sourcelight')
  .description('Shows who said what in a news article. Runs on this machine, offline.')
  .version(version)
  .addHelpText(
    'after',
    '\nThe exit code is 0, 1 where something could not be read, written or analysed, 2 where the command\n' +
      'was not understood, and 141 where nobody reads the output any more.',
  );
for (const command of commands) sourcelight.addCommand(command);
for (const command of [sourcelight, ...commands])
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));
sourcelight.parseAsync().catch((error: unknown) => endOnOutputError(terminal, error));
