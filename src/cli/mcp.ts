import { Command } from 'commander';
import type { RedactionOptions } from '../export/redaction';
import { addRedaction } from './redaction';
import { decisionsOption, type DecisionOptions } from './userFiles';

export interface McpOptions extends RedactionOptions, DecisionOptions {}

/**
 * `sourcelight mcp`: the tools for language models, on standard input and output.
 *
 * @param serve starts the server, which is a program of its own: other commands need not load it
 */
export function mcpCommand(serve: (options: McpOptions) => void): Command {
  const command = new Command('mcp')
    .description('serve tools for language models (Model Context Protocol) on standard input and output')
    .addOption(decisionsOption());
  return addRedaction(command).action(serve);
}
