import { Command } from 'commander';

/**
 * `sourcelight mcp`: the tools for language models, on standard input and output.
 *
 * @param serve starts the server, which is a program of its own: other commands need not load it
 */
export function mcpCommand(serve: () => void): Command {
  return new Command('mcp')
    .description('serve tools for language models (Model Context Protocol) on standard input and output')
    .action(serve);
}
