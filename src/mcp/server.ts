import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { answerOf, TOOLS } from '../tools';
import { INPUT_SCHEMA, readInput, ToolError } from '../tools/input';
import { NOTHING_SAID, type UserFiles } from '../platform/node/userFiles';
import { readArticleFile } from './articleFile';
import type { AnalyseForTools } from './articles';

const INSTRUCTIONS =
  'Tells who said what in news articles in English. Paths are relative to the folder that this server was started in; no file outside of it is read. Nothing is changed, and nothing is sent anywhere but to you.';

/**
 * The tools as an MCP server, to be connected to a channel.
 *
 * @param folder that articles are read from
 * @param userFilesIn what the user has laid down in a folder and those below it, read anew for each question
 * @param analyse throws ToolError for a text that cannot be analysed
 */
export function createServer(
  version: string,
  folder: string,
  userFilesIn: (folder: string) => UserFiles,
  analyse: AnalyseForTools,
): Server {
  const subjectAt = async (path: string) => {
    const article = await readArticleFile(folder, path);
    return analyse(article.text, await userFilesIn(article.folder).about(article.file));
  };
  const server = new Server(
    { name: 'sourcelight', title: 'Sourcelight', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ name, title, description }) => ({
      name,
      title,
      description,
      inputSchema: INPUT_SCHEMA,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = TOOLS.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool "${params.name}".`);
    try {
      const { path, text, from } = readInput(params.arguments ?? {});
      if (path === undefined && text === undefined) throw new ToolError('Give "path" or "text".');
      const subject = text === undefined ? await subjectAt(path ?? '') : analyse(text, NOTHING_SAID);
      return { content: [{ type: 'text', text: answerOf(tool, subject, from) }] };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      return { content: [{ type: 'text', text: error.message }], isError: true };
    }
  });
  return server;
}
