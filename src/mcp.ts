import { join } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { version } from '../package.json';
import { WEIGHTS_FILE } from './articles/weights';
import type { McpOptions } from './cli/mcp';
import { tell } from './cli/terminal';
import { loadTagger } from './cli/weights';
import { checkWords } from './export/checkWords';
import { english } from './export/english';
import { Redaction } from './export/redaction';
import { articleAnalyst } from './mcp/articles';
import { createServer } from './mcp/server';
import { openFile, readAll } from './platform/node/input';
import { UserFiles } from './platform/node/userFiles';

/** This program lies in a folder beside the weights' one, built or not. */
const weights = join(__dirname, '..', WEIGHTS_FILE);

const say = (problem: string) => void tell(process, problem);

/**
 * Runs until standard input ends, and tells then of names that no article had. Standard output belongs to the protocol,
 * everything else goes to standard error.
 */
export async function serve(options: McpOptions): Promise<void> {
  process.stdout.on('error', () => process.exit());
  const { tagger, problem } = await loadTagger(async () => readAll(await openFile(weights)));
  if (problem !== null) say(problem);
  const redaction = new Redaction(options);
  const server = createServer(
    version,
    process.cwd(),
    top => new UserFiles({ decisions: options.decisions, top, tell: say }),
    articleAnalyst(tagger, redaction, checkWords(english).sentence),
  );
  // For the user alone: an answer would tell the name.
  process.once('beforeExit', () => {
    redaction.complaints.forEach(say);
  });
  await server.connect(new StdioServerTransport());
}

// By itself it asks the host for less than the command line does, and so reads no options.
if (require.main === module) {
  if (process.argv.length === 2) void serve({ decisions: true, redact: [], redactAs: 'replace' });
  else {
    say('this program has no options; “sourcelight mcp” has');
    process.exitCode = 2;
  }
}
