import { checkSourcing } from './checkSourcing';
import { getSources } from './getSources';
import { listClaims } from './listClaims';
import type { Subject, Tool } from './tool';

/** What language models can ask, in the editor and over MCP. */
export const TOOLS: readonly Tool[] = [getSources, listClaims, checkSourcing];

/**
 * Asks a tool.
 *
 * @param from where in the list to begin: the `next` of the answer before
 * @returns the answer as JSON; it says so where the analysis may not have found all there is
 */
export function answerOf(tool: Tool, subject: Subject, from: number): string {
  return JSON.stringify({ ...(subject.partial && { partial: true }), ...tool.run(subject, from) });
}
