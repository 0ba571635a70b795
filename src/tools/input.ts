/** What every tool takes: an article, by its path or as text, and where in a long answer to begin. */
export interface ToolInput {
  readonly path?: string;
  readonly text?: string;
  readonly from: number;
}

/** The input as a language model is told of it; both hosts of the tools publish it. */
export const INPUT_SCHEMA = {
  type: 'object',
  properties: {
    path: { type: 'string', description: 'Path of the article.' },
    text: {
      type: 'string',
      description: 'The text of an article, instead of a path.',
    },
    from: {
      type: 'integer',
      minimum: 0,
      description: 'For the rest of a long answer: the number that the last answer gives as "next".',
    },
  },
  additionalProperties: false,
} as const;

/** What is wrong with a call of a tool, as a sentence for its caller. */
export class ToolError extends Error {}

/** @throws ToolError where the input is not as {@link INPUT_SCHEMA} wants it, or names an article twice */
export function readInput(value: unknown): ToolInput {
  if (typeof value !== 'object' || value === null) throw new ToolError('The input is not an object.');
  const { path, text, from = 0, ...others } = value as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new ToolError(`There is no input "${other}".`);
  if (path !== undefined && typeof path !== 'string') throw new ToolError('"path" is not a string.');
  if (text !== undefined && typeof text !== 'string') throw new ToolError('"text" is not a string.');
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) {
    throw new ToolError('"from" is not a whole number from 0 on.');
  }
  if (path !== undefined && text !== undefined) throw new ToolError('Give "path" or "text", not both.');
  return { ...(path === undefined ? {} : { path }), ...(text === undefined ? {} : { text }), from };
}
