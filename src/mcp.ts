import { join } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../package.json';
import { WEIGHTS_FILE } from './articles/weights';
import { loadTagger } from './cli/weights';
import { checkWords } from './export/checkWords';
import { english } from './export/english';
import { articleAnalyst } from './mcp/articles';
import { createServer } from './mcp/server';
import { openFile, readAll } from './platform/node/input';

// Runs until standard input ends. Standard output belongs to the protocol, everything else goes to standard error.

/** This program lies in a folder beside the weights' one, built or not. */
const weights = join(__dirname, '..', WEIGHTS_FILE);

async function main(): Promise<void> {
  process.stdout.on('error', () => process.exit());
  const { tagger, problem } = await loadTagger(async () => readAll(await openFile(weights)));
  if (problem !== null) process.stderr.write(`sourcelight: ${problem}\n`);
  const server = createServer(version, process.cwd(), articleAnalyst(tagger, checkWords(english).sentence));
  await server.connect(new StdioServerTransport());
}

void main();
