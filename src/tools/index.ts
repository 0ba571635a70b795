import { checkSourcing } from './checkSourcing';
import { getSources } from './getSources';
import { listClaims } from './listClaims';
import type { Tool } from './tool';

/** What language models can ask, in the editor and over MCP. */
export const TOOLS: readonly Tool[] = [getSources, listClaims, checkSourcing];
